"""Two Word files in, the redline out, checked.

First with marks as fine as the comparison gives; if the check fails, with whole paragraphs where
words changed; if that fails too it is our bug, and nothing is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from lxml import etree

from drafter.errors import DrafterBug, DrafterError
from drafter.render.redline.carry import Carrier
from drafter.render.redline.check import faults
from drafter.render.redline.dressing import learn_kinds
from drafter.render.redline.facts import missed, write_facts
from drafter.render.redline.fields import expand_simple_fields, fold_simple_fields
from drafter.render.redline.flows import write_flow
from drafter.render.redline.furniture import write_boxes, write_headers
from drafter.render.redline.job import Fact, Job, move_names
from drafter.render.redline.layout import track_sections
from drafter.render.redline.marked import marked
from drafter.render.redline.notes import Notes, gone, identify, pairs, write_notes
from drafter.render.redline.pen import pens
from drafter.render.redline.places import write_places
from drafter.word.aside import put_back, set_aside
from drafter.word.inline import identity
from drafter.word.package import Package
from drafter.word.revisions import accept_all, authors, parts_with_text
from drafter.word.story import body, sections
from drafter.word.xml import R_NS, Element, r, serialise, w

Renumbering = Literal["tracked", "separate"]
Style = Literal["tracked", "marked"]
NUMBERS = "Renumbering"  # the author of changed paragraph numbers
_CHUNK = w("altChunk")


def redline(
    old: bytes,
    new: bytes,
    *,
    author: str,
    date: datetime,
    moves: bool = True,
    renumbering: Renumbering = "separate",
    style: Style = "tracked",
) -> bytes:
    """The Word file `old` with every difference from `new` as a tracked change.

    Reject all gives `old`, accept all `new`. DrafterError says what cannot be done; DrafterBug
    that the result failed its check, and then there is none.
    """
    before, after = Package.open(old, "the old file"), Package.open(new, "the new file")
    if authors(after):
        after = accept_all(after)
    signed = sign(author, date, renumbering, style)
    return checked(before, after, signed, moves=moves)


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs the changes, when, and who signs changed numbers where that is another."""

    author: str
    date: str
    numbers: str | None
    style: Style = "tracked"


def sign(author: str, date: datetime, renumbering: Renumbering, style: Style) -> Signed:
    """What the options of a redline say of its marks."""
    numbers = NUMBERS if renumbering == "separate" else None
    return Signed(author, stamp_of(date), numbers, style)


def checked(
    before: Package,
    after: Package,
    signed: Signed,
    *,
    moves: bool,
    untouched: tuple[int, int] = (0, 0),
    facts: tuple[Fact, ...] = (),
    dress: bool = True,
) -> bytes:
    """The redline of two packages, read back and found right; DrafterBug when it is not.

    `untouched` items at the start of both bodies, and the headers, are left alone but for `facts`,
    which are edited in place. Without `dress`
    what stays keeps the old formatting, and what is new is dressed like its old neighbours.
    """
    if dress:
        _same_chunks(before, after)
    reasons = []
    for fine in (True, False):
        job, wanted = _job(before, after, signed)
        job.moves, job.coarse, job.dress, job.untouched = moves and fine, not fine, dress, untouched
        job.carrier.plain, job.facts = not dress, facts
        if not dress:
            learn_kinds(job)
            after = _same_numbers(after, job)
        made = _written(job, wanted, before)
        opened = Package.open(made)
        come = sum(not old for old, _ in facts)
        skipped = (untouched[0] + come, untouched[1])
        reason = faults(opened, before, after, untouched=skipped)
        if facts and not reason:
            reason = missed(accept_all(opened), accept_all(before), untouched[0], facts)
        if not reason:
            return made if signed.style == "tracked" else _marked(made, signed)
        reasons.append(reason)
    if found := authors(before):
        who = ", ".join(f"{name or 'unknown'} ({count})" for name, count in sorted(found.items()))
        raise DrafterError(
            f"the old file already has tracked changes by {who}, too entangled with these",
            hint="accept or reject them first, so that nobody's changes are lost",
        )
    if len(sections(before)) != len(sections(after)):
        raise DrafterError(
            f"the old file has {len(sections(before))} sections and the new one "
            f"{len(sections(after))}: a redline cannot say that yet",
            hint="give both files the same section breaks",
        )
    raise DrafterBug(f"the redline does not rebuild both files: {reasons[0]}; {reasons[-1]}")


def _same_chunks(before: Package, after: Package) -> None:
    """Refuse files that hold other files in different ways: no tracked change takes these out."""
    held = []
    for package in (before, after):
        targets = {relation.id: relation.target for relation in package.relationships(package.main)}
        chunks = [targets.get(e.get(r("id"), ""), "") for e in body(package).container.iter(_CHUNK)]
        held.append([package.data(c) if c in package else c.encode() for c in chunks])
    if held[0] != held[1]:
        raise DrafterError(
            "the two files hold other files (altChunk), and not the same ones: no tracked change "
            "can say that",
            hint="open and save both in Word, which takes the inner files in",
        )


def _marked(made: bytes, signed: Signed) -> bytes:
    names = {signed.author, signed.numbers or signed.author}
    return marked(made, {(name, signed.date) for name in names})


def _job(before: Package, after: Package, signed: Signed) -> tuple[Job, Notes]:
    old, new = before.copy(), after.copy()
    set_aside(old)
    for package in (old, new):
        for part in parts_with_text(package):
            expand_simple_fields(package.part(part))
    pen, number_pen = pens(old, signed.author, signed.date, signed.numbers)
    paired = pairs(old, new)
    wanted = Notes()
    taken = {
        str(start.get(w("name")))
        for part in parts_with_text(old)
        for start in old.part(part).iter(w("moveFromRangeStart"))
    }
    job = Job(
        old,
        new,
        pen,
        number_pen,
        Carrier(old, new, wanted.copy),
        identify("old", paired, _by_content(old)),
        identify("new", paired, _by_content(new)),
        gone_before=gone(old),
        move_names=move_names(taken),
    )
    return job, wanted


def _written(job: Job, wanted: Notes, before: Package) -> bytes:
    old, new = job.old, job.new
    old.edit(old.main)
    write_flow(job, body(old).container, body(new).container, (old.main, new.main))
    write_boxes(job, write_flow)
    write_notes(job, wanted, write_flow)
    track_sections(job)
    if job.facts:
        write_facts(job)
    if not any(job.untouched):
        write_headers(job, write_flow)
        write_boxes(job, write_flow)
    write_places(job)
    for part in parts_with_text(old):
        fold_simple_fields(old.part(part))
    put_back(old)
    _restore(old, before)
    return old.save()


def _restore(package: Package, before: Package) -> None:
    """Give the parts that were gone through and say what they said their own bytes again."""
    for part in parts_with_text(package):
        if part != package.main and part in before and package.data(part) != before.data(part):
            one, other = (etree.tostring(p.part(part), method="c14n") for p in (package, before))
            if one == other:
                package.put(part, before.data(part))


def _same_numbers(after: Package, job: Job) -> Package:
    """The new file as the redline is to read when accepted: numbered the old file's way."""
    result = after.copy()
    for part in parts_with_text(job.new):
        result.put(part, serialise(job.new.part(part)))
    return result


def stamp_of(date: datetime) -> str:
    """`date` as Word writes it: UTC, whole seconds."""
    if date.tzinfo is not None:
        date = date.astimezone(UTC)
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


def _by_content(package: Package) -> Callable[[Element], str]:
    """Identities that look through relationships: a picture is its bytes, a link its address."""
    said: dict[tuple[str, str], str] = {}

    def shown(part: str, number: str) -> str:
        """What the relationship `number` of a part leads to: an address, or what a part holds."""
        if (part, number) not in said:
            target = next((r for r in package.relationships(part) if r.id == number), None)
            said[part, number] = "" if target is None else target.target
            if target is not None and not target.external and target.target in package:
                held = package.data(target.target)
                if target.target.endswith(".xml"):
                    held = identity(package.part(target.target)).encode()
                said[part, number] = hashlib.sha256(held).hexdigest()[:16]
        return said[part, number]

    parts = {package.part(part): part for part in parts_with_text(package)}

    def name(element: Element) -> str:
        boxed = next(element.iter(w("txbxContent")), None) is not None
        linked = any(str(a).startswith(f"{{{R_NS}}}") for e in element.iter() for a in e.attrib)
        if not boxed and not linked:
            return identity(element)
        part = parts.get(element.getroottree().getroot(), "")
        copied = deepcopy(element)
        for child in copied.iter():
            for attribute, value in child.attrib.items():
                if str(attribute).startswith(f"{{{R_NS}}}"):
                    child.set(attribute, shown(part, str(value)))
        for box in list(copied.iter(w("txbxContent"))):
            del box[:]
        etree.cleanup_namespaces(copied)
        return identity(copied)

    return name

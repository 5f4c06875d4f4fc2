"""Two Word files in, the redline out, checked.

First with marks as fine as the comparison gives; if the check fails, with whole paragraphs where
words changed; if that fails too it is our bug, and nothing is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from typing import Literal

from lxml import etree

from drafter.errors import DrafterBug, DrafterError
from drafter.render.redline.carry import Carrier
from drafter.render.redline.check import faults
from drafter.render.redline.fields import expand_simple_fields
from drafter.render.redline.flows import write_flow
from drafter.render.redline.furniture import write_boxes, write_headers
from drafter.render.redline.job import Job
from drafter.render.redline.notes import Notes, identify, pairs, write_notes
from drafter.render.redline.pen import pens
from drafter.word.inline import identity
from drafter.word.package import Package
from drafter.word.revisions import accept_all, authors, parts_with_text
from drafter.word.story import body
from drafter.word.xml import R_NS, Element, w

Renumbering = Literal["tracked", "separate"]
Style = Literal["tracked", "marked"]
NUMBERS = "Renumbering"  # the author of changed paragraph numbers


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
    if style == "marked":
        raise DrafterError("--style marked is not there yet", hint="leave it out")
    before, after = Package.open(old, "the old file"), Package.open(new, "the new file")
    _refuse_revisions(before)
    if authors(after):
        after = accept_all(after)
    stamp = _stamp(date)
    numbers = NUMBERS if renumbering == "separate" else None
    reasons = []
    for fine in (True, False):
        made = _write(before, after, (author, stamp, numbers), moves=moves and fine, fine=fine)
        reason = faults(Package.open(made), before, after)
        if not reason:
            return made
        reasons.append(reason)
    raise DrafterBug(f"the redline does not rebuild both files: {reasons[0]}; {reasons[-1]}")


def _refuse_revisions(package: Package) -> None:
    if found := authors(package):
        who = ", ".join(f"{name or 'unknown'} ({count})" for name, count in sorted(found.items()))
        raise DrafterError(
            f"the old file already has tracked changes by {who}",
            hint="accept or reject them first, so that nobody's changes are lost",
        )


def _write(
    before: Package,
    after: Package,
    said: tuple[str, str, str | None],
    *,
    moves: bool,
    fine: bool,
) -> bytes:
    old, new = before.copy(), after.copy()
    for package in (old, new):
        for part in parts_with_text(package):
            expand_simple_fields(package.part(part))
    pen, number_pen = pens(old, *said)
    paired = pairs(old, new)
    wanted = Notes()
    job = Job(
        old,
        new,
        pen,
        number_pen,
        Carrier(old, new, wanted.copy),
        identify("old", paired, _by_content(old)),
        identify("new", paired, _by_content(new)),
        moves=moves,
        coarse=not fine,
    )
    old.edit(old.main)
    write_flow(job, body(old).container, body(new).container, (old.main, new.main))
    write_boxes(job, write_flow)
    write_notes(job, wanted, write_flow)
    write_headers(job, write_flow)
    write_boxes(job, write_flow)
    return old.save()


def _stamp(date: datetime) -> str:
    """`date` as Word writes it: UTC, whole seconds."""
    if date.tzinfo is not None:
        date = date.astimezone(UTC)
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


def _by_content(package: Package) -> Callable[[Element], str]:
    """Identities that look through relationships: a picture is its bytes, a link its address."""
    said: dict[str, str] = {}
    for part in parts_with_text(package):
        for relation in package.relationships(part):
            target = relation.target
            if not relation.external and target in package:
                target = hashlib.sha256(package.data(target)).hexdigest()[:16]
            said[f"{part} {relation.id}"] = target
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
                    child.set(attribute, said.get(f"{part} {value!s}", ""))
        for box in list(copied.iter(w("txbxContent"))):
            del box[:]
        etree.cleanup_namespaces(copied)
        return identity(copied)

    return name

"""Footnotes and endnotes: paired before the words are compared, written after.

A call equals another when their notes are paired. Ids are given anew in the order of the calls,
those of deleted notes included: LibreOffice tells notes by the order of their ids.
"""

from __future__ import annotations

from collections.abc import Callable

from drafter.diff import compare
from drafter.render.redline.job import Job
from drafter.spans import Block
from drafter.word.inline import Identify, content, identity
from drafter.word.package import Package
from drafter.word.story import KINDS, NoteKind, Story, notes, paragraphs
from drafter.word.xml import R_NS, Element, local, make, names, serialise, w

_CALLS = names("footnoteReference endnoteReference")
_GONE = names("del moveFrom")
_FIRST_COPY = 1_000_000  # ids of copies until all are numbered in order


def pairs(old: Package, new: Package) -> dict[tuple[str, str, str], str]:
    """A name for each note of both files by (side, kind, id): paired notes share one."""
    found: dict[tuple[str, str, str], str] = {}
    for kind in KINDS:
        olds, news = notes(old, kind), notes(new, kind)
        one, other = _called(old, kind, olds), _called(new, kind, news)
        diff = compare(
            [Block(_words(olds[i]), kind=kind) for i in one],
            [Block(_words(news[j]), kind=kind) for j in other],
            moves=False,
        )
        partner: dict[int, int] = {}
        for change in diff.changes:
            if len(change.old) == len(change.new) == 1:
                partner[change.old[0]] = change.new[0]
        spare = _left_over(partner, _around(old, kind, one), _around(new, kind, other))
        partner |= {
            i: j
            for i, j in spare.items()
            if _first(olds[one[i]]) is not None and _first(news[other[j]]) is not None
        }
        matched = set(partner.values())
        for index, note in enumerate(one):
            found["old", kind, note] = f"{kind}:{'' if index in partner else 'old '}{note}"
        for i, j in partner.items():
            found["new", kind, other[j]] = found["old", kind, one[i]]
        for index, note in enumerate(other):
            if index not in matched:
                found["new", kind, note] = f"{kind}:new {note}"
    return found


def _called(package: Package, kind: NoteKind, known: dict[str, Story]) -> list[str]:
    """The ids of the notes of a file in the order in which they are first called."""
    found: set[str] = set()
    ordered = []
    for element in package.part(package.main).iter(w(f"{kind}Reference")):
        note = element.get(w("id"), "")
        if note in known and note not in found and not _is_gone(element):
            found.add(note)
            ordered.append(note)
    return ordered


def _left_over(
    partner: dict[int, int], olds: list[tuple[str, str]], news: list[tuple[str, str]]
) -> dict[int, int]:
    """Notes of other words, called amid the same words: as many out as in between pairs."""
    found: dict[int, int] = {}
    i = j = 0
    for one, other in (*sorted(partner.items()), (len(olds), len(news))):
        if one - i == other - j:
            for k in range(one - i):
                before, behind = olds[i + k]
                if before + behind and (before, behind) == news[j + k]:
                    found[i + k] = j + k
        i, j = one + 1, other + 1
    return found


def _around(package: Package, kind: NoteKind, called: list[str]) -> list[tuple[str, str]]:
    """The words before and behind the first call of each note, in its paragraph."""
    wanted, found = set(called), {}
    for call in package.part(package.main).iter(w(f"{kind}Reference")):
        note = call.get(w("id"), "")
        holder = next(call.iterancestors(w("p")), None)
        if note in wanted and note not in found and holder is not None:
            read = content(holder)
            at = next((p.start for p in read.pieces if p.element is call), 0)
            found[note] = read.text[:at], read.text[at + 1 :]
    return [found.get(note, ("", "")) for note in called]


def _first(story: Story) -> Element | None:
    return next(paragraphs(story.container), None)


def _words(story: Story) -> str:
    return "\n".join(content(p).text for p in paragraphs(story.container))


def identify(
    side: str, paired: dict[tuple[str, str, str], str], other: Identify = identity
) -> Identify:
    """An identity for every object: that of a call says which note it calls."""

    def name(element: Element) -> str:
        if element.tag in _CALLS:
            kind = local(element).removesuffix("Reference")
            return paired.get((side, kind, element.get(w("id"), "")), kind)
        return other(element)

    return name


class Notes:
    """The notes of the new file that have been called for, by the ids of their copies."""

    def __init__(self) -> None:
        self.copies: dict[tuple[str, str], str] = {}  # (kind, id of the copy): id in the new file

    def copy(self, kind: str, note: str) -> str:
        """The id of a copy yet to be made of a note of the new file."""
        made = str(_FIRST_COPY + len(self.copies))
        self.copies[kind, made] = note
        return made


WriteFlow = Callable[[Job, Element, Element, tuple[str, str]], None]


def write_notes(job: Job, wanted: Notes, write_flow: WriteFlow) -> None:
    """Compare the notes whose calls stayed, mark those whose calls went, copy those that came."""
    for kind in KINDS:
        olds, news = notes(job.old, kind), notes(job.new, kind)
        part = _part(job, kind, wanted)
        if not part:
            continue
        source = next(iter(news.values())).part if news else part
        for found, old, new in job.kept_notes:
            if found == kind and old in olds and new in news:
                write_flow(job, olds[old].container, news[new].container, (part, source))
        for element in list(job.old.part(job.old.main).iter(w(f"{kind}Reference"))):
            note = element.get(w("id"), "")
            before = (kind, note) in job.gone_before
            if note in olds and not before and _is_gone(element):
                _strike(job, olds[note].container, "del")
        for (found, copy), note in list(wanted.copies.items()):
            if found == kind and note in news:
                made = job.carrier.content(news[note].container, source, part)
                made.set(w("id"), copy)
                _strike(job, made, "ins")
                job.old.edit(part).append(made)
        _number(job, kind, part)


def _strike(job: Job, note: Element, name: str) -> None:
    for paragraph in paragraphs(note):
        job.pen.strike(paragraph, name)


def _part(job: Job, kind: NoteKind, wanted: Notes) -> str:
    """The part that holds the notes of the old file, made after the new file's if it is needed."""
    found = job.old.related(job.old.main, f"{kind}s")
    if found:
        if any(k == kind for k, *_ in (*job.kept_notes, *wanted.copies)) or _any_gone(job, kind):
            job.old.edit(found[0])
        return found[0]
    sources = job.new.related(job.new.main, f"{kind}s")
    if not sources or not any(k == kind for k, _ in wanted.copies):
        return ""
    root = job.new.part(sources[0])
    made = make(f"{kind}s")
    for element in root:
        if element.get(w("type"), "normal") != "normal":
            made.append(job.carrier.content(element, sources[0], f"word/{kind}s.xml"))
    job.old.put(f"word/{kind}s.xml", serialise(made), job.new.content_type(sources[0]))
    job.old.relate(job.old.main, f"{R_NS}/{kind}s", f"word/{kind}s.xml")
    return f"word/{kind}s.xml"


def _any_gone(job: Job, kind: NoteKind) -> bool:
    calls = job.old.part(job.old.main).iter(w(f"{kind}Reference"))
    return any(
        _is_gone(call) and (kind, call.get(w("id"))) not in job.gone_before for call in calls
    )


def _is_gone(call: Element) -> bool:
    return any(ancestor.tag in _GONE for ancestor in call.iterancestors())


def gone(package: Package) -> set[tuple[str, str]]:
    """The notes, by kind and id, whose calls are deleted."""
    return {
        (kind, call.get(w("id"), ""))
        for kind in KINDS
        for call in package.part(package.main).iter(w(f"{kind}Reference"))
        if _is_gone(call)
    }


def _number(job: Job, kind: NoteKind, part: str) -> None:
    """Give the notes ids that ascend in the order of their calls, where they do not."""
    calls = list(job.old.part(job.old.main).iter(w(f"{kind}Reference")))
    ids = [call.get(w("id"), "") for call in calls]
    numbers = [int(i) for i in dict.fromkeys(ids) if i.lstrip("-").isdigit()]
    if numbers == sorted(numbers) and all(n < _FIRST_COPY for n in numbers):
        return
    root = job.old.edit(part)
    special = [e for e in root if e.get(w("type"), "normal") != "normal"]
    by_id = {e.get(w("id"), ""): e for e in root if e not in special}
    first = max([int(e.get(w("id"), "0")) for e in special], default=0) + 1
    given = {note: str(max(first, 1) + k) for k, note in enumerate(dict.fromkeys(ids))}
    for note in by_id:  # notes that nothing calls come last
        given.setdefault(note, str(max(first, 1) + len(given)))
    for call in calls:
        call.set(w("id"), given[call.get(w("id"), "")])
    for note, element in by_id.items():
        element.set(w("id"), given[note])
    ordered = sorted(by_id.values(), key=lambda e: int(e.get(w("id"), "0")))
    for element in ordered:
        root.remove(element)
    root.extend(ordered)

"""Which paragraph keeps its mark where paragraphs go or come behind it.

A flow ends in a mark that cannot be deleted: what is out or in at its end is arranged so that the
last paragraphs of the old and of the new flow share it (see docs/redline.md). And where new
paragraphs follow new last words, the first new mark stands right behind these, as Word's own do:
LibreOffice takes words and the paragraph behind a mark that stays for one insertion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.render.redline.entry import Entry, Plan, with_table
from drafter.render.redline.job import Job
from drafter.word.revisions import REVISIONS
from drafter.word.story import Table
from drafter.word.xml import Element, w


def share_marks(job: Job, made: Plan) -> Plan:
    """`made` with the marks of paragraphs given to those that are to keep them."""
    made = _share_last_mark(made)
    return replace(made, entries=tuple(_behind_new_ends(job, made)))


def _behind_new_ends(job: Job, made: Plan) -> Iterator[Entry]:
    """The entries, with new paragraphs behind new last words taking the old paragraph's mark.

    An empty paragraph between them parts them no more than a mark does.
    """
    entries = made.entries
    index = 0
    new_end = False
    while index < len(entries):
        entry = entries[index]
        index += 1
        stays = not (entry.mark or entry.behind or with_table(entry.olds, (), made.olds, made.news))
        new_end = stays and (_ends_new(entry) or (new_end and _is_empty(job, made, entry)))
        if new_end and not _is_bound(made.olds[entry.olds[-1]].element):
            last = index
            while last < len(entries) and _is_new(made, entries[last]):
                last += 1
            # The last one's properties are tracked, which LibreOffice 7.4 does not survive in
            # an empty paragraph.
            while last > index and not job.new_content(_new(made, entries[last - 1])).text:
                last -= 1
            if last > index:
                entry = replace(entry, behind=entries[index:last])
                index, new_end = last, False
        yield entry


def _new(made: Plan, entry: Entry) -> Element:
    return made.news[entry.news[0]].element


def _ends_new(entry: Entry) -> bool:
    return bool(entry.edits) and entry.edits[-1].op == "insert"


def _is_empty(job: Job, made: Plan, entry: Entry) -> bool:
    return not any(job.old_content(made.olds[i].element).text for i in entry.olds)


def _is_bound(paragraph: Element) -> bool:
    """Whether a section ends with the mark of a paragraph, or others changed what it says."""
    properties = paragraph.find(w("pPr"))
    return (
        properties is not None and next(properties.iter(w("sectPr"), *REVISIONS), None) is not None
    )


def _is_new(made: Plan, entry: Entry) -> bool:
    return entry.mark == "ins" and not (
        with_table((), entry.news, made.olds, made.news) or _is_bound(_new(made, entry))
    )


def _share_last_mark(made: Plan) -> Plan:
    """`made` arranged so that the last mark of both flows is one mark, which stays."""
    entries = made.entries
    tail = len(entries)
    while tail and entries[tail - 1].mark:
        tail -= 1
    held = entries[tail:]
    ends = (made.olds and made.olds[-1], made.news and made.news[-1])
    if not held or any(isinstance(end, Table) or not end for end in ends):
        return made
    before = entries[tail - 1] if tail else None
    out = [entry for entry in held if entry.olds]
    come = [entry for entry in held if entry.news]
    if out and come:
        rest = tuple(e for e in held if e is not out[-1] and e is not come[-1])
        last = Entry(out[-1].olds, come[-1].news, whole=True)
        lost = {out[-1].move, come[-1].move}
        return replace(made, entries=_still((*entries[:tail], *rest, last), lost))
    if before is None or isinstance(made.olds[before.olds[-1]], Table):
        return made
    if any(with_table(entry.olds, entry.news, made.olds, made.news) for entry in held):
        return replace(made, entries=_forced(entries[: tail - 1], before, held))
    return replace(made, entries=(*entries[: tail - 1], replace(before, behind=held)))


def _still(entries: Iterable[Entry], lost: set[str]) -> tuple[Entry, ...]:
    """`entries` with the moves named in `lost` as plain deletions and insertions."""
    plain = {"moveFrom": "del", "moveTo": "ins"}
    return tuple(
        replace(entry, mark=plain[entry.mark], move="", partner=-1)
        if entry.move and entry.move in lost
        else entry
        for entry in entries
    )


def _forced(
    entries: tuple[Entry, ...], before: Entry, held: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """With a table out or in at the end: the last paragraphs are paired, whatever they say."""
    lost = {entry.move for entry in held}
    rest = _still(held, lost)
    if held[-1].olds:
        out = tuple(Entry((i,), (), "del") for i in before.olds)
        come = tuple(Entry((), (j,), "ins") for j in before.news[:-1])
        last = Entry(held[-1].olds, before.news[-1:], whole=True)
    else:
        out = tuple(Entry((i,), (), "del") for i in before.olds[:-1])
        come = tuple(Entry((), (j,), "ins") for j in before.news)
        last = Entry(before.olds[-1:], held[-1].news, whole=True)
    return (*_still(entries, lost), *out, *come, *rest[:-1], last)

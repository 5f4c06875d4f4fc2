"""What becomes of every paragraph and table of a flow, in the order in which they will stand.

Here items are paired; who keeps which paragraph mark is told by `ends`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from drafter.diff import compare
from drafter.diff.changes import Diff, Edit
from drafter.diff.words import edits
from drafter.render.redline import tables
from drafter.render.redline.ends import share_marks
from drafter.render.redline.entry import Entry, Plan, with_table
from drafter.render.redline.job import Job
from drafter.render.redline.step import Side
from drafter.spans import OBJECT, Block
from drafter.word.blocks import typed_label
from drafter.word.inline import Content
from drafter.word.story import Flow, Paragraph, Table
from drafter.word.xml import Element, w

_SECTION = f"{w('pPr')}/{w('sectPr')}"


def plan(job: Job, olds: Flow, news: Flow, *, movable: bool) -> Plan:
    """What becomes of every item; moves only where `movable`."""
    entries = _pairs(job, olds, news, movable=movable)
    return share_marks(job, Plan(olds, news, tuple(entries)))


def _pairs(job: Job, olds: Flow, news: Flow, *, movable: bool) -> list[Entry]:
    if len(olds) == len(news) == 1:
        one, other = olds[0], news[0]
        if isinstance(one, Paragraph) and isinstance(other, Paragraph):
            found = _texts_edits(job.old_content(one.element), job.new_content(other.element))
            return [Entry((0,), (0,), edits=found)]
    diff = compare(
        [_block(job, job.old_content, item) for item in olds],
        [_block(job, job.new_content, item) for item in news],
        moves=movable and job.moves,
    )
    same = _same_tables(job, olds, news, diff)
    paired = [Entry((one,), (other,)) for one, other in same]
    moved: dict[int, int] = {}
    last = (-1, -1)
    for change in sorted(diff.changes, key=lambda change: change.old):
        if not change.old or not change.new or isinstance(olds[change.old[0]], Table):
            continue
        if _crosses(change.old[0], change.new[0], same):
            if movable and job.moves and len(change.old) == len(change.new) == 1:
                change = change._replace(kind="moved")  # noqa: PLW2901 - a table stays, it moves
            else:
                continue
        if change.kind == "moved":
            if _can_move(job, olds[change.old[0]], news[change.new[0]]):
                moved[change.old[0]] = change.new[0]
            continue
        several = len(change.old) > 1 or len(change.new) > 1
        breaks = [_breaks(job, olds[i]) for i in change.old]
        breaks += [_breaks(job, news[j]) for j in change.new]
        if breaks[0] != breaks[-1] or (several and any(breaks)):
            continue  # a section break goes and comes with its paragraph
        if several and (job.coarse or with_table(change.old, change.new, olds, news)):
            continue
        if change.old[0] > last[0] and change.new[0] > last[1]:
            told = _without_break(change.edits) if any(breaks) else change.edits
            paired.append(Entry(change.old, change.new, edits=told))
            last = (change.old[-1], change.new[-1])
    paired.sort(key=lambda entry: entry.olds)
    return _in_order(job, paired, _really_moved(diff, paired, moved), (olds, news))


def _really_moved(diff: Diff, paired: Iterable[Entry], moved: dict[int, int]) -> dict[int, int]:
    """The moves that break the order of something that stays and says the same."""
    anchors = [
        (entry.olds[0], entry.news[0])
        for entry in paired
        if diff.old[entry.olds[0]].kind == "cell"
        or (diff.old[entry.olds[0]].text.strip() and all(op == "equal" for op, _ in entry.edits))
    ]
    return {i: j for i, j in moved.items() if _crosses(i, j, anchors)}


def _same_tables(job: Job, olds: Flow, news: Flow, diff: Diff) -> list[tuple[int, int]]:
    """Which tables became which, in order, by what they share: a table weighs all its words.

    A table whose neighbours went the other way, and weigh more, is not paired.
    """
    one = [k for k, item in enumerate(olds) if isinstance(item, Table)]
    other = [k for k, item in enumerate(news) if isinstance(item, Table)]
    if not one or not other:
        return []
    found = [
        (one[i], other[j], weight)
        for i, j, weight in tables.alike(
            [tables.words(job.old_content, olds[k].element, most=3000) for k in one],
            [tables.words(job.new_content, news[k].element, most=3000) for k in other],
        )
    ]
    kept = [c for c in diff.changes if c.old and c.new and c.kind != "moved"]
    return [
        (i, j)
        for i, j, weight in found
        if weight
        > sum(len(diff.old[c.old[0]].text) for c in kept if _crosses(c.old[0], c.new[0], [(i, j)]))
    ]


def _crosses(old: int, new: int, pairs: Iterable[tuple[int, int]]) -> bool:
    """Whether a pair stands before another pair in one text and behind it in the other."""
    return any((old < i) != (new < j) for i, j in pairs if (old, new) != (i, j))


def _in_order(
    job: Job, paired: Sequence[Entry], moved: dict[int, int], flows: tuple[Flow, Flow]
) -> list[Entry]:
    """The pairs in order, and before each what is out and what is in."""
    entries: list[Entry] = []
    names = {i: job.move_name() for i in sorted(moved)}
    sources = {j: i for i, j in moved.items()}

    def leaving(index: int) -> Entry:
        if index in moved:
            return Entry((index,), (), "moveFrom", move=names[index], partner=moved[index])
        return Entry((index,), (), "del")

    def arriving(index: int) -> Entry:
        if index in sources:
            one = sources[index]
            return Entry((), (index,), "moveTo", move=names[one], partner=one)
        return Entry((), (index,), "ins")

    i = j = 0
    for pair in (*paired, Entry((len(flows[0]),), (len(flows[1]),))):
        gone, come = list(range(i, pair.olds[0])), list(range(j, pair.news[0]))
        for one, other in _table_twins(gone, come, flows):
            entries += [leaving(k) for k in gone if k < one]
            entries += [arriving(k) for k in come if k < other]
            entries.append(Entry((one,), (other,)))
            gone, come = [k for k in gone if k > one], [k for k in come if k > other]
        entries += [leaving(k) for k in gone]
        entries += [arriving(k) for k in come]
        entries.append(pair)
        i, j = pair.olds[-1] + 1, pair.news[-1] + 1
    return entries[:-1]


def _table_twins(
    gone: list[int], come: list[int], flows: tuple[Flow, Flow]
) -> list[tuple[int, int]]:
    """Tables that stand between the same neighbours: one became the other, whatever they say.

    A table whose rows all went is a table still to some readers, and shifts all that follow.
    """
    olds = [k for k in gone if isinstance(flows[0][k], Table)]
    news = [k for k in come if isinstance(flows[1][k], Table)]
    return list(zip(olds, news, strict=False))


def _can_move(job: Job, old: Paragraph | Table, new: Paragraph | Table) -> bool:
    """Whether both ends can be marked as a move: words, and nothing that belongs to its place."""
    if isinstance(old, Table) or isinstance(new, Table):
        return False
    for content in (job.old_content(old.element), job.new_content(new.element)):
        if any(piece.field or (piece.text and piece.run is None) for piece in content.pieces):
            return False
    return not any(
        True for item in (old, new) for _ in item.element.iter(w("sectPr"), w("txbxContent"))
    )


def _block(job: Job, read: Callable[[Element], Content], item: Paragraph | Table) -> Block:
    """An item of a flow as the comparison sees it; a table by the words it begins with.

    A section break is a thing at the end of its paragraph.
    """
    if isinstance(item, Table):
        return Block(tables.words(read, item.element), kind="cell")
    content = read(item.element)
    prefix = typed_label(content.text)
    text, objects = content.text[len(prefix) :], content.objects()
    if _breaks(job, item):
        text, objects = text + OBJECT, (*objects, "section break")
    return Block(text, prefix.strip(), objects=objects)


def _breaks(job: Job, item: Paragraph | Table) -> bool:
    """Whether a section ends with `item`; a draft marked on somebody's layout has no sections."""
    return job.dress and item.element.find(_SECTION) is not None


def _without_break(told: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits of a paragraph without the section break at its end, which stays."""
    *before, last = told
    return (*before, Edit(last.op, last.text.removesuffix(OBJECT)))


def _texts_edits(old: Content, new: Content) -> tuple[Edit, ...]:
    one, other = old.text[len(typed_label(old.text)) :], new.text[len(typed_label(new.text)) :]
    return edits(one, other, old.objects(), new.objects())


def moved_edits(old: Side, new: Side) -> tuple[Edit, ...]:
    """The words that changed while a paragraph moved."""
    return _texts_edits(old.contents[0], new.contents[0])

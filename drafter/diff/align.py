"""Which old paragraph became which new one: by content, never by position.

Paragraphs that occur once in both texts and keep their order are anchors; between them the rest is
paired by likeness, in order. Numbers are not looked at. What keeps its order is paired here; what
stands elsewhere is left to `drafter.diff.moves`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, islice, takewhile
from operator import eq

from drafter.diff.sequences import Match, chain, matches, unique_runs
from drafter.diff.similar import EDITED, Likeness
from drafter.spans import OBJECT, Block, fold

Pairs = list[tuple[int, int]]
Runs = list[Match]  # neighbours paired with neighbours: old start, new start, how many
Gap = tuple[list[int], list[int]]  # old and new blocks between two pairs, each in order

# A gap larger than this is first divided by what repeats, exactly, on both sides.
_LARGE = 600
_TELLING = 20  # characters
# Kinds whose order says something. A note follows its call, a header its section.
_MOVABLE = frozenset({"paragraph", "heading"})
# Kinds of which each stands in a place of its own.
_PLACED = frozenset({"cell", "header", "footer", "masthead"})


def identities(old: Sequence[Block], new: Sequence[Block]) -> tuple[list[int], list[int], set[int]]:
    """A number for each block, the same for two blocks that say the same.

    What has no exact like on the other side may have one in other hyphens, spaces or quotes: such
    old blocks come last.
    """
    olds, news = _keys(old), _keys(new)
    lone_old, lone_new = _lone(olds, news), _lone(news, olds)
    theirs = {j: _folded(new[j]) for j in lone_new}
    ours = {i: _folded(old[i]) for i in lone_old}
    loose = set(ours.values()).intersection(theirs.values())
    for keys, folded in ((olds, ours), (news, theirs)):
        for index, key in folded.items():
            if key in loose:
                keys[index] = key
    return olds, news, {i for i, key in ours.items() if key in loose}


def _keys(blocks: Iterable[Block]) -> list[int]:
    """A number for what makes two blocks equal: nearly always the text alone.

    Texts of one hash that are not the same are told as edited, so nothing hangs on it: a text is
    compared with one other, where it is told.
    """
    return [
        hash(block.text)
        if block.kind == "paragraph" and not block.objects
        else hash((block.kind, block.text, block.objects))
        for block in blocks
    ]


def _lone(ours: Sequence[int], theirs: Iterable[int]) -> list[int]:
    """The places in `ours` of what does not stand in `theirs`."""
    known = {*theirs}
    return [place for place, key in enumerate(ours) if key not in known]


def _folded(block: Block) -> int:
    return hash((block.kind, fold(block.text.replace(OBJECT, "")) or block.text))


def anchored(old: Sequence[int], new: Sequence[int], blocks: Sequence[Block]) -> tuple[Runs, Pairs]:
    """Anchors in order, and the pairs of blocks that occur once in both and break that order.

    Of two orders the one that keeps more text in place wins.
    """
    head = sum(takewhile(bool, map(eq, old, new)))
    room = min(len(old), len(new)) - head
    tail = sum(takewhile(bool, islice(map(eq, reversed(old), reversed(new)), room)))
    ends = (len(old) - tail, len(new) - tail)
    sizes = [len(block.text) for block in blocks]
    blank = [old[place] for place, size in enumerate(sizes) if not size] if 0 in sizes else []
    unique = unique_runs(old[head : ends[0]], new[head : ends[1]], blank)
    reach = list(accumulate(sizes, initial=0))
    weights = [reach[head + i + n] - reach[head + i] for i, _, n in unique]
    kept = set(chain([(i, j) for i, j, _ in unique], weights))
    anchors = [(0, 0, head)] if head else []
    astray: Pairs = []
    for i, j, length in unique:
        if (i, j) in kept:
            anchors.append((head + i, head + j, length))
        elif blocks[head + i].kind in _MOVABLE:
            astray += [(head + i + step, head + j + step) for step in range(length)]
    if tail:
        anchors.append((*ends, tail))
    return anchors, astray


def outside(runs: Runs, side: int, end: int, astray: Collection[int]) -> list[int]:
    """The blocks of one side, up to `end`, that stand in none of `runs` and are not `astray`."""
    found: list[int] = []
    place = 0
    for run in runs:
        if place < run[side]:
            found += range(place, run[side])
        place = run[side] + run[2]
    found += range(place, end)
    return [index for index in found if index not in astray] if astray else found


def gaps(
    runs: Runs, olds: Iterable[int], news: Iterable[int], ends: tuple[int, int]
) -> Iterator[Gap]:
    """The blocks of `olds` and `news` (all others are spoken for) that lie between two runs."""
    free_old, free_new = iter(olds), iter(news)
    one, other = next(free_old, None), next(free_new, None)
    for end, until, _ in (*runs, (*ends, 0)):
        rows: list[int] = []
        columns: list[int] = []
        while one is not None and one < end:
            rows.append(one)
            one = next(free_old, None)
        while other is not None and other < until:
            columns.append(other)
            other = next(free_new, None)
        if rows and columns:
            yield rows, columns


def paired(gap: Gap, old: Sequence[int], new: Sequence[int], likeness: Likeness) -> Pairs:
    """The pairs of a gap, in order: as much text as can be stays where it is."""
    rows, columns = gap
    if len(rows) == len(columns) and all(map(likeness.plainly, rows, columns)):
        return list(zip(rows, columns, strict=True))
    if len(rows) * len(columns) > _LARGE:
        return _divided(gap, old, new, likeness)
    return _chained(gap, old, new, likeness)


def in_place(left: Iterable[Gap], likeness: Likeness) -> Iterator[tuple[int, int]]:
    """Pairs of what its place alone makes one: a cell between the same cells, a masthead line.

    "58" and "59" have no word in common and are one cell of a table that was edited.
    """
    for rows, columns in left:
        kinds = {likeness.old[row].kind for row in rows}
        kinds |= {likeness.new[column].kind for column in columns}
        if len(rows) == len(columns) and len(kinds) == 1 and kinds <= _PLACED:
            for row, column in zip(rows, columns, strict=True):
                one, other = likeness.old[row], likeness.new[column]
                if one.kind == "cell" or one.place == other.place:
                    yield row, column


def _divided(gap: Gap, old: Sequence[int], new: Sequence[int], likeness: Likeness) -> Pairs:
    """The pairs of a large gap: first what repeats on both sides, then what lies between."""
    # Blank and very short lines stand everywhere and would lead astray.
    rows = [row for row in gap[0] if len(likeness.old[row].text) >= _TELLING]
    columns = [column for column in gap[1] if len(likeness.new[column].text) >= _TELLING]
    one, other = [old[row] for row in rows], [new[column] for column in columns]
    equal = [
        (rows[first + step], columns[second + step])
        for first, second, length in matches(one, other)
        for step in range(length)
    ]
    if not equal:
        return _chained(gap, old, new, likeness)
    olds, news = {pair[0] for pair in equal}, {pair[1] for pair in equal}
    rest = gaps(
        [(row, column, 1) for row, column in equal],
        (row for row in gap[0] if row not in olds),
        (column for column in gap[1] if column not in news),
        (len(old), len(new)),
    )
    return sorted([*equal, *(pair for gap in rest for pair in paired(gap, old, new, likeness))])


def _chained(gap: Gap, old: Sequence[int], new: Sequence[int], likeness: Likeness) -> Pairs:
    """The heaviest chain of pairs that are alike: text in common, weighed by likeness."""
    pairs: Pairs = []
    weights: list[float] = []
    for row, column, likely in likeness.candidates(*gap, EDITED):
        size = len(likeness.old[row].text) + len(likeness.new[column].text)
        exact = old[row] == new[column]
        pairs.append((row, column))
        weights.append(size + 1 if exact else likely * likely * size)
    return chain(pairs, weights)

"""Which old paragraph became which new one: by content, never by position.

Paragraphs that occur once in both texts and keep their order are anchors; between them the rest is
paired by likeness, in order. Numbers are not looked at. What keeps its order is paired here; what
stands elsewhere is left to `drafter.diff.moves`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from rapidfuzz.distance import Postfix, Prefix

from drafter.diff.sequences import chain, matches, runs, unique_pairs
from drafter.diff.similar import EDITED, Likeness
from drafter.spans import OBJECT, Block, fold

Pairs = list[tuple[int, int]]
Gap = tuple[list[int], list[int]]  # old and new blocks between two pairs, each in order

# A gap larger than this is first divided by what repeats, exactly, on both sides.
_LARGE = 600
_TELLING = 20  # characters
# Kinds whose order says something. A note follows its call, a header its section.
_MOVABLE = frozenset({"paragraph", "heading"})
# Kinds of which each stands in a place of its own.
_PLACED = frozenset({"cell", "header", "footer", "masthead"})


def identities(old: Sequence[Block], new: Sequence[Block]) -> tuple[list[int], list[int]]:
    """A number for each block, the same for two blocks that say the same.

    What has no exact like on the other side may have one in other hyphens, spaces or quotes.
    """
    known: dict[Hashable, int] = {}
    olds = [known.setdefault(key, len(known)) for key in map(_key, old)]
    news = [known.setdefault(key, len(known)) for key in map(_key, new)]
    both = set(olds).intersection(news)
    if len(both) < len(known):
        folded: dict[Hashable, int] = {}
        for blocks, numbers in ((old, olds), (new, news)):
            for index, number in enumerate(numbers):
                if number not in both:
                    block = blocks[index]
                    words = fold(block.text.replace(OBJECT, "")) or block.text
                    key = (block.kind, words)
                    numbers[index] = folded.setdefault(key, len(known) + len(folded))
    return olds, news


def _key(block: Block) -> Hashable:
    """What makes two blocks equal: nearly always the text alone."""
    if block.kind == "paragraph" and not block.objects:
        return block.text
    return (block.kind, block.text, block.objects)


def anchored(
    old: Sequence[int], new: Sequence[int], blocks: Sequence[Block]
) -> tuple[Pairs, Pairs]:
    """Anchors in order, and the pairs of blocks that occur once in both and break that order.

    Of two orders the one that keeps more text in place wins.
    """
    head = Prefix.similarity(old, new)
    tail = Postfix.similarity(old[head:], new[head:])
    middle, opposite = old[head : len(old) - tail], new[head : len(new) - tail]
    unique = [
        (head + one, head + other)
        for one, other in unique_pairs(middle, opposite)
        if blocks[head + one].text
    ]
    parts = runs(unique)
    weights = [sum([len(blocks[one].text) for one, _ in unique[a:b]]) for a, b in parts]
    kept = set(chain([unique[start] for start, _ in parts], weights))
    anchors = [(place, place) for place in range(head)]
    astray: Pairs = []
    for start, end in parts:
        if unique[start] in kept:
            anchors += unique[start:end]
        else:
            astray += unique[start:end]
    anchors += zip(range(len(old) - tail, len(old)), range(len(new) - tail, len(new)), strict=True)
    return anchors, [pair for pair in astray if blocks[pair[0]].kind in _MOVABLE]


def gaps(
    anchors: Pairs, olds: Iterable[int], news: Iterable[int], ends: tuple[int, int]
) -> Iterator[Gap]:
    """The blocks of `olds` and `news` (all others are spoken for) that lie between two anchors."""
    free_old, free_new = iter(olds), iter(news)
    one, other = next(free_old, None), next(free_new, None)
    for end, until in (*anchors, ends):
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
        equal,
        (row for row in gap[0] if row not in olds),
        (column for column in gap[1] if column not in news),
        (len(old), len(new)),
    )
    return sorted([*equal, *(pair for gap in rest for pair in paired(gap, old, new, likeness))])


def _chained(gap: Gap, old: Sequence[int], new: Sequence[int], likeness: Likeness) -> Pairs:
    """The heaviest chain of pairs that are alike: words in common, weighed by likeness."""
    pairs: Pairs = []
    weights: list[float] = []
    for row, column, likely in likeness.candidates(*gap, EDITED):
        size = len(likeness.words(row, new=False)) + len(likeness.words(column, new=True))
        exact = old[row] == new[column]
        pairs.append((row, column))
        weights.append(size + 1 if exact else likely * likely * size)
    return chain(pairs, weights)

"""The comparison: two texts as blocks in, every change between them out.

Puts the steps in order: `align`, `splits`, `moves`, `telling`. Knows blocks by index and text by
stretch, never Markdown or Word.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from drafter.diff.align import (
    Pairs,
    anchored,
    gaps,
    identities,
    in_place,
    outside,
    paired,
)
from drafter.diff.changes import Diff
from drafter.diff.moves import Order, moved
from drafter.diff.similar import Likeness
from drafter.diff.splits import Groups, splits, texts
from drafter.diff.telling import Alignment, told
from drafter.spans import Block


def compare(old: Sequence[Block], new: Sequence[Block], *, moves: bool = True) -> Diff:
    """Every change between `old` and `new`; without `moves` a moved block is out here, in there.

    Every index of both stands in exactly one change; the same input gives the same result.
    """
    old, new = tuple(old), tuple(new)
    with _uncollected():
        return Diff(old, new, tuple(told(_align(old, new, moves=moves))))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cyclic garbage: there is none, and it takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():
                # What was made is there to stay: nothing need walk through it before it is old.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _align(old: tuple[Block, ...], new: tuple[Block, ...], *, moves: bool) -> Alignment:
    ours, theirs, loosely = identities(old, new)
    anchors, astray = anchored(ours, theirs, old)
    likeness = Likeness(old, new)
    result = Alignment(likeness, anchors, astray if moves else [])
    ends = (len(old), len(new))
    free_old = outside(anchors, 0, ends[0], {i for i, _ in result.moved})
    free_new = outside(anchors, 1, ends[1], {j for _, j in result.moved})
    near: Pairs = []
    for gap in gaps(anchors, free_old, free_new, ends):
        near += paired(gap, ours, theirs, likeness)
    if near:
        free_old, free_new = _add(result, near, free_old, free_new)
    if fixed := list(in_place(gaps(result.runs, free_old, free_new, ends), likeness)):
        free_old, free_new = _add(result, fixed, free_old, free_new)
    if free_old or free_new:
        edited = [(i, j) for i, j in (*near, *fixed) if ours[i] != theirs[j]]
        _find_pieces(result, edited, free_old, free_new)
    if moves and (result.moved or (free_old and free_new)):
        order = Order(
            [
                (i, j, n)
                for i, j, n in result.runs
                if ours[i] == theirs[j] and not loosely.issuperset(range(i, i + n))
            ]
        )
        result.moved = [pair for pair in result.moved if order.broken(pair)]
        free_old = _without(free_old, _members(result.split, result.merged))
        free_new = _without(free_new, _members(result.merged, result.split))
        result.moved += moved(free_old, free_new, order, likeness)
    return result


def _add(
    result: Alignment, pairs: Pairs, free_old: list[int], free_new: list[int]
) -> tuple[list[int], list[int]]:
    """Put `pairs` among the others; what is free after that."""
    result.runs = sorted([*result.runs, *((i, j, 1) for i, j in pairs)])
    return _without(free_old, [i for i, _ in pairs]), _without(free_new, [j for _, j in pairs])


def _without(indices: list[int], used: Iterable[int]) -> list[int]:
    taken = set(used)
    return [index for index in indices if index not in taken]


def _members(wholes: Groups, pieces: Groups) -> list[int]:
    """The blocks of one side that are wholes there or pieces of the other side's wholes."""
    return [*wholes, *(piece for group in pieces.values() for piece in group)]


def _find_pieces(
    result: Alignment, edited: Pairs, free_old: list[int], free_new: list[int]
) -> None:
    """Move pairs that turn out to be part of a split or a merger to where they belong."""
    likeness = result.likeness
    before, after = texts(likeness)
    slots = list(gaps(result.runs, free_old, free_new, (len(likeness.old), len(likeness.new))))
    result.split = splits({j: i for i, j in edited}, free_new, slots, before, after)
    taken = _members({}, result.split)
    backward = {i: j for i, j in edited if i not in result.split}
    olds = _without(free_old, result.split)
    slots = [(_without(news, taken), _without(rows, result.split)) for rows, news in slots]
    result.merged = splits(backward, olds, slots, after, before)
    if result.split or result.merged:
        result.runs = [
            run for run in result.runs if run[0] not in result.split and run[1] not in result.merged
        ]

"""Paragraphs that stand elsewhere now: only where their order really broke.

A block moved when it stands before an unchanged one in the old text and after it in the new, or the
other way round. Whatever keeps its order against every unchanged block is never called moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from drafter.diff.align import Pairs, Runs
from drafter.diff.similar import MOVED, Likeness
from drafter.spans import Block

# Fewer words are found everywhere: "Taking note of the report" is no move.
_WORDS = 5
MOVABLE = frozenset({"paragraph", "heading"})


class Order:
    """Whether pairs keep their order against every unchanged pair."""

    def __init__(self, unchanged: Runs) -> None:
        self._olds = [old for old, _, _ in unchanged]
        self._news = [new for _, new, _ in unchanged]

    def __bool__(self) -> bool:
        return bool(self._olds)

    def broken(self, pair: tuple[int, int]) -> bool:
        """Whether `pair`, which is none of them, crosses an unchanged pair."""
        return bisect_left(self._olds, pair[0]) != bisect_left(self._news, pair[1])


def moved(olds: Sequence[int], news: Sequence[int], order: Order, likeness: Likeness) -> Pairs:
    """Pairs among blocks without one that moved and perhaps were edited, the likest first."""
    if not order:
        # Where nothing stayed nothing can be said to have moved past it.
        return []
    rows = [index for index in olds if _tells(likeness.old[index])]
    columns = [index for index in news if _tells(likeness.new[index])]
    alike = [
        (-likely, old, new)
        for old, new, likely in likeness.candidates(rows, columns, MOVED)
        if order.broken((old, new))
    ]
    found: Pairs = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, old, new in sorted(alike):
        if old not in used_old and new not in used_new:
            found.append((old, new))
            used_old.add(old)
            used_new.add(new)
    return found


def _tells(block: Block) -> bool:
    return block.kind in MOVABLE and block.text.count(" ") >= _WORDS - 1

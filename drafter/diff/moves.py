"""Paragraphs that stand elsewhere now: only where their order really broke.

A block moved when it stands before an unchanged one in the old text and after it in the new, or the
other way round. Whatever keeps its order against every unchanged block is never called moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from drafter.diff.align import Pairs
from drafter.diff.similar import MOVED, Likeness

# Fewer words are found everywhere: "Taking note of the report" is no move.
_WORDS = 5
MOVABLE = frozenset({"paragraph", "heading"})


def broken(pairs: Iterable[tuple[int, int]], unchanged: Pairs) -> Pairs:
    """Those of `pairs` that cross an unchanged pair."""
    olds = [old for old, _ in unchanged]
    news = [new for _, new in unchanged]
    return [(old, new) for old, new in pairs if bisect_left(olds, old) != bisect_left(news, new)]


def moved(olds: Sequence[int], news: Sequence[int], unchanged: Pairs, likeness: Likeness) -> Pairs:
    """Pairs among blocks without one that moved and perhaps were edited, the likest first."""
    rows = [index for index in olds if _tells(likeness, index, new=False)]
    columns = [index for index in news if _tells(likeness, index, new=True)]
    alike = [
        (-likely, old, new)
        for old, new, likely in likeness.candidates(rows, columns, MOVED)
        if broken([(old, new)], unchanged)
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


def _tells(likeness: Likeness, index: int, *, new: bool) -> bool:
    block = (likeness.new if new else likeness.old)[index]
    return block.kind in MOVABLE and len(likeness.words(index, new=new)) >= _WORDS

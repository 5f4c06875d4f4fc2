"""What two sequences have in common: the longest common subsequence, and chains that keep order.

Sequences are strings of code points, one for each word or paragraph, so that the work is done in C.
Time and memory are bounded by the sizes alone, never by a clock: the same input, the same result.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import cast

from rapidfuzz.distance import Indel, Postfix, Prefix

# The matrix of a longest common subsequence is a bit a cell: 64 million are 8 MB.
CELLS = 64_000_000

Match = tuple[int, int, int]  # old start, new start, length


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Runs that stand in both `old` and `new`, in the order of both, as many items as can be.

    Where both are so long that the exact answer would cost too much, items that occur once in each
    divide them first; without any, the halves are compared.
    """
    if len(old) * len(new) <= CELLS:
        found = _common(old, new)
        for start, there, length in found:
            if old[start : start + length] != new[there : there + length]:
                return _numbered(old, new)
        return found
    found = []
    start = there = 0
    for cut, opposite in _cuts(old, new):
        for a, b, length in matches(old[start:cut], new[there:opposite]):
            found.append((start + a, there + b, length))
        start, there = cut, opposite
    return found


def _common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    # As a list the opcodes cost a quarter of what they cost one by one; its type is too wide.
    codes = cast("list[tuple[str, int, int, int, int]]", Indel.opcodes(old, new).as_list())
    return [(a, c, b - a) for tag, a, b, c, _ in codes if tag == "equal"]


def _numbered(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """The same when two items have one hash, as happens once in 2**64: numbers tell them apart."""
    numbers: dict[Hashable, int] = {}
    one, other = (
        [numbers.setdefault(item, len(numbers)) for item in items] for items in (old, new)
    )
    return _common(one, other)


def _cuts(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where to cut `old` and `new` into parts that are compared on their own, with their ends."""
    ends = (len(old), len(new))
    head, tail = Prefix.similarity(old, new), Postfix.similarity(old, new)
    if head:
        return [(head, head), ends]
    if tail:
        return [(ends[0] - tail, ends[1] - tail), ends]
    anchors = [pair for pair in chain(unique_pairs(old, new)) if pair != (0, 0)]
    return [*anchors, ends] if anchors else [(ends[0] // 2, ends[1] // 2), ends]


def unique_pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of the items that occur once in `old` and once in `new`, in old order."""
    olds = {item for item, count in Counter(old).items() if count == 1}
    both = olds.intersection(item for item, count in Counter(new).items() if count == 1)
    places = {item: place for place, item in enumerate(new) if item in both}
    return [(place, places[item]) for place, item in enumerate(old) if item in both]


def chain(
    pairs: Sequence[tuple[int, int]], weights: Sequence[float] | None = None
) -> list[tuple[int, int]]:
    """Those of `pairs`, sorted by their first, whose seconds rise too: the heaviest such chain."""
    ends: list[int] = []  # the last second of the best chain of each weight, rising
    totals: list[float] = []  # its weight, rising too
    heads: list[int] = []  # the pair it ends with
    before: list[int] = []  # for each pair, the pair before it in its best chain
    for number, (_, second) in enumerate(pairs):
        weight = 1 if weights is None else weights[number]
        place = bisect_left(ends, second) if ends and second <= ends[-1] else len(ends)
        before.append(heads[place - 1] if place else -1)
        total = weight + (totals[place - 1] if place else 0)
        stop = place
        while stop < len(ends) and totals[stop] <= total:
            stop += 1
        if place < len(ends) and ends[place] == second and totals[place] > total:
            continue
        ends[place:stop], totals[place:stop], heads[place:stop] = [second], [total], [number]
    kept: list[tuple[int, int]] = []
    head = heads[-1] if heads else -1
    while head >= 0:
        kept.append(pairs[head])
        head = before[head]
    kept.reverse()
    return kept


def runs(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where in `pairs`, sorted by their first, those begin and end whose seconds follow on.

    Every other pair stands before or after the whole of a run, in both orders: a run is kept or
    broken as one.
    """
    starts = [0]
    last = pairs[0][1] - 1 if pairs else 0
    for number, (_, second) in enumerate(pairs):
        if second != last + 1:
            starts.append(number)
        last = second
    return list(pairwise([*starts, len(pairs)])) if pairs else []

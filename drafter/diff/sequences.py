"""What two sequences have in common: the longest common subsequence, and chains that keep order.

Sequences are lists of words or of numbers that stand for paragraphs; the work is done in C.
Time and memory are bounded by the sizes alone, never by a clock: the same input, the same result.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import count, repeat
from operator import sub
from typing import cast

from rapidfuzz.distance import Indel, Postfix, Prefix

# The matrix of a longest common subsequence is a bit a cell: 16 million are 2 MB.
CELLS = 16_000_000

Match = tuple[int, int, int]  # old start, new start, length


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> Sequence[Match]:
    """Runs that stand in both `old` and `new`, in the order of both, as many items as can be.

    The last is empty and stands at both ends. Where both are so long that the exact answer would
    cost too much, items that occur once in each divide them first; without any, the halves are
    compared.
    """
    if len(old) * len(new) <= CELLS:
        # They unpack like tuples, which they are not: to make them tuples would cost as much again.
        return cast("Sequence[Match]", Indel.editops(old, new).as_matching_blocks())
    head = Prefix.similarity(old, new)
    tail = Postfix.similarity(old[head:], new[head:])
    ends = len(old) - tail, len(new) - tail
    parts: list[Match] = [(0, 0, head)] if head else []
    start = there = head
    for cut, opposite in _cuts(old[head : ends[0]], new[head : ends[1]]):
        for a, b, length in matches(old[start : head + cut], new[there : head + opposite]):
            if length:
                parts.append((start + a, there + b, length))
        start, there = head + cut, head + opposite
    if tail:
        parts.append((*ends, tail))
    return [*parts, (len(old), len(new), 0)]


def _cuts(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where to cut `old` and `new` into parts that are compared on their own, with their ends."""
    ends = (len(old), len(new))
    anchors = [pair for pair in chain(unique_pairs(old, new)) if pair != (0, 0)]
    return [*anchors, ends] if anchors else [(ends[0] // 2, ends[1] // 2), ends]


def unique_runs(
    old: Sequence[Hashable], new: Sequence[Hashable], without: Iterable[Hashable] = ()
) -> list[Match]:
    """Runs of items that occur once in both, in old order, but for those `without` meaning.

    Every other run stands before or after the whole of a run, in both orders.
    """
    places = _once(old, new)
    for item in without:
        places.pop(item, None)
    # How far each item went; what went nowhere went as far as nothing else.
    steps = map(sub, map(places.get, old, repeat(-(10**12))), count())
    found: list[Match] = []
    last = None
    start = 0
    for place, step in enumerate(steps):
        if step != last:
            if last is not None and start + last >= 0:
                found.append((start, start + last, place - start))
            start, last = place, step
    if last is not None and start + last >= 0:
        found.append((start, start + last, len(old) - start))
    return found


def unique_pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of the items that occur once in `old` and once in `new`, in old order."""
    places = _once(old, new)
    if not places:
        return []
    return [(place, places[item]) for place, item in enumerate(old) if item in places]


def _once(old: Sequence[Hashable], new: Sequence[Hashable]) -> dict[Hashable, int]:
    """Where in `new` the items stand that occur once there and no more than once in `old`."""
    places = dict(zip(new, range(len(new)), strict=True))
    twice = [items for items, kinds in ((old, {*old}), (new, places)) if len(kinds) < len(items)]
    for items in twice:
        for item, times in Counter(items).items():
            if times > 1:
                places.pop(item, None)
    return places


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

"""What two sequences have in common: the longest common subsequence, and chains that keep order.

Sequences are strings of code points, one for each word or paragraph, so that the work is done in C.
Time and memory are bounded by the sizes alone, never by a clock: the same input, the same result.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, Postfix, Prefix

# The matrix of a longest common subsequence is a bit a cell: 64 million are 8 MB.
CELLS = 64_000_000

Match = tuple[int, int, int]  # old start, new start, length


class Codes(dict[str, str]):
    """A code point for each word, given out as words come up."""

    def __missing__(self, word: str) -> str:
        """The next code point that is free."""
        code = self[word] = chr(len(self) + 1)
        return code

    def encode(self, words: Sequence[str]) -> str:
        """`words` as a string, a code point each."""
        return "".join(map(self.__getitem__, words))


def matches(old: str, new: str) -> list[Match]:
    """Runs that stand in both `old` and `new`, in the order of both, as many items as can be.

    Where both are so long that the exact answer would cost too much, items that occur once in each
    divide them first; without any, the halves are compared.
    """
    found: list[Match] = []
    todo = [(0, len(old), 0, len(new))]
    while todo:
        old_start, old_end, new_start, new_end = todo.pop()
        one, other = old[old_start:old_end], new[new_start:new_end]
        head = Prefix.similarity(one, other)
        if head:
            found.append((old_start, new_start, head))
            one, other = one[head:], other[head:]
        tail = Postfix.similarity(one, other)
        if tail:
            found.append((old_end - tail, new_end - tail, tail))
            one, other = one[:-tail], other[:-tail]
        if not one or not other:
            continue
        start, there = old_start + head, new_start + head
        if len(one) * len(other) <= CELLS:
            found += [
                (start + code.src_start, there + code.dest_start, code.src_end - code.src_start)
                for code in Indel.opcodes(one, other)
                if code.tag == "equal"
            ]
        else:
            parts = _divided(one, other)
            todo += [(start + a, start + c, there + b, there + d) for a, c, b, d in parts]
    found.sort()
    return found


def _divided(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """`old` and `new` cut into parts that are compared on their own."""
    cuts = chain(unique_pairs(old, new))
    if not cuts:
        cuts = [(len(old) // 2, len(new) // 2)]
    cuts.append((len(old), len(new)))
    start = there = 0
    for cut, opposite in cuts:
        if cut > start or opposite > there:
            yield start, cut, there, opposite
        start, there = cut, opposite


def unique_pairs(old: Sequence[object], new: Sequence[object]) -> list[tuple[int, int]]:
    """The places of the items that occur once in `old` and once in `new`, in old order."""
    olds, news = Counter(old), Counter(new)
    places = {item: place for place, item in enumerate(new) if news[item] == 1}
    return [
        (place, places[item])
        for place, item in enumerate(old)
        if olds[item] == 1 and item in places
    ]


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

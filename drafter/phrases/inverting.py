"""The building of a segment's inverted lists: each pair of words, each stretch, each run.

Only building loads this; how the lists are read is in `drafter.phrases.postings`.
"""

from __future__ import annotations

import gc
from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, chain, compress, islice, repeat
from operator import not_, or_
from typing import TypeVar

from drafter.phrases import lanes, words
from drafter.phrases.workers import cores, spread

_MOST_BITS = 23
# Of a pair of words that more wordings share, these are kept: no question looks at more.
_MOST_SHARED = 8_000
_FREQUENT = 64  # wordings that share a stretch: above this it is looked up only at need
_SAMPLE = 8  # one wording in so many tells which stretches are frequent
_FEW = 20_000  # wordings that one process reads before others have started
_TURNS = 2  # parts for each process
_PARTED = 2  # shelves that the buckets stand on: sorted at once
_HASHES = 1 << 16  # looked at together
_WIDTH = 12  # bits that tell the buckets apart which are filled at a time
_TOGETHER = 200  # texts whose hashes are made at once: they stay in the processor's cache

T = TypeVar("T")


def build(keys: Sequence[str], size: int, jobs: int = 1) -> dict[str, array[int]]:
    """The sections that say where each pair and each stretch of `keys` occurs; `size` in bytes.

    The texts are gone through by `jobs` processes (0: one a core).
    """
    frequent = _frequent(keys)
    bits = array("B", bytes(_room(size)))
    pairs, pair_counts = array("I"), array("I")
    grams, gram_counts = array("I"), array("I")
    for part in spread(_read, _parts(keys, frozenset(frequent), len(bits), jobs), jobs):
        pairs += part.pairs
        pair_counts += part.pair_counts
        grams += part.grams
        gram_counts += part.gram_counts
        bits = _both(bits, part.bits)
    parts = 1 if _few(keys, jobs) else _PARTED
    shelves = chain(
        _shelves(pairs, pair_counts, parts, most=_MOST_SHARED),
        _shelves(grams, gram_counts, parts),
    )
    sorted_ = spread(_sorted, shelves, jobs)
    pair_start, pair = _joined(islice(sorted_, parts))
    gram_start, gram = _joined(sorted_)
    return {
        "pair_start": pair_start,
        "pair": pair,
        "gram_start": gram_start,
        "gram": gram,
        "frequent": frequent,
        "seen": bits,
    }


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the wordings on their way to a worker."""

    keys: Sequence[str]
    frequent: frozenset[int]
    room: int  # bytes of the filter


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands in some wordings, in their order."""

    pairs: array[int]
    pair_counts: array[int]
    grams: array[int]
    gram_counts: array[int]
    bits: array[int]


def _parts(keys: Sequence[str], frequent: frozenset[int], room: int, jobs: int) -> Iterator[_Part]:
    # Each part has a filter of its own, so there are few; a small bank is read here and at once.
    count = 1 if _few(keys, jobs) else _TURNS * (jobs or cores())
    size = -(-len(keys) // count) or 1
    for at in range(0, len(keys), size):
        yield _Part(keys[at : at + size], frequent, room)


def _few(keys: Sequence[str], jobs: int) -> bool:
    return jobs == 1 or len(keys) < _FEW


def _read(part: _Part) -> _Read:
    """What stands in some wordings. Runs in a worker."""
    flags = bytearray(8 * part.room)  # a byte for each bit: twice as quick to set
    read = _Read(array("I"), array("I"), array("I"), array("I"), array("B"))
    for texts in _lanes(part.keys):
        least = lanes.lowest(texts.grams, part.frequent)
        runs = lanes.bits(texts.runs, 0, len(flags) - 1)
        for start, end in texts.spans:
            told = words.kept(texts.pairs[start : end - 1])
            told.add(texts.words[start] if start < end else 0)
            read.pairs.extend(told)
            read.pair_counts.append(len(told))
            whole = slice(start, end - words.VERBATIM_WORDS + 1)
            chosen = set(least[whole])
            read.grams.extend(chosen)
            read.gram_counts.append(len(chosen))
            for run in runs[whole]:
                flags[run] = 1
    read.bits.frombytes(_bits(flags))
    return read


def _lanes(keys: Iterable[str]) -> Iterator[lanes.Lanes]:
    """The hashes of `keys`, some texts at a time."""
    waiting = map(words.printed, keys)
    while some := list(islice(waiting, _TOGETHER)):
        yield lanes.hashed(some)


def _bits(flags: bytearray) -> bytes:
    """A bit for each byte of `flags`, which are 0 or 1."""
    eighths = (int.from_bytes(flags[bit::8], "little") << bit for bit in range(8))
    return reduce(or_, eighths).to_bytes(len(flags) // 8, "little")


def _both(one: array[int], other: array[int]) -> array[int]:
    """The bits of two filters of one size."""
    either = int.from_bytes(one, "little") | int.from_bytes(other, "little")
    return array("B", either.to_bytes(len(one), "little"))


def _room(size: int) -> int:
    """The bytes of a filter for texts of so many bytes: four to eight bits a word, doubled."""
    return 1 << max(size.bit_length() - 4, 3)


def _frequent(keys: Sequence[str]) -> array[int]:
    """The classes of stretches that so many wordings share that they tell little."""
    step = _SAMPLE if len(keys) > _SAMPLE * _FREQUENT * 100 else 1
    counts: Counter[int] = Counter()
    for texts in _lanes(keys[::step]):
        rarities = lanes.bits(texts.grams, 0, words.RARITY)
        for start, end in texts.spans:
            counts.update(rarities[start : end - words.GRAM + 1])
    most = max(_FREQUENT, len(keys) // 1000) // step
    return array("I", sorted(rarity for rarity, count in counts.items() if count > most))


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What is to be sorted into buckets, and into which of them."""

    hashes: array[int]
    counts: array[int]  # how many of the hashes are each wording's
    bits: int  # that say its bucket on the shelf
    part: int  # of two shelves the one on which the bit above them is this
    parts: int  # 1 or 2
    most: int


def _shelves(hashes: array[int], counts: array[int], parts: int, most: int = 0) -> Iterator[_Shelf]:
    """The work of sorting hashes into buckets of a power of two.

    Of what more than `most` wordings share, the first are kept.
    """
    bits = min(max(len(hashes) // 4, 1).bit_length(), _MOST_BITS)
    for part in range(parts):
        yield _Shelf(hashes, counts, bits - (parts - 1), part, parts, most)


def _sorted(shelf: _Shelf) -> tuple[array[int], array[int]]:
    """The size of each bucket, and what is in them. Runs in a worker."""
    watched = gc.isenabled()
    gc.disable()  # so many lists are no garbage, and are looked through again and again
    try:
        sizes, inverted = array("I"), array("I")
        width = min(shelf.bits, _WIDTH)
        for numbers, owners in _dealt(shelf, width):
            buckets: list[list[int]] = [[] for _ in range(1 << width)]
            _put(buckets, list.append, numbers, owners)
            if shelf.most and len(numbers) > shelf.most:
                for bucket in buckets:
                    del bucket[shelf.most :]
            sizes.extend(map(len, buckets))
            inverted.extend(chain.from_iterable(buckets))
        return sizes, inverted
    finally:
        if watched:
            gc.enable()


def _dealt(shelf: _Shelf, width: int) -> Iterator[tuple[array[int], array[int]]]:
    """The buckets of a shelf in runs of so many bits, as which is filled and by which wording.

    A run stays in the processor's cache while its buckets are filled, which all do not.
    """
    runs = 1 << shelf.bits - width
    numbers, owners = ([array("I") for _ in range(runs)] for _ in range(2))
    holders = chain.from_iterable(map(repeat, range(len(shelf.counts)), shelf.counts))
    for at in range(0, len(shelf.hashes), _HASHES):
        some = shelf.hashes[at : at + _HASHES]
        whose: Iterable[int] = islice(holders, len(some))
        if shelf.parts > 1:
            here = lanes.bits(some, shelf.bits, 1)
            chosen = list(here if shelf.part else map(not_, here))
            some, whose = array("I", compress(some, chosen)), list(compress(whose, chosen))
        run = lanes.bits(some, width, runs - 1)
        _put(numbers, array.append, run, lanes.bits(some, 0, (1 << width) - 1))
        _put(owners, array.append, run, whose)
    return zip(numbers, owners, strict=True)


def _put(
    places: Sequence[T], append: Callable[[T, int], None], at: Iterable[int], what: Iterable[int]
) -> None:
    """Append each number to its place: no loop of Python's own, which takes twice as long."""
    deque(map(append, map(places.__getitem__, at), what), maxlen=0)


def _joined(shelves: Iterable[tuple[array[int], array[int]]]) -> tuple[array[int], array[int]]:
    """Where each bucket begins, and all that is in them."""
    sizes, inverted = array("I"), array("I")
    for some_sizes, some in shelves:
        sizes += some_sizes
        inverted += some
    return array("I", accumulate(sizes, initial=0)), inverted

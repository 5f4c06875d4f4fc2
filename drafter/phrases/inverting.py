"""The building of a segment's inverted lists: each pair of words, each stretch, each run.

Only building loads this; how the lists are read is in `drafter.phrases.postings`.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, chain, compress, islice, repeat
from operator import or_

from drafter.phrases import lanes, words
from drafter.phrases.workers import cores, spread

_MOST_BITS = 23
# Of a pair of words that more wordings share, these are kept: no question looks at more.
_MOST_SHARED = 8_000
_FREQUENT = 64  # wordings that share a stretch: above this it is looked up only at need
_SAMPLE = 4  # one wording in so many tells which stretches are frequent
_FEW = 20_000  # wordings that one process reads before others have started
_TURNS = 2  # parts for each process
_PARTED = 2  # shelves that the buckets stand on: sorted at once
_HASHES = 1 << 16  # looked at together
_TOGETHER = 200  # texts whose hashes are made at once: they stay in the processor's cache


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
        runs = lanes.masked(texts.runs, len(flags) - 1)
        for start, end in texts.spans:
            told = set(texts.pairs[start : end - 1])
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
        rarities = lanes.masked(texts.grams, words.RARITY)
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
    """The size of each bucket, and what is in them: a counting sort. Runs in a worker."""
    buckets, owners = _shelved(shelf)
    sizes = array("I", bytes(4 << shelf.bits))
    for bucket in buckets:
        sizes[bucket] += 1
    free = array("I", accumulate(sizes[:-1], initial=0))
    inverted = array("I", bytes(4 * len(buckets)))
    for bucket, wording in zip(buckets, owners, strict=True):
        place = free[bucket]
        inverted[place] = wording
        free[bucket] = place + 1
    return _trimmed(sizes, inverted, shelf.most) if shelf.most else (sizes, inverted)


def _shelved(shelf: _Shelf) -> tuple[array[int], Iterator[int]]:
    """The bucket of each hash that belongs on a shelf, and the wording it comes from."""
    buckets, chosen = array("I"), bytearray()
    for at in range(0, len(shelf.hashes), _HASHES):
        some = shelf.hashes[at : at + _HASHES]
        found = lanes.masked(some, (1 << shelf.bits) - 1)
        if shelf.parts == 1:
            buckets += found
        else:
            here = lanes.having(some, shelf.bits, shelf.part)
            buckets.extend(compress(found, here))
            chosen += here
    owners = chain.from_iterable(map(repeat, range(len(shelf.counts)), shelf.counts))
    return buckets, owners if shelf.parts == 1 else compress(owners, chosen)


def _joined(shelves: Iterable[tuple[array[int], array[int]]]) -> tuple[array[int], array[int]]:
    """Where each bucket begins, and all that is in them."""
    sizes, inverted = array("I"), array("I")
    for some_sizes, some in shelves:
        sizes += some_sizes
        inverted += some
    return array("I", accumulate(sizes, initial=0)), inverted


def _trimmed(sizes: array[int], inverted: array[int], most: int) -> tuple[array[int], array[int]]:
    """The buckets with none larger than `most`."""
    kept, whole, start = array("I"), 0, 0
    for bucket, size in enumerate(sizes):
        if size > most:
            kept.extend(inverted[whole : start + most])
            whole = start + size
            sizes[bucket] = most
        start += size
    kept.extend(inverted[whole:])
    return sizes, kept

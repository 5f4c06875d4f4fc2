"""The hashes of many texts at once: a big integer holds them side by side, a lane for each.

CPython goes through a big integer at the speed of memory, and through a loop a hundred times
slower. What comes out is what `drafter.phrases.words` gives for each text by itself.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Container, Iterable
from dataclasses import dataclass

from drafter.phrases.words import GRAM, HASH_BITS, HASHES, RARITY, VERBATIM_WORDS

_WIDTH = 32  # bits of a lane; hashes leave two free: one says "later", one who is smaller
_LATER_BIT = HASH_BITS
_BEFORE = VERBATIM_WORDS  # empty lanes before the first text, so that no slice begins below zero


@dataclass(frozen=True, slots=True)
class Lanes:
    """The stretches of several texts, one text after the other.

    What begins at a word near the end of a text runs into the next one: `spans` says where each
    text begins and ends, in words.
    """

    spans: tuple[tuple[int, int], ...]
    words: array[int]
    pairs: array[int]
    grams: array[int]
    runs: array[int]


def hashed(texts: Iterable[Iterable[str]]) -> Lanes:
    """The stretches of texts that are given as their words."""
    single, spans = array("I", bytes(4 * _BEFORE)), []
    for text in texts:
        start = len(single)
        single.extend(map(HASHES.__getitem__, text))
        spans.append((start, len(single)))
    size = len(single)
    pairs = _joined(_packed(single), size, 1)
    grams = _joined(pairs, size, 2)
    runs = _joined(grams, size, GRAM)
    unpacked = (_unpacked(lanes, size) for lanes in (pairs, grams, runs))
    return Lanes(tuple(spans), single, *unpacked)


def lowest(grams: array[int], frequent: Container[int]) -> array[int]:
    """For each run of eight words the stretch by which the index knows it (`words.lowest`)."""
    size, lanes = len(grams), _packed(grams)
    flags = bytearray(4 * size)
    flags[::4] = bytes(map(frequent.__contains__, bits(grams, 0, RARITY)))
    lanes |= int.from_bytes(flags, "little") << _LATER_BIT
    two = _smaller(lanes, 1, size)
    four = _smaller(two, 2, size)
    # The fifth is the one that the last four have and the first four have not.
    five = _smaller_of(four, lanes >> 4 * _WIDTH, size)
    return _unpacked(five & _every((1 << HASH_BITS) - 1, size), size)


def bits(numbers: array[int], low: int, mask: int) -> array[int]:
    """Of each number the bits of `mask`, from its bit `low` on."""
    size = len(numbers)
    return _unpacked(_packed(numbers) >> low & _every(mask, size), size)


def _joined(lanes: int, size: int, words: int) -> int:
    """Each stretch of so many words with the one after it."""
    kept = _every((1 << HASH_BITS - words) - 1, size)
    return lanes ^ lanes >> words * _WIDTH + words & kept


def _smaller(lanes: int, ahead: int, size: int) -> int:
    return _smaller_of(lanes, lanes >> ahead * _WIDTH, size)


def _smaller_of(one: int, other: int, size: int) -> int:
    """The smaller number of each lane; a lane's highest bit must be free."""
    guard = _every(1 << _WIDTH - 1, size)
    # What is borrowed takes the highest bit of its own lane, never of the next.
    larger = (one | guard) - other & guard
    return one ^ ((one ^ other) & larger - (larger >> _WIDTH - 1))


def _every(number: int, size: int) -> int:
    """`number` in each lane."""
    return int.from_bytes(number.to_bytes(_WIDTH // 8, "little") * size, "little")


def _packed(numbers: array[int]) -> int:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return int.from_bytes(numbers, "little")


def _unpacked(lanes: int, size: int) -> array[int]:
    numbers = array("I")
    numbers.frombytes(lanes.to_bytes(4 * size, "little"))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers

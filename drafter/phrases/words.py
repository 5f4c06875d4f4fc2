"""Words as the index sees them, and the hashes that stand for stretches of words.

The hashes are part of the index format: they depend on the words alone, so they are the same in
every process, and changing them means raising `drafter.phrases.segment.VERSION`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import repeat
from operator import rshift, xor
from typing import NamedTuple
from zlib import crc32

VERBATIM_WORDS = 8  # the shortest stretch that counts as agreed language
GRAM = 4  # words hashed together to find stretches; every stretch of 8 words holds five of them
_BEGINNING = 16  # words of a text that may be typed before any other
_SHORT = 40  # words of a text, often a formula, that is told from others by very few
_WINDOW = VERBATIM_WORDS - GRAM + 1
_WORD = re.compile(r"\w+")
# What is no part of a word, made a space: in plain letters three times as quick as the pattern.
_APART = "".join(c if c.isalnum() or c == "_" else " " for c in map(chr, range(128)))
# Kinds of hyphen, space and quotation mark that issued drafts and adopted texts use at will; what
# cannot be seen becomes a space, so that character stands for character.
_KINDS = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("‘’‚‛′´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
}
# Small numbers are quick in CPython: thirty bits are one digit.
HASH_BITS = 30
_MASK = (1 << HASH_BITS) - 1
_LATER = 1 << HASH_BITS
RARITY = (1 << 22) - 1  # the bits by which stretches are told rare or frequent
_SPREAD = 0x9E3779B1  # an odd constant that spreads a checksum's bits


def fold(text: str) -> str:
    """`text` with one kind of hyphen, space and quotation mark; every place stays where it is."""
    text = text.replace("`", "'")
    if not text.isascii():
        # A replacement for each kind met costs a tenth of translating character by character.
        for kind in _KINDS.keys() & set(text):
            text = text.replace(kind, _KINDS[kind])
    return text


def key(text: str) -> str:
    """`text` as wordings are told apart: folded, with single spaces."""
    return " ".join(fold(text).split())


def words(folded: str) -> list[str]:
    """The words of a key in lower case, punctuation left out."""
    return [word.lower() for word in _WORD.findall(folded)]


def printed(folded: str) -> list[str]:
    """The words of a key as they stand, punctuation left out."""
    if folded.isascii():
        return folded.translate(_APART).split()
    return _WORD.findall(folded)


class _Hashes(dict[str, int]):
    """The hash of each word met so far, whatever its case."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        value = crc32(word.lower().encode("utf-8", "surrogatepass")) * _SPREAD & 0xFFFFFFFF
        self[word] = found = (value ^ value >> 15) & _MASK
        return found


_MOST_KNOWN = 200_000
HASHES = _Hashes()


class Hashed(NamedTuple):
    """The stretches of one text, as hashes."""

    pairs: tuple[int, ...]  # the two words that begin at each word
    grams: tuple[int, ...]  # the `GRAM` words that begin at each word
    runs: tuple[int, ...]  # the `VERBATIM_WORDS` words that begin at each word


def hashed(words: Iterable[str]) -> Hashed:
    """The stretches of a text with these words, in whatever case."""
    pairs = _joined(tuple(map(HASHES.__getitem__, words)), 1)
    grams = _joined(pairs, 2)
    return Hashed(pairs, grams, _joined(grams, GRAM))


def told(words: Iterable[str]) -> set[int]:
    """What tells a text from others: its pairs of words, and its first word alone."""
    single = tuple(map(HASHES.__getitem__, words))
    return {*single[:1], *_joined(single, 1)}


def kept(pairs: Sequence[int]) -> set[int]:
    """The pairs of a text by which the index knows it, given all in order.

    All of a short text, and of the beginning of any, as that is what is typed first; of the rest
    every other one. Of two pairs that follow each other in a question a text that has both is known
    by one at least, and half of those of a long text tell it from others as well as all do.
    """
    if len(pairs) <= _SHORT:
        return set(pairs)
    return {*pairs[:_BEGINNING], *pairs[_BEGINNING::2]}


def _joined(stretches: tuple[int, ...], size: int) -> tuple[int, ...]:
    """Each of these stretches of `size` words with the one after it."""
    # The second is shifted, so that the order of the two counts.
    return tuple(map(xor, stretches, map(rshift, stretches[size:], repeat(size))))


def lowest(grams: Sequence[int], frequent: Container[int]) -> tuple[int, ...]:
    """The smallest stretch within each eight words, a frequent one only where all five are.

    Whatever eight words two texts share, they share this one: an index of a third of all stretches
    misses none (Roberts et al., "Reducing storage requirements for biological sequence
    comparison", 2004). `frequent` holds the low bits (RARITY) of the frequent ones.
    """
    order = [g | _LATER if g & RARITY in frequent else g for g in grams]
    least = map(min, *(order[start:] for start in range(_WINDOW)))
    return tuple(value & _MASK for value in least)

"""Words as the index sees them, and the hashes that stand for stretches of words.

The hashes are part of the index format: they depend on the words alone, so they are the same in
every process, and changing them means raising `drafter.phrases.segment.VERSION`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from operator import xor
from zlib import crc32

VERBATIM_WORDS = 8  # the shortest stretch that counts as agreed language
GRAM = 4  # words hashed together to find stretches; every stretch of 8 words holds five of them
_WINDOW = VERBATIM_WORDS - GRAM + 1
_WORD = re.compile(r"\w+")
# Kinds of hyphen, space and quotation mark that issued drafts and adopted texts use at will; what
# cannot be seen becomes a space, so that character stands for character.
_FOLD = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
        **dict.fromkeys("‘’‚‛′´`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
    }
)
_BITS = 32
_MASK = (1 << _BITS) - 1
_LATER = 1 << _BITS
RARITY = (1 << 22) - 1  # the bits by which stretches are told rare or frequent
# Odd constants that spread a checksum's bits; one for each place in a stretch.
_SPREAD = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)


def fold(text: str) -> str:
    """`text` with one kind of hyphen, space and quotation mark; every place stays where it is."""
    return text.translate(_FOLD)


def key(text: str) -> str:
    """`text` as wordings are told apart: folded, with single spaces."""
    return " ".join(fold(text).split())


def words(folded: str) -> list[str]:
    """The words of a key in lower case, punctuation left out."""
    return [word.lower() for word in _WORD.findall(folded)]


class Hashes(dict[str, tuple[int, int, int, int]]):
    """The four hashes of each word met so far, one for each place in a stretch of words."""

    def __missing__(self, word: str) -> tuple[int, int, int, int]:
        check = crc32(word.encode("utf-8", "surrogatepass"))
        hashes = tuple(
            (check * spread & _MASK) ^ (check * spread & _MASK) >> 15 for spread in _SPREAD
        )
        self[word] = hashes  # type: ignore[assignment]
        return self[word]


@dataclass(frozen=True, slots=True)
class Hashed:
    """The stretches of one text, as hashes."""

    pairs: frozenset[int]  # of neighbouring words, the first word alone included
    grams: tuple[int, ...]  # the stretch of `GRAM` words that begins at each word


def hashed(words: Iterable[str], hashes: Hashes) -> Hashed:
    """The stretches of a text with these words."""
    columns = tuple(zip(*map(hashes.__getitem__, words), strict=True))
    if not columns:
        return Hashed(frozenset(), ())
    one, two, three, four = columns
    pairs = tuple(map(xor, one, two[1:]))
    grams = tuple(map(xor, pairs, map(xor, three[2:], four[3:])))
    return Hashed(frozenset((one[0], *pairs)), grams)


def minimizers(grams: Sequence[int], frequent: Container[int]) -> set[int]:
    """The smallest of every five stretches in a row, a frequent one only where all are: a third.

    Whatever eight words two texts share, they share one of these: an index of them misses none
    (Roberts et al., "Reducing storage requirements for biological sequence comparison", 2004).
    `frequent` holds the low bits (RARITY) of the frequent ones.
    """
    order = [g + _LATER if g & RARITY in frequent else g for g in grams]
    chosen = set(map(min, *(order[start:] for start in range(_WINDOW))))
    return {value & _MASK for value in chosen}

"""How alike two paragraphs are, by words, and which ones are worth asking about.

Words are looked at only in paragraphs that did not stay as they were.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, LCSseq, Postfix, Prefix

from drafter.diff.sequences import Codes
from drafter.spans import Block, fold

EDITED = 0.5  # in place: at least half of the words stand in both
MOVED = 0.65  # elsewhere: more, for a wrong move misleads more than a deletion and an insertion

_SHORT = 12  # words: below, a comma would decide
_PUNCTUATION = re.compile(r"[^\w\s]+")
# Of a paragraph's words the rarest find its likes; a word in very many paragraphs finds nothing.
_RAREST, _MANY, _ASKED = 10, 40, 5
# So many pairs are simply all compared.
_FEW = 600


class Likeness:
    """The likeness of old and new blocks, by index; what was looked up is kept."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        self.old, self.new = old, new
        self._vocabulary = Codes()
        self._codes: dict[tuple[bool, int], str] = {}
        self._bare: dict[tuple[bool, int], str] = {}

    def words(self, index: int, *, new: bool) -> str:
        """What stands between the spaces of a block, a code point each."""
        codes = self._codes.get((new, index))
        if codes is None:
            text = (self.new if new else self.old)[index].text
            codes = self._codes[new, index] = self._vocabulary.encode(text.split())
        return codes

    def bare(self, index: int, *, new: bool) -> str:
        """The words of a block without punctuation, capitals and kinds of hyphen."""
        codes = self._bare.get((new, index))
        if codes is None:
            text = (self.new if new else self.old)[index].text
            words = _PUNCTUATION.sub(" ", fold(text)).casefold().split()
            codes = self._bare[new, index] = self._vocabulary.encode(words)
        return codes

    def of(self, old: int, new: int, cutoff: float = EDITED) -> float:
        """From 0 to 1: the share of the words of both that stand in both in order; 0 below."""
        if self.old[old].kind != self.new[new].kind:
            return 0.0
        one, other = self.words(old, new=False), self.words(new, new=True)
        if one == other:
            return 1.0
        if min(len(one), len(other)) < _SHORT:
            one = self.bare(old, new=False) or one
            other = self.bare(new, new=True) or other
        return (
            Indel.normalized_similarity(one, other, score_cutoff=cutoff) if one and other else 0.0
        )

    def plainly(self, old: int, new: int) -> bool:
        """Whether two blocks begin and end so much alike that no other pair need be tried."""
        if self.old[old].kind != self.new[new].kind:
            return False
        one, other = self.old[old].text, self.new[new].text
        shorter, whole = min(len(one), len(other)), len(one) + len(other)
        shared = min(Prefix.similarity(one, other) + Postfix.similarity(one, other), shorter)
        return shared * 2 >= 0.75 * whole

    def candidates(
        self, olds: Sequence[int], news: Sequence[int], cutoff: float
    ) -> Iterator[tuple[int, int, float]]:
        """Pairs that are alike, with their likeness, ordered by old index, the last new first."""
        everything = len(olds) * len(news) <= _FEW
        asked = None if everything else self._asked(olds, news)
        for number, old in enumerate(olds):
            for new in reversed(news) if asked is None else asked[number]:
                likeness = self.of(old, new, cutoff)
                if likeness:
                    yield old, new, likeness

    def _asked(self, olds: Sequence[int], news: Sequence[int]) -> list[list[int]]:
        """For each old block the few new ones that share most of its rare words, last first."""
        places: dict[str, list[int]] = {}
        for new in news:
            for word in set(self.words(new, new=True)):
                places.setdefault(word, []).append(new)
        asked: list[list[int]] = []
        for number, old in enumerate(olds):
            known = [word for word in set(self.words(old, new=False)) if word in places]
            known.sort(key=lambda word: (len(places[word]), word))
            votes: Counter[int] = Counter()
            for word in known[:_RAREST]:
                if len(places[word]) <= _MANY:
                    votes.update(places[word])
            best = sorted(votes, key=lambda new: (-votes[new], new))[:_ASKED]
            # Among stock texts no word is rare: those about as far down are asked too.
            opposite = number * len(news) // len(olds)
            near = news[max(opposite - 1, 0) : opposite + 2]
            asked.append(sorted({*best, *near}, reverse=True))
        return asked


def explained(before: str, piece: str, after: str, whole: str) -> float:
    """The share of the words of `piece` that `whole` holds beyond what stands beside it."""
    rest = LCSseq.similarity(before + after, whole)
    return (LCSseq.similarity(before + piece + after, whole) - rest) / len(piece)


def alike(one: str, other: str) -> float:
    """From 0 to 1: how many words of both stand in both, in order."""
    return Indel.normalized_similarity(one, other)

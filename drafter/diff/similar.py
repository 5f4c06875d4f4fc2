"""How alike two paragraphs are, by words, and which ones are worth asking about.

Words are looked at only in paragraphs that did not stay as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, LCSseq

from drafter.diff.changes import Edit
from drafter.diff.rare import RareWords
from drafter.diff.words import edits
from drafter.spans import Block, fold

EDITED = 0.4  # in place: of annual pairs at 0.4 to 0.5 nearly all are one paragraph, much reworked
MOVED = 0.65  # elsewhere: more, for a wrong move misleads more than a deletion and an insertion

_SHORT = 12  # words: below, a comma would decide
_PUNCTUATION = re.compile(r"[^\w\s]+")
# Of the characters of both texts this share, counted once, stays: they are one paragraph.
_PLAIN = 0.3
# So many pairs are simply all compared; of more, those few with each that share rare words.
FEW, _ASKED = 600, 5


class Likeness:
    """The likeness of old and new blocks, by index; what was looked up is kept."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        self.old, self.new = old, new
        self._words: dict[tuple[bool, int], list[str]] = {}
        self._bare: dict[tuple[bool, int], list[str]] = {}
        self._likes: dict[int, list[int]] = {}
        self._liked: dict[int, list[int]] = {}
        self._known: set[int] = set()  # the new blocks among which likes were last looked for
        self._scripts: dict[tuple[int, int], tuple[Edit, ...]] = {}

    def words(self, index: int, *, new: bool) -> list[str]:
        """What stands between the spaces of a block."""
        words = self._words.get((new, index))
        if words is None:
            text = (self.new if new else self.old)[index].text
            words = self._words[new, index] = text.split()
        return words

    def bare(self, index: int, *, new: bool) -> list[str]:
        """The words of a block without punctuation, capitals and kinds of hyphen."""
        words = self._bare.get((new, index))
        if words is None:
            text = (self.new if new else self.old)[index].text
            words = _PUNCTUATION.sub(" ", fold(text)).casefold().split()
            self._bare[new, index] = words
        return words

    def script(self, old: int, new: int) -> tuple[Edit, ...]:
        """The edits between two blocks, made once."""
        script = self._scripts.get((old, new))
        if script is None:
            one, other = self.old[old], self.new[new]
            script = edits(one.text, other.text, one.objects, other.objects)
            self._scripts[old, new] = script
        return script

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
        # Of texts so unequal in length it is known without looking.
        if not one or not other or 2 * min(len(one), len(other)) < cutoff * (len(one) + len(other)):
            return 0.0
        return Indel.normalized_similarity(one, other, score_cutoff=cutoff)

    def plainly(self, old: int, new: int) -> bool:
        """Whether so much of two blocks stays that no other pair need be tried."""
        one, other = self.old[old], self.new[new]
        size = len(one.text) + len(other.text)
        if one.kind != other.kind or not 0.5 <= (len(one.text) + 1) / (len(other.text) + 1) <= 2:
            return False
        script = self.script(old, new)
        return sum([len(text) for op, text in script if op == "equal"]) >= _PLAIN * size

    def candidates(
        self, olds: Sequence[int], news: Sequence[int], cutoff: float
    ) -> Iterator[tuple[int, int, float]]:
        """Pairs that are alike, with their likeness, ordered by old index, the last new first."""
        everything = len(olds) * len(news) <= FEW
        asked = None if everything else self._asked(olds, news)
        for number, old in enumerate(olds):
            for new in reversed(news) if asked is None else asked[number]:
                likeness = self.of(old, new, cutoff)
                if likeness:
                    yield old, new, likeness

    def _asked(self, olds: Sequence[int], news: Sequence[int]) -> list[list[int]]:
        """For each old block the few new ones that share most of its rare words, last first."""
        wanted = set(news)
        if not (self._known >= wanted and all(old in self._likes for old in olds)):
            rare = RareWords((new, self.words(new, new=True)) for new in news)
            for old in olds:
                self._likes[old] = rare.likes(self.words(old, new=False), _ASKED)
            self._known = wanted
        asked: list[list[int]] = []
        for number, old in enumerate(olds):
            # Among stock texts no word is rare: those about as far down are asked too.
            opposite = number * len(news) // len(olds)
            near = news[max(opposite - 1, 0) : opposite + 2]
            asked.append(sorted(wanted.intersection(self._likes[old]).union(near), reverse=True))
        return asked

    def likes(self, old: int) -> Sequence[int]:
        """The new blocks that share rare words with an old one, where there were many to ask."""
        return self._likes.get(old, ())

    def liked_by(self, new: int) -> Sequence[int]:
        """The old blocks that share rare words with a new one, where there were many to ask."""
        if not self._liked:
            for old, news in self._likes.items():
                for each in news:
                    self._liked.setdefault(each, []).append(old)
        return self._liked.get(new, ())


def explained(before: list[str], piece: list[str], after: list[str], whole: list[str]) -> float:
    """The share of the words of `piece` that `whole` holds beyond what stands beside it."""
    rest = LCSseq.similarity(before + after, whole)
    return (LCSseq.similarity(before + piece + after, whole) - rest) / len(piece)


def alike(one: list[str], other: list[str]) -> float:
    """From 0 to 1: how many words of both stand in both, in order."""
    return Indel.normalized_similarity(one, other)

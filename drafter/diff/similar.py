"""How alike two paragraphs are, by words, and which ones are worth asking about.

Words are looked at only in paragraphs that did not stay as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

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


class _Bare(dict[str, list[str]]):
    """What a word says without punctuation, capitals and kinds of hyphen."""

    def __missing__(self, word: str) -> list[str]:
        self[word] = said = _PUNCTUATION.sub(" ", fold(word)).casefold().split()
        return said


class Side:
    """The words of the blocks of one text, by index; looked up once."""

    def __init__(self, blocks: Sequence[Block], bare: _Bare) -> None:
        self.blocks = blocks
        self._said = bare.__getitem__
        self._words: dict[int, list[str]] = {}
        self._bare: dict[int, list[str]] = {}

    def words(self, index: int) -> list[str]:
        """What stands between the spaces of a block."""
        words = self._words.get(index)
        if words is None:
            self._words[index] = words = self.blocks[index].text.split()
        return words

    def bare(self, index: int) -> list[str]:
        """The same without punctuation, capitals and kinds of hyphen."""
        words = self._bare.get(index)
        if words is None:
            words = [*chain.from_iterable(map(self._said, self.words(index)))]
            self._bare[index] = words
        return words

    def size(self, index: int) -> int:
        """How many characters a block has."""
        return len(self.blocks[index].text)

    def kind(self, index: int) -> str:
        """What kind of block it is: only those of one kind are one."""
        return self.blocks[index].kind


class Likeness:
    """The likeness of old and new blocks, by index; what was looked up is kept."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        self.old, self.new = old, new
        bare = _Bare()
        self.before, self.after = Side(old, bare), Side(new, bare)
        self._likes: dict[int, list[int] | None] = {}
        self._liked: dict[int, list[int]] = {}
        self._known: set[int] = set()  # the new blocks among which likes were last looked for
        self._scripts: dict[tuple[int, int], tuple[Edit, ...]] = {}

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
        one, other = self.before.words(old), self.after.words(new)
        if one == other:
            return 1.0
        if min(len(one), len(other)) < _SHORT:
            one = self.before.bare(old) or one
            other = self.after.bare(new) or other
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
        return self.kept(old, new) >= _PLAIN * size

    def kept(self, old: int, new: int) -> int:
        """How many characters stand in both of two blocks."""
        return sum([len(text) for op, text in self.script(old, new) if op == "equal"])

    def candidates(
        self, olds: Sequence[int], news: Sequence[int], cutoff: float
    ) -> Iterator[tuple[int, int, float]]:
        """Pairs that are alike, with their likeness, ordered by old index, the last new first."""
        everything = len(olds) * len(news) <= FEW
        asked = None if everything else self._asked(olds, news, near=cutoff < MOVED)
        for number, old in enumerate(olds):
            for new in reversed(news) if asked is None else asked[number]:
                likeness = self.of(old, new, cutoff)
                if likeness:
                    yield old, new, likeness

    def _asked(self, olds: Sequence[int], news: Sequence[int], *, near: bool) -> list[list[int]]:
        """For each old block the few new ones that share most of its rare words, last first."""
        wanted = set(news)
        if not (self._known >= wanted and all(old in self._likes for old in olds)):
            rare = RareWords([(new, self.after.words(new)) for new in news])
            for old in olds:
                self._likes[old] = rare.likes(self.before.words(old), _ASKED)
            self._known = wanted
        asked: list[list[int]] = []
        for number, old in enumerate(olds):
            likes = self._likes[old]
            found = wanted.intersection(likes or ())
            if likes is None and near:
                # Of stock texts no word is rare: those about as far down are asked.
                opposite = number * len(news) // len(olds)
                found.update(news[max(opposite - 1, 0) : opposite + 2])
            asked.append(sorted(found, reverse=True))
        return asked

    def likes(self, old: int) -> Sequence[int]:
        """The new blocks that share rare words with an old one, where there were many to ask."""
        return self._likes.get(old) or ()

    def liked_by(self, new: int) -> Sequence[int]:
        """The old blocks that share rare words with a new one, where there were many to ask."""
        if not self._liked:
            for old, news in self._likes.items():
                for each in news or ():
                    self._liked.setdefault(each, []).append(old)
        return self._liked.get(new, ())


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words stand in both, in order."""
    return LCSseq.similarity(one, other)


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """From 0 to 1: how many words of both stand in both, in order."""
    return Indel.normalized_similarity(one, other)

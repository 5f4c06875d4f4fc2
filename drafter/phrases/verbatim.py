"""Stretches of a text that stand word for word in a bank: all of eight words or more, none false.

A stretch agrees in letters, case and the punctuation inside it, once both sides are folded; the
punctuation around it does not count. Candidates come from the index of minimizers, which misses no
stretch; each is then compared with the wording itself, so a hash that lies cannot invent one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.phrases import words
from drafter.phrases.filters import EVERYTHING, Wanted
from drafter.phrases.index import Index
from drafter.phrases.nearest import Allowed
from drafter.phrases.segment import Segment

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Use:
    """A wording that holds a stretch."""

    index: Index
    segment: Segment
    wording: int

    @property
    def text(self) -> str:
        """The wording, folded."""
        return self.segment.text(self.wording)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a text, and every wording that holds them."""

    start: int
    end: int
    uses: tuple[Use, ...]


def stretches(
    indexes: Sequence[Index], text: str, wanted: Wanted = EVERYTHING
) -> tuple[Stretch, ...]:
    """The longest stretches of `text` that stand in a bank, in order; none lies within another."""
    asked = _Asked.of(text)
    found: dict[tuple[int, int], list[Use]] = {}
    for index in indexes:
        for segment in index.segments:
            for span, wording in _matches(segment, asked, wanted.allowed(segment)):
                found.setdefault(span, []).append(Use(index, segment, wording))
    longest = []
    reach = -1
    for first, last in sorted(found, key=lambda span: (span[0], -span[1])):
        if last > reach:
            reach = last
            uses = [u for (s, e), all_ in found.items() if s <= first and e >= last for u in all_]
            start, end = asked.places[first][0], asked.places[last][1]
            longest.append(Stretch(start, end, tuple(dict.fromkeys(uses))))
    return tuple(longest)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A text made ready for looking up: one line, folded, with its words and where they were."""

    line: str
    places: tuple[tuple[int, int], ...]  # in the text asked about: words without marks around them
    starts: tuple[int, ...]  # in `line`: where each of these words begins
    ends: tuple[int, ...]
    inner: tuple[tuple[int, int], ...]  # in `line`: words as the index cuts them
    grams: tuple[int, ...]  # the stretch that begins at each of them

    @classmethod
    def of(cls, text: str) -> _Asked:
        folded = words.fold(text)
        tokens = list(_TOKEN.finditer(folded))
        line = " ".join(token[0] for token in tokens)
        starts, ends, places, at = [], [], [], 0
        for token in tokens:
            inner = list(_WORD.finditer(token[0]))
            if inner:
                first, last = inner[0].start(), inner[-1].end()
                starts.append(at + first)
                ends.append(at + last)
                places.append((token.start() + first, token.start() + last))
            at += len(token[0]) + 1
        cut = tuple(word.span() for word in _WORD.finditer(line))
        low = [line[start:end].lower() for start, end in cut]
        grams = words.hashed(low, words.Hashes()).grams
        return cls(line, tuple(places), tuple(starts), tuple(ends), cut, grams)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first word that begins at `start` or later, the last that ends by `end`."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end) - 1

    def seeds(self, segment: Segment) -> Iterator[tuple[int, _Seed]]:
        """The minimizers of the line, as `segment` chooses them, and where each stands."""
        if len(self.inner) < words.VERBATIM_WORDS:
            return
        chosen = words.minimizers(self.grams, segment.frequent)
        for at, gram in enumerate(self.grams):
            if gram in chosen:
                yield gram, self._seed(at)

    def _seed(self, at: int) -> _Seed:
        start, end = self.inner[at][0], self.inner[at + words.GRAM - 1][1]
        around = []
        for first in range(max(0, at - words.VERBATIM_WORDS + words.GRAM), at + 1):
            last = first + words.VERBATIM_WORDS - 1
            if last < len(self.inner):
                left, right = self.inner[first][0], self.inner[last][1]
                around.append((start - left, self.line[left:right]))
        last = at + words.GRAM
        before = self.line[self.inner[at - 1][0] : start] if at else ""
        after = self.line[end : self.inner[last][1]] if last < len(self.inner) else ""
        return _Seed(start, end, self.line[start:end], before, after, tuple(around))


@dataclass(frozen=True, slots=True)
class _Seed:
    """A few words of the line, and every stretch of eight words around them."""

    start: int
    end: int
    piece: str
    left: str  # up to the word before, with that word; "" where there is none
    right: str
    around: tuple[tuple[int, str], ...]  # how far left of the seed it begins, and its text


def _matches(
    segment: Segment, asked: _Asked, allowed: Allowed
) -> Iterator[tuple[tuple[int, int], int]]:
    """Each longest common stretch of the asked line and a wording, as first and last word."""
    texts: dict[int, str] = {}
    seen: dict[tuple[int, int], int] = {}  # (wording, shift): up to where it is known
    line = asked.line
    for gram, seed in asked.seeds(segment):
        start, end = seed.start, seed.end
        for wording in segment.grams.of(gram):
            text = texts.get(wording)
            if text is None:
                text = texts[wording] = segment.text(wording) if allowed(wording) else ""
            at = text.find(seed.piece)
            while at >= 0:
                shift = (wording, at - start)
                if seen.get(shift, -1) < end and _long_enough(seed, text, at):
                    left = _back(line, start, text, at)
                    right = _ahead(line, end, text, at + end - start)
                    seen[shift] = right
                    if span := _whole_words(asked, left, right, text, at - start):
                        yield span, wording
                at = text.find(seed.piece, at + 1)


def _long_enough(seed: _Seed, text: str, at: int) -> bool:
    """Whether eight words around the seed stand in `text` too."""
    # Of the word before and the word after, one at least must agree: most strangers end here.
    after = bool(seed.right) and text.startswith(seed.right, at + len(seed.piece))
    before = bool(seed.left) and text.endswith(seed.left, 0, at)
    if not after and not before:
        return False
    return any(at >= left and text.startswith(piece, at - left) for left, piece in seed.around)


def _whole_words(
    asked: _Asked, start: int, end: int, text: str, shift: int
) -> tuple[int, int] | None:
    """The words of a common stretch that are whole on both sides, if there are enough."""
    first, last = asked.within(start, end)
    if last - first + 1 < words.VERBATIM_WORDS:
        return None
    # "mend the text" also ends "recommend the text": the word must begin on the other side too.
    if asked.starts[first] == start and _inside(text, start + shift):
        first += 1
    if asked.ends[last] == end and _inside(text, end + shift):
        last -= 1
    return (first, last) if last - first + 1 >= words.VERBATIM_WORDS else None


def _inside(text: str, place: int) -> bool:
    """Whether `place` is within a word of `text`."""
    return 0 < place < len(text) and bool(_WORD.fullmatch(text[place - 1 : place + 1]))


def _ahead(one: str, at: int, other: str, there: int) -> int:
    """Where in `one` the two stop being equal, reading on."""
    low, high = 0, min(len(one) - at, len(other) - there)
    if one[at : at + high] == other[there : there + high]:
        return at + high
    while high - low > 1:
        middle = (low + high) // 2
        if one[at + low : at + middle] == other[there + low : there + middle]:
            low = middle
        else:
            high = middle
    return at + low


def _back(one: str, at: int, other: str, there: int) -> int:
    """Where in `one` the two begin to be equal, reading back."""
    low, high = 0, min(at, there)
    if one[at - high : at] == other[there - high : there]:
        return at - high
    while high - low > 1:
        middle = (low + high) // 2
        if one[at - middle : at - low] == other[there - middle : there - low]:
            low = middle
        else:
            high = middle
    return at - low

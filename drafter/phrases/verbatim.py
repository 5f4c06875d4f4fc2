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
from drafter.phrases.index import Index
from drafter.phrases.segment import Segment

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Use:
    """A wording that holds a stretch."""

    index: Index
    segment: Segment
    wording: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a text, and every wording that holds them."""

    start: int
    end: int
    uses: tuple[Use, ...]


def stretches(indexes: Sequence[Index], text: str) -> tuple[Stretch, ...]:
    """The longest stretches of `text` that stand in a bank, in order; none lies within another."""
    asked = _Asked.of(text)
    found: dict[tuple[int, int], list[Use]] = {}
    for index in indexes:
        for segment in index.segments:
            for span, wording in _matches(segment, asked):
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
    cores: tuple[tuple[int, int], ...]  # in `line`: each word without punctuation around it
    places: tuple[tuple[int, int], ...]  # in the text asked about: the same words
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    grams: dict[int, tuple[tuple[int, int], ...]]  # minimizers, and where they stand in `line`

    @classmethod
    def of(cls, text: str) -> _Asked:
        folded = words.fold(text)
        tokens = list(_TOKEN.finditer(folded))
        line = " ".join(token[0] for token in tokens)
        cores, places, at = [], [], 0
        for token in tokens:
            inner = list(_WORD.finditer(token[0]))
            if inner:
                first, last = inner[0].start(), inner[-1].end()
                cores.append((at + first, at + last))
                places.append((token.start() + first, token.start() + last))
            at += len(token[0]) + 1
        starts, ends = tuple(s for s, _ in cores), tuple(e for _, e in cores)
        return cls(line, tuple(cores), tuple(places), starts, ends, _grams(line))

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first word that begins at `start` or later, the last that ends by `end`."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end) - 1


def _grams(line: str) -> dict[int, tuple[tuple[int, int], ...]]:
    inner = list(_WORD.finditer(line))
    if len(inner) < words.VERBATIM_WORDS:
        return {}
    hashes = words.Hashes()
    grams = words.grams([hashes[word[0].lower()] for word in inner])
    chosen = words.minimizers(grams)
    places: dict[int, list[tuple[int, int]]] = {}
    for at, gram in enumerate(grams):
        if gram in chosen:
            span = (inner[at].start(), inner[at + words.GRAM - 1].end())
            places.setdefault(gram, []).append(span)
    return {gram: tuple(spans) for gram, spans in places.items()}


def _matches(segment: Segment, asked: _Asked) -> Iterator[tuple[tuple[int, int], int]]:
    """Each longest common stretch of the asked line and a wording, as first and last word."""
    texts: dict[int, str] = {}
    seen: dict[tuple[int, int], int] = {}  # (wording, shift): up to where it is known
    line = asked.line
    for gram, spans in asked.grams.items():
        for wording in segment.grams.of(gram):
            text = texts.get(wording)
            if text is None:
                text = texts[wording] = segment.text(wording)
            for start, end in spans:
                piece = line[start:end]
                at = text.find(piece)
                while at >= 0:
                    shift = (wording, at - start)
                    if seen.get(shift, -1) < end:
                        left = _back(line, start, text, at)
                        right = _ahead(line, end, text, at + end - start)
                        seen[shift] = right
                        if span := _whole_words(asked, left, right, text, at - start):
                            yield span, wording
                    at = text.find(piece, at + 1)


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

"""Stretches of words that several texts have in common, longest meaningful forms first.

A phrase is closed: lengthening it loses a text. It begins and ends where a reader would cut, so
"in accordance with their domestic law" stays and "in accordance with their" does not.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LEAST_WORDS = 4
_MOST_TOKENS = 30

_TOKEN = re.compile(r"[\w]+(?:[-'/.][\w]+)*|[^\w\s]")
STOPS = frozenset(
    """a an the of and or to in on at by for from with without its their his her this that these
    those which who whose as into upon through between among under over within per such all each any
    other including both is are was were be been being has have had not no also further than if when
    where while against towards toward regarding concerning more most it they""".split()  # noqa: SIM905 - a list of words reads better as words
)
_NOT_FIRST = frozenset(
    ("of", "and", "or", "the", "a", "an", "its", "their", "that", "which", "who", "is", "are")
)
_LOOSE = frozenset(("and", "or", "the", "a", "an", "that", "which", "who"))  # end no phrase
_PASS = 4_000_000  # tokens gone through at once
_CUT = 0.6  # share of places in which the text goes on as after a whole phrase

Phrases = dict[str, frozenset[int]]
Places = Sequence[int]  # where a stretch begins in `_Line.tokens`


@dataclass(frozen=True, slots=True)
class _Line:
    """All texts in one row, a character a token, so that stretches are slices."""

    tokens: str
    text: array[int]  # whose token this is: the text's number
    first: tuple[int, ...]  # of each text, where its tokens begin
    texts: Sequence[str]
    names: tuple[str, ...]  # what each character stands for

    @classmethod
    def of(cls, texts: Sequence[str]) -> _Line:
        numbers: dict[str, str] = {"": _END}
        row, text, first = [], array("I"), []
        for at, each in enumerate(texts):
            first.append(len(text))
            tokens = _TOKEN.findall(each)
            for token in tokens:
                if token not in numbers:
                    numbers[token] = _character(len(numbers))
                row.append(numbers[token])
            row.append(_END)
            text.extend([at] * (len(tokens) + 1))
        return cls("".join(row), text, tuple(first), texts, tuple(numbers))

    def name(self, place: int) -> str:
        """The token at a place, "" beyond a text's ends."""
        return self.names[_number(self.tokens[place])] if place >= 0 else ""

    def printed(self, start: int, end: int) -> str:
        """The words from one token up to another, as their text has them."""
        at = self.text[start]
        spans = [found.span() for found in _TOKEN.finditer(self.texts[at])]
        begin = self.first[at]
        return self.texts[at][spans[start - begin][0] : spans[end - begin - 1][1]]


_END = "\0"
_SURROGATES = 0xD800, 0x800


def _character(number: int) -> str:
    return chr(number if number < _SURROGATES[0] else number + _SURROGATES[1])


def _number(character: str) -> int:
    code = ord(character)
    return code if code < _SURROGATES[0] else code - _SURROGATES[1]


def recurring(texts: Sequence[str], least: int, owners: Sequence[int] | None = None) -> Phrases:
    """Each phrase that `least` owners share, with the numbers of the texts that have it.

    `owners` says whose each text is (default: each its own), so that an owner repeating himself
    does not count twice.
    """
    line = _Line.of(texts)
    whose = owners or range(len(texts))
    closed: Phrases = {}
    for places in _begun(line, least):
        for start, end, all_places in _closed(line, places, whose, least):
            holders = frozenset(map(line.text.__getitem__, all_places))
            phrase = line.printed(start, end)
            closed[phrase] = closed.get(phrase, frozenset()) | holders
    return closed


def _begun(line: _Line, least: int) -> Iterator[Places]:
    """The places of each stretch of `LEAST_WORDS` tokens that occurs often enough.

    The line is gone through in passes, so that memory does not grow with it.
    """
    tokens, size = line.tokens, LEAST_WORDS
    passes = 1 + len(tokens) // _PASS
    for turn in range(passes):
        begun: dict[str, list[int]] = {}
        for place in range(len(tokens) - size):
            if passes == 1 or ord(tokens[place]) % passes == turn:
                begun.setdefault(tokens[place : place + size], []).append(place)
        for stretch, places in begun.items():
            if len(places) >= least and _END not in stretch:
                yield places


def _closed(
    line: _Line, places: Places, whose: Sequence[int], least: int
) -> Iterator[tuple[int, int, Places]]:
    """The phrases that begin at `places` and that no longer one of as many texts contains."""
    tokens, text = line.tokens, line.text
    waiting: list[tuple[Places, int]] = [(places, LEAST_WORDS)]
    while waiting:
        places, size = waiting.pop()
        holders = set(map(text.__getitem__, places))
        if len(holders) < least or len({whose[at] for at in holders}) < least:
            continue
        longer: dict[str, list[int]] = {}
        for place in places:
            longer.setdefault(tokens[place + size], []).append(place)
        longer.pop(_END, None)
        if size <= _MOST_TOKENS:
            waiting += [(each, size + 1) for each in longer.values() if len(each) >= least]
            if not any(_all(text, each, holders) for each in longer.values()):
                yield from _cut(line, places, size, holders)


def _all(text: array[int], places: Places, holders: set[int]) -> bool:
    """Whether all holders have the stretch at these places."""
    return len(places) >= len(holders) and len(set(map(text.__getitem__, places))) == len(holders)


def _cut(
    line: _Line, places: Places, size: int, holders: set[int]
) -> Iterator[tuple[int, int, Places]]:
    """The phrase in a stretch, cut where a reader would, unless the word before belongs to it."""
    before: dict[str, list[int]] = {}
    for place in places:
        before.setdefault(line.tokens[place - 1] if place else _END, []).append(place)
    before.pop(_END, None)
    if any(_all(line.text, each, holders) for each in before.values()):
        return
    first = places[0]
    stretch = tuple(line.name(place) for place in range(first, first + size))
    start, end = _core(stretch)
    cut = [place + start for place in places]
    if _meaningful(stretch[start:end], cut, line):
        yield first + start, first + end, places


def _core(stretch: tuple[str, ...]) -> tuple[int, int]:
    """Where a phrase begins and ends in `stretch`, without words that cannot stand at its edge."""
    start, end = 0, len(stretch)
    while start < end and (not stretch[start][0].isalnum() or stretch[start] in _NOT_FIRST):
        start += 1
    while end > start and (not stretch[end - 1][-1].isalnum() or stretch[end - 1] in _LOOSE):
        end -= 1
    return start, end


def _meaningful(stretch: tuple[str, ...], places: Places, line: _Line) -> bool:
    """Whether a reader would cut here: whole inside, and where sense divides."""
    if not stretch or stretch[-1] in STOPS:
        return False
    if ";" in stretch or stretch.count("(") != stretch.count(")"):
        return False
    if sum(word[0].isalpha() for word in stretch) < LEAST_WORDS or stretch.count('"') % 2:
        return False
    if stretch[0] not in STOPS and not _divides([line.name(place - 1) for place in places]):
        return False
    return _divides([line.name(place + len(stretch)) for place in places])


def _divides(neighbours: Sequence[str]) -> bool:
    """Whether most of these words stand outside a phrase beside them."""
    outside = sum(not word[:1].isalnum() or word in STOPS for word in neighbours)
    return outside >= _CUT * len(neighbours)

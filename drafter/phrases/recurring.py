"""Stretches of words that several texts have in common, longest meaningful forms first.

A phrase is closed: lengthening it loses a text. It begins and ends where a reader would cut, so
"in accordance with their domestic law" stays and "in accordance with their" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LEAST_WORDS = 4
_MOST_TOKENS = 30

_TOKEN = re.compile(r"[\w]+(?:[-'/.][\w]+)*|[^\w\s]")
_STOPS = frozenset(
    """a an the of and or to in on at by for from with without its their his her this that these
    those which who whose as into upon through between among under over within per such all each any
    other including both is are was were be been being has have had not no also further than if when
    where while against towards toward regarding concerning more most it they""".split()  # noqa: SIM905 - a list of words reads better as words
)
_NOT_FIRST = frozenset(
    ("of", "and", "or", "the", "a", "an", "its", "their", "that", "which", "who", "is", "are")
)
_LOOSE = frozenset(("and", "or", "the", "a", "an", "that", "which", "who"))  # end no phrase
_CUT = 0.6  # share of places in which the text goes on as after a whole phrase

Phrases = dict[str, frozenset[int]]
Place = tuple[int, int]  # text, token


@dataclass(frozen=True, slots=True)
class _Tokens:
    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> _Tokens:
        found = list(_TOKEN.finditer(text))
        return cls(text, tuple(t[0] for t in found), tuple(t.span() for t in found))


def recurring(texts: Sequence[str], least: int, owners: Sequence[int] | None = None) -> Phrases:
    """Each phrase that `least` owners share, with the places of the texts that have it.

    `owners` says whose each text is (default: each its own), so that an owner repeating himself
    does not count twice.
    """
    tokens = [_Tokens.of(text) for text in texts]
    whose = owners or range(len(texts))
    everywhere = ((at, start) for at, t in enumerate(tokens) for start in range(len(t.words)))
    level = _counted(everywhere, tokens, LEAST_WORDS)
    closed: Phrases = {}
    size = LEAST_WORDS
    while level and size <= _MOST_TOKENS:
        level = _shared(level, whose, least)
        places = (place for found in level.values() for place in found)
        longer = _shared(_counted(places, tokens, size + 1), whose, least)
        for phrase, holders in _closed(level, longer, tokens):
            closed[phrase] = closed.get(phrase, frozenset()) | holders
        level, size = longer, size + 1
    return closed


Level = dict[tuple[str, ...], list[Place]]


def _counted(places: Iterable[Place], tokens: Sequence[_Tokens], size: int) -> Level:
    level: Level = {}
    for at, start in places:
        stretch = tokens[at].words[start : start + size]
        if len(stretch) == size:
            level.setdefault(stretch, []).append((at, start))
    return level


def _shared(level: Level, whose: Sequence[int], least: int) -> Level:
    return {
        stretch: places
        for stretch, places in level.items()
        if len(places) >= least and len({whose[at] for at, _ in places}) >= least
    }


def _closed(
    level: Level, longer: Level, tokens: Sequence[_Tokens]
) -> Iterator[tuple[str, frozenset[int]]]:
    """The phrases of `level` that no longer one of as many texts contains."""
    swallowed: dict[tuple[str, ...], int] = {}
    for stretch, places in longer.items():
        count = len({at for at, _ in places})
        for part in (stretch[:-1], stretch[1:]):
            swallowed[part] = max(count, swallowed.get(part, 0))
    for stretch, places in level.items():
        holders = frozenset(at for at, _ in places)
        if swallowed.get(stretch, 0) < len(holders):
            start, end = _core(stretch)
            cut = [(at, first + start) for at, first in places]
            if _meaningful(stretch[start:end], cut, tokens):
                at, first = cut[0]
                spans = tokens[at].spans
                text = tokens[at].text[spans[first][0] : spans[first + end - start - 1][1]]
                yield text, holders


def _core(stretch: tuple[str, ...]) -> tuple[int, int]:
    """Where a phrase begins and ends in `stretch`, without words that cannot stand at its edge."""
    start, end = 0, len(stretch)
    while start < end and (not stretch[start][0].isalnum() or stretch[start] in _NOT_FIRST):
        start += 1
    while end > start and (not stretch[end - 1][-1].isalnum() or stretch[end - 1] in _LOOSE):
        end -= 1
    return start, end


def _meaningful(
    stretch: tuple[str, ...], places: Sequence[Place], tokens: Sequence[_Tokens]
) -> bool:
    """Whether a reader would cut here: whole inside, and where sense divides."""
    if not stretch or stretch[-1] in _STOPS:
        return False
    if ";" in stretch or stretch.count("(") != stretch.count(")"):
        return False
    if sum(word[0].isalpha() for word in stretch) < LEAST_WORDS or stretch.count('"') % 2:
        return False
    after = [_word(tokens[at].words, start + len(stretch)) for at, start in places]
    before = [_word(tokens[at].words, start - 1) for at, start in places]
    if stretch[0] not in _STOPS and not _divides(before):
        return False
    return _divides(after)


def _word(words: Sequence[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""


def _divides(neighbours: Sequence[str]) -> bool:
    """Whether most of these words stand outside a phrase beside them."""
    outside = sum(not word[:1].isalnum() or word in _STOPS for word in neighbours)
    return outside >= _CUT * len(neighbours)

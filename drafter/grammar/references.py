"""References inside a text: "paragraphs 3 and 5 (b) above". Only those to the text itself.

A reference counts as one to the same text when "above" or "below" follows it, or "of the present
resolution" (R-REF-10); in French and Spanish likewise. What it points to is numbers and letters;
nothing here knows the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACE = r"[ \u00a0]"
_POINTS = rf"(?:{_SPACE}?\(?[a-z]{{1,4}}\))"
_ITEM = rf"(?:\d+(?:{_SPACE}?(?:bis|ter|quater|quinquies))?{_POINTS}*|\(?[a-z]{{1,4}}\){_POINTS}*)"
_BETWEEN = (
    rf"(?:,?{_SPACE}(?:and|or|to|et|ou|à|y|e|o|a){_SPACE}|,{_SPACE}"
    rf"|{_SPACE}?[–-]{_SPACE}?)"
)
_REFERENCE = re.compile(
    rf"\b(?P<what>(?:sub-?)?paragraphs?|paragraphes?|párrafos?|alinéas?|apartados?){_SPACE}"
    rf"(?P<list>{_ITEM}(?:{_BETWEEN}{_ITEM})*),?{_SPACE}"
    r"(?P<way>above|below|of the present resolution|ci-dessus|ci-dessous|de la présente résolution"
    r"|supra|infra|de la presente resolución)\b",
    re.I,
)
_CITED = re.compile(
    rf"(?P<between>{_BETWEEN})?(?P<number>\d+(?:{_SPACE}?(?:bis|ter|quater|quinquies)\b)?)?"
    rf"(?P<points>{_POINTS}*)",
    re.I,
)
_THROUGH = re.compile(r"\b(?:to|à|a)\b|[–-]")
_POINT = re.compile(r"[a-z]{1,4}(?=\))")
_WAYS = {
    "above": "below",
    "below": "above",
    "ci-dessus": "ci-dessous",
    "ci-dessous": "ci-dessus",
    "supra": "infra",
    "infra": "supra",
}
_ABOVE = {"above", "ci-dessus", "supra"}


@dataclass(frozen=True, slots=True)
class Cited:
    """One paragraph or point that a reference names, and where its number and letters stand."""

    start: int
    end: int
    number: str  # "3", "3 bis"; "" for a point of the paragraph named before, or of its own
    points: tuple[str, ...]  # ("b", "i")
    through: bool  # "3 to 5": everything since the one before is meant


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference to paragraphs of the text in which it stands."""

    start: int
    end: int
    cited: tuple[Cited, ...]
    way: str  # "above", "ci-dessous", …; "" for "of the present resolution"

    @property
    def is_above(self) -> bool:
        """Whether it says that what it cites stands before it."""
        return self.way in _ABOVE


def references(words: str) -> Iterator[Reference]:
    """The references in `words` to the paragraphs of their own text, in order."""
    for found in _REFERENCE.finditer(words):
        way = found["way"].lower()
        yield Reference(
            found.start(),
            found.end(),
            tuple(_cited(words, found.start("list"), found.end("list"))),
            way if way in _WAYS else "",
        )


def _cited(words: str, start: int, end: int) -> Iterator[Cited]:
    number = ""
    while start < end and (found := _CITED.match(words, start, end)) and found.end() > start:
        number = found["number"] or number
        points = tuple(_POINT.findall(found["points"].lower()))
        first = found.start("number") if found["number"] else found.start("points")
        through = bool(_THROUGH.search(found["between"] or ""))
        yield Cited(first, found.end(), " ".join(number.lower().split()), points, through)
        start = found.end()


def other_way(way: str) -> str:
    """What a reference says when what it cites has come to stand on its other side."""
    return _WAYS.get(way, way)


def rewritten(printed: str, number: str, points: tuple[str, ...]) -> str:
    """`printed` ("5 (b)") naming the paragraph `number` and the `points` in the same form.

    "" where the levels differ and so the form would.
    """
    old = _POINT.findall(printed)
    if len(old) != len(points):
        return ""
    said = iter(points)
    head = re.match(rf"\d+(?:{_SPACE}?(?:bis|ter|quater|quinquies)\b)?", printed)
    tail = printed[head.end() :] if head else printed
    return (number if head else "") + _POINT.sub(lambda _: next(said), tail)

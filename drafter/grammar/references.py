"""References inside a text: "paragraphs 3 and 5 (b) above". Only those to the text itself.

A reference counts as one to the same text when "above" or "below" follows it, or "of the present
resolution" (R-REF-10). What it points to is numbers and letters; nothing here knows the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_NUMBERS = r"\d+(?:[ \u00a0]?(?:bis|ter|quater))?(?:[ \u00a0]\([a-z]+\))*"
_REFERENCE = re.compile(
    rf"\bparagraphs?[ \u00a0](?P<list>{_NUMBERS}"
    rf"(?:(?:,|,? and|,? to|,? or|[–-])[ \u00a0]?(?:{_NUMBERS}))*)"
    r"[ \u00a0](?P<way>above|below|of the present resolution)\b",
    re.I,
)
_ITEM = re.compile(r"(?P<number>\d+)(?P<points>(?:[ \u00a0]\([a-z]+\))*)")
_RANGE = re.compile(r"\bto\b|[–-]")


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference to paragraphs of the text in which it stands."""

    start: int
    end: int
    numbers: tuple[int, ...]
    points: tuple[str, ...]  # "(b)", "(b) (i)"; only where a single paragraph is cited
    way: str  # "above", "below" or ""
    spans: tuple[tuple[int, int], ...]  # where each printed number stands


def references(words: str) -> Iterator[Reference]:
    """The references in `words` to the paragraphs of their own text, in order."""
    for found in _REFERENCE.finditer(words):
        items = list(_ITEM.finditer(words, found.start("list"), found.end("list")))
        printed = [int(item["number"]) for item in items]
        between = [words[one.end() : other.start()] for one, other in pairwise(items)]
        numbers: list[int] = []
        for index, number in enumerate(printed):
            if index and _RANGE.search(between[index - 1]) and number - numbers[-1] < 100:
                numbers.extend(range(numbers[-1] + 1, number + 1))
            else:
                numbers.append(number)
        points = items[0]["points"].replace("\u00a0", " ").strip() if len(items) == 1 else ""
        way = found["way"].lower()
        yield Reference(
            found.start(),
            found.end(),
            tuple(numbers),
            (points,) if points else (),
            way if way in {"above", "below"} else "",
            tuple(item.span("number") for item in items),
        )

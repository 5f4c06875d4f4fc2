"""Numbers and dates as they stand in a sentence, in figures or in words, so they can be compared.

A symbol or a resolution's number ("79/104") is one number; a day, a month or a year is a date.
"""

from __future__ import annotations

import re

from drafter.grammar import ordinals

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE = re.compile(
    rf"\b(?:(?:\d{{1,2}}(?: to \d{{1,2}})? )?{_MONTH}(?: (?:1[89]|20)\d\d)?|(?:1[89]|20)\d\d)\b"
    r"(?![/.]\d)(?<![/.]\d{4})"
)
_TWO_TO_TWENTY = """two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty"""
_CARDINALS = {name: str(number) for number, name in enumerate(_TWO_TO_TWENTY.split(), start=2)}
_NUMBER = re.compile(
    r"(?:[A-Z]+(?:/[\w.-]+)*/)?\b\d+(?:[/.,]\d+)*(?:[A-Za-z]{0,2})\b"
    r"|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six"
    r"|seven|eight|nine)\b"
    rf"|\b(?:{'|'.join(_CARDINALS)}|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
    r"|thousand|million|billion|half)\b|\bone(?= (?:day|week|month|year|session|meeting|half"
    r"|third|quarter|hundred|thousand|million|billion)s?\b)"
    r"|\b(?:bi|semi-?|tri)?annual(?:ly)?\b|\b(?:biennial|triennial|quarterly|monthly|weekly|daily)"
    r"(?:ly)?\b|\b[IVXLC]{2,}\b",
)


def dated(line: str) -> list[str]:
    """The dates of a line, in order."""
    return _DATE.findall(line)


def counted(line: str) -> list[str]:
    """The numbers of a line, dates and months left out, in order."""
    rest = _DATE.sub(lambda found: " " * len(found[0]), line)
    places = [(found.start(), found[0]) for found in _NUMBER.finditer(rest)]
    places += [(start, rest[start:end]) for start, end, _ in ordinals.find_all(rest)]
    taken, out = -1, []
    for start, text in sorted(places, key=lambda place: (place[0], -len(place[1]))):
        if start >= taken:
            out.append(text)
            taken = start + len(text)
    return out


def value(text: str) -> str:
    """A number as it is compared: "thirty" is itself, "eighth" and "8th" are one."""
    low = text.lower()
    if number := ordinals.number(low):
        return f"{number}th"
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "th", _CARDINALS.get(low, low))

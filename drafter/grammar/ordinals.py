"""Ordinal numbers in words, as sessions and paragraphs are called: "eighty-first session".

Both ways, from 1 to 999. Nothing here knows what is counted.
"""

from __future__ import annotations

import re

_UNITS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_CARDINALS = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def words(number: int) -> str:
    """`number` (1 to 999) as an ordinal in words: 81 is "eighty-first"."""
    if not 1 <= number <= 999:
        raise ValueError(f"{number}: no ordinal in words outside 1 to 999")
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _under_hundred(rest)
    head = f"{_CARDINALS[hundreds]} hundred"
    return f"{head} and {_under_hundred(rest)}" if rest else f"{head}th"


def _under_hundred(number: int) -> str:
    if number < 20:
        return _UNITS[number]
    tens, units = divmod(number, 10)
    return f"{_TENS[tens]}-{_UNITS[units]}" if units else f"{_TENS[tens][:-1]}ieth"


_NUMBERS = {words(number): number for number in range(1, 1000)}
_WORD = re.compile(
    r"\b(?:(?:(?:one|two|three|four|five|six|seven|eight|nine) hundred(?:th| and )?)?"
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\w+teenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine) hundredth)\b",
    re.I,
)


def number(printed: str) -> int:
    """The number that the ordinal `printed` says, in any case; 0 where it is none."""
    return _NUMBERS.get(" ".join(printed.lower().split()), 0)


def find_all(text: str) -> list[tuple[int, int, int]]:
    """Where ordinals in words stand in `text` (start and end), and the numbers they say."""
    found = ((m.start(), m.end(), number(m[0])) for m in _WORD.finditer(text))
    return [(start, end, value) for start, end, value in found if value]


def like(printed: str, value: int) -> str:
    """The ordinal of `value` with the capital that `printed` has."""
    new = words(value)
    return new[:1].upper() + new[1:] if printed[:1].isupper() else new

"""Dates as the United Nations prints them (R-ANAT-3) and as computers do.

Pure words: knows no document and never guesses a day that is not printed.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
}
_NUMBER = {
    name.lower(): number
    for names in _MONTHS.values()
    for number, name in enumerate(names.split(), start=1)
}
_PRINTED = re.compile(r"(\d{1,2})(?:er)?\s+(?:de\s+)?([^\W\d_]+)\s+(?:de\s+)?(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")

# The name of a month in any of the languages, without regard to case.
MONTH = rf"(?i:{'|'.join(_NUMBER)})"
# A printed date anywhere in a line, day first.
DATE = re.compile(
    rf"\b\d{{1,2}}(?:er)?\s+(?:de\s+)?(?:{'|'.join(_NUMBER)})\s+(?:de\s+)?\d{{4}}\b", re.IGNORECASE
)


def iso(printed: str) -> str:
    """`printed` ("15 December 2023") as ISO 8601 ("2023-12-15"), or "" when it is no such date."""
    match = _PRINTED.fullmatch(printed.strip())
    month = _NUMBER.get(match[2].lower()) if match else None
    if not match or not month:
        return ""
    return _valid(int(match[3]), month, int(match[1]))


def printed(day: str, language: str = "en") -> str:
    """`day` in ISO 8601 as it is printed: "4 November 2025"; anything else as it came."""
    match = _ISO.fullmatch(day)
    if not match or not _valid(*(int(part) for part in match.groups())):
        return day
    year, month, number = (int(part) for part in match.groups())
    of = " de " if language == "es" else " "
    first = "1er" if language == "fr" and number == 1 else str(number)
    return of.join((first, _MONTHS[language].split()[month - 1], str(year)))


def _valid(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""

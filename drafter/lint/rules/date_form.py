"""A date is day, month, year: 4 November 2025, without comma or ordinal.

Wrong:

    *Recalling* its resolution 79/901 of December 12, 2024,

    *Recalling also* the meeting held on 4th November 2025,

    1. *Urges* States to license ferries.

    → PP1: write “12 December 2024”
    → PP2: write “4 November 2025”

Right:

    *Recalling* its resolution 79/901 of 12 December 2024,

    *Recalling also* the meeting held on 4 November 2025,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "error"
SOURCES = ("R-ANAT-3",)
ENGLISH = True

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December)"
)
_SPACE = "[ \u00a0]"
_AMERICAN = re.compile(
    rf"\b{_MONTH}{_SPACE}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,{_SPACE}?(?P<year>\d{{4}})\b"
)
_ORDINAL = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th){_SPACE}(?:of{_SPACE})?{_MONTH}\b(?P<year>,?{_SPACE}\d{{4}})?"
)
_COMMA = re.compile(rf"\b(?P<day>\d{{1,2}}){_SPACE}{_MONTH},{_SPACE}(?P<year>\d{{4}})\b")


def check(draft: Draft) -> Iterator[Fault]:
    """Dates written month first, with an ordinal or with a comma."""
    for stretch in draft.stretches:
        for pattern in (_AMERICAN, _ORDINAL, _COMMA):
            for match in stretch.search(pattern):
                year = (match.found["year"] or "").strip(", \u00a0")
                wanted = " ".join(filter(None, (match.found["day"], match.found["month"], year)))
                message = f"write “{wanted}”"
                fix = match.replace(wanted, message)
                yield Fault(stretch, message, fix, start=match.start, end=match.end)

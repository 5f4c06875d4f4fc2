"""Latin words such as "inter alia" and "ibid." are roman.

Wrong:

    1. *Urges* States, *inter alia*, to license ferries.

    → OP1: set “inter alia” in roman

Right:

    1. *Urges* States, inter alia, to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix
from drafter.lint.flat import italics

LEVEL = "warning"
SOURCES = ("R-STY-15", "R-FN-9")
SCANS = False

_LATIN = re.compile(r"\b(?:inter alia|ibid\b\.?|mutatis mutandis|ad hoc|per se|vis-à-vis)", re.I)


def check(draft: Draft) -> Iterator[Fault]:
    """Naturalized Latin in italics."""
    for stretch in draft.stretches:
        slant = ""
        for match in stretch.search(_LATIN):
            slant = slant or italics(stretch.content)
            if set(slant[match.start : match.end]) == {"i"} and "." in slant:
                words = match.found[0]
                edit = stretch.edit(match.start, match.end, words, italic=False)
                message = f"set “{words}” in roman"
                fix = Fix((edit,), message)
                yield Fault(stretch, message, fix, start=match.start, end=match.end)

"""No "and" stands after the last paragraph but one, nor between points.

Wrong:

    1. *Urges* States to license ferries; and

    2. *Encourages* donors to fund:

       (a) Schools; and

       (b) Manuals.

    → OP1: take out “and” after the semicolon
    → OP2 (a): take out “and” after the semicolon

Right:

    1. *Urges* States to license ferries;

    2. *Encourages* donors to fund:

       (a) Schools;

       (b) Manuals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-OP-5",)
ENGLISH = True
DECISIONS = False

# "or" between points carries meaning, so it is left alone.
_AND = re.compile(r"(?<=[;,])\s*and(?=[\s\]\ufffc]*$)", re.I)


def check(draft: Draft) -> Iterator[Fault]:
    """Paragraphs and points that end in "; and"."""
    for stretch in draft.paragraphs:
        for match in stretch.search(_AND, quoted=True):
            fix = Fix((stretch.edit(match.start, match.end, ""),), "take out “and”")
            message = "take out “and” after the semicolon"
            yield Fault(stretch, message, fix, start=match.start, end=match.end)

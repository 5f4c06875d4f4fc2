"""A footnote call follows the punctuation in English.

In French and Spanish it stands before the punctuation, and nothing is said.

Wrong:

    *Recalling* the report of the Secretary-General[^1],

    1. *Urges* States to license ferries.

    [^1]: A/80/912.

    → PP1: put the footnote call after the comma

Right:

    *Recalling* the report of the Secretary-General,[^1]

    1. *Urges* States to license ferries.

    [^1]: A/80/912.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix

LEVEL = "error"
SOURCES = ("R-FN-3",)
SCANS = False
ENGLISH = True

_BEFORE = re.compile("(\ufffc+)([,;:.])(?!\ufffc)")
_NAMES = {";": "semicolon", ",": "comma", ".": "full stop", ":": "colon"}


def check(draft: Draft) -> Iterator[Fault]:
    """Calls that stand before a mark."""
    for stretch in draft.stretches:
        if stretch.spot.part == "footnote":
            continue
        # "reports,¹,²": a comma between two calls belongs to them (R-FN-4).
        for match in stretch.search(_BEFORE, quoted=True):
            mark = match.found[2]
            fix = Fix(
                (stretch.edit(match.start, match.end, mark + match.found[1]),), "move the call"
            )
            message = f"put the footnote call after the {_NAMES[mark]}"
            yield Fault(stretch, message, fix, start=match.start, end=match.end)

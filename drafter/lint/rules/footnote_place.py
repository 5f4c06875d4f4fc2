"""A footnote call follows the punctuation in English, and precedes it in French and Spanish.

Wrong:

    *Recalling* the report of the Secretary-General[^1],

    1. *Urges* States to license ferries.

    [^1]: A/80/912.

    → PP1: put the footnote call after the comma

Right:

    *Recalling* the report of the Secretary-General,[^1]

    1. *Urges* States to license ferries.

    [^1]: A/80/912.

Wrong:

    *Rappelant* le rapport du Secrétaire général sur la sécurité des rivières,[^1]

    1. *Prie* les États de délivrer des permis aux navires.

    [^1]: A/80/912.

    → PP1: put the footnote call before the comma

Right:

    *Rappelant* le rapport du Secrétaire général sur la sécurité des rivières[^1],

    1. *Prie* les États de délivrer des permis aux navires.

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

_BEFORE = re.compile("(\ufffc+)([,;:.])(?!\ufffc)")
# A mark after a word; "etc.¹" and an ellipsis keep theirs.
_AFTER = re.compile("(?<=[\\w»”)])([,;:.])(\ufffc+)")
_NAMES = {";": "semicolon", ",": "comma", ".": "full stop", ":": "colon"}


def check(draft: Draft) -> Iterator[Fault]:
    """Calls that stand on the wrong side of a mark."""
    if draft.language not in {"en", "fr", "es"}:
        return
    english = draft.language == "en"
    for stretch in draft.stretches:
        if stretch.spot.part == "footnote":
            continue
        # "reports,¹,²": a comma between two calls belongs to them (R-FN-4).
        for match in stretch.search(_BEFORE if english else _AFTER, quoted=True):
            first, second = match.found.groups()
            mark = second if english else first
            side = "after" if english else "before"
            fix = Fix((stretch.edit(match.start, match.end, second + first),), "move the call")
            message = f"put the footnote call {side} the {_NAMES[mark]}"
            yield Fault(stretch, message, fix, start=match.start, end=match.end)

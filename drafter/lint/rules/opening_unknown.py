"""An opening is one that the United Nations uses.

Student lists add openings that no resolution has. A new one is not wrong, so this is a note; one
that is a letter or two from a known opening is taken for a slip.

Wrong:

    *Recaling* the width of rivers,

    1. *Urges* States to license ferries.

    → PP1: “Recaling” opens no known resolution: “Recalling”?

Right:

    *Recalling* the width of rivers,

    1. *Urges* States to license ferries.

Wrong:

    *Zigzagging* between the banks,

    1. *Urges* States to license ferries.

    → PP1: “Zigzagging” opens no known resolution

Also right:

    *Bearing in mind* the width of rivers,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.opening_counts import nearest
from drafter.grammar.openings import UNKNOWN
from drafter.lint.draft import Draft, Fault, opening_start
from drafter.lint.findings import Fix
from drafter.lint.voices import other_part

LEVEL = "note"
SOURCES = ("R-OPEN-1", "R-OP-1")
ENGLISH = True
DECISIONS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Openings that only have the form of one."""
    for stretch in draft.top:
        opening = draft.openings[stretch.spot]
        if opening and opening.kind == UNKNOWN and other_part(stretch) is None:
            start = opening_start(stretch)
            end = start + len(opening.text)
            message = f"“{opening.text}” opens no known resolution"
            if slip := nearest(opening.verb, opening.part):
                fix = Fix((stretch.edit(start, end, slip),), f"write “{slip}”", safe=False)
                yield Fault(stretch, f"{message}: “{slip}”?", fix, "warning", start, end)
            else:
                yield Fault(stretch, message, start=start, end=end)

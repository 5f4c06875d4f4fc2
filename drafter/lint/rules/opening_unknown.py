"""An opening is one that the United Nations uses.

Student lists add openings that no resolution has. A new one is not wrong, so this is a note.

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

from drafter.grammar.openings import UNKNOWN
from drafter.lint.draft import Draft, Fault, opening_start
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
            yield Fault(stretch, message, start=start, end=end)

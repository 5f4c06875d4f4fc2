"""An operative paragraph ends with a semicolon, the last one with a full stop.

A point ends with a semicolon, and the last point of a paragraph with the mark of its paragraph. A
colon may stand before a table or an annex that the paragraph introduces.

Wrong:

    1. *Urges* States to license ferries.

    2. *Encourages* donors to fund:

       (a) Schools,

       (b) Manuals

    → OP1: end with a semicolon
    → OP2 (a): end with a semicolon
    → OP2 (b): end with a full stop

Right:

    1. *Urges* States to license ferries;

    2. *Encourages* donors to fund:

       (a) Schools;

       (b) Manuals.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.marks import wrong_marks

LEVEL = "warning"
SOURCES = ("R-OP-4", "R-OP-7")
SCANS = False
DECISIONS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Paragraphs of the operative part that end with another mark than theirs."""
    yield from wrong_marks(draft, "operative", chapeaux=False)

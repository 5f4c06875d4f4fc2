"""A preambular paragraph ends with a comma, the last one too.

Points of a preambular paragraph end with semicolons, the last one with the comma.

Wrong:

    *Recalling* its resolution 79/901 of 12 December 2024 on river safety.

    *Noting* the report of the Secretary-General

    1. *Urges* States to license ferries;

    2. *Requests* the Secretary-General to report.

    → PP1: end with a comma
    → PP2: end with a comma

Right:

    *Recalling* its resolution 79/901 of 12 December 2024 on river safety,

    *Noting* the report of the Secretary-General,

    1. *Urges* States to license ferries;

    2. *Requests* the Secretary-General to report.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.marks import wrong_marks

LEVEL = "warning"
SOURCES = ("R-OPEN-3", "R-OPEN-4")
SCANS = False
DECISIONS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Paragraphs of the preamble that end with another mark than theirs."""
    yield from wrong_marks(draft, "preamble", chapeaux=False)

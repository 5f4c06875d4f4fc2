"""The words before points, the chapeau, end with a colon.

Wrong:

    1. *Urges* States to fund;

       (a) Schools;

       (b) Manuals;

    2. *Requests* the Secretary-General to report.

    → OP1: end the chapeau with a colon

Right:

    1. *Urges* States to fund:

       (a) Schools;

       (b) Manuals;

    2. *Requests* the Secretary-General to report.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.marks import wrong_marks

LEVEL = "warning"
SOURCES = ("R-OP-6",)
SCANS = False
DECISIONS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Chapeaux without their colon."""
    for part in ("preamble", "operative"):
        yield from wrong_marks(draft, part, chapeaux=True)

"""Working labels such as PP1 and OP3 bis are for consultations: they go before issue.

Wrong:

    1. OP1 *Urges* States to license ferries;

    2. *Requests* the Secretary-General to report.

    → OP1: take out the working label “OP1”

Right:

    1. *Urges* States to license ferries;

    2. *Requests* the Secretary-General to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-NEG-4",)

_LABEL = re.compile(
    r"(?:PP|OP)[ \u00a0]?\d+[ \u00a0]?(?:bis|ter|quater|alt)?"
    r"(?:[ \u00a0]?\([a-z]\))?[:.]?[ \u00a0]?",
    re.I,
)


def check(draft: Draft) -> Iterator[Fault]:
    """Paragraphs that begin with a working label."""
    for stretch in draft.paragraphs:
        if found := _LABEL.match(stretch.words):
            fix = Fix((stretch.edit(0, found.end(), ""),), "take out the label")
            message = f"take out the working label “{found[0].strip(' .:')}”"
            yield Fault(stretch, message, fix, start=0, end=found.end())

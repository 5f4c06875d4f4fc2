"""Percentages are written "per cent", with the number in figures.

Wrong:

    1. *Notes* that 5% of ferries are licensed and that twenty percent are insured.

    → OP1: write “5 per cent”
    → OP1: write “per cent”

Also right:

    1. *Notes* that 5 per cent of ferries are licensed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "error"
SOURCES = ("R-STY-9",)
ENGLISH = True

_SIGN = re.compile(r"(\d)[ \u00a0]?%")
_WORD = re.compile(r"\bpercent\b")


def check(draft: Draft) -> Iterator[Fault]:
    """Signs and closed-up words; tables and annexes may have the sign."""
    for stretch in draft.prose:
        for match in stretch.search(_SIGN):
            number = re.search(r"[\d.,]*$", stretch.words[: match.start + 1])
            message = f"write “{number[0] if number else match.found[1]} per cent”"
            fix = match.replace(f"{match.found[1]} per cent", message)
            yield Fault(stretch, message, fix, start=match.start, end=match.end)
        for match in stretch.search(_WORD):
            fix = match.replace("per cent", "write “per cent”")
            yield Fault(stretch, "write “per cent”", fix, start=match.start, end=match.end)

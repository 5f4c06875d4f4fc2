"""A lettered point begins with a capital.

Wrong:

    1. *Urges* States to take the following measures:

       (a) the creation of schools;

       (b) The printing of manuals.

    → OP1 (a): begin with a capital

Right:

    1. *Urges* States to take the following measures:

       (a) The creation of schools;

       (b) The printing of manuals.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.numbering import Placed
from drafter.lint.draft import Draft, Fault, opening_start
from drafter.lint.findings import Fix

LEVEL = "error"
SOURCES = ("R-OP-6",)


def check(draft: Draft) -> Iterator[Fault]:
    """Points whose first letter is small."""
    for stretch in draft.paragraphs:
        start = opening_start(stretch)
        first = stretch.words[start : start + 1]
        if (
            stretch.placed
            and stretch.placed.level
            and first.islower()
            and _lettered(stretch.placed)
        ):
            fix = Fix((stretch.edit(start, start + 1, first.upper()),), "put a capital")
            yield Fault(stretch, "begin with a capital", fix, start=start, end=start + 1)


def _lettered(placed: Placed) -> bool:
    label = placed.paragraph.label
    return label is None or any(map(str.isalnum, label))

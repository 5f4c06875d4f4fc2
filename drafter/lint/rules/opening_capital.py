"""Only the first word of an opening has a capital.

Wrong:

    *Deeply Concerned* that ferries remain unlicensed,

    1. *Also Urges* States to license ferries.

    → PP1: write “Deeply concerned”
    → OP1: write “Also urges”

Right:

    *Deeply concerned* that ferries remain unlicensed,

    1. *Also urges* States to license ferries.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, opening_start
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-OPEN-6",)
ENGLISH = True
DECISIONS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Openings with a capital inside."""
    for stretch in draft.top:
        opening = draft.openings[stretch.spot]
        if opening is None:
            continue
        wanted = opening.text[:1] + opening.text[1:].lower()
        if wanted == opening.text:
            continue
        start = opening_start(stretch)
        end = start + len(opening.text)
        fix = Fix((stretch.edit(start, end, wanted),), f"write “{wanted}”")
        yield Fault(stretch, f"write “{wanted}”", fix, start=start, end=end)

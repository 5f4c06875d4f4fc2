"""The text speaks of itself as "the present resolution".

Wrong:

    1. *Requests* the Secretary-General to report on the implementation of this resolution.

    → OP1: write “the present resolution”

Right:

    1. *Requests* the Secretary-General to report on the implementation of the present resolution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "warning"
SOURCES = ("R-REF-9",)
ENGLISH = True

_THIS = re.compile(r"\b([Tt])his( draft)? (resolution|decision)\b(?!s)")


def check(draft: Draft) -> Iterator[Fault]:
    """The words “this resolution” in what the body says."""
    for stretch in draft.prose:
        for match in stretch.search(_THIS):
            # A resolution that says "this decision" means one that it has just spoken of.
            if draft.is_resolution and match.found[3] == "decision":
                continue
            wanted = f"{match.found[1]}he present {match.found[3]}"
            message = f"write “{wanted}”"
            fix = match.replace(wanted, message)
            yield Fault(stretch, message, fix, start=match.start, end=match.end)

"""A note sends the reader on with "See", not with "cf.".

Wrong:

    *Recalling* the work of the Commission,[^1]

    1. *Urges* States to license ferries.

    [^1]: Cf. A/80/912, sect. I.B.

    → footnote 1: write “See”

Right:

    *Recalling* the work of the Commission,[^1]

    1. *Urges* States to license ferries.

    [^1]: See A/80/912, sect. I.B.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "warning"
SOURCES = ("R-FN-10",)
ENGLISH = True

_CF = re.compile(r"\b[Cc]f\.?(?=[ \u00a0])")


def check(draft: Draft) -> Iterator[Fault]:
    """Notes with "cf."."""
    for stretch in draft.stretches:
        if stretch.spot.part != "footnote":
            continue
        for match in stretch.search(_CF):
            wanted = "See" if match.found[0][0] == "C" else "see"
            fix = match.replace(wanted, f"write “{wanted}”")
            yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)

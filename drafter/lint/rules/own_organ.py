"""In a text of the General Assembly its own name is left out of its notes: Resolution 70/1.

Wrong:

    *Recalling* the 2030 Agenda for Sustainable Development,[^1]

    1. *Urges* States to license ferries.

    [^1]: General Assembly resolution 70/1.

    → footnote 1: leave out “General Assembly”

Right:

    *Recalling* the 2030 Agenda for Sustainable Development,[^1]

    1. *Urges* States to license ferries.

    [^1]: Resolution 70/1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "warning"
SOURCES = ("R-FN-7",)
SCANS = False
ENGLISH = True

_OWN = re.compile(r"\bGeneral Assembly (resolutions?|decisions?)(?=[ \u00a0]\d)")


def check(draft: Draft) -> Iterator[Fault]:
    """Notes of an Assembly text that name the Assembly."""
    if draft.body is None or draft.body.organ != "General Assembly":
        return
    for stretch in draft.stretches:
        if stretch.spot.part != "footnote":
            continue
        for match in stretch.search(_OWN):
            word = match.found[1]
            first = not stretch.words[: match.start].rstrip() or stretch.words[
                : match.start
            ].rstrip().endswith(".")
            message = "leave out “General Assembly”"
            fix = match.replace(word.capitalize() if first else word, message)
            yield Fault(stretch, message, fix, start=match.start, end=match.end)

"""The whole opening is in italics, adverbs included, and nothing after it.

Wrong:

    *Noting* with concern that ferries remain unlicensed,

    1. Urges States to license ferries;

    2. *Requests the Secretary-General* to report.

    → PP1: italicize “Noting with concern”
    → OP1: italicize “Urges”
    → OP2: italicize “Requests” only

Right:

    *Noting with concern* that ferries remain unlicensed,

    1. *Urges* States to license ferries;

    2. *Requests* the Secretary-General to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, opening_start
from drafter.lint.findings import Fix
from drafter.lint.flat import italics

LEVEL = "warning"
SOURCES = ("R-OPEN-5",)
SCANS = False
ENGLISH = True
DECISIONS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Openings that are not in italics, or not wholly, or not alone."""
    for stretch in draft.top:
        opening = draft.openings[stretch.spot]
        if opening is None or opening.kind == "unknown":
            continue
        start = opening_start(stretch)
        end = start + len(opening.text)
        slant = italics(stretch.content)
        run = _italic_from(slant, stretch.words, start)
        if run == end or _may_stand(stretch.words[start:run], opening.text):
            continue
        edits = [stretch.edit(start, end, stretch.words[start:end], italic=True)]
        if run > end:
            edits = [stretch.edit(end, run, stretch.words[end:run], italic=False)]
            message = f"italicize “{opening.text}” only"
        else:
            message = f"italicize “{opening.text}”"
        yield Fault(stretch, message, Fix(tuple(edits), message), start=start, end=end)


def _may_stand(printed: str, opening: str) -> bool:
    """Whether `printed` differs from `opening` only where editors differ too.

    "Reaffirms its commitment" has its object in italics in some texts and not in others.
    """
    printed = printed.strip(" ,")
    shorter, longer = sorted((printed, opening), key=len)
    if not shorter or not longer.startswith(shorter):
        return False
    return bool(
        re.match(
            r"(?:| (?:its|their)\b.*| upon| for| to| of| by| that| in this .*)$",
            longer[len(shorter) :],
        )
    )


def _italic_from(slant: str, words: str, start: int) -> int:
    """Where the italics that begin at `start` end; a space between two italic words is italic."""
    end = start
    for at in range(start, len(slant)):
        if slant[at] == "i":
            end = at + 1
        elif words[at] != " ":
            break
    return end

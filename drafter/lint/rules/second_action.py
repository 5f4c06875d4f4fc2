"""A second action in a paragraph follows a comma, in small letters and roman.

Wrong:

    1. *Notes* the plan. *Invites* States to comment;

    2. *Welcomes* the fund, and *Encourages* donors to contribute.

    → OP1: join “Invites” with a comma and a small letter
    → OP2: write “encourages” with a small letter

Also right:

    1. *Notes* the plan, and invites States to comment;

    2. *Welcomes* the fund, and encourages donors to contribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.grammar import openings
from drafter.lint.draft import Draft, Fault, Match
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-OP-10", "R-OPEN-7")
SCANS = False
ENGLISH = True
DECISIONS = False

_SENTENCE = re.compile(r"(?<=[a-z])[.;]\ufffc*[ \u00a0]([A-Z][a-z]+s)\b")
_AFTER_AND = re.compile(r",? and[ \u00a0]([A-Z][a-z]+(?:s|ing))\b")


def check(draft: Draft) -> Iterator[Fault]:
    """Second verbs that begin a sentence or have a capital."""
    for stretch in draft.top:
        part: openings.Part = "preambular" if stretch.spot.part == "preamble" else "operative"
        for match in stretch.search(_SENTENCE):
            if part == "operative" and _is_opening(match, part):
                message = f"join “{match.found[1]}” with a comma and a small letter"
                yield Fault(stretch, message, start=match.found.start(1), end=match.end)
        for match in stretch.search(_AFTER_AND):
            if _is_opening(match, part):
                yield _small(match)


def _small(match: Match) -> Fault:
    start = match.found.start(1)
    word = match.found[1].lower()
    fix = Fix((match.stretch.edit(start, match.end, word, italic=False),), f"write “{word}”")
    message = f"write “{word}” with a small letter"
    return Fault(match.stretch, message, fix, start=start, end=match.end)


def _is_opening(match: Match, part: openings.Part) -> bool:
    found = openings.find(match.stretch.words[match.found.start(1) :], part)
    # "Notes", "Considers" begin no name; "States" and the like are known not to be openings.
    return found is not None and found.kind != openings.UNKNOWN

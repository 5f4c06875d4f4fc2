"""Inside a paragraph: "and also encourages" in the operative part, "and recalling also" before it.

Wrong:

    *Noting* the report, and also recalling its resolution 79/901 of 12 December 2024,

    1. *Urges* States to license ferries, and encourages also donors to help.

    → PP1: write “and recalling also”
    → OP1: write “and also encourages”

Right:

    *Noting* the report, and recalling also its resolution 79/901 of 12 December 2024,

    1. *Urges* States to license ferries, and also encourages donors to help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.grammar import openings
from drafter.lint.draft import Draft, Fault

LEVEL = "note"
SOURCES = ("R-ALSO-7",)
ENGLISH = True
DECISIONS = False

_PREAMBLE = re.compile(r"(?<=, and )(also|further) ([a-z]+ing)\b")
_OPERATIVE = re.compile(r"(?<=, and )([a-z]+s) (also)\b")


def check(draft: Draft) -> Iterator[Fault]:
    """Adverbs on the wrong side of a second verb."""
    for stretch in draft.top:
        preamble = stretch.spot.part == "preamble"
        for match in stretch.search(_PREAMBLE if preamble else _OPERATIVE):
            verb = match.found[2 if preamble else 1]
            part: openings.Part = "preambular" if preamble else "operative"
            if not openings.is_known(verb.capitalize(), part):
                continue
            wanted = f"{match.found[2]} {match.found[1]}"
            fix = match.replace(wanted, f"write “{wanted}”")
            message = f"write “and {wanted}”"
            yield Fault(stretch, message, fix, start=match.start, end=match.end)

"""Every paragraph has an opening: a participle in the preamble, a verb in the operative part.

Wrong:

    The importance of rivers for trade is great,

    1. States should license ferries;

    2. *Urges* States to train crews.

    → PP1: begin with a participle such as “Recalling” or “Noting”
    → OP1: begin with a verb such as “Urges” or “Requests”

Also right:

    *Convinced* of the importance of rivers for trade,

    1. *Calls upon* States to license ferries;

    2. *Urges* States to train crews.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar import openings
from drafter.lint.draft import Draft, Fault
from drafter.lint.voices import other_part

LEVEL = "error"
SOURCES = ("R-OPEN-1", "R-OP-1")
ENGLISH = True
DECISIONS = False

_ADVICE = {
    "preamble": "begin with a participle such as “Recalling” or “Noting”",
    "operative": "begin with a verb such as “Urges” or “Requests”",
}


def check(draft: Draft) -> Iterator[Fault]:
    """Paragraphs that begin with no opening at all."""
    for stretch in draft.top:
        if stretch.spot.part == "operative" and draft.is_declaration:
            continue
        if draft.openings[stretch.spot] or not stretch.words.strip("[] "):
            continue
        if other_part(stretch) is None and not _is_working_label(stretch.words):
            yield Fault(stretch, _ADVICE[stretch.spot.part])


def _is_working_label(words: str) -> bool:
    return words.lstrip("[ ").startswith(("PP", "OP")) or openings.is_known(words)

"""Also and Further stand before an operative verb and after a preambular participle.

Wrong:

    *Recalling* its resolution 79/901 of 12 December 2024,

    *Also recalling* its resolution 78/902 of 19 December 2023,

    1. *Urges* States parties to train crews;

    2. *Urges also* States parties to share data.

    → PP2: write “Recalling also”: the adverb follows the participle
    → OP2: write “Also urges”: the adverb comes first

Right:

    *Recalling* its resolution 79/901 of 12 December 2024,

    *Recalling also* its resolution 78/902 of 19 December 2023,

    1. *Urges* States parties to train crews;

    2. *Also urges* States parties to share data.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.succession import Part, is_misplaced, join, split
from drafter.lint.draft import Draft, Fault, opening_start
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-ALSO-4",)
ENGLISH = True
DECISIONS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Openings whose adverb stands on the wrong side of the verb."""
    for stretch in draft.top:
        opening = draft.openings[stretch.spot]
        part: Part = "preambular" if stretch.spot.part == "preamble" else "operative"
        if opening is None or not is_misplaced(opening.text, part):
            continue
        wanted = join(*split(opening.text), part)
        why = "comes first" if part == "operative" else "follows the participle"
        start = opening_start(stretch)
        end = start + len(opening.text)
        fix = Fix((stretch.edit(start, end, wanted),), f"write “{wanted}”")
        message = f"write “{wanted}”: the adverb {why}"
        yield Fault(stretch, message, fix, start=start, end=end)

"""A preambular paragraph opens with a participle, an operative one with a verb in the present.

Wrong:

    *Recalls* its resolution 79/901 of 12 December 2024,

    1. *Urging* States to license ferries;

    2. *Requests* the Secretary-General to report.

    → PP1: open with a participle, not “Recalls”
    → OP1: open with a verb in the present, not “Urging”

Right:

    *Recalling* its resolution 79/901 of 12 December 2024,

    1. *Urges* States to license ferries;

    2. *Requests* the Secretary-General to report.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Stretch, opening_start
from drafter.lint.findings import Fix
from drafter.lint.voices import finite, other_part, participle

LEVEL = "error"
SOURCES = ("R-OPEN-1", "R-OP-1")
ENGLISH = True
DECISIONS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Openings in the form that belongs to the other part."""
    for stretch in draft.top:
        known = draft.openings[stretch.spot]
        if known is not None and known.kind != "unknown":
            continue
        opening = other_part(stretch)
        if opening is None or _is_name(stretch, opening.text):
            continue
        form = "a participle" if stretch.spot.part == "preamble" else "a verb in the present"
        start = opening_start(stretch)
        yield Fault(
            stretch,
            f"open with {form}, not “{opening.text}”",
            _fix(stretch, opening.text),
            start=start,
            end=start + len(opening.text),
        )


def _is_name(stretch: Stretch, opening: str) -> bool:
    """Whether the words begin a name: "United Nations", "Following the" does not."""
    after = stretch.words[opening_start(stretch) + len(opening) :].lstrip()
    return after[:1].isupper() and opening in {"United", "Marking", "Being"}


def _fix(stretch: Stretch, opening: str) -> Fix | None:
    """The other form of the first word, where that is one word's change."""
    first = opening.split(maxsplit=1)[0]
    turned = participle(first) if stretch.spot.part == "preamble" else finite(first)
    if not turned:
        return None
    start = opening_start(stretch)
    word = turned[:1].upper() + turned[1:]
    return Fix((stretch.edit(start, start + len(first), word),), f"write “{word}”", safe=False)

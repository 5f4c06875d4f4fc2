"""Words include everyone: Chair, humankind, staffing.

The wording is practice and names of the past keep theirs, so this is a note.

Wrong:

    1. *Thanks* the chairman for his service to mankind.

    → OP1: write “chair” for “chairman”
    → OP1: write “humankind” for “mankind”

Right:

    1. *Thanks* the chair for his service to humankind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "note"
SOURCES = ("R-STY-14",)
ENGLISH = True

_WORDS = {
    "chairman": "chair",
    "chairmen": "chairs",
    "chairmanship": "chairship",
    "vice-chairman": "vice-chair",
    "mankind": "humankind",
    "manpower": "workforce",
    "man-made": "human-made",
    "spokesman": "spokesperson",
    "policeman": "police officer",
    "policemen": "police officers",
    "businessmen": "business people",
    "fishermen": "fishers",
    "layman": "layperson",
    "chairwoman": "chair",
}
_WORD = re.compile(r"\b(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")\b", re.I)


def check(draft: Draft) -> Iterator[Fault]:
    """Words for one sex only."""
    for stretch in draft.prose:
        for match in stretch.search(_WORD):
            printed = match.found[0]
            wanted = _WORDS[printed.lower()]
            if printed[0].isupper():
                wanted = wanted.capitalize()
            message = f"write “{wanted}” for “{printed}”"
            fix = match.replace(wanted, message, safe=False)
            yield Fault(stretch, message, fix, start=match.start, end=match.end)

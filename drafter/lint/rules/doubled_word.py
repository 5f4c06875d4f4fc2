"""No word stands twice running.

Wrong:

    1. *Urges* States to license the the ferries.

    → OP1: “the” stands twice

Right:

    1. *Urges* States to license the ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "warning"
SOURCES = ("drafter",)
ENGLISH = True

_TWICE = re.compile(r"\b([A-Za-z]+)[ \u00a0]+\1\b(?![-’'])")
# "that that", "had had" may be meant; names such as "Pago Pago" have capitals.
_MEANT = {"that", "had", "in", "is"}


def check(draft: Draft) -> Iterator[Fault]:
    """Small words written twice."""
    for stretch in draft.stretches:
        for match in stretch.search(_TWICE, quoted=True):
            word = match.found[1]
            if word in _MEANT or not word.islower() or (len(word) == 1 and word != "a"):
                continue
            fix = match.replace(word, f"write “{word}” once")
            yield Fault(stretch, f"“{word}” stands twice", fix, start=match.start, end=match.end)

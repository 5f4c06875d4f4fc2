"""A title is in sentence case, without a full stop.

Wrong:

    ---
    title: Strengthening River Safety And Ferry Licensing.
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.

    → title: write the title in sentence case
    → title: take out the full stop

Also right:

    ---
    title: Strengthening river safety and ferry licensing
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Stretch
from drafter.lint.findings import Fix

LEVEL = "error"
SOURCES = ("R-ANAT-11",)
ENGLISH = True

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# Words that are small in a title unless they begin it: "And" and "Of" are no part of a name.
_SMALL = frozenset(
    "and or of the for to in on with by from through at against a an".split()  # noqa: SIM905
)


def check(draft: Draft) -> Iterator[Fault]:
    """A title with a full stop, in capitals, or with a capital on every word."""
    stretch = next((s for s in draft.stretches if s.spot.part == "title"), None)
    if stretch is None:
        return
    words = stretch.words.rstrip()
    if words.endswith(".") and not words.endswith(("..", "Inc.", "etc.")):
        end = len(words)
        fix = Fix((stretch.edit(end - 1, end, ""),), "take out the full stop")
        yield Fault(stretch, "take out the full stop", fix, start=end - 1, end=end)
    if not _is_sentence_case(stretch):
        yield Fault(stretch, "write the title in sentence case", level="warning")


def _is_sentence_case(stretch: Stretch) -> bool:
    """Names have capitals too, so only a title in capitals throughout is not in sentence case."""
    outside = " ".join(text for _, text in stretch.outside_quotes())
    words = _WORD.findall(outside)[1:]
    long = [word for word in words if word.lower() not in _SMALL]
    if len(long) < 3:
        return True
    if all(word.isupper() for word in long):
        return False
    capitals = [word for word in words if word[0].isupper() and word.lower() in _SMALL]
    return not capitals or any(word[0].islower() for word in long)

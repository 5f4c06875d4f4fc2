"""A footnote begins with a capital and ends with a full stop.

Wrong:

    *Recalling* its resolution 79/901 of 12 December 2024,[^1]

    1. *Urges* States to license ferries.

    [^1]: resolution 79/901

    → footnote 1: begin with a capital
    → footnote 1: end with a full stop

Right:

    *Recalling* its resolution 79/901 of 12 December 2024,[^1]

    1. *Urges* States to license ferries.

    [^1]: Resolution 79/901.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-FN-6",)
SCANS = False

_CLOSING = "”’\"')] \u00a0\ufffc"


def check(draft: Draft) -> Iterator[Fault]:
    """Notes with a small letter first or no full stop last."""
    for stretch in draft.stretches:
        words = stretch.words
        if stretch.spot.part != "footnote" or not words.strip():
            continue
        if words[0].islower() and not words.startswith(("http", "www.")):
            fix = Fix((stretch.edit(0, 1, words[0].upper()),), "put a capital")
            yield Fault(stretch, "begin with a capital", fix, start=0, end=1)
        bare = words.rstrip(_CLOSING)
        if not bare.endswith((".", "…", "?", "!")):
            end = len(words.rstrip(" \u00a0\ufffc"))
            mark = words[end - 1] if words[end - 1] in ",;:" else ""
            edit = stretch.edit(end - len(mark), end, ".", italic=False)
            fix = Fix((edit,), "put a full stop")
            yield Fault(stretch, "end with a full stop", fix, start=end - len(mark), end=end)

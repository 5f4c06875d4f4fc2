"""Every call has its footnote.

Wrong:

    *Recalling* the report of the Secretary-General,[^1]

    1. *Urges* States[^2] to license ferries.

    [^1]: A/80/912.

    → OP1: footnote 2 is called and not written

Also right:

    *Recalling* the report of the Secretary-General,[^1]

    1. *Urges* States to license ferries.

    [^1]: A/80/912.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.notes import all_calls

LEVEL = "error"
SOURCES = ("R-FN-2",)
SCANS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Calls of notes that are not there."""
    written = {note.label for note in draft.resolution.footnotes}
    for called in all_calls(draft):
        if called.label not in written:
            message = f"footnote {called.label} is called and not written"
            yield Fault(called.stretch, message, start=called.at, end=called.at + 1)

"""Every footnote is called in the text.

Wrong:

    *Recalling* the report of the Secretary-General,

    1. *Urges* States to license ferries.

    [^1]: A/80/912.

    → footnote 1: nothing calls footnote 1

Right:

    *Recalling* the report of the Secretary-General,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix, Redraft
from drafter.lint.notes import all_calls
from drafter.model import calls

LEVEL = "warning"
SOURCES = ("R-FN-2",)
SCANS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Notes without a call."""
    resolution = draft.resolution
    called = {each.label for each in all_calls(draft)} | set(calls(resolution.title))
    for stretch, note in zip(
        (s for s in draft.stretches if s.spot.part == "footnote"), resolution.footnotes, strict=True
    ):
        # A sign belongs to the sponsors or the masthead, which the model keeps as plain lines.
        if note.label in called or not note.label.isdigit():
            continue
        rest = tuple(each for each in resolution.footnotes if each.label != note.label)
        fix = Fix((Redraft(replace(resolution, footnotes=rest)),), "delete the note", safe=False)
        yield Fault(stretch, f"nothing calls footnote {note.label}", fix)

"""Nothing is set in bold for emphasis.

Wrong:

    1. *Urges* States to license **all** ferries.

    → OP1: set “all” in plain type

Right:

    1. *Urges* States to license all ferries.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix, Words
from drafter.lint.flat import flat
from drafter.model import Bracket, Inlines, Text

LEVEL = "warning"
SOURCES = ("R-OPEN-5",)
SCANS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Bold words in paragraphs."""
    for stretch in draft.paragraphs:
        bold = list(_bold(stretch.content, 0))
        if bold:
            edits = [Words(stretch.spot, at, at + len(t), t, bold=False) for at, t in bold]
            shown = bold[0][1] if len(bold[0][1]) < 40 else bold[0][1][:39] + "…"
            fix = Fix(tuple(edits), "set it in plain type")
            start, end = bold[0][0], bold[-1][0] + len(bold[-1][1])
            yield Fault(stretch, f"set “{shown}” in plain type", fix, start=start, end=end)


def _bold(content: Inlines, at: int) -> Iterator[tuple[int, str]]:
    """The bold runs of `content`, each with where it begins in the flat text."""
    for inline in content:
        if isinstance(inline, Text) and inline.bold:
            yield at, inline.text
        elif isinstance(inline, Bracket):
            yield from _bold(inline.content, at + 1)
        at += len(flat((inline,)))

"""Nothing is set in bold for emphasis.

Wrong:

    1. *Urges* States to license **all** ferries.

    → OP1: set “all” in plain type

Right:

    1. *Urges* States to license all ferries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix, Redraft
from drafter.lint.spots import changed
from drafter.model import Bracket, Inline, Inlines, Text, normal

LEVEL = "warning"
SOURCES = ("R-OPEN-5",)
SCANS = False


def check(draft: Draft) -> Iterator[Fault]:
    """Bold words in paragraphs."""
    for stretch in draft.paragraphs:
        bold = [inline.text for inline in _texts(stretch.content) if inline.bold]
        if bold:
            mended = changed(draft.resolution, stretch.spot, _plain)
            shown = bold[0] if len(bold[0]) < 40 else bold[0][:39] + "…"
            fix = Fix((Redraft(mended),), "set it in plain type", safe=False)
            yield Fault(stretch, f"set “{shown}” in plain type", fix)


def _texts(content: Inlines) -> Iterator[Text]:
    for inline in content:
        if isinstance(inline, Text):
            yield inline
        elif isinstance(inline, Bracket):
            yield from _texts(inline.content)


def _plain(content: Inlines) -> Inlines:
    def one(inline: Inline) -> Inline:
        if isinstance(inline, Text):
            return replace(inline, bold=False)
        if isinstance(inline, Bracket):
            return replace(inline, content=tuple(map(one, inline.content)))
        return inline

    return normal(map(one, content))

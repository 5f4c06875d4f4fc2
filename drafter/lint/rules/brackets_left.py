"""A text that is tabled or adopted holds no brackets unless they are meant.

Wrong:

    ---
    symbol: A/C.3/80/L.909
    ---

    *The General Assembly*,

    1. *Urges* States [that have not yet done so] to license ferries.

    → OP1: text in brackets is left in a tabled draft

Also right:

    1. *Urges* States [that have not yet done so] to license ferries.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.symbols import is_draft
from drafter.lint.draft import Draft, Fault
from drafter.model import Bracket

LEVEL = "note"
SOURCES = ("R-NEG-5",)


def check(draft: Draft) -> Iterator[Fault]:
    """Paragraphs of an issued text that still hold brackets."""
    head = draft.resolution.masthead
    adopted = head.kind == "adopted resolution"
    if not (adopted or is_draft(head.symbol)):
        return
    what = "an adopted text" if adopted else "a tabled draft"
    for stretch in draft.paragraphs:
        if any(isinstance(inline, Bracket) for inline in stretch.content):
            yield Fault(stretch, f"text in brackets is left in {what}")

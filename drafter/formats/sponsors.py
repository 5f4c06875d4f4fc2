"""The sponsors' line as any page without note signs prints it. Reads nothing back."""

from __future__ import annotations

from drafter.grammar.wording import Wording
from drafter.model import Masthead


def sponsor_line(masthead: Masthead, fixed: Wording) -> str:
    """`Fiji, Nepal and Togo: draft resolution` (R-ANAT-7); "" where nobody sponsors."""
    *first, last = masthead.sponsors or ("",)
    names = fixed.joins.join(filter(None, (f"{fixed.comma} ".join(first), last)))
    return f"{names}{fixed.colon} {fixed.kinds[masthead.kind]}" if names else ""

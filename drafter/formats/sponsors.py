"""The sponsors' line as any page without note signs prints it. Reads nothing back."""

from __future__ import annotations

from drafter.model import Masthead


def sponsor_line(masthead: Masthead) -> str:
    """`Fiji, Nepal and Togo: draft resolution` (R-ANAT-7); "" where nobody sponsors."""
    *first, last = masthead.sponsors or ("",)
    names = " and ".join(filter(None, (", ".join(first), last)))
    return f"{names}: {masthead.kind}" if names else ""

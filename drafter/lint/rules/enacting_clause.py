"""The enacting clause is the full name of the organ and a comma.

Where there is no preamble there is no comma.

Wrong:

    *The General Assembly:*

    *Recalling* its resolution 79/901 of 12 December 2024,

    1. *Urges* States to license ferries.

    → enacting clause: write “The General Assembly,”

Right:

    *The General Assembly*,

    *Recalling* its resolution 79/901 of 12 December 2024,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.enacting import is_enacting
from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Field, Fix

LEVEL = "error"
SOURCES = ("R-ANAT-13",)
DECISIONS = False

_PLACE = "enacting clause"


def check(draft: Draft) -> Iterator[Fault]:
    """An enacting clause that is missing, ends wrongly, or names another organ or none."""
    resolution = draft.resolution
    printed = resolution.enacting
    if not printed:
        if resolution.preamble or resolution.operative:
            name = draft.body.enacting if draft.body else ""
            fix = Fix((Field("enacting", name),), "put the enacting clause") if name else None
            yield Fault(_PLACE, f"begin with “{name or 'The General Assembly,'}”", fix)
        return
    bare = printed.rstrip(" ,:;.")
    if draft.is_english and not is_enacting(printed):
        yield Fault(_PLACE, f"“{bare}” names no known organ", level="warning")
    wanted = bare + ("," if resolution.preamble else "")
    if printed != wanted and not draft.scanned:
        fix = Fix((Field("enacting", wanted),), f"write “{wanted}”")
        yield Fault(_PLACE, f"write “{wanted}”", fix)
    elif draft.body and draft.is_english and bare != draft.body.enacting.rstrip(","):
        yield from _other_organ(draft, bare)


def _other_organ(draft: Draft, bare: str) -> Iterator[Fault]:
    """A clause of another body than the masthead's: a nested text has one (R-ANAT-17)."""
    assert draft.body is not None  # noqa: S101 - the caller looked
    if draft.resolution.masthead.body and not draft.resolution.masthead.report:
        message = f"“{bare}” is not the enacting clause of the {draft.body.organ}"
        yield Fault(_PLACE, message, level="note")

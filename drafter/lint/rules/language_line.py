"""The language line reads "Original: English", or "English only" where nothing is translated.

Wrong:

    ---
    language: "Language: French"
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.

    → masthead: write “Original: French”

Right:

    ---
    language: "Original: French"
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Field, Fix

LEVEL = "error"
SOURCES = ("R-ANAT-4",)
ENGLISH = True

_TONGUES = "Arabic|Chinese|English|French|Russian|Spanish"
_ORIGINAL = re.compile(rf"Original: (?:{_TONGUES})(?:(?:, |/| and )(?:{_TONGUES}))*")
_ONLY = re.compile(rf"(?:{_TONGUES})(?:(?:, | and )(?:{_TONGUES}))* only")
_NAMED = re.compile(rf"\b({_TONGUES})\b", re.I)


def check(draft: Draft) -> Iterator[Fault]:
    """A language line in another form."""
    line = draft.resolution.masthead.language.strip()
    # A bare code or name is the draft's own note of its language, not the line.
    if ":" not in line and not line.lower().endswith("only"):
        return
    if _ORIGINAL.fullmatch(line) or _ONLY.fullmatch(line):
        return
    named = _NAMED.search(line)
    tongue = named[1].capitalize() if named else "English"
    wanted = f"{tongue} only" if "only" in line.lower() else f"Original: {tongue}"
    fix = Fix((Field("language", wanted),), f"write “{wanted}”") if named else None
    yield Fault("masthead", f"write “{wanted}”", fix)

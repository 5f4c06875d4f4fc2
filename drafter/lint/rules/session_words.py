"""Sessions are numbered in words: its eighty-first session.

From one hundred on figures may stand.

Wrong:

    1. *Requests* the Secretary-General to report at its 81st session.

    → OP1: write “eighty-first session”

Right:

    1. *Requests* the Secretary-General to report at its eighty-first session.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.grammar import ordinals
from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Field, Fix

LEVEL = "warning"
SOURCES = ("R-ANAT-5",)
ENGLISH = True

_FIGURE = re.compile(
    r"\b([1-9]\d?)(?:st|nd|rd|th)"
    r"(?=[ \u00a0](?:(?:regular|special|resumed|annual)[ \u00a0])?session)"
)


def check(draft: Draft) -> Iterator[Fault]:
    """Sessions numbered in figures, in the text and in the masthead."""
    for stretch in draft.stretches:
        for match in stretch.search(_FIGURE):
            words = ordinals.words(int(match.found[1]))
            fix = match.replace(words, f"write “{words}”")
            message = f"write “{words} session”"
            yield Fault(stretch, message, fix, start=match.start, end=match.end)
    line = draft.resolution.masthead.session
    if found := _FIGURE.match(line):
        wanted = ordinals.words(int(found[1])).capitalize() + line[found.end() :]
        fix = Fix((Field("session", wanted),), f"write “{wanted}”")
        yield Fault("masthead", f"write “{wanted}”", fix)

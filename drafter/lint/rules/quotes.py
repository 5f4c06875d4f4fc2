"""Quotation marks are of one kind: no straight ones among curly ones.

Wrong:

    *Recalling* its resolution 79/901, entitled "River safety",

    *Noting* the “Ferry handbook”,

    1. *Urges* States to license ferries.

    → PP1: write “…” with curly quotation marks

Right:

    *Recalling* its resolution 79/901, entitled “River safety”,

    *Noting* the “Ferry handbook”,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Stretch
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("OCR-19",)
SCANS = False
ENGLISH = True

_CURLY = re.compile("[“”]")
_STRAIGHT = re.compile('"')


def check(draft: Draft) -> Iterator[Fault]:
    """Straight quotation marks in a text that has curly ones."""
    if not any(_CURLY.search(stretch.words) for stretch in draft.stretches):
        return
    for stretch in draft.stretches:
        places = [found.start() for found in _STRAIGHT.finditer(stretch.words)]
        if not places:
            continue
        edits = tuple(stretch.edit(at, at + 1, _curly(stretch, at)) for at in places)
        fix = Fix(edits, "write curly quotation marks")
        message = "write “…” with curly quotation marks"
        yield Fault(stretch, message, fix, start=places[0], end=places[-1] + 1)


def _curly(stretch: Stretch, at: int) -> str:
    before = stretch.words[at - 1 : at]
    return "“" if not before or before in " \u00a0([—–‘" else "”"

"""A tabled draft is an L. document, and a later version of it an L. document or a revision.

A/C.3/80/L.5, then A/C.3/80/L.5/Rev.1; Add., Corr. and Amend. stand in the same place. A first text
among the sponsors bears no symbol yet.

Wrong:

    ---
    symbol: A/C.3/80/L.909v2
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.

    → masthead: write “A/C.3/80/L.909/Rev.2”

Right:

    ---
    symbol: A/C.3/80/L.909/Rev.2
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.

Wrong:

    ---
    symbol: A/C.3/80/909
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.

    → masthead: a draft is an L. document: A/C.3/80/L.909

Also right:

    ---
    symbol: A/C.3/80/L.909
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
SOURCES = ("R-NEG-8", "R-NEG-9", "R-NEG-10", "R-NEG-11")
SCANS = False

_VERSION = re.compile(
    r"(?P<base>.*/L\.\d+)[ /.]?(?:v|ver|version|r|rev|Rev|REV)[ .]?(?P<number>\d+)", re.I
)
_ISSUED = re.compile(r".*/L\.\d+(?:/(?:Rev|Add|Corr|Amend)\.\d+)*\*{0,2}")
_BARE = re.compile(r"(?P<committee>A/C\.[1-6]/(?:S-|ES-)?\d+)/(?P<number>\d+)(?P<rest>/Rev\.\d+)?")


def check(draft: Draft) -> Iterator[Fault]:
    """A draft's symbol in another form."""
    symbol = draft.resolution.masthead.symbol
    if "draft" not in draft.resolution.masthead.kind or not symbol:
        return
    if bare := _BARE.fullmatch(symbol):
        wanted = f"{bare['committee']}/L.{bare['number']}{bare['rest'] or ''}"
        yield Fault("masthead", f"a draft is an L. document: {wanted}")
    elif re.search(r"/L\.0+\b", symbol):
        yield Fault("masthead", "the first draft among the sponsors bears no symbol")
    elif not _ISSUED.fullmatch(symbol) and (version := _VERSION.fullmatch(symbol)):
        wanted = f"{version['base']}/Rev.{version['number']}"
        fix = Fix((Field("symbol", wanted),), f"write “{wanted}”", safe=False)
        yield Fault("masthead", f"write “{wanted}”", fix)

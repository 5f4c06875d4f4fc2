"""Sources are cited in footnotes: no document symbol stands in the text.

Wrong:

    *Recalling* the report of the Secretary-General (A/80/912),

    1. *Urges* States to license ferries.

    → PP1: put A/80/912 in a footnote

Right:

    *Recalling* the report of the Secretary-General,[^1]

    1. *Urges* States to license ferries.

    [^1]: A/80/912.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.grammar.symbols import SYMBOL
from drafter.lint.draft import Draft, Fault, Match
from drafter.lint.findings import Fix, Redraft
from drafter.lint.flat import replaced, with_call
from drafter.lint.rules.footnote_order import renumbered
from drafter.lint.spots import changed
from drafter.model import Footnote, Inlines, Resolution, text

LEVEL = "error"
SOURCES = ("R-FN-1",)
DECISIONS = False

_IN_PARENTHESES = re.compile(rf"\s\((?P<symbol>{SYMBOL.pattern})\)(?P<mark>[,;:.]?)", re.VERBOSE)


def check(draft: Draft) -> Iterator[Fault]:
    """Symbols in what the body says."""
    for stretch in draft.paragraphs:
        fixes = {m.start + 2: _fix(draft, m) for m in stretch.search(_IN_PARENTHESES)}
        for match in stretch.search(SYMBOL):
            symbol = match.found[0]
            if symbol.count("/") < 2 or _named(stretch.words[: match.start]):
                continue
            message = f"put {symbol} in a footnote"
            fix = fixes.get(match.start)
            yield Fault(stretch, message, fix, start=match.start, end=match.end)


def _named(before: str) -> bool:
    """Whether the sentence itself names the document: "as set out in document A/80/12"."""
    return before.rstrip().endswith(("document", "documents", "report", "reports", "symbol"))


def _fix(draft: Draft, match: Match) -> Fix:
    """Move the symbol into a note of its own, numbered by its place."""
    mark = match.found["mark"]

    def change(content: Inlines) -> Inlines:
        shorter = replaced(content, match.start, match.end, mark)
        return with_call(shorter, match.start + len(mark), "0")

    resolution: Resolution = changed(draft.resolution, match.stretch.spot, change)
    note = Footnote("0", text(f"{match.found['symbol']}."))
    # The new note is called 0 until all are numbered again; no note of a text bears that number.
    resolution = replace(resolution, footnotes=(*resolution.footnotes, note))
    return Fix((Redraft(renumbered(resolution, first=1)),), "move it to a footnote", safe=False)

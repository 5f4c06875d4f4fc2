"""A United Nations document is cited by paragraph, not by page: its languages break pages apart.

Wrong:

    *Recalling* the report of the Secretary-General,[^1]

    1. *Urges* States to license ferries.

    [^1]: A/80/912, p. 3.

    → footnote 1: cite A/80/912 by paragraph, not by page

Also right:

    *Recalling* the report of the Secretary-General,[^1]

    1. *Urges* States to license ferries.

    [^1]: A/80/912, para. 6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.grammar.symbols import SYMBOL
from drafter.lint.draft import Draft, Fault

LEVEL = "error"
SOURCES = ("R-REF-14",)

_PAGE = re.compile(
    rf"(?P<symbol>{SYMBOL.pattern}),?[ \u00a0](?:at[ \u00a0])?(?:pp?\.|pages?)[ \u00a0]?\d+",
    re.VERBOSE,
)


def check(draft: Draft) -> Iterator[Fault]:
    """Symbols with a page after them."""
    for stretch in draft.stretches:
        for match in stretch.search(_PAGE):
            message = f"cite {match.found['symbol']} by paragraph, not by page"
            yield Fault(stretch, message, start=match.start, end=match.end)

"""A resolution of the Security Council is cited with its year in parentheses.

Wrong:

    *Recalling* Security Council resolution 2692/2023 of 14 July 2023,

    1. *Urges* States to license ferries.

    → PP1: write “resolution 2692 (2023)”

Right:

    *Recalling* Security Council resolution 2692 (2023) of 14 July 2023,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "error"
SOURCES = ("R-REF-4",)
ENGLISH = True

_SLASH = re.compile(r"(?<=Security Council resolution )(\d{1,4})\s?/\s?((?:19|20)\d\d)\b")
_BARE = re.compile(
    r"(?<=Security Council resolution )(\d{3,4})(?=[ \u00a0]of \d{1,2} \w+ ((?:19|20)\d\d))"
)


def check(draft: Draft) -> Iterator[Fault]:
    """Citations with a slash, or with no year at all."""
    for stretch in draft.stretches:
        for pattern in (_SLASH, _BARE):
            for match in stretch.search(pattern):
                wanted = f"{match.found[1]} ({match.found[2]})"
                message = f"write “resolution {wanted}”"
                fix = match.replace(wanted, message)
                yield Fault(stretch, message, fix, start=match.start, end=match.end)

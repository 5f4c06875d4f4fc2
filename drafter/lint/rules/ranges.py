"""A range of numbers or years has an en dash, and its years are written out: 2017–2021.

Wrong:

    *Noting* the plan for 2017-21 and the ages of 6-10,

    1. *Urges* States to license ferries.

    → PP1: write “2017–2021”
    → PP1: write “6–10”

Right:

    *Noting* the plan for 2017–2021 and the ages of 6–10,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.rules.date_spans import is_date_span

LEVEL = "warning"
SOURCES = ("R-STY-10",)

_YEARS = re.compile(r"(?<![\w/.–-])((?:19|20)\d\d)[-–](\d\d)(?![\w/–-]|\.\d)")
# Not part of a symbol, a date in figures, a job number or a resolution of a special session.
_RANGE = re.compile(r"(?<![\w/.:–-])(\d{1,4})-(\d{1,4})(?![\w/–-]|\.\d|\(| ?\()")


def check(draft: Draft) -> Iterator[Fault]:
    """Ranges with a hyphen, and years cut short."""
    for stretch in draft.stretches:
        done: set[int] = set()
        for match in stretch.search(_YEARS):
            first, last = match.found.groups()
            # "2017-05" is a month, not a range.
            if "–" not in match.found[0] and int(last) <= 12 < int(first[2:]):
                continue
            if int(last) <= int(first[2:]):
                continue
            done.add(match.start)
            wanted = f"{first}–{first[:2]}{last}"
            fix = match.replace(wanted, f"write “{wanted}”")
            yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)
        for match in stretch.search(_RANGE):
            first, last = match.found.groups()
            if match.start in done or int(first) >= int(last) or is_date_span(match):
                continue
            wanted = f"{first}–{last}"
            fix = match.replace(wanted, f"write “{wanted}”")
            yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)

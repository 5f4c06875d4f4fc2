"""In the text a span of days is written in words: on 25 and 26 August; from 6 to 8 April.

An en dash between days stands in titles, tables and notes.

Wrong:

    *Noting* the meeting held in Riverton on 25–26 August 2024 and the session held from
    6–8 April 2025,

    1. *Urges* States to license ferries.

    → PP1: write “on 25 and 26 August”
    → PP1: write “from 6 to 8 April”

Right:

    *Noting* the meeting held in Riverton on 25 and 26 August 2024 and the session held from
    6 to 8 April 2025,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Match

LEVEL = "warning"
SOURCES = ("R-STY-17",)
SCANS = False
ENGLISH = True

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SPAN = re.compile(
    # "the 28–29 October meeting", and a place with its dates ("Cairo, 5–13 September"), are names.
    r"(?:\b(?P<word>on|from|between)[ \u00a0]|(?<!,)(?<!\bthe)(?<!\bduring)(?<=[a-z] ))"
    r"(?<![\d–-])(?P<first>\d{1,2})[–-](?P<last>\d{1,2})"
    rf"[ \u00a0](?P<month>{_MONTHS})\b"
)
_MONTH = re.compile(rf"[ \u00a0](?:{_MONTHS})\b")


def check(draft: Draft) -> Iterator[Fault]:
    """Spans of days with a dash in the body of the text."""
    for stretch in draft.paragraphs:
        for match in stretch.search(_SPAN):
            if not _in_words(match):
                continue
            wanted = _form(match.found)
            message = f"write “{wanted}”"
            fix = match.replace(wanted, message)
            yield Fault(stretch, message, fix, start=match.start, end=match.end)


def is_date_span(match: Match) -> bool:
    """Whether the range that `match` found is one of days, which this rule would have in words."""
    return bool(_MONTH.match(match.stretch.words, match.end)) and _in_words(match)


def _in_words(match: Match) -> bool:
    """Whether it stands in the running text: parentheses keep short forms, and so do tables."""
    return match.stretch.placed is not None and not match.in_parentheses


def _form(found: re.Match[str]) -> str:
    first, last = int(found["first"]), int(found["last"])
    if last == first + 1 and found["word"] != "from":
        before = "" if found["word"] is None else "on "
        return f"{before}{first} and {last} {found['month']}"
    return f"from {first} to {last} {found['month']}"

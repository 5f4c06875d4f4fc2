"""Numbers under ten are written in words.

Numbers of things that are counted by figures (articles, paragraphs, per cent, dates, sums) keep
theirs.

Wrong:

    1. *Notes* that 8 ports have 3 ferries each.

    → OP1: write “eight ports”
    → OP1: write “three ferries”

Right:

    1. *Notes* that eight ports have three ferries each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-STY-8",)
ENGLISH = True

_DIGITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_COUNTED = re.compile(
    r"(?P<before>\b[\w’'.-]+[ \u00a0])(?P<digit>[2-9])[ \u00a0]"
    r"(?P<noun>[a-z]{3,}s|States|people|children|women)\b"
)
# What goes before or after a figure that is a name or a measure, not a count.
_NAMING = re.compile(
    r"(?:^|\b)(?:articles?|paragraphs?|paras?\.?|chapters?|sections?|annex|rules?|goals?|targets?|"
    r"phases?|parts?|tables?|figures?|items?|numbers?|no\.|nos\.|volumes?|vol\.|stages?|types?|"
    r"grades?|levels?|pillars?|resolutions?|decisions?|and|to|or|between|page|under|over|of|"
    r"aged|ages|age|every|version|step|option|class|"
    r"tier|scenario|category|priority|appendix|schedule|protocol|track|component|"
    r"january|february|march|april|may|june|july|august|september|october|november|"
    r"december)[ \u00a0]$",
    re.I,
)
_MEASURES = frozenset(
    """
    degrees dollars percentages points metres kilometres hectares tons tonnes litres hours
    billions millions thousands pages
    """.split()  # noqa: SIM905 - a list of words reads better as words
)


# "a duration of 3 days" counts, "a grade of 3 points" does not.
_LASTING = re.compile(r"(?<!\bage )\bof[ \u00a0]$")
_SPANS = frozenset({"days", "weeks", "months", "years", "sessions", "meetings"})


def check(draft: Draft) -> Iterator[Fault]:
    """Digits that count things."""
    for stretch in draft.prose:
        for match in stretch.search(_COUNTED):
            noun = match.found["noun"]
            if noun in _MEASURES or (
                _NAMING.search(match.found["before"])
                and not (noun in _SPANS and _LASTING.search(match.stretch.words[: match.start + 3]))
            ):
                continue
            word = _DIGITS[int(match.found["digit"])]
            start, end = match.found.span("digit")
            message = f"write “{word} {noun}”"
            fix = Fix((stretch.edit(start, end, word),), message)
            yield Fault(stretch, message, fix, start=start, end=end)

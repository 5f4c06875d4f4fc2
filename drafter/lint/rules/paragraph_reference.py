"""A paragraph is cited in full, with a space before its letter: paragraph 8 (c) above.

"para." and "art." stand only in footnotes and parentheses.

Wrong:

    1. *Recalls* paragraph 8(c) of its resolution 79/901 of 12 December 2024;

    2. *Reaffirms* para. 3 of the Declaration.

    → OP1: write “paragraph 8 (c)”
    → OP2: write “paragraph 3”

Right:

    1. *Recalls* paragraph 8 (c) of its resolution 79/901 of 12 December 2024;

    2. *Reaffirms* paragraph 3 of the Declaration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Match

LEVEL = "warning"
SOURCES = ("R-REF-10", "R-REF-13")
ENGLISH = True

_TIGHT = re.compile(
    r"\b((?:[Pp]aragraphs?|[Aa]rticles?|paras?\.|arts?\.)[ \u00a0]\d+)((?:\([a-z]+\))+)"
)
_SHORT = re.compile(r"\b(paras?|arts?|chaps?|sects?)\.(?=[ \u00a0](?:\d|[IVX]+\b))", re.I)
_LONG = {"para": "paragraph", "art": "article", "chap": "chapter", "sect": "section"}


def check(draft: Draft) -> Iterator[Fault]:
    """Letters set close, and short forms in running text."""
    for stretch in draft.stretches:
        if stretch.spot.part == "annex":
            continue
        for match in stretch.search(_TIGHT):
            wanted = match.found[1] + match.found[2].replace("(", " (")
            message = f"write “{wanted}”"
            fix = match.replace(wanted, message)
            yield Fault(stretch, message, fix, start=match.start, end=match.end)
        if stretch.spot.part == "footnote":
            continue
        for match in stretch.search(_SHORT):
            if not match.in_parentheses:
                yield _short(match)


def _short(match: Match) -> Fault:
    printed = match.found[1]
    plural = printed.lower().endswith("s")
    word = _LONG[printed.lower().rstrip("s")] + ("s" if plural else "")
    if printed[0].isupper():
        word = word.capitalize()
    number = re.match(r"\s\S+", match.stretch.words[match.end :])
    message = f"write “{word}{number[0].rstrip('.,;') if number else ''}”"
    fix = match.replace(word, message)
    return Fault(match.stretch, message, fix, start=match.start, end=match.end)

"""States parties, State party, Member States: one form each.

"States Parties" stands only in the name of a conference or meeting; a text that
writes it throughout, as those on some treaties do, is left alone.

Wrong:

    1. *Urges* State parties and all member states to license ferries;

    2. *Invites* the States parties to report to States Parties.

    → OP1: write “States parties”
    → OP1: write “Member States”
    → OP2: write “States parties”

Right:

    1. *Urges* States parties and all Member States to license ferries;

    2. *Invites* the States parties to report to States parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Match

LEVEL = "warning"
SOURCES = ("R-STY-7",)
ENGLISH = True

_FORMS = re.compile(r"\b(?:State parties|State Parties|states [Pp]arties|state [Pp]art(?:y|ies))\b")
_MEMBERS = re.compile(r"\b(?:member states?|Member states?|member States?)\b")
_CAPITAL = re.compile(r"\bStates Parties\b|\bState Party\b")
# What makes "States Parties" part of a name (R-STY-7).
_NAME = re.compile(
    r"(?:Conferences?|Meetings?|Assembly|Review|Consultations?|Group|Committee|Bureau|Session)\b"
    r"[\w\s,'’()-]{0,60}$"
)


def check(draft: Draft) -> Iterator[Fault]:
    """Forms of these terms that are not the Organization's."""
    own = _usage_of_its_own(draft)
    for stretch in draft.stretches:
        if stretch.spot.part == "annex":
            continue
        for pattern in (_FORMS, _MEMBERS, _CAPITAL):
            for match in stretch.search(pattern):
                if pattern is _CAPITAL and (own or _in_name(match)):
                    continue
                # "the member States of the Union": of another body than the United Nations.
                if pattern is _MEMBERS and match.found[0].startswith("member S"):
                    continue
                wanted = _wanted(match.found[0])
                message = f"write “{wanted}”"
                fix = match.replace(wanted, message)
                yield Fault(stretch, message, fix, start=match.start, end=match.end)


def _usage_of_its_own(draft: Draft) -> bool:
    """Whether the text mostly writes "States Parties", as those on some treaties do."""
    if draft.body is not None and draft.body.states == "States parties":
        return False
    large = sum(1 for s in draft.prose for m in s.search(_CAPITAL) if not _in_name(m))
    small = sum(stretch.words.count("States parties") for stretch in draft.prose)
    return large > max(small, 1)


def _in_name(match: Match) -> bool:
    before = match.stretch.words[: match.start]
    return bool(_NAME.search(before)) or not before.strip()


def _wanted(printed: str) -> str:
    low = printed.lower()
    if low.startswith("member"):
        return "Member States" if low.endswith("s") else "Member State"
    return "State party" if low.endswith("party") else "States parties"

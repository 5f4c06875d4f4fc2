"""A term is written one way in a text: not “policymakers” here and “policy-makers” there.

Looks at words written with a hyphen in one place and closed up, or as two words, in another. The
form that the text uses more often is taken, and of two used alike the one that stands first.

Wrong:

    1. *Urges* States to invite policymakers and to support capacity-building;

    2. *Invites* donors to help with capacity building, with policymakers and with policy-makers.

    → OP2: write “capacity-building”, as in OP1
    → OP2: write “policymakers”, as in OP1

Right:

    1. *Urges* States to invite policymakers and to support capacity-building;

    2. *Invites* donors to help with capacity-building, with policymakers and with policymakers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Match, Stretch

LEVEL = "warning"
SOURCES = ("R-STY-6",)
ENGLISH = True

_WORD = re.compile(r"[A-Za-z]{2,}(?:-[A-Za-z]{2,})?")
# As two words these are no other thing, as "in the long term" and "a long-term plan" are.
_PAIRS = re.compile(
    r"\b(?:capacity|peace|confidence|institution|consensus|awareness|decision|policy|money|standard"
    r"|rule|agenda)[ -](?:building|raising|making|makers?|laundering|setting)\b|\bwell[ -]being\b",
    re.I,
)
_CLOSED = 7  # letters; shorter ones are words of their own: "re-form" and "reform"
# Other words when closed up.
_OTHERS = frozenset({"recreation", "reform", "recover", "resign", "overall", "anyone", "everyday"})


def check(draft: Draft) -> Iterator[Fault]:
    """Terms in two forms, at each place where the rarer one stands."""
    found: dict[str, dict[str, list[Match]]] = defaultdict(lambda: defaultdict(list))
    for stretch in draft.prose:
        for match in _forms(stretch):
            found[re.sub("[ -]", "", match.found[0].lower())][match.found[0].lower()].append(match)
    for key, forms in found.items():
        if len(forms) > 1 and key not in _OTHERS:
            yield from _rarer(forms)


def _forms(stretch: Stretch) -> Iterator[Match]:
    taken: set[int] = set()
    for pair in _PAIRS.finditer(stretch.words):
        taken.add(pair.start())
        yield Match(stretch, pair.start(), pair.end(), pair)
    for word in _WORD.finditer(stretch.words):
        if len(word[0]) >= _CLOSED and word.start() not in taken:
            yield Match(stretch, word.start(), word.end(), word)


def _rarer(forms: dict[str, list[Match]]) -> Iterator[Fault]:
    # Of forms used alike the first to stand wins: dictionaries keep that order.
    best = max(forms, key=lambda form: len(forms[form]))
    place = forms[best][0].stretch.place
    for form, matches in forms.items():
        for match in matches if form != best else ():
            printed = match.found[0]
            if (printed[:1].isupper() and match.start) or match.stretch.is_quoted(match.start):
                continue  # a name has its own form
            wanted = best[:1].upper() + best[1:] if printed[:1].isupper() else best
            message = f"write “{wanted}”, as in {place}"
            fix = match.replace(wanted, message)
            yield Fault(match.stretch, message, fix, start=match.start, end=match.end)

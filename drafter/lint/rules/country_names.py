"""States bear the names that the United Nations uses: Côte d’Ivoire, Türkiye, Viet Nam.

In the list of sponsors short names stand in full: Bolivia (Plurinational State of). A text of an
earlier year keeps the name of that year.

Wrong:

    ---
    sponsors: [Bolivia, Fiji, Vietnam]
    ---

    *The General Assembly*,

    *Noting* the ferries of the Ivory Coast,

    *Urges* States to license ferries.

    → masthead: sponsors: write “Bolivia (Plurinational State of)” for “Bolivia”
    → masthead: sponsors: write “Viet Nam” for “Vietnam”
    → PP1: write “Côte d’Ivoire”

Right:

    ---
    sponsors: [Bolivia (Plurinational State of), Fiji, Viet Nam]
    ---

    *The General Assembly*,

    *Noting* the ferries of Côte d’Ivoire,

    *Urges* States to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.grammar import countries
from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Field, Fix

LEVEL = "error"
SOURCES = ("R-STY-18", "R-ANAT-8")
ENGLISH = True

_NAMES = re.compile(
    r"(?:\b(?P<article>the )(?=Ivory Coast|Czech Republic))?"
    rf"\b(?P<name>{'|'.join(map(re.escape, countries.FORMS))})(?![\w’-])"
)
# "Black Sea (Russia)" in the title of a meeting, "Turkey Red": part of another name.
_IN_NAME = re.compile(r"^ (?:[A-Z][a-z]|Red)|^’s [A-Z]")


_EVENT = re.compile(r"\b(?:19|20)\d\d\b")


def check(draft: Draft) -> Iterator[Fault]:
    """States under names that are not the Organization's."""
    names = draft.resolution.masthead.sponsors
    official = [countries.official(n.rstrip("*"), draft.year, listed=True) for n in names]
    mended = tuple(new or name for name, new in zip(names, official, strict=True))
    for name, new in zip(names, official, strict=True):
        if new:
            message = f"sponsors: write “{new}” for “{name}”"
            yield Fault("masthead", message, Fix((Field("sponsors", mended),), message))
    for stretch in draft.prose:
        for match in stretch.search(_NAMES):
            # An event of an earlier year keeps the name of that year.
            event = _EVENT.search(stretch.words, match.end, match.end + 60)
            year = int(event[0]) if event else draft.year
            wanted = countries.official(match.found["name"], year)
            if not wanted or _IN_NAME.match(stretch.words[match.end :]):
                continue
            fix = match.replace(wanted, f"write “{wanted}”")
            yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)

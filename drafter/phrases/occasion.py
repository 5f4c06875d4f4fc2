"""When a collection of texts was adopted, where the collection says so once for all of them.

"At its seventh session, held in Vienna, from 6 to 10 November 2017, the Conference … adopted the
following resolutions:" dates every text after it. Nothing is inferred from anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.grammar import dates

_SENTENCE = re.compile(
    r"\bits (?P<session>[a-z-]+ (?:special )?session), held .*?"
    r"(?:to|on|and) (?P<date>\d{1,2} [A-Z][a-z]+ \d{4}), .*?\badopted the following",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The session and the day of a collection of adopted texts; "" where it does not say."""

    session: str = ""
    date: str = ""


UNSAID = Occasion()


def occasion(passages: Iterable[str]) -> Occasion:
    """What the first such sentence of a document says; the last day stands for the session."""
    for passage in passages:
        if found := _SENTENCE.search(passage):
            session = found["session"]
            return Occasion(session[0].upper() + session[1:], dates.iso(found["date"]))
    return UNSAID

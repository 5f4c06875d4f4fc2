"""Where each stretch of a draft is agreed: the first text that has it, the latest, and how many.

Coverage is the share of a paragraph's words that lie in a verbatim stretch. Of a paragraph that is
not covered whole, the closest agreed wording is named, so that it can be seen how it was altered.
What neither covers stands in no prior text of the bank; nothing here judges whether that matters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.grammar.numbering import walk
from drafter.model import Resolution, plain
from drafter.phrases.bank import Bank
from drafter.phrases.filters import EVERYTHING, Wanted, sources_called
from drafter.phrases.suggest import suggest
from drafter.phrases.suggestion import Choice, Home, Suggestion, cite
from drafter.phrases.verbatim import Stretch, stretches

_ALIKE = 0.6  # less alike than this is another paragraph
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Span:
    """A verbatim stretch of a paragraph: characters `start` to `end` of its text."""

    start: int
    end: int
    first: Suggestion  # the earliest text that has it, adopted or not
    latest: Suggestion
    uses: int  # texts that have it


@dataclass(frozen=True, slots=True)
class Traced:
    """A paragraph and where its words are agreed."""

    place: str  # "OP3 (a)"
    text: str
    coverage: float  # 0 to 1
    spans: tuple[Span, ...]
    closest: Suggestion | None = None  # the agreed wording it alters, where there is one


def trace(bank: Bank, resolution: Resolution, wanted: Wanted = EVERYTHING) -> tuple[Traced, ...]:
    """Every paragraph and subparagraph of `resolution`, traced; its own text does not count."""
    own = sources_called(bank.indexes, resolution.masthead.symbol)
    wanted = replace(wanted, without=wanted.without | own)
    traced = []
    for placed in walk(resolution):
        text = plain(placed.paragraph.content)
        traced.append(trace_text(bank, text, placed.place, wanted))
        if closing := plain(placed.paragraph.closing):
            traced.append(trace_text(bank, closing, f"{placed.place} end", wanted))
    return tuple(traced)


def trace_text(bank: Bank, text: str, place: str = "", wanted: Wanted = EVERYTHING) -> Traced:
    """One text, traced."""
    found = stretches(bank.indexes, text, wanted)
    spans = [_span(stretch, _homes(stretch, wanted)) for stretch in found]
    coverage = _coverage(text, spans)
    closest = _closest(bank, text, wanted) if coverage < 1 else None
    return Traced(place, text, coverage, tuple(spans), closest)


def _closest(bank: Bank, text: str, wanted: Wanted) -> Suggestion | None:
    """The paragraph that `text` is a wording of, if any is like it."""
    found = suggest(bank.indexes, text, "closest", 1, wanted=wanted)
    return found[0] if found and _ALIKE <= found[0].score < 1 else None


def _homes(stretch: Stretch, wanted: Wanted) -> list[Home]:
    return [
        Home(use.index, use.segment, place)
        for use in stretch.uses
        for place in wanted.uses(use.segment, use.wording)
    ]


def _span(stretch: Stretch, homes: Sequence[Home]) -> Span:
    dated = [home for home in homes if home.date] or homes
    first = min(dated, key=lambda home: (home.date, home.use))
    latest = max(dated, key=lambda home: (home.date, home.rank, -home.use))
    one, other = cite([Choice(first, 1.0, homes), Choice(latest, 1.0, homes)])
    return Span(stretch.start, stretch.end, one, other, one.uses)


def _coverage(text: str, spans: Sequence[Span]) -> float:
    covered = reach = 0
    places = [(word.start(), word.end()) for word in _WORD.finditer(text)]
    total = len(places)
    for span in spans:
        start = max(span.start, reach)
        covered += sum(start <= s and e <= span.end for s, e in places)
        reach = max(reach, span.end)
    return round(covered / total, 4) if total else 0.0

"""Where each stretch of a draft is agreed: the first text that has it, the latest, and how many.

Coverage is the share of a paragraph's words that lie in a verbatim stretch. Of a paragraph that is
not covered whole, the closest agreed wording is named, so that it can be seen how it was altered.
What neither covers stands in no prior text of the bank; nothing here judges whether that matters.
Where the wording altered is agreed, not merely proposed, what became of it is told (`drift`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import neg

from drafter.grammar.numbering import walk
from drafter.model import Resolution, plain
from drafter.phrases import words
from drafter.phrases.bank import Bank
from drafter.phrases.drift import Drift, drift
from drafter.phrases.filters import EVERYTHING, Wanted, sources_called
from drafter.phrases.suggest import suggest
from drafter.phrases.suggestion import Choice, Home, Suggestion, Uses, cite
from drafter.phrases.verbatim import Use, holders, stretches

_ALIKE = 0.6  # less alike than this is another paragraph
_WEIGHED = 5  # answers among which an agreed one is looked for
_NEARLY = 0.15  # so much less alike, an agreed wording still stands before a proposed one
_UNDATED = 1 << 32  # later than any date
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
    drift: tuple[Drift, ...] = ()  # what became of that wording


def trace(bank: Bank, resolution: Resolution, wanted: Wanted = EVERYTHING) -> tuple[Traced, ...]:
    """Every paragraph and subparagraph of `resolution`, traced; its own text does not count."""
    own = sources_called(bank.indexes, resolution.masthead.symbol)
    wanted = wanted._replace(without=wanted.without | own)
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
    uses = [holders(bank.indexes, text[start:end], wanted) for start, end in found]
    spans = _spans(found, [_counted(holding, wanted) for holding in uses])
    coverage = _coverage(text, spans)
    if any(_unaltered(text, span, using, wanted) for span, using in zip(spans, uses, strict=True)):
        return Traced(place, text, coverage, spans)
    closest = _closest(bank, text, wanted)
    became = tuple(_drift(closest, text, place)) if closest else ()
    return Traced(place, text, coverage, spans, closest, became)


def _unaltered(text: str, span: Span, uses: Sequence[Use], wanted: Wanted) -> bool:
    """Whether an agreed paragraph has the words of `text` and no others."""
    if _WORD.search(text, 0, span.start) or _WORD.search(text, span.end):
        return False
    asked = words.words(words.key(text))
    alike = [use for use in uses if words.words(use.text) == asked]
    return any(
        each.segment.status(source) != "draft"
        for each in _counted(alike, wanted)
        for source in each.sources
    )


def _closest(bank: Bank, text: str, wanted: Wanted) -> Suggestion | None:
    """The paragraph that `text` is a wording of, if any is like it: an agreed one if any is."""
    near = suggest(bank.indexes, text, "closest", _WEIGHED, wanted=wanted)
    like = [s for s in near if s.score >= _ALIKE]
    agreed = [s for s in like if s.status != "draft" and s.score >= near[0].score - _NEARLY]
    best = agreed[0] if agreed else like[0] if like else None
    return best if best and best.score < 1 else None


def _drift(closest: Suggestion, text: str, place: str) -> list[Drift]:
    part = {"PP": "preambular", "OP": "operative"}.get(place[:2])
    if part and closest.part != part:
        return drift(closest.text, text, whole=False)
    whole = not re.search(r"\(|end$", place + closest.number)
    return drift(closest.text, text, part, whole=whole)  # type: ignore[arg-type]


def _counted(uses: Sequence[Use], wanted: Wanted) -> list[Uses]:
    """The uses of these wordings that count."""
    passing = {id(use.segment): wanted.passing(use.segment) for use in uses}
    found = []
    for use in uses:
        places: Sequence[int] = use.segment.uses(use.wording)
        if not wanted.everything:
            places = list(filter(passing[id(use.segment)], places))
        if places:
            found.append(Uses(use.index, use.segment, places))
    return found


def _spans(
    stretches: Sequence[tuple[int, int]], holding: Sequence[Sequence[Uses]]
) -> tuple[Span, ...]:
    """The stretches with the first and the latest text that has each; all are quoted at once."""
    choices = [Choice(home, 1.0, uses) for uses in holding for home in _ends(uses)]
    cited = cite(choices)
    return tuple(
        Span(start, end, first, latest, first.uses)
        for (start, end), first, latest in zip(stretches, cited[::2], cited[1::2], strict=True)
    )


def _ends(uses: Sequence[Uses]) -> tuple[Home, Home]:
    """The first of these uses, and the latest: of two of a day the adopted one."""
    first, latest = [], []
    for number, each in enumerate(uses):
        dates, ranks = each.dates, each.ranks
        known = [date or _UNDATED for date in dates]
        first.append((*min(zip(known, each.places, strict=True)), number))
        back = map(neg, each.places)
        latest.append((*max(zip(dates, ranks, back, strict=True)), -number))
    _, place, number = min(first)
    _, _, back_place, back_number = max(latest)
    return uses[number].at(place), uses[-back_number].at(-back_place)


def _coverage(text: str, spans: Sequence[Span]) -> float:
    covered = reach = 0
    places = [(word.start(), word.end()) for word in _WORD.finditer(text)]
    total = len(places)
    for span in spans:
        start = max(span.start, reach)
        covered += sum(start <= s and e <= span.end for s, e in places)
        reach = max(reach, span.end)
    return round(covered / total, 4) if total else 0.0

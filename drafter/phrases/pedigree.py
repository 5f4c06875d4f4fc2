"""The same paragraph through the sessions: what it was before, what became of it.

Links are by content, however a paragraph was renumbered: each step goes to the text most like the
last one, so a family is followed even where its first and last members share little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.diff.changes import Edit
from drafter.diff.words import edits
from drafter.phrases.entry import Found
from drafter.phrases.filters import Wanted
from drafter.phrases.index import Index
from drafter.phrases.suggest import suggest
from drafter.phrases.suggestion import Suggestion

_ALIKE = 0.6  # less alike than this is another paragraph
_CLOSE = 0.08  # within this of the best, the nearest in time is the next of the family
_MOST = 40


@dataclass(frozen=True, slots=True)
class Step:
    """One member of a family, and how it differs from the one before."""

    text: str
    symbol: str
    part: str
    number: str
    date: str
    status: str
    edits: tuple[Edit, ...]  # none for the first


def pedigree(indexes: Sequence[Index], found: Found) -> tuple[Step, ...]:
    """The family of an entry, earliest first, the entry itself in its place."""
    entry, source = found.entry, found.source
    here = Step(
        entry.text, source.reference, entry.part, entry.number, source.date, source.status, ()
    )
    before = _followed(indexes, here, back=True)
    after = _followed(indexes, here, back=False)
    family = [*reversed(before), here, *after]
    return tuple(
        _with_edits(step, edits(older.text, step.text) if older else ())
        for older, step in zip([None, *family], family, strict=False)
    )


def _followed(indexes: Sequence[Index], start: Step, *, back: bool) -> list[Step]:
    family: list[Step] = []
    step = start
    while step.date and len(family) < _MOST:
        span = Wanted(before=step.date, part=start.part)
        if not back:
            span = Wanted(after=step.date, part=start.part)
        near = [
            s for s in suggest(indexes, step.text, "closest", 20, wanted=span) if s.score >= _ALIKE
        ]
        close = [s for s in near if s.score >= near[0].score - _CLOSE]
        if not close:
            break
        nearest = max(close, key=_date) if back else min(close, key=_date)
        step = _step(nearest)
        family.append(step)
    return family


def _date(suggestion: Suggestion) -> tuple[str, float]:
    return suggestion.date, suggestion.score


def _step(s: Suggestion) -> Step:
    return Step(s.text, s.symbol, s.part, s.number, s.date, s.status, ())


def _with_edits(step: Step, changed: tuple[Edit, ...]) -> Step:
    return Step(
        step.text, step.symbol, step.part, step.number, step.date, step.status, tuple(changed)
    )

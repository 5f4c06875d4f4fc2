"""Agreed language for what is typed: closest paragraphs, continuations, phrases.

Every text offered is an entry's own, verbatim; where a wording has many homes, the one that a
drafter would cite is named: adopted before draft, then the latest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from drafter.phrases import beginnings, words
from drafter.phrases.filters import EVERYTHING, Wanted
from drafter.phrases.index import Index
from drafter.phrases.nearest import Near, nearest
from drafter.phrases.suggestion import Choice, Suggestion, Uses, cite

if TYPE_CHECKING:
    from drafter.phrases.context import Context
    from drafter.phrases.suggestion import Home

Ask = Literal["closest", "continue", "phrases"]
ASKS: tuple[Ask, ...] = ("closest", "continue", "phrases")
_KIN = 0.03  # what belonging to the draft's family is worth beside likeness
_FAMILY = 5  # times as many answers are weighed when a family may reorder them
_LEAST = 0.25  # less alike than this is chance
_LONGEST = 20_000  # characters of a question that count: no paragraph is longer


def suggest(
    indexes: Sequence[Index],
    text: str,
    ask: Ask,
    top: int,
    *,
    wanted: Wanted = EVERYTHING,
    context: Context | None = None,
) -> tuple[Suggestion, ...]:
    """The `top` best answers of all `indexes` to one question."""
    key = words.key(text[:_LONGEST])
    inner = words.printed(key)
    if not inner or top < 1:
        return ()
    if ask == "phrases":
        from drafter.phrases import fitting

        return fitting.phrases(indexes, key, top, wanted)
    if ask == "closest" and len(inner) == 1:
        # A lone word is in no pair: the full-text index knows where it stands.
        from drafter.phrases.holding import holding

        return holding(indexes, key, top, wanted)
    found: list[tuple[Index, Near]] = []
    most = top * _FAMILY if context else top
    for index in indexes:
        for segment in index.segments:
            allowed = wanted.allowed(segment)
            if ask == "continue":
                near = beginnings.continuations(segment, key, most, allowed)
            else:
                near = nearest(segment, key, most, allowed)
            found += [(index, each) for each in near]
    return _best(found, top, wanted, context)


def _best(
    found: Iterable[tuple[Index, Near]], top: int, wanted: Wanted, context: Context | None
) -> tuple[Suggestion, ...]:
    """One suggestion a wording, best first; alike ones by kinship, standing, date and use."""
    scores: dict[str, float] = {}
    uses: dict[str, list[Uses]] = {}
    for index, near in found:
        if near.score < _LEAST:
            continue
        scores[near.text] = max(near.score, scores.get(near.text, 0.0))
        places = wanted.uses(near.segment, near.wording)
        uses.setdefault(near.text, []).append(Uses(index, near.segment, places))
    ranked = []
    for text, having in uses.items():
        kin = max(map(context.kinship, having)) if context else 0.0
        home = max((each.best for each in having), key=_rank)
        count = sum(len(each.places) for each in having)
        order = (round(scores[text] + _KIN * kin, 4), kin, home.rank, count)
        ranked.append((order, Choice(home, round(scores[text], 4), having)))
    ranked.sort(key=lambda row: row[0], reverse=True)
    return cite([choice for _, choice in ranked[:top]])


def _rank(home: Home) -> int:
    return home.rank

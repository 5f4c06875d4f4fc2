"""The wordings of a segment closest to a text, and those that begin like it.

Candidates come from the rarest pairs of neighbouring words, up to a budget, so the work does not
grow with the bank; the measure that decides is rapidfuzz's ratio on the folded texts.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from math import log

from drafter.phrases import words
from drafter.phrases.segment import Segment

Allowed = Callable[[int], bool]  # whether a wording of the segment may be shown

_BUDGET = 6000  # wordings looked at for one question
_RANKED = 160  # of these, measured exactly
_WIDER = 0.75  # a best answer less alike than this deserves a second, wider look


@dataclass(frozen=True, slots=True)
class Near:
    """A wording and how alike it is, 0 to 1."""

    score: float
    text: str  # folded
    segment: Segment
    wording: int


def nearest(segment: Segment, key: str, top: int, allowed: Allowed) -> list[Near]:
    """The `top` wordings most like `key`, best first."""
    found = _measured(segment, key, max(top, 1), allowed, budget=_BUDGET, ranked=_RANKED)
    if not found or found[0].score < _WIDER:
        found = _measured(
            segment, key, max(top, 1), allowed, budget=4 * _BUDGET, ranked=2 * _RANKED
        )
    return found


def _measured(
    segment: Segment, key: str, top: int, allowed: Allowed, *, budget: int, ranked: int
) -> list[Near]:
    from rapidfuzz import fuzz, process

    ranked = max(ranked, 2 * top)
    chosen = candidates(segment, key, allowed, budget=budget, ranked=ranked)
    texts = {wording: segment.text(wording) for wording in chosen}
    best = process.extract(key, texts, scorer=fuzz.ratio, processor=None, limit=top)
    return [Near(score / 100, text, segment, wording) for text, score, wording in best]


def candidates(
    segment: Segment,
    key: str,
    allowed: Allowed,
    *,
    budget: int = _BUDGET,
    ranked: int = _RANKED,
    length: bool = True,
) -> list[int]:
    """Wordings that share rare pairs with `key`; with `length`, those near it in length first."""
    hashes = words.Hashes()
    pairs = words.pairs([hashes[word] for word in words.words(key)])
    weights: dict[int, float] = {}
    spent, total = 0, segment.size + 1
    for size, bucket in sorted(segment.pairs.buckets(pairs)):
        if spent + size > budget and weights:
            break
        weight = log(total / size)
        for wording in segment.pairs.wordings(bucket)[:budget]:
            weights[wording] = weights.get(wording, 0.0) + weight
        spent += size
    own = len(key.encode("utf-8", "surrogatepass"))
    measure = segment.length
    rated = (
        (weight / (own + measure(w)) if length else weight, w)
        for w, weight in weights.items()
        if allowed(w)
    )
    return [wording for _, wording in heapq.nlargest(ranked, rated)]

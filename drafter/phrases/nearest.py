"""The wordings of a segment closest to a text, and those that begin like it.

Candidates come from the rarest pairs of neighbouring words, up to a budget, so the work does not
grow with the bank; the measure that decides is rapidfuzz's ratio on the folded texts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from math import log

from drafter.phrases import words
from drafter.phrases.segment import Segment

Allowed = Callable[[int], bool]  # whether a wording of the segment may be shown

_BUDGET, _RANKED = 1500, 64  # wordings looked at for one question; of these, measured exactly
_WIDE_BUDGET, _WIDE_RANKED = 8000, 256
_WIDER = 0.75  # a best answer less alike than this deserves a second, wider look
_ROUGHLY = 4  # times as many are kept before their lengths are looked at


@dataclass(frozen=True, slots=True)
class Near:
    """A wording and how alike it is, 0 to 1."""

    score: float
    text: str  # folded
    segment: Segment
    wording: int


def nearest(segment: Segment, key: str, top: int, allowed: Allowed) -> list[Near]:
    """The `top` wordings most like `key`, best first."""
    found = _measured(segment, key, top, allowed, budget=_BUDGET, ranked=_RANKED)
    if not found or found[0].score < _WIDER:
        found = _measured(segment, key, top, allowed, budget=_WIDE_BUDGET, ranked=_WIDE_RANKED)
    return found


def _measured(
    segment: Segment, key: str, top: int, allowed: Allowed, *, budget: int, ranked: int
) -> list[Near]:
    from rapidfuzz import fuzz, process

    chosen = candidates(segment, key, allowed, budget=budget, ranked=max(ranked, 2 * top))
    texts = {wording: segment.text(wording) for wording in chosen}
    best = process.extract(key, texts, scorer=fuzz.ratio, processor=None, limit=top)
    return [Near(score / 100, text, segment, wording) for text, score, wording in best]


def candidates(
    segment: Segment,
    key: str,
    allowed: Allowed,
    *,
    budget: int = _WIDE_BUDGET,
    ranked: int = _WIDE_RANKED,
    length: bool = True,
) -> list[int]:
    """Wordings that share rare pairs with `key`; with `length`, those near it in length first."""
    weights = _weights(segment, key, budget)
    best = sorted(weights, key=weights.__getitem__, reverse=True)
    if not length:
        return list(islice(filter(allowed, best), ranked))
    rough = list(islice(filter(allowed, best), _ROUGHLY * ranked))
    own, measure = len(key.encode("utf-8", "surrogatepass")), segment.length
    rough.sort(key=lambda wording: weights[wording] / (own + measure(wording)), reverse=True)
    return rough[:ranked]


def _weights(segment: Segment, key: str, budget: int) -> dict[int, float]:
    """How much wordings share with `key`, in pairs of words, the rarest first."""
    hashes = words.Hashes()
    pairs = words.pairs([hashes[word] for word in words.words(key)])
    weights: dict[int, float] = {}
    known = weights.get
    spent, total = 0, segment.size + 1
    for size, bucket in sorted(segment.pairs.buckets(pairs)):
        if spent + size > budget and weights:
            break
        weight = log(total / size)
        for wording in segment.pairs.wordings(bucket)[:budget]:
            weights[wording] = known(wording, 0.0) + weight
        spent += size
    return weights

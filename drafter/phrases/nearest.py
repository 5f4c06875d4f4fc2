"""The wordings of a segment closest to a text, and those that begin like it.

Candidates come from the rarest pairs of neighbouring words, up to a budget, so the work does not
grow with the bank; the measure that decides is rapidfuzz's ratio on the folded texts.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from math import log
from typing import NamedTuple

from drafter.phrases import words
from drafter.phrases.segment import Segment

Allowed = Callable[[int], bool]  # whether a wording of the segment may be shown
Buckets = list[tuple[int, int]]  # sizes and places in the inverted list

_BUDGET, _RANKED = 600, 32  # wordings looked at for one question; of these, measured exactly
_WIDE_BUDGET, _WIDE_RANKED = 3000, 128
_WIDER = 0.7  # a best answer less alike than this deserves a second, wider look
_BESIDE = 12  # wordings before and after, in alphabetical order
_FRAGMENT = 200  # characters: what is longer is a paragraph
_ROUGHLY = 3  # times as many are kept before their lengths are looked at


class Near(NamedTuple):
    """A wording and how alike it is, 0 to 1."""

    score: float
    text: str  # folded
    segment: Segment
    wording: int


def nearest(segment: Segment, key: str, top: int, allowed: Allowed) -> list[Near]:
    """The `top` wordings most like `key`, best first."""
    rarest = _rarest(segment, key)
    found = _measured(segment, key, top, allowed, _Look(rarest, _BUDGET, _RANKED))
    if not found or found[0].score < _WIDER:
        # To be told that a text is less alike than those found takes a fraction of measuring it.
        least = found[-1].score if len(found) == top else 0.0
        wide = _Look(rarest, _WIDE_BUDGET, _WIDE_RANKED, least)
        found = _measured(segment, key, top, allowed, wide)
    return found


def quickly(segment: Segment, key: str, top: int) -> list[Near]:
    """The same of all wordings at the first look: what is much alike is not missed."""
    look = _Look(_rarest(segment, key), _BUDGET, _RANKED)
    return _measured(segment, key, top, lambda _: True, look)


class _Look(NamedTuple):
    """Where one looks, and how far."""

    rarest: Buckets
    budget: int  # wordings looked at
    ranked: int  # of these, measured exactly
    least: float = 0.0  # how alike they must be


def _measured(segment: Segment, key: str, top: int, allowed: Allowed, look: _Look) -> list[Near]:
    from rapidfuzz import fuzz, process

    ranked = max(look.ranked, 2 * top)
    weights = _weights(segment, look.rarest, look.budget)
    if whole := not fragment(key):
        chosen = _as_long(segment, key, allowed, weights, ranked)
        # Formulas share every common pair with thousands; their like stand beside them in order.
        chosen += filter(allowed, segment.beside(key, _BESIDE))
    else:
        chosen = _heaviest(weights, allowed, ranked)
    texts = {wording: segment.text(wording) for wording in chosen}
    scorer = fuzz.ratio if whole else _within
    least = 99.99 * look.least
    best = process.extract(key, texts, scorer=scorer, processor=None, limit=top, score_cutoff=least)
    return [Near(score / 100, text, segment, wording) for text, score, wording in best]


def fragment(key: str) -> bool:
    """Whether `key` is a piece of a paragraph: it is short and no stop or comma ends it."""
    return len(key) < _FRAGMENT and key[-1].isalnum()


def _within(key: str, text: str, **_: object) -> float:
    """How well a fragment fits somewhere in `text`; among equals, shorter texts fit better."""
    from rapidfuzz import fuzz

    return 0.9 * fuzz.partial_ratio(key, text) + 0.1 * fuzz.ratio(key, text)


def candidates(segment: Segment, key: str, allowed: Allowed, ranked: int) -> list[int]:
    """The `ranked` wordings that share most with `key` in rare pairs of words."""
    return _heaviest(_weights(segment, _rarest(segment, key), _WIDE_BUDGET), allowed, ranked)


def _heaviest(weights: dict[int, float], allowed: Allowed, ranked: int) -> list[int]:
    best = sorted(weights, key=weights.__getitem__, reverse=True)
    return list(islice(filter(allowed, best), ranked))


def _as_long(
    segment: Segment, key: str, allowed: Allowed, weights: dict[int, float], ranked: int
) -> list[int]:
    """Of those that share most with `key`, those near it in length first."""
    best = _heaviest(weights, allowed, _ROUGHLY * ranked)
    own, starts = len(key.encode("utf-8", "surrogatepass")), segment.text_start
    # Written out, for a call for each of them takes as long as all the rest.
    rated = [(weights[w] / (own + starts[w + 1] - starts[w]), w) for w in best]
    rated.sort(reverse=True)
    return [wording for _, wording in rated[:ranked]]


def _rarest(segment: Segment, key: str) -> Buckets:
    """The buckets of the pairs of words of `key`, the smallest first."""
    return sorted(segment.pairs.buckets(words.told(words.printed(key))))


def _weights(segment: Segment, rarest: Buckets, budget: int) -> dict[int, float]:
    """How much wordings share with a text, in pairs of words, the rarest first."""
    weights: dict[int, float] = {}
    known = weights.get
    spent, total = 0, segment.size + 1
    for size, bucket in rarest:
        if spent + size > budget and weights:
            break
        weight = log(total / size)
        for wording in segment.pairs.wordings(bucket)[:budget]:
            weights[wording] = known(wording, 0.0) + weight
        spent += size
    return weights

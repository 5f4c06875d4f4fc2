"""What could follow what is typed: wordings that begin like it."""

from __future__ import annotations

import heapq

from drafter.phrases.nearest import Allowed, Near, candidates
from drafter.phrases.segment import Segment

_MOST = 20_000  # wordings with one beginning that are looked at when some may not be shown


def continuations(segment: Segment, key: str, top: int, allowed: Allowed) -> list[Near]:
    """The `top` wordings that begin with `key`, or nearly; those that do come first."""
    run = segment.beginning(key)
    best = segment.best(run, top)
    if not all(map(allowed, best)):
        some = (wording for wording in run[:_MOST] if allowed(wording))
        best = heapq.nlargest(top, some, key=segment.standing.__getitem__)
    found = [Near(1.0, segment.text(w), segment, w) for w in best]
    if len(found) < top:
        found += _nearly(segment, key, top - len(found), allowed, set(best))
    return found


def _nearly(segment: Segment, key: str, top: int, allowed: Allowed, known: set[int]) -> list[Near]:
    """Wordings whose beginning is most like `key`."""
    from rapidfuzz import fuzz, process

    rated = candidates(segment, key, lambda w: w not in known and allowed(w), ranked=400)
    low = key.lower()
    heads = {wording: segment.text(wording)[: len(key) + 8].lower() for wording in rated}
    best = process.extract(low, heads, scorer=fuzz.ratio, processor=None, limit=top)
    return [Near(score / 101, segment.text(w), segment, w) for _, score, w in best]

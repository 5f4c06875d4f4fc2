"""Phrases that fit what is typed: stretches that the agreed texts most like it have in common.

Counted over the whole bank, each cited from a text that has it word for word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log2

from drafter.phrases import words
from drafter.phrases.filters import Wanted
from drafter.phrases.index import Index
from drafter.phrases.nearest import candidates
from drafter.phrases.recurring import recurring
from drafter.phrases.segment import Segment
from drafter.phrases.suggestion import Choice, Home, Suggestion, cite

_LIKE = 48  # texts most like what is typed: where phrases that fit it stand
_LEAST = 3  # of these must share a phrase
_SEARCHED = 20_000  # wordings searched for one phrase at most


def phrases(indexes: Sequence[Index], key: str, top: int, wanted: Wanted) -> tuple[Suggestion, ...]:
    """The `top` phrases that fit beside `key` and are not in it yet."""
    texts = list(_like(indexes, key, wanted))
    low = key.lower()
    shared = recurring(texts, _LEAST)
    fresh = {phrase: len(at) for phrase, at in shared.items() if phrase.lower() not in low}
    rated = sorted(fresh, key=lambda p: (-_worth(p, fresh[p]), p))
    best = _worth(rated[0], fresh[rated[0]]) if rated else 1.0
    found = []
    for phrase in _apart(rated)[:top]:
        homes = _homes(indexes, phrase, wanted)
        if homes:
            home = max(homes, key=lambda home: home.rank)
            score = round(_worth(phrase, fresh[phrase]) / best, 4)
            found.append(Choice(home, score, homes, phrase))
    return cite(found)


def _like(indexes: Sequence[Index], key: str, wanted: Wanted) -> dict[str, None]:
    """The texts most like `key`, each once."""
    texts: dict[str, None] = {}
    for index in indexes:
        for segment in index.segments:
            allowed = wanted.allowed(segment)
            chosen = candidates(segment, key, allowed, ranked=_LIKE, length=False)
            texts |= dict.fromkeys(map(segment.text, chosen))
    return texts


def _worth(phrase: str, texts: int) -> float:
    """Longer and more shared is better; either alone soon adds little."""
    return log2(texts) * log2(phrase.count(" ") + 1)


def _apart(rated: Sequence[str]) -> list[str]:
    """`rated` without phrases that a better one contains, or that contain a better one."""
    kept: list[str] = []
    for phrase in rated:
        if not any(phrase in other or other in phrase for other in kept):
            kept.append(phrase)
    return kept


def _homes(indexes: Sequence[Index], phrase: str, wanted: Wanted) -> list[Home]:
    """Every use of a text that has `phrase` as whole words."""
    whole = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")
    homes = []
    for index in indexes:
        for segment in index.segments:
            for wording in _holding(segment, phrase):
                if whole.search(segment.text(wording)):
                    uses = wanted.uses(segment, wording)
                    homes += [Home(index, segment, use) for use in uses]
    return homes


def _holding(segment: Segment, phrase: str) -> list[int]:
    """The wordings that have the rarest two pairs of words of `phrase`."""
    hashes = words.Hashes()
    inner = words.words(phrase)
    pairs = words.hashed(inner, hashes).pairs - {hashes[inner[0]][0]}
    buckets = sorted(segment.pairs.buckets(pairs))
    if len(buckets) < len({value & segment.pairs.mask for value in pairs}):
        return []
    first, *rest = (segment.pairs.wordings(bucket)[:_SEARCHED] for _, bucket in buckets[:2])
    return sorted(set(first).intersection(*rest))

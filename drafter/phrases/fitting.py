"""Phrases that fit what is typed: stretches that the agreed texts most like it have in common.

Counted over the whole bank, each cited from a text that has it word for word. A bank whose phrases
were mined is asked for those; in another they are found among the texts most like what is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log2

from drafter.phrases import mined, words
from drafter.phrases.filters import Wanted
from drafter.phrases.index import Index
from drafter.phrases.nearest import candidates
from drafter.phrases.recurring import recurring
from drafter.phrases.segment import Segment
from drafter.phrases.suggestion import Choice, Suggestion, Uses, cite
from drafter.phrases.variants import sense

_LIKE = 48  # texts most like what is typed: where phrases that fit it stand
_LEAST = 3  # of these must share a phrase
_LEAST_MINED = 2  # of these must have a phrase that the whole bank shares
_SEARCHED = 20_000  # wordings searched for one phrase at most
_TYPED = 6  # last words typed that a phrase may go on from
_GOES_ON = 5.0  # what going on from the words typed last is worth, a word

Like = list[tuple[Segment, int]]  # wordings


def phrases(indexes: Sequence[Index], key: str, top: int, wanted: Wanted) -> tuple[Suggestion, ...]:
    """The `top` phrases that fit beside `key` and are not in it yet, variants once."""
    low = key.lower()
    worth: dict[str, float] = {}
    for index in indexes:
        shared = _shared(index, _like(index, key, wanted))
        for phrase, count in (_gone_on(index, key) | shared).items():
            if phrase.lower() not in low:
                fits = _worth(phrase, count) + _GOES_ON * _overlap(low, phrase.lower())
                worth[phrase] = max(fits, worth.get(phrase, 0.0))
    rated = sorted(worth, key=lambda p: (-worth[p], p))
    best = worth[rated[0]] if rated else 1.0
    found: list[Choice] = []
    for phrase in _apart(rated):
        uses = [each for index in indexes for each in _uses(index, phrase, wanted)]
        if uses:
            home = max((each.best for each in uses), key=lambda home: home.rank)
            found.append(Choice(home, round(worth[phrase] / best, 4), uses, phrase))
        if len(found) == top:
            break
    return cite(found)


def _like(index: Index, key: str, wanted: Wanted) -> Like:
    """The wordings most like `key`."""
    return [
        (segment, wording)
        for segment in index.segments
        for wording in candidates(segment, key, wanted.allowed(segment), ranked=_LIKE)
    ]


def _shared(index: Index, like: Like) -> dict[str, int]:
    """The phrases that several of these wordings have, and how many have each."""
    if mined.current(index.store):
        entries = [segment.use_entry[segment.use_start[at]] for segment, at in like]
        counts = mined.among(index.store, entries)
        return {phrase: count for phrase, count in counts.items() if count >= _LEAST_MINED}
    texts = dict.fromkeys(segment.text(wording) for segment, wording in like)
    return {phrase: len(at) for phrase, at in recurring(list(texts), _LEAST).items()}


def _gone_on(index: Index, key: str) -> dict[str, int]:
    """The mined phrases that go on from the words typed last."""
    if not mined.current(index.store):
        return {}
    tokens = key.split()
    found: dict[str, int] = {}
    for count in range(min(_TYPED, len(tokens)), 1, -1):
        begun = " ".join(tokens[-count:])
        found |= dict.fromkeys(mined.beginning(index.store, begun), _LEAST_MINED)
    return found


def _worth(phrase: str, texts: int) -> float:
    """Longer and more shared is better; either alone soon adds little."""
    return log2(texts) * log2(phrase.count(" ") + 1)


def _overlap(typed: str, phrase: str) -> int:
    """How many of the words typed last begin the phrase."""
    inner, begun = words.words(typed)[-_TYPED:], words.words(phrase)
    return max((n for n in range(1, len(inner) + 1) if inner[-n:] == begun[:n]), default=0)


def _apart(rated: Sequence[str]) -> Iterator[str]:
    """`rated` without variants of a better one, and without what contains or is within one."""
    kept: list[str] = []
    senses = set()
    for phrase in rated:
        if any(phrase in other or other in phrase for other in kept) or sense(phrase) in senses:
            continue
        kept.append(phrase)
        senses.add(sense(phrase))
        yield phrase


def _uses(index: Index, phrase: str, wanted: Wanted) -> list[Uses]:
    """Every use of a text that has `phrase` as whole words."""
    whole = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")
    found = []
    for segment in index.segments:
        for wording in _holding(segment, phrase):
            text = segment.text(wording)
            holds = phrase in text and whole.search(text)
            if holds and (places := wanted.uses(segment, wording)):
                found.append(Uses(index, segment, places))
    return found


def _holding(segment: Segment, phrase: str) -> Iterable[int]:
    """The wordings that may have `phrase`: of two pairs in a row, each has one at least."""
    postings = segment.pairs
    pairs = words.hashed(words.printed(phrase)).pairs
    if len(pairs) < _TWO:
        return ()
    both = min(pairwise(pairs), key=lambda two: sum(map(postings.count, two)))
    return sorted({wording for pair in both for wording in postings.of(pair)[:_SEARCHED]})


_TWO = 2

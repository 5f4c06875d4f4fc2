"""Which of many paragraphs share rare words with one: those worth a closer look.

A word that stands in very many paragraphs finds nothing, so only the rarest are asked. The answer
depends on the texts alone, in the order given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

# Of a paragraph's words the eight rarest find its likes; none that stands in more than 20.
_RAREST, _MANY = 8, 20


class RareWords:
    """The places of words, each a code point, in numbered paragraphs."""

    def __init__(self, paragraphs: Iterable[tuple[int, str]]) -> None:
        known = [(number, frozenset(words)) for number, words in paragraphs]
        counts = Counter(chain.from_iterable([words for _, words in known]))
        rare = {word for word, count in counts.items() if count <= _MANY}
        self._places: dict[str, list[int]] = {word: [] for word in rare}
        for number, words in known:
            for word in rare & words:
                self._places[word].append(number)

    def likes(self, words: str, most: int) -> list[int] | None:
        """At most `most` numbers of paragraphs that share the rarest of `words`, the best first.

        One or two words in common say nothing when many more are known; None when none is.
        """
        known = list(filter(None, map(self._places.get, dict.fromkeys(words))))
        if not known:
            return None
        if len(known) > _RAREST:
            known.sort(key=len)
            del known[_RAREST:]
        votes = Counter(chain.from_iterable(known))
        least = 1 + (len(known) > 2) + (len(known) > 6)
        if max(votes.values()) < least:
            return []
        found = [(-count, number) for number, count in votes.items() if count >= least]
        found.sort()
        return [number for _, number in found[:most]]

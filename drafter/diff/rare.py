"""Which of many paragraphs share rare words with one: those worth a closer look.

A word that stands in very many paragraphs finds nothing, so only the rarest are asked. The answer
depends on the texts alone, in the order given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain

# Of a paragraph's words the eight rarest find its likes, but none that stands in more than 20; and
# beyond the first three none when they stand in more than 48 places together.
_RAREST, _MANY, _ENOUGH = 8, 20, 48
_FEWEST = 3


class RareWords:
    """The places of words in numbered paragraphs."""

    def __init__(self, paragraphs: Sequence[tuple[int, Sequence[str]]]) -> None:
        counts = Counter(chain.from_iterable([words for _, words in paragraphs]))
        rare = {word for word, count in counts.items() if count <= _MANY}
        self._places: dict[str, list[int]] = {word: [] for word in rare}
        for number, words in paragraphs:
            for word in rare.intersection(words):
                self._places[word].append(number)

    def likes(self, words: Sequence[str], most: int) -> list[int] | None:
        """At most `most` numbers of paragraphs that share the rarest of `words`, the best first.

        One or two words in common say nothing when many more are known; None when none is.
        """
        known = list(filter(None, map(self._places.get, dict.fromkeys(words))))
        if not known:
            return None
        known.sort(key=len)
        reach = accumulate(map(len, known[:_RAREST]))
        del known[max(sum(total <= _ENOUGH for total in reach), _FEWEST) :]
        least = 1 + (len(known) > 2) + (len(known) > 6)
        cast = [*chain.from_iterable(known)]
        if least > 1 and len({*cast}) == len(cast):
            return []
        votes = Counter(cast)
        found = [(-count, number) for number, count in votes.items() if count >= least]
        found.sort()
        return [number for _, number in found[:most]]

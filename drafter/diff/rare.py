"""Which of many paragraphs share rare words with one: those worth a closer look.

A word that stands in very many paragraphs finds nothing, so only the rarest are asked. The answer
depends on the texts alone, in the order given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

# Of a paragraph's words the ten rarest find its likes; none that stands in more than 32.
_RAREST, _MANY = 10, 32


class RareWords:
    """The places of words in numbered paragraphs."""

    def __init__(self, paragraphs: Iterable[tuple[int, Sequence[str]]]) -> None:
        places: dict[str, list[int]] = {}
        for number, words in paragraphs:
            for word in dict.fromkeys(words):
                if word in places:
                    places[word].append(number)
                else:
                    places[word] = [number]
        self._places = {word: found for word, found in places.items() if len(found) <= _MANY}

    def likes(self, words: Sequence[str], most: int) -> list[int]:
        """At most `most` numbers of paragraphs that share the rarest of `words`, the best first.

        One word in common says nothing when more are known.
        """
        known = list(filter(None, map(self._places.get, dict.fromkeys(words))))
        if len(known) > _RAREST:
            known.sort(key=len)
            del known[_RAREST:]
        votes = Counter(chain.from_iterable(known))
        least = 2 if len(known) > 2 else 1
        found = [(-count, number) for number, count in votes.items() if count >= least]
        found.sort()
        return [number for _, number in found[:most]]

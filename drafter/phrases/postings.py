"""Inverted lists: which wordings have a pair of words, a stretch of words; which runs stand at all.

They are read where they lie; `drafter.phrases.inverting` makes them. What comes out may hold
strangers, for only hashes are compared: whoever asks looks at the text. What is there is never
missed, but of what very many share only the first are kept of the pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

_BITS = tuple(1 << bit for bit in range(8))


class Postings:
    """Buckets of wordings by hash. A bucket may hold strangers: what comes out is checked."""

    def __init__(self, start: memoryview, wordings: memoryview) -> None:
        self._start = start
        self._wordings = wordings
        self.mask = len(start) - 2

    def buckets(self, hashes: Iterable[int]) -> Iterator[tuple[int, int]]:
        """The size and the bucket of each hash that occurs at all."""
        start, mask = self._start, self.mask
        for bucket in {value & mask for value in hashes}:
            if size := start[bucket + 1] - start[bucket]:
                yield size, bucket

    def wordings(self, bucket: int) -> list[int]:
        """The wordings of a bucket, in order."""
        return self._wordings[self._start[bucket] : self._start[bucket + 1]].tolist()

    def of(self, value: int) -> list[int]:
        """The wordings that may hold the stretch with this hash."""
        return self.wordings(value & self.mask)

    def count(self, value: int) -> int:
        """How many wordings `of` would give."""
        bucket = value & self.mask
        return int(self._start[bucket + 1] - self._start[bucket])


class Seen:
    """A bit for each run of eight words that stands anywhere: what has none is new for certain."""

    def __init__(self, bits: memoryview) -> None:
        self.bits = bits
        self._mask = 8 * len(bits) - 1

    def among(self, runs: Sequence[int]) -> list[int]:
        """The places in `runs` of those that may have been seen."""
        bits, mask, one = self.bits, self._mask, _BITS
        return [at for at, run in enumerate(runs) if bits[(run & mask) >> 3] & one[run & 7]]

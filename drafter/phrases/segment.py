"""A piece of the index: sorted wordings, who uses them, and where each pair of words occurs.

A wording is what entries have in common when their folded texts are equal. A segment is read where
it lies (`mmap`), never loaded: opening one costs the same whatever its size. It holds no truth; the
store can rebuild it. Nothing here knows about files, SQL or ranking.
"""

from __future__ import annotations

import heapq
import json
import struct
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from mmap import mmap

from drafter.errors import ReadError
from drafter.phrases import words

VERSION = 3
_MAGIC = b"drafter index\n"
_HEAD = struct.Struct("<14sHQ")
_PARTS = ("preambular", "operative", "annex")
_STATUSES = ("", "draft", "adopted")
_MOST_BITS = 24
BLOCK, BEST = 256, 10
# Of a pair of words that more wordings share, these are kept: no question looks at more.
_MOST_SHARED = 20_000
_FREQUENT = 64  # wordings that share a stretch: above this it is looked up only at need


@dataclass(frozen=True, slots=True)
class Facts:
    """What ranking and filters need to know of a source."""

    id: int  # of the source in its store
    date: int  # 20241212, 0 where it is not known
    body: str
    status: str


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on its way into the index."""

    id: int  # of the entry in its store
    source: int  # place in the sequence of Facts
    part: str
    text: str


def build(sources: Sequence[Facts], rows: Iterable[Row]) -> bytes:
    """The bytes of a segment holding `rows`; the same rows give the same bytes."""
    wordings: dict[str, list[Row]] = {}
    for row in rows:
        wordings.setdefault(words.key(row.text), []).append(row)
    # Typed beginnings are looked up without regard to case.
    keys = sorted(wordings, key=lambda key: (key.lower(), key))
    bodies = sorted({source.body for source in sources})
    places = {body: place for place, body in enumerate(bodies)}
    standings = array("Q", [_standing(sources, wordings[key]) for key in keys])
    sections = {
        "standing": standings,
        "best": _best(standings),
        "source_id": array("Q", [source.id for source in sources]),
        "source_date": array("I", [source.date for source in sources]),
        "source_body": array("H", [places[source.body] for source in sources]),
        "source_status": array("B", [_STATUSES.index(source.status) for source in sources]),
        **_occurrences([wordings[key] for key in keys]),
        **_texts(keys),
        **_postings(keys),
    }
    return _packed(sections, {"bodies": bodies, "wordings": len(keys)})


def _standing(sources: Sequence[Facts], rows: Sequence[Row]) -> int:
    """What sorts wordings that begin alike: adopted before draft, the latest, the most used."""
    known = (sources[row.source] for row in rows)
    adopted, date = max((source.status == "adopted", source.date) for source in known)
    return adopted << 56 | date << 28 | min(len(rows), (1 << 28) - 1)


def _best(standings: array[int]) -> array[int]:
    """The best `BEST` wordings of every `BLOCK`, so that a long run is not looked at whole."""
    best = array("I")
    for start in range(0, len(standings) - BLOCK + 1, BLOCK):
        block = range(start, start + BLOCK)
        best.extend(heapq.nlargest(BEST, block, key=lambda wording: (standings[wording], -wording)))
    return best


def _occurrences(groups: Sequence[Sequence[Row]]) -> dict[str, array[int]]:
    rows = [row for group in groups for row in group]
    return {
        "use_start": array("I", [0, *accumulate(map(len, groups))]),
        "use_entry": array("Q", [row.id for row in rows]),
        "use_source": array("I", [row.source for row in rows]),
        "use_part": array("B", [_PARTS.index(row.part) for row in rows]),
    }


def _texts(keys: Sequence[str]) -> dict[str, array[int]]:
    encoded = [key.encode("utf-8", "surrogatepass") for key in keys]
    return {
        "text_start": array("Q", [0, *accumulate(map(len, encoded))]),
        "text": array("B", b"".join(encoded)),
    }


def _postings(keys: Sequence[str]) -> dict[str, array[int]]:
    """Where each pair and each minimizer occurs, wordings in order."""
    hashes = words.Hashes()
    pairs, pair_counts = array("I"), array("I")
    grams, gram_counts = array("I"), array("I")
    for key in keys:
        found = words.hashed(words.words(key), hashes)
        pairs.extend(found.pairs)
        pair_counts.append(len(found.pairs))
        grams.extend(found.grams)
        gram_counts.append(len(found.grams))
    frequent = _frequent(grams, len(keys))
    pair_start, pair = _inverted(pairs, pair_counts, most=_MOST_SHARED)
    gram_start, gram = _inverted(*_chosen(grams, gram_counts, frozenset(frequent)))
    return {
        "pair_start": pair_start,
        "pair": pair,
        "gram_start": gram_start,
        "gram": gram,
        "frequent": frequent,
    }


def _frequent(grams: array[int], wordings: int) -> array[int]:
    """The classes of stretches that so many wordings share that they tell little."""
    counts = Counter(map(words.RARITY.__and__, grams))
    most = max(_FREQUENT, wordings // 1000)
    return array("I", sorted(rarity for rarity, count in counts.items() if count > most))


def _chosen(
    grams: array[int], counts: array[int], frequent: frozenset[int]
) -> tuple[array[int], array[int]]:
    """The minimizers of each wording."""
    chosen, sizes, at = array("I"), array("I"), 0
    for count in counts:
        found = words.minimizers(grams[at : at + count], frequent) if count else ()
        chosen.extend(found)
        sizes.append(len(found))
        at += count
    return chosen, sizes


def _inverted(
    hashes: array[int], counts: array[int], most: int = sys.maxsize
) -> tuple[array[int], array[int]]:
    """Buckets of a power of two, each with its wordings: a counting sort, so linear in time.

    Of what more than `most` wordings share, the first are kept.
    """
    bits = min(max(len(hashes) // 4, 1).bit_length(), _MOST_BITS)
    mask = (1 << bits) - 1
    sizes = Counter(map(mask.__and__, hashes))
    full = {bucket: most for bucket, size in sizes.items() if size > most}
    dict.update(sizes, full)
    start = array("I", bytes(4 * (mask + 2)))
    for bucket, size in sizes.items():
        start[bucket + 1] = size
    start = array("I", accumulate(start))
    free = array("I", start)
    inverted = array("I", bytes(4 * start[-1]))
    at = 0
    for wording, count in enumerate(counts):
        for value in hashes[at : at + count]:
            bucket = value & mask
            if bucket in full:
                if not full[bucket]:
                    continue
                full[bucket] -= 1
            place = free[bucket]
            inverted[place] = wording
            free[bucket] = place + 1
        at += count
    return start, inverted


def _packed(sections: dict[str, array[int]], facts: dict[str, object]) -> bytes:
    table, at = {}, 0
    for name, values in sections.items():
        size = len(values) * values.itemsize
        table[name] = (values.typecode, at, size)
        at += size + -size % 8
    head = json.dumps({"sections": table, "order": sys.byteorder, **facts}, sort_keys=True).encode()
    head += b" " * (-(len(head) + _HEAD.size) % 8)
    out = bytearray(_HEAD.pack(_MAGIC, VERSION, len(head)) + head)
    for values in sections.values():
        out += values.tobytes()
        out += bytes(-len(out) % 8)
    return bytes(out)


class Segment:
    """One piece of the index, over any buffer."""

    def __init__(self, buffer: bytes | mmap) -> None:
        try:
            magic, version, size = _HEAD.unpack_from(buffer)
            if magic != _MAGIC or version != VERSION:
                raise ReadError("not an index of this version")
            head = json.loads(buffer[_HEAD.size : _HEAD.size + size])
            if head["order"] != sys.byteorder:
                raise ReadError("an index from another kind of machine")
        except (struct.error, ValueError, KeyError):
            raise ReadError("not an index") from None
        self._buffer = buffer
        self._sections = head["sections"]
        self._base = _HEAD.size + size
        self.bodies: list[str] = head["bodies"]
        self.size: int = head["wordings"]
        last = max(at + length for _, at, length in self._sections.values())
        if len(buffer) < self._base + last:
            raise ReadError("an index cut short")
        self.text_start = self._view("text_start")
        self.use_start = self._view("use_start")
        self.use_entry = self._view("use_entry")
        self.use_source = self._view("use_source")
        self.use_part = self._view("use_part")
        self.standing = self._view("standing")
        self._best = self._view("best")
        self.source_id = self._view("source_id")
        self.source_date = self._view("source_date")
        self.source_body = self._view("source_body")
        self.source_status = self._view("source_status")
        self.pairs = Postings(self._view("pair_start"), self._view("pair"))
        self.grams = Postings(self._view("gram_start"), self._view("gram"))
        self._text = self._base + self._sections["text"][1]

    def _view(self, name: str) -> memoryview:
        code, at, size = self._sections[name]
        start = self._base + at
        return memoryview(self._buffer)[start : start + size].cast(code)

    def text(self, wording: int) -> str:
        """The folded text of a wording."""
        start, end = self.text_start[wording], self.text_start[wording + 1]
        raw = self._buffer[self._text + start : self._text + end]
        return raw.decode("utf-8", "surrogatepass")

    def length(self, wording: int) -> int:
        """How long a wording is, in bytes: cheaper than looking at it."""
        return int(self.text_start[wording + 1] - self.text_start[wording])

    def uses(self, wording: int) -> range:
        """The places in `use_entry`, `use_source` and `use_part` of a wording."""
        return range(self.use_start[wording], self.use_start[wording + 1])

    def body(self, source: int) -> str:
        """The body of a source."""
        return self.bodies[self.source_body[source]]

    def status(self, source: int) -> str:
        """The status of a source."""
        return _STATUSES[self.source_status[source]]

    def part(self, use: int) -> str:
        """The part in which a use stands."""
        return _PARTS[self.use_part[use]]

    def beginning(self, prefix: str) -> range:
        """The wordings that begin with `prefix`, whatever the case, in alphabetical order."""
        low = prefix.lower()
        start = self._bisect(low)
        return range(start, max(start, self._bisect(low + chr(sys.maxunicode))))

    def best(self, run: range, top: int) -> list[int]:
        """The wordings of `run` that stand best, adopted and latest first."""
        standing = self.standing
        first, last = -(-run.start // BLOCK), run.stop // BLOCK
        if top > BEST or first >= last:
            some: Iterable[int] = run
        else:
            whole = self._best[first * BEST : last * BEST]
            some = chain(range(run.start, first * BLOCK), whole, range(last * BLOCK, run.stop))
        return heapq.nlargest(top, some, key=lambda wording: (standing[wording], -wording))

    def beside(self, key: str, count: int) -> range:
        """The `count` wordings before and after `key` in alphabetical order."""
        place = self._bisect(key.lower())
        return range(max(0, place - count), min(self.size, place + count))

    def _bisect(self, low: str) -> int:
        start, end = 0, self.size
        while start < end:
            middle = (start + end) // 2
            if self.text(middle).lower() < low:
                start = middle + 1
            else:
                end = middle
        return start

    @cached_property
    def frequent(self) -> frozenset[int]:
        """The classes of stretches that this segment holds too often to tell much."""
        return frozenset(self._view("frequent"))


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

"""A piece of the index: sorted wordings, who uses them, and where each pair of words occurs.

A wording is what entries have in common when their folded texts are equal. A segment is read where
it lies (`mmap`), never loaded: opening one costs the same whatever its size. It holds no truth; the
store can rebuild it. Nothing here knows about files, SQL or ranking.
"""

from __future__ import annotations

import heapq
import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from mmap import mmap
from typing import Any, NamedTuple
from zlib import crc32

from drafter.errors import ReadError
from drafter.phrases import words
from drafter.phrases.postings import Postings, Seen

VERSION = 7
_MAGIC = b"drafter index\n"
_HEAD = struct.Struct("<14sHQII")  # magic, version, size of the table, checksums of it and the rest
_PARTS = ("preambular", "operative", "annex")
_STATUSES = ("", "draft", "adopted")
BLOCK, BEST = 256, 10
_CHECKED = 16 * 1024 * 1024  # bytes that are looked through when an index is opened


Sections = dict[str, "array[int] | bytearray"]


class Facts(NamedTuple):
    """What ranking and filters need to know of a source."""

    id: int  # of the source in its store
    date: int  # 20241212, 0 where it is not known
    body: str
    status: str


class Row(NamedTuple):
    """An entry on its way into the index."""

    id: int  # of the entry in its store
    source: int  # place in the sequence of Facts
    part: str
    text: str


def build(sources: Sequence[Facts], rows: Iterable[Row], jobs: int = 1) -> bytes:
    """The bytes of a segment holding `rows`; the same rows give the same bytes.

    `jobs` processes share the work (0: one a core).
    """
    # Asking starts without what building takes to load.
    from drafter.phrases import inverting

    wordings, uses = _gathered(rows)
    # Typed beginnings are looked up without regard to case.
    keys = sorted(sorted(wordings), key=str.lower)
    groups = [wordings.pop(key) for key in keys]
    bodies = sorted({source.body for source in sources})
    places = {body: place for place, body in enumerate(bodies)}
    ranks = array("I", map(_rank, sources))
    standings = array("Q", [_standing(ranks, uses, group) for group in groups])
    order = array("I", chain.from_iterable(groups))
    sections: Sections = {
        "standing": standings,
        "best": _best(standings),
        "source_id": array("Q", [source.id for source in sources]),
        "source_date": array("I", [source.date for source in sources]),
        "source_body": array("H", [places[source.body] for source in sources]),
        "source_status": array("B", [_STATUSES.index(source.status) for source in sources]),
        "source_rank": ranks,
        "use_start": array("I", accumulate(map(len, groups), initial=0)),
        "use_entry": array("Q", map(uses.entries.__getitem__, order)),
        "use_source": array("I", map(uses.sources.__getitem__, order)),
        "use_part": array("B", map(uses.parts.__getitem__, order)),
    }
    del groups, order, uses
    text, starts = bytearray(), array("Q", [0])
    for key in keys:
        text += key.encode("utf-8", "surrogatepass")
        starts.append(len(text))
    sections |= {"text_start": starts, "text": text}
    sections |= inverting.build(keys, len(text), jobs)
    del keys
    return _packed(sections, bodies)


class _Uses(NamedTuple):
    """Rows without their texts, column by column: a million of them fit in memory."""

    entries: array[int]
    sources: array[int]
    parts: array[int]


def _gathered(rows: Iterable[Row]) -> tuple[dict[str, tuple[int, ...]], _Uses]:
    """For each wording the numbers of the rows that have it, and the rows."""
    uses = _Uses(array("Q"), array("I"), array("B"))
    wordings: dict[str, tuple[int, ...]] = {}
    for number, (entry, source, part, text) in enumerate(rows):
        uses.entries.append(entry)
        uses.sources.append(source)
        uses.parts.append(_PARTS.index(part))
        key = words.key(text)
        wordings[key] = (*wordings.get(key, ()), number)
    return wordings, uses


def _rank(source: Facts) -> int:
    """What sorts texts: adopted before draft, then the latest."""
    return (source.status == "adopted") << 28 | source.date


def _standing(ranks: Sequence[int], uses: _Uses, group: tuple[int, ...]) -> int:
    """What sorts wordings that begin alike: adopted before draft, the latest, the most used."""
    best = max(map(ranks.__getitem__, map(uses.sources.__getitem__, group)))
    return best << 28 | min(len(group), (1 << 28) - 1)


def _best(standings: array[int]) -> array[int]:
    """The best `BEST` wordings of every `BLOCK`, so that a long run is not looked at whole."""
    best = array("I")
    for start in range(0, len(standings) - BLOCK + 1, BLOCK):
        block = range(start, start + BLOCK)
        best.extend(heapq.nlargest(BEST, block, key=lambda wording: (standings[wording], -wording)))
    return best


def _packed(sections: Sections, bodies: Sequence[str]) -> bytes:
    lines, at = [sys.byteorder, str(len(sections))], 0
    pieces: list[bytes | bytearray | array[int]] = []
    for name, values in sections.items():
        code, size = getattr(values, "typecode", "B"), memoryview(values).nbytes
        lines.append(f"{name} {code} {at} {size}")
        pieces += [values, bytes(-size % 8)]
        at += size + -size % 8
    # Escaped, a body is one line whatever is in it.
    lines += (body.encode("unicode_escape").decode() for body in bodies)
    head = "".join(f"{line}\n" for line in lines).encode()
    head += b" " * (-(len(head) + _HEAD.size) % 8)
    check = 0
    for piece in pieces:
        check = crc32(piece, check)
    return b"".join([_HEAD.pack(_MAGIC, VERSION, len(head), crc32(head), check), head, *pieces])


class Segment:
    """One piece of the index, over any buffer."""

    def __init__(self, buffer: bytes | mmap) -> None:
        try:
            magic, version, size, head_check, check = _HEAD.unpack_from(buffer)
            if magic != _MAGIC or version != VERSION:
                raise ReadError("not an index of this version")
            table = buffer[_HEAD.size : _HEAD.size + size]
            if crc32(table) != head_check:
                raise ReadError("a damaged index")
        except struct.error:
            raise ReadError("not an index") from None
        order, count, *lines, _ = table.decode("ascii").split("\n")
        if order != sys.byteorder:
            raise ReadError("an index from another kind of machine")
        self.buffer = buffer  # what it was opened over
        self._sections: dict[str, tuple[Any, int, int]] = {
            name: (code, int(at), int(length))
            for name, code, at, length in map(str.split, lines[: int(count)])
        }
        self._base = _HEAD.size + size
        last = max(at + length for _, at, length in self._sections.values())
        if len(buffer) < self._base + last:
            raise ReadError("an index cut short")
        # To go through a large one would take longer than any question.
        if last < _CHECKED and crc32(memoryview(buffer)[self._base :]) != check:
            raise ReadError("a damaged index")
        self.bodies = [line.encode().decode("unicode_escape") for line in lines[int(count) :]]
        self.text_start = self._view("text_start")
        self.size = len(self.text_start) - 1
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
        self.source_rank = self._view("source_rank")
        self.pairs = Postings(self._view("pair_start"), self._view("pair"))
        self.grams = Postings(self._view("gram_start"), self._view("gram"))
        self.seen = Seen(self._view("seen"))
        self._text = self._base + self._sections["text"][1]

    def _view(self, name: str) -> memoryview:
        code, at, size = self._sections[name]
        start = self._base + at
        return memoryview(self.buffer)[start : start + size].cast(code)

    def text(self, wording: int) -> str:
        """The folded text of a wording."""
        start, end = self.text_start[wording], self.text_start[wording + 1]
        raw = self.buffer[self._text + start : self._text + end]
        return raw.decode("utf-8", "surrogatepass")

    def extent(self, wording: int) -> tuple[int, int]:
        """Where in `buffer` the folded text of a wording lies."""
        starts, base = self.text_start, self._text
        return base + starts[wording], base + starts[wording + 1]

    def having(self, wordings: Iterable[int], pieces: list[bytes]) -> Iterator[int]:
        """Those wordings that have one of these pieces of folded text, without reading them.

        `pieces` may be changed on the way.
        """
        starts, base, find = self.text_start, self._text, self.buffer.find
        for wording in wordings:
            start, end = base + starts[wording], base + starts[wording + 1]
            for piece in pieces:
                if find(piece, start, end) >= 0:
                    yield wording
                    break

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

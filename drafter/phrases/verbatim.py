"""Stretches of a text that stand word for word in a bank: all of eight words or more, none false.

A stretch agrees in letters, case and the punctuation inside it, once both sides are folded; the
punctuation around it does not count. Eight words of which no hash was seen stand nowhere; where the
others may stand, the index says, and each place is compared with the wording itself: a hash that
lies can neither hide a stretch nor invent one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.phrases import words
from drafter.phrases.filters import EVERYTHING, Wanted
from drafter.phrases.index import Index
from drafter.phrases.nearest import Allowed
from drafter.phrases.segment import Segment

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"\w+")
# What may stand beside a whole word, as most texts have it; the rest is looked at as characters.
_BESIDE = frozenset(b" ,.;:()[]\"'-/")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Use:
    """A wording that holds a stretch."""

    index: Index
    segment: Segment
    wording: int

    @property
    def text(self) -> str:
        """The wording, folded."""
        return self.segment.text(self.wording)


def stretches(indexes: Sequence[Index], text: str, wanted: Wanted = EVERYTHING) -> tuple[Span, ...]:
    """The longest stretches of `text` that stand in a bank, in order; none lies within another.

    Each as its first character in `text` and the one after its last.
    """
    asked = _Asked.of(text)
    found: set[Span] = set()
    for index in indexes:
        for segment in index.segments:
            allowed = None if wanted.everything else wanted.allowed(segment)
            found.update(_longest(segment, asked, allowed))
    longest, reach = [], -1
    for first, last in sorted(found, key=lambda span: (span[0], -span[1])):
        if last > reach:
            reach = last
            longest.append(asked.place(first, last))
    return tuple(longest)


def holders(indexes: Sequence[Index], stretch: str, wanted: Wanted = EVERYTHING) -> tuple[Use, ...]:
    """Every wording that holds the words of `stretch`, of which there are eight or more."""
    asked = _Asked.of(stretch)
    return tuple(
        Use(index, segment, wording)
        for index in indexes
        for segment in index.segments
        for wording in _holding(segment, asked, wanted.allowed(segment))
    )


@dataclass(frozen=True)
class _Asked:
    """A text made ready for looking up; what only a stretch needs is made for the first one.

    Words are as the index cuts them; tokens stand between spaces and may hold several of them
    ("follow-up"). A stretch is made of whole tokens, without the marks around them.
    """

    text: str
    line: str  # folded, with single spaces
    hashed: words.Hashed

    @classmethod
    def of(cls, text: str) -> _Asked:
        line = words.key(text)
        return cls(text, line, words.hashed(words.printed(line)))

    @cached_property
    def spans(self) -> list[Span]:
        """Where in `line` each word stands."""
        return list(map(re.Match.span, _WORD.finditer(self.line)))

    @cached_property
    def starts(self) -> list[int]:
        """Where in `line` each token's first word begins."""
        starts, line = [start for start, _ in self.spans], self.line
        return starts[:1] + [s for (_, e), s in zip(self.spans, starts[1:], strict=False)
                             if " " in line[e:s]]  # fmt: skip

    @cached_property
    def ends(self) -> list[int]:
        """Where in `line` each token's last word ends."""
        ends, line = [end for _, end in self.spans], self.line
        return [e for e, (s, _) in zip(ends, self.spans[1:], strict=False)
                if " " in line[e:s]] + ends[-1:]  # fmt: skip

    def run(self, at: int) -> Span:
        """Where in `line` the eight words from word `at` stand."""
        return self.spans[at][0], self.spans[at + words.VERBATIM_WORDS - 1][1]

    def place(self, first: int, last: int) -> Span:
        """Where in the text the tokens from `first` to `last` stand."""
        start, end = self.starts[first], self.ends[last]
        if len(self.text) == len(self.line):
            return start, end
        # Spaces were made single: the letters between them are as many as in the text.
        inked = [at for at, mark in enumerate(words.fold(self.text)) if not mark.isspace()]
        before = start - self.line.count(" ", 0, start)
        through = end - self.line.count(" ", 0, end)
        return inked[before], inked[through - 1] + 1


def _longest(segment: Segment, asked: _Asked, allowed: Allowed | None) -> Iterator[Span]:
    """The longest stretches of a line that stand in a segment, as first and last token."""
    seen = segment.seen.among(asked.hashed.runs)
    if not seen:
        return
    least = words.lowest(asked.hashed.grams, segment.frequent)
    search = _Search(segment, asked, least, allowed)
    for row in _rows(seen):
        yield from _of_row(row, search)


def _of_row(row: range, search: _Search) -> Iterator[Span]:
    """The longest stretches around these runs of words, that which has the rarest first.

    Most often it has all of them, or all but some at its ends that are not what they seem.
    """
    asked = search.asked
    rarest = dict(zip(search.least[row.start : row.stop], row, strict=True))
    middle = rarest[min(rarest, key=search.segment.grams.count)]
    found = search.around(middle, -1)
    if not found:
        yield from _one_by_one(range(row.start, middle), search, -1)
        yield from _one_by_one(range(middle + 1, row.stop), search, -1)
        return
    yield found
    start, end = asked.starts[found[0]], asked.ends[found[1]]
    first = bisect_left(asked.spans, (start, 0))
    last = bisect_right(asked.spans, (end, 0)) - words.VERBATIM_WORDS
    yield from _one_by_one(range(row.start, min(first, middle)), search, -1)
    yield from _one_by_one(range(max(last, middle) + 1, row.stop), search, end)


def _rows(places: Sequence[int]) -> Iterator[range]:
    """Places that follow one another, as ranges."""
    start = last = places[0]
    for place in places[1:]:
        if place > last + 1:
            yield range(start, last + 1)
            start = place
        last = place
    yield range(start, last + 1)


def _one_by_one(row: range, search: _Search, reach: int) -> Iterator[Span]:
    """The longest stretches around these runs of words that end beyond `reach`."""
    asked, covered = search.asked, 0
    for at in row:
        # Eight words that end within the stretch found last belong to no longer one; but those that
        # have the last of the row may go on where others have looked.
        if at + words.VERBATIM_WORDS <= covered and at != row[-1]:
            continue
        while found := search.around(at, reach):
            yield found
            reach = asked.ends[found[1]]
            covered = bisect_right(asked.spans, (reach, 0))
            if at != row[-1]:
                break


@dataclass(frozen=True, slots=True)
class _Search:
    """A line looked up in one segment."""

    segment: Segment
    asked: _Asked
    least: Sequence[int]  # for each run of eight words, the stretch by which the index knows it
    allowed: Allowed | None  # None for all

    def around(self, at: int, reach: int) -> Span | None:
        """The stretch around the eight words at `at` that ends beyond `reach`.

        Of several it is the first to begin, and of those the last to end.
        """
        segment, asked, allowed = self.segment, self.asked, self.allowed
        run = asked.run(at)
        wanted = [asked.line[run[0] : run[1]].encode("utf-8", "surrogatepass")]
        best: Span | None = None
        for wording in segment.having(segment.grams.of(self.least[at]), wanted):
            if allowed and not allowed(wording):
                continue
            for span in _common(asked, run, segment.text(wording)):
                if asked.ends[span[1]] > reach and (best is None or _before(span, best)):
                    best = span
                    wanted[:] = _better(asked, run, span)
            if not wanted:
                break
        return best


def _before(span: Span, best: Span) -> bool:
    return (span[0], -span[1]) < (best[0], -best[1])


def _better(asked: _Asked, run: Span, best: Span) -> list[bytes]:
    """What a wording must hold to do better: the token before, or the one after."""
    first, last = best
    pieces = []
    if first > 0:
        pieces.append(asked.line[asked.starts[first - 1] : run[1]])
    if last + 1 < len(asked.ends):
        pieces.append(asked.line[asked.starts[first] : asked.ends[last + 1]])
    return [piece.encode("utf-8", "surrogatepass") for piece in pieces]


def _common(asked: _Asked, run: Span, text: str) -> Iterator[Span]:
    """The stretches that a line and `text` have in common around a run of words."""
    line, (start, end) = asked.line, run
    piece = line[start:end]
    at = text.find(piece)
    while at >= 0:
        left = _back(line, start, text, at)
        right = _ahead(line, end, text, at + end - start)
        if span := _whole_words(asked, left, right, text, at - start):
            yield span
        at = text.find(piece, at + 1)


def _whole_words(asked: _Asked, start: int, end: int, text: str, shift: int) -> Span | None:
    """The tokens of a common stretch that are whole on both sides, if there are enough."""
    first = bisect_left(asked.starts, start)
    last = bisect_right(asked.ends, end) - 1
    if last - first + 1 < words.VERBATIM_WORDS:
        return None
    # "mend the text" also ends "recommend the text": the word must begin on the other side too.
    if asked.starts[first] == start and _inside(text, start + shift):
        first += 1
    if asked.ends[last] == end and _inside(text, end + shift):
        last -= 1
    return (first, last) if last - first + 1 >= words.VERBATIM_WORDS else None


def _inside(text: str, place: int) -> bool:
    """Whether `place` is within a word of `text`."""
    return 0 < place < len(text) and bool(_WORD.fullmatch(text[place - 1 : place + 1]))


def _ahead(one: str, at: int, other: str, there: int) -> int:
    """Where in `one` the two stop being equal, reading on."""
    low, high = 0, min(len(one) - at, len(other) - there)
    if one[at : at + high] == other[there : there + high]:
        return at + high
    while high - low > 1:
        middle = (low + high) // 2
        if one[at + low : at + middle] == other[there + low : there + middle]:
            low = middle
        else:
            high = middle
    return at + low


def _back(one: str, at: int, other: str, there: int) -> int:
    """Where in `one` the two begin to be equal, reading back."""
    low, high = 0, min(at, there)
    if one[at - high : at] == other[there - high : there]:
        return at - high
    while high - low > 1:
        middle = (low + high) // 2
        if one[at - middle : at - low] == other[there - middle : there - low]:
            low = middle
        else:
            high = middle
    return at - low


def _holding(segment: Segment, asked: _Asked, allowed: Allowed) -> Iterator[int]:
    """The wordings that hold the whole line, from its first word to its last."""
    if len(segment.seen.among(asked.hashed.runs)) < max(1, len(asked.hashed.runs)):
        return
    least = words.lowest(asked.hashed.grams, segment.frequent)
    whole = asked.line[asked.spans[0][0] : asked.spans[-1][1]]
    piece = whole.encode("utf-8", "surrogatepass")
    buffer = segment.buffer
    for wording in segment.grams.of(min(least, key=segment.grams.count)):
        start, end = segment.extent(wording)
        at = buffer.find(piece, start, end)
        if at < 0 or not allowed(wording):
            continue
        after = at + len(piece)
        apart = at == start or buffer[at - 1] in _BESIDE
        if (apart and (after == end or buffer[after] in _BESIDE)) or _stands(
            whole, segment.text(wording)
        ):
            yield wording


def _stands(stretch: str, text: str) -> bool:
    """Whether a stretch stands in `text` as whole words."""
    at = text.find(stretch)
    while at >= 0:
        if not _inside(text, at) and not _inside(text, at + len(stretch)):
            return True
        at = text.find(stretch, at + 1)
    return False

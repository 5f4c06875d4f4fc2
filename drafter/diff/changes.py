"""What a comparison says: blocks paired or not, and the edits that make one text of the other.

Plain data that adds up: every old and every new block stands in exactly one change, and the edits
of a change rebuild both its texts. Nothing here compares, and nothing here knows how it is painted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from drafter.spans import Block, Span

Op = Literal["equal", "delete", "insert"]
Kind = Literal[
    "unchanged", "edited", "inserted", "deleted", "moved", "split", "merged", "renumbered"
]
KINDS: tuple[Kind, ...] = (
    "unchanged",
    "edited",
    "inserted",
    "deleted",
    "moved",
    "split",
    "merged",
    "renumbered",
)


# Named tuples, not frozen dataclasses: ten thousand of them take 4 ms instead of 20.
class Edit(NamedTuple):
    """A stretch of text that stands in both texts, only in the old or only in the new."""

    op: Op
    text: str


class Change(NamedTuple):
    """What became of some blocks; the texts of several are joined by line ends."""

    kind: Kind
    old: tuple[int, ...]  # which old blocks: none when inserted, several when merged
    new: tuple[int, ...]  # which new blocks: none when deleted, several when split
    edits: tuple[Edit, ...]
    formatting: bool = False  # whether words that stand in both texts look different


@dataclass(frozen=True, slots=True)
class Diff:
    """Two texts and every change between them in reading order, unchanged blocks too."""

    old: tuple[Block, ...]
    new: tuple[Block, ...]
    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether nothing changed, numbers and formatting included."""
        return all(change.kind == "unchanged" for change in self.changes)


def old_text(edits: Iterable[Edit]) -> str:
    """The text before `edits`."""
    return "".join(edit.text for edit in edits if edit.op != "insert")


def new_text(edits: Iterable[Edit]) -> str:
    """The text after `edits`."""
    return "".join(edit.text for edit in edits if edit.op != "delete")


def joined(blocks: Iterable[Block]) -> str:
    """The text that the edits of a change over `blocks` speak of."""
    return "\n".join(block.text for block in blocks)


def counts(diff: Diff) -> dict[Kind, int]:
    """How many changes of each kind, every kind named."""
    numbers: dict[Kind, int] = dict.fromkeys(KINDS, 0)
    for change in diff.changes:
        numbers[change.kind] += 1
    return numbers


def marked(diff: Diff) -> int:
    """How many characters a reader sees marked: deleted and inserted ones, a plain move none."""
    return sum(
        len(edit.text) for change in diff.changes for edit in change.edits if edit.op != "equal"
    )


def spans_of(blocks: Iterable[Block]) -> Iterator[Span]:
    """The formatting of the joined text of `blocks`, the paragraphs' own included, in order."""
    start = 0
    for block in blocks:
        for span in block.spans:
            yield Span(start + span.start, start + span.end, span.style)
        start += len(block.text) + 1


class Restyled(NamedTuple):
    """Words that stand in both texts and look different in the new one."""

    text: str
    old_start: int  # in the old text of the change
    new_start: int  # in its new text
    old_style: str
    new_style: str


def restyled(diff: Diff, change: Change) -> tuple[Restyled, ...]:
    """The stretches of `change` whose formatting alone changed, in order, each in one style."""
    old = tuple(spans_of(diff.old[index] for index in change.old))
    new = tuple(spans_of(diff.new[index] for index in change.new))
    return tuple(_restyled(old, new, change.edits))


def restyles(old: Sequence[Block], new: Sequence[Block], edits: Iterable[Edit]) -> bool:
    """Whether words of `old` that stand in `new` too look different there."""
    if any(map(relaid, old, new)):
        return True
    if not any(block.spans for block in (*old, *new)):
        return False
    return any(_restyled(tuple(spans_of(old)), tuple(spans_of(new)), edits))


def relaid(one: Block, other: Block) -> bool:
    """Whether a paragraph is laid out in another way; of a heading the level is that too."""
    return one.style != other.style or (one.kind == "heading" and one.level != other.level)


def _restyled(
    old: Sequence[Span], new: Sequence[Span], edits: Iterable[Edit]
) -> Iterator[Restyled]:
    before = after = 0
    for op, text in edits:
        if op == "equal":
            yield from _differences(old, new, before, after, text)
        before += len(text) * (op != "insert")
        after += len(text) * (op != "delete")


def _differences(
    old: Sequence[Span], new: Sequence[Span], before: int, after: int, text: str
) -> Iterator[Restyled]:
    """Where the styles over an equal `text`, at `before` and `after`, are not the same.

    The style of white space is nothing that a reader sees.
    """
    length = len(text)
    ends = {0, length}
    for spans, offset in ((old, before), (new, after)):
        ends |= {edge - offset for edge in edges(spans, offset, offset + length)}
    for start, end in pairwise(sorted(ends)):
        one, other = style_at(old, before + start), style_at(new, after + start)
        if one != other and not text[start:end].isspace():
            yield Restyled(text[start:end], before + start, after + start, one, other)


def edges(spans: Sequence[Span], start: int, end: int) -> Iterator[int]:
    """Where between `start` and `end` a style begins or ends."""
    for number in range(max(bisect_right(spans, start, key=_start) - 1, 0), len(spans)):
        span = spans[number]
        if span.start >= end:
            return
        yield from (edge for edge in (span.start, span.end) if start < edge < end)


def style_at(spans: Sequence[Span], position: int) -> str:
    """The style of the character at `position`, "" where it is plain."""
    number = bisect_right(spans, position, key=_start) - 1
    return spans[number].style if number >= 0 and position < spans[number].end else ""


def _start(span: Span) -> int:
    return span.start

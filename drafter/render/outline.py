"""What every rendering of a comparison says, before any of them says it in its own way.

Which places a change concerns, in words; which unchanged paragraphs are worth showing; which
stretches look how. Nothing here knows a terminal, a tag or a key.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from drafter.diff.changes import (
    Change,
    Diff,
    Kind,
    Op,
    counts,
    edges,
    joined,
    restyled,
    spans_of,
    style_at,
)
from drafter.spans import OBJECT, Block, Span

# How a footnote call, an image or a field is shown where only characters can be.
CALL = "[^]"
# Space that is itself the change has to be seen.
_VISIBLE = {" ": "␣", "\u00a0": "⍽", "\t": "⇥", "\n": "¶\n", "\u202f": "⍽", "\u2009": "⍽"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One change to show; a run of renumbered paragraphs is shown as one."""

    changes: tuple[Change, ...]

    @property
    def change(self) -> Change:
        """The change, the first of a run."""
        return self.changes[0]


@dataclass(frozen=True, slots=True)
class Skipped:
    """So many unchanged paragraphs that are not shown."""

    count: int


class Piece(NamedTuple):
    """A stretch in one style that is equal, deleted or inserted."""

    op: Op
    text: str
    style: str


def outline(diff: Diff, context: int | None) -> Iterator[Shown | Skipped]:
    """The changes with `context` unchanged paragraphs around each, None for all of them."""
    run: list[Change] = []
    quiet: list[Change] = []
    seen = False
    for change in diff.changes:
        if run and change.kind != "renumbered":
            yield Shown(tuple(run))
            run = []
        if change.kind == "unchanged":
            quiet.append(change)
            continue
        yield from _context(quiet, context, before=seen, after=True)
        quiet, seen = [], True
        if change.kind == "renumbered":
            run.append(change)
        else:
            yield Shown((change,))
    if run:
        yield Shown(tuple(run))
    yield from _context(quiet, context, before=seen, after=False)


def _context(
    quiet: Sequence[Change], context: int | None, *, before: bool, after: bool
) -> Iterator[Shown | Skipped]:
    """Of unchanged paragraphs those that stand next to a change before or after them."""
    head = len(quiet) if context is None else context * before
    tail = 0 if context is None else context * after
    # A line that says "1 unchanged" takes as much room as the paragraph.
    if len(quiet) <= head + tail + bool(head or tail):
        yield from (Shown((change,)) for change in quiet)
        return
    yield from (Shown((change,)) for change in quiet[:head])
    yield Skipped(len(quiet) - head - tail)
    yield from (Shown((change,)) for change in quiet[len(quiet) - tail :])


def heading(diff: Diff, shown: Shown) -> str:
    """What happened where, in words: "OP7 → OP8 moved and edited"."""
    first, last = shown.changes[0], shown.changes[-1]
    change = first
    if len(shown.changes) > 1:
        old = _from_to(place(diff.old, first.old[0]), place(diff.old, last.old[0]))
        new = _from_to(place(diff.new, first.new[0]), place(diff.new, last.new[0]))
    else:
        old = ", ".join(place(diff.old, index) for index in change.old)
        new = ", ".join(place(diff.new, index) for index in change.new)
    where = old if old == new or not new else f"{old} → {new}" if old else new
    return f"{where} {happened(change)}"


def happened(change: Change) -> str:
    """What happened to a paragraph, in words."""
    words = any(edit.op != "equal" for edit in change.edits)
    if change.kind == "edited" and not words:
        return "formatting changed"
    formatting = ", formatting changed" if change.formatting else ""
    if change.kind in ("moved", "split", "merged"):
        beyond = words and (change.kind == "moved" or _beyond_the_join(change))
        return f"{change.kind}{' and edited' if beyond else ''}{formatting}"
    return f"{change.kind}{formatting}"


def _beyond_the_join(change: Change) -> bool:
    """Whether a split or a merger changed more than space and paragraph marks."""
    return any(edit.op != "equal" and not edit.text.isspace() for edit in change.edits)


def place(blocks: Sequence[Block], index: int) -> str:
    """What a delegate would call the block at `index`."""
    return blocks[index].place or f"paragraph {index + 1}"


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def pieces(diff: Diff, change: Change) -> Iterator[Piece]:
    """The edits of `change`, cut where the formatting changes; new formatting where both stand."""
    old = tuple(spans_of(diff.old[index] for index in change.old))
    new = tuple(spans_of(diff.new[index] for index in change.new))
    before = after = 0
    for op, text in change.edits:
        spans, start = (old, before) if op == "delete" else (new, after)
        for begin, end, style in _styles(spans, start, start + len(text)):
            yield Piece(op, text[begin - start : end - start], style)
        before += len(text) * (op != "insert")
        after += len(text) * (op != "delete")


def _styles(spans: Sequence[Span], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for begin, until in pairwise(sorted({start, end, *edges(spans, start, end)})):
        yield begin, until, style_at(spans, begin)


def visible(text: str) -> str:
    """A marked stretch as it is shown: space alone is made visible, a thing is a call."""
    if text.isspace():
        return "".join(_VISIBLE.get(character, "␣") for character in text)
    return text.replace("\n", "¶\n").replace(OBJECT, CALL)


def formatting(diff: Diff, change: Change) -> list[str]:
    """What looks different, in words: "“Urges”: italic, was plain"."""
    lines = [
        f"“{_short(each.text)}”: {each.new_style or 'plain'}, was {each.old_style or 'plain'}"
        for each in restyled(diff, change)
    ]
    if change.formatting and not lines:
        lines = list(_layout(diff.old[change.old[0]], diff.new[change.new[0]]))
    return lines


def _layout(old: Block, new: Block) -> Iterator[str]:
    if new.kind == "heading" and old.level != new.level:
        yield f"a heading of level {new.level}, was {old.level}"
    else:
        yield "the layout of the paragraph"


def _short(text: str) -> str:
    text = text.strip().replace(OBJECT, CALL)
    return text if len(text) <= 40 else f"{text[:19]}…{text[-19:]}"


def shown_text(blocks: Sequence[Block]) -> str:
    """The text of `blocks` where only characters can be: things are calls."""
    return joined(blocks).replace(OBJECT, CALL)


def summary(diff: Diff) -> str:
    """One line on the whole: "3 edited, 1 inserted, 12 renumbered, 40 unchanged"."""
    numbers = counts(diff)
    order: tuple[Kind, ...] = (
        "edited",
        "inserted",
        "deleted",
        "moved",
        "split",
        "merged",
        "renumbered",
        "unchanged",
    )
    return ", ".join(f"{numbers[kind]} {kind}" for kind in order if numbers[kind]) or "nothing"


def words_marked(diff: Diff) -> tuple[int, int]:
    """How many words are deleted and how many inserted."""
    numbers = {"equal": 0, "delete": 0, "insert": 0}
    for change in diff.changes:
        for op, text in change.edits:
            if op != "equal":
                numbers[op] += len(text.split())
    return numbers["delete"], numbers["insert"]

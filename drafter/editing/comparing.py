"""The draft compared with another text, an older one or a newer: its last save, its base, a file.

Says what is compared with what and asks `diff`; how it looks is the screen's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from drafter.editing.buffer import Buffer
from drafter.footnotes import called_in
from drafter.model import Document, Resolution, calls
from drafter.spans import Block

if TYPE_CHECKING:
    from drafter.diff.changes import Change, Diff, Kind

_TURNED: dict[Kind, Kind] = {
    "inserted": "deleted",
    "deleted": "inserted",
    "split": "merged",
    "merged": "split",
}


@dataclass(frozen=True, slots=True)
class Against:
    """The other text: the last save, or the file at `path`."""

    kind: Literal["saved", "file"]
    path: Path | None = None
    newer: bool = False  # whether it came after the draft: someone's return, an official text

    @property
    def name(self) -> str:
        """What the other text is called on the screen."""
        return "the last save" if self.path is None else self.path.name


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, and what the blocks do not say: which footnotes each of them calls."""

    diff: Diff
    other: Document  # the text that is not the draft
    old_calls: tuple[tuple[str, ...], ...]  # by block of the old text
    new_calls: tuple[tuple[str, ...], ...]
    newer: bool = False  # whether the other text is the new one


def compare(buffer: Buffer, against: Against) -> Comparison:
    """What changed from the older of the two texts to the newer, the draft being as it is now."""
    from drafter.diff import compare as compare_blocks
    from drafter.formats.blocks import blocks

    other, draft = _other(buffer, against), Document((buffer.resolution,))
    older, newer = (draft, other) if against.newer else (other, draft)
    old, new = blocks(older), blocks(newer)
    diff = compare_blocks(old, new)
    calls_of_both = _calls_of(older, old), _calls_of(newer, new)
    return Comparison(diff, other, *calls_of_both, newer=against.newer)


def to_the_draft(comparison: Comparison, change: Change) -> tuple[Comparison, Change]:
    """Both told the other way round where the draft is the old text: the draft is the new one."""
    if not comparison.newer:
        return comparison, change
    diff = comparison.diff
    turned = replace(diff, old=diff.new, new=diff.old, changes=tuple(map(_turned, diff.changes)))
    calls_of_both = comparison.new_calls, comparison.old_calls
    return Comparison(turned, comparison.other, *calls_of_both), _turned(change)


def _turned(change: Change) -> Change:
    from drafter.diff.changes import Edit, Op

    ops: dict[Op, Op] = {"equal": "equal", "insert": "delete", "delete": "insert"}
    edits = tuple(Edit(ops[op], words) for op, words in change.edits)
    kind = _TURNED.get(change.kind, change.kind)
    return change._replace(kind=kind, old=change.new, new=change.old, edits=edits)


def _calls_of(document: Document, blocks: tuple[Block, ...]) -> tuple[tuple[str, ...], ...]:
    """The labels of the calls in each of `blocks`, which are those of `document` in its order."""
    labels = [label for each in document.resolutions for label in _called(each)]
    out, at = [], 0
    for block in blocks:
        count = block.objects.count("footnote")
        out.append(tuple(labels[at : at + count]))
        at += count
    return tuple(out)


def _called(resolution: Resolution) -> Iterator[str]:
    yield from calls(resolution.title)
    for item in (*resolution.preamble, *resolution.operative):
        yield from called_in(item)
    for annex in resolution.annexes:
        yield from calls(annex.title)
        for item in annex.items:
            yield from called_in(item)
    for note in resolution.footnotes:
        yield from calls(note.content)


def _other(buffer: Buffer, against: Against) -> Document:
    if against.path is not None:
        from drafter.formats import read_file

        document = read_file(against.path).value
        return Document(document.resolutions[:1]) if len(document.resolutions) > 1 else document
    return Document((buffer.saved,)) if buffer.saved is not None else Document()

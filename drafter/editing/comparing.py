"""The draft compared with another text: its last save, its base, or any file.

Says what is compared with what and asks `diff`; how it looks is the screen's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from drafter.editing.buffer import Buffer
from drafter.footnotes import called_in
from drafter.model import Document, Resolution, calls
from drafter.spans import Block

if TYPE_CHECKING:
    from drafter.diff.changes import Diff


@dataclass(frozen=True, slots=True)
class Against:
    """The older text: the last save, or the file at `path`."""

    kind: Literal["saved", "file"]
    path: Path | None = None

    @property
    def name(self) -> str:
        """What the older text is called on the screen."""
        return "the last save" if self.path is None else self.path.name


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, and what the blocks do not say: which footnotes each of them calls."""

    diff: Diff
    old: Document
    old_calls: tuple[tuple[str, ...], ...]  # by block of the old text
    new_calls: tuple[tuple[str, ...], ...]


def compare(buffer: Buffer, against: Against) -> Comparison:
    """What changed from the older text to the draft as it is now."""
    from drafter.diff import compare as compare_blocks
    from drafter.formats.blocks import blocks

    older, newer = _older(buffer, against), Document((buffer.resolution,))
    old, new = blocks(older), blocks(newer)
    diff = compare_blocks(old, new)
    return Comparison(diff, older, _calls_of(older, old), _calls_of(newer, new))


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


def _older(buffer: Buffer, against: Against) -> Document:
    if against.path is not None:
        from drafter.formats import read_file

        document = read_file(against.path).value
        return Document(document.resolutions[:1]) if len(document.resolutions) > 1 else document
    return Document((buffer.saved,)) if buffer.saved is not None else Document()

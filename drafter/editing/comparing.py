"""The draft compared with another text: its last save, its base, or any file.

Says what is compared with what and asks `diff`; how it looks is the screen's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from drafter.editing.buffer import Buffer
from drafter.model import Document

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


def compare(buffer: Buffer, against: Against) -> Diff:
    """What changed from the older text to the draft as it is now."""
    from drafter.diff import compare as compare_blocks
    from drafter.formats.blocks import blocks

    new = blocks(Document((buffer.resolution,)))
    return compare_blocks(blocks(_older(buffer, against)), new)


def _older(buffer: Buffer, against: Against) -> Document:
    if against.path is not None:
        from drafter.formats import read_file

        document = read_file(against.path).value
        return Document(document.resolutions[:1]) if len(document.resolutions) > 1 else document
    return Document((buffer.saved,)) if buffer.saved is not None else Document()

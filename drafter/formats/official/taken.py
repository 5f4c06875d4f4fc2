"""What a walk has taken so far: paragraphs, points and headings, each growing line by line.

Knows how a line is added, never why; `walk` decides that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from drafter.formats.official import labels, markup
from drafter.formats.official.lines import Line
from drafter.model import Inlines, plain

Part = Literal["preamble", "operative", "annex"]
Role = Literal["paragraph", "point", "heading", "closing", "annex", "table"]

_TAIL = 300


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, letter point or heading, whole."""

    part: Part
    role: Role
    content: Inlines
    line: int
    label: str = ""
    heading: int = 0
    rows: tuple[tuple[Inlines, ...], ...] = ()  # of a table, whose content is empty

    @property
    def text(self) -> str:
        """The words of the piece."""
        return plain(self.content)


@dataclass(slots=True)
class _Growing:
    """A piece to which lines may still be added; joined once, so that time stays linear."""

    part: Part
    role: Role
    contents: list[Inlines]
    line: int
    label: str
    heading: int
    text: str  # the last words, all that any rule asks for
    rows: list[tuple[Inlines, ...]] = field(default_factory=list)

    def add(self, line: Line) -> None:
        self.contents.append(line.content)
        self.text = f"{self.text} {line.text}"[-_TAIL:]

    def whole(self) -> Piece:
        content = markup.join_all(self.contents)
        rows = tuple(self.rows)
        return Piece(self.part, self.role, content, self.line, self.label, self.heading, rows)


@dataclass(slots=True)
class Body:
    """What a walk found."""

    pieces: list[Piece] = field(default_factory=list)
    end: int = 0  # the first line that is not part of the text
    meeting: list[str] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)  # line and what was mended


class Taken:
    """The pieces taken so far, and the part that the next one belongs to."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.body = Body()
        self.pieces: list[_Growing] = []

    def finish(self, end: int) -> Body:
        """What was found, up to the line `end`."""
        self.body.end = end
        self._head_operative()
        self.body.pieces = [piece.whole() for piece in self.pieces]
        return self.body

    def _head_operative(self) -> None:
        """Give the headings right before the first operative paragraph to its part."""
        parts = [piece.part for piece in self.pieces]
        at = parts.index("operative") - 1 if "operative" in parts else -1
        while at >= 0 and self.pieces[at].role == "heading":
            self.pieces[at].part = "operative"
            at -= 1

    def begin(self, line: Line, label: labels.Label | None = None) -> bool:
        """Begin a paragraph with `line`."""
        content = markup.cut(line.content, label.end) if label else line.content
        self.add("paragraph", line, content, label.text if label else "")
        return True

    def close(self, line: Line) -> bool:
        """Take `line` as the words after the points."""
        self.add("closing", line, line.content)
        return True

    def add(
        self, role: Role, line: Line, content: Inlines, label: str = "", heading: int = 0
    ) -> None:
        """Begin a piece of any role."""
        text = plain(content)[-_TAIL:]
        grown = _Growing(self.part, role, [content], line.number, label, heading, text)
        self.pieces.append(grown)

    def row(self, line: Line) -> bool:
        """Take a row of a table, into the table that it goes on with.

        A table ends as the paragraph before it does, which may go on after it.
        """
        last = self.pieces[-1]
        if last.role != "table":
            self.add("table", line, ())
            self.pieces[-1].text = last.text
        self.pieces[-1].rows.append(line.cells)
        return True

    def join(self, line: Line) -> bool:
        """Let the last piece go on with `line`."""
        growing = next((piece for piece in reversed(self.pieces) if piece.role != "table"), None)
        if growing is None:
            return self.begin(line)
        growing.add(line)
        return True

    def rejoin(self, line: Line) -> bool:
        """Let the last piece go on with `line`, and note it."""
        self.body.notes.append((line.number, "what a page break had parted was rejoined"))
        return self.join(line)

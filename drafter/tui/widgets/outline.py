"""The outline: every paragraph by its name and first words, with its marks.

A list to walk and to point at; it holds no truth and paints only what is on the screen.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.strip import Strip

from drafter.editing.marks import brackets
from drafter.editing.rows import Line
from drafter.tui.page import outline_words
from drafter.tui.widgets.painting import MARKS
from drafter.tui.widgets.rows_view import RowsView
from drafter.tui.wrap import Pieces, shorten


class Outline(RowsView, can_focus=False):
    """The draft's skeleton, one line a row."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.edit", "Edit", show=False)]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()
        self._cursor = 0
        self._marks: dict[int, str] = {}

    def show(self, lines: tuple[Line, ...], cursor: int, marks: dict[int, str]) -> None:
        """Show `lines` with the cursor at row `cursor`; `marks` is a character by row."""
        old, self._lines = self._lines, lines
        if (cursor, marks, len(lines)) == (self._cursor, self._marks, len(old)):
            width = self.scrollable_content_region.width
            for at, (line, before) in enumerate(zip(lines, old, strict=True)):
                # Most of what is typed lies beyond the words that the outline has room for.
                if line is not before and self._pieces(at, line, width) != self._pieces(
                    at, before, width
                ):
                    self.refresh(Region(0, at - self.scroll_offset.y, self.size.width, 1))
            return
        self._cursor, self._marks = cursor, marks
        self.virtual_size = Size(self.scrollable_content_region.width, len(lines))
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if height and not top + 1 <= cursor < top + height - 1:
            self.scroll_to(y=max(0, cursor - height // 2), animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of screen line `y`."""
        palette = self.palette
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if index >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        here = index == self._cursor
        under = self.rich_style + palette.style("row") if here else self.rich_style
        return palette.strip(self._pieces(index, self._lines[index], width), width, under)

    def _pieces(self, index: int, line: Line, width: int) -> Pieces:
        label, words = outline_words(line)
        count = brackets(line.row.content)
        mark = "↧" if index == self._target else self._marks.get(index, " ")
        tail = f" [{count}]" if count else ""
        heading = line.row.kind in {"heading", "annex"}
        room = width - 2 - len(tail)
        label = f"{label:<5}" if label and line.row.kind == "paragraph" else label
        shown = shorten(" ".join(filter(None, (label, words))), room).ljust(room)
        cut = min(len(label), len(shown))
        return (
            ("›" if index == self._cursor else " ", "cursor"),
            (shown[:cut], "label"),
            (shown[cut:], "heading" if heading else ""),
            (tail, "mark"),
            (mark, MARKS.get(mark, "")),
        )

    def row_at(self, y: int) -> int | None:
        """The row that line `y` shows."""
        index = y + self.scroll_offset.y
        return index if 0 <= index < len(self._lines) else None

"""The draft as it prints: the text with its numbers, the cursor and the margin marks.

Holds no truth: it is handed lines and a cursor, and posts what the user points at. Only the lines
on the screen are painted, so that four hundred paragraphs cost no more than forty.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from drafter.editing.rows import Line
from drafter.model import Masthead
from drafter.tui.overlay import Paint
from drafter.tui.page import Printed, label_of, printed
from drafter.tui.widgets.painting import MARKS
from drafter.tui.widgets.rows_view import RowsView
from drafter.tui.wrap import Pieces

GUTTER = 2  # the cursor bar and the mark
MEASURE = 88  # the longest line that is still pleasant to read


class TextView(RowsView, can_focus=True):
    """The text of the draft, one paragraph under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # In this order the most needed ones fit into eighty columns.
        Binding("enter,e", "screen.edit", "Edit", key_display="⏎"),
        Binding("n", "screen.new", "New"),
        Binding("b", "screen.block", "Block"),
        Binding("l", "screen.agreed", "Agreed"),
        Binding("f", "screen.findings", "Check"),
        Binding("c", "screen.compare", "Compare"),
        Binding("x", "screen.export", "Export"),
        Binding("question_mark", "screen.help", "Keys", key_display="?"),
        Binding("ctrl+s", "screen.save", "Save", key_display="^s"),
        Binding("ctrl+q", "app.quit", "Leave", key_display="^q"),
        Binding("d,delete", "screen.do('delete')", "Delete", key_display="d"),
        Binding("K,alt+up,ctrl+up", "screen.do('up')", "Up", key_display="K"),
        Binding("J,alt+down,ctrl+down", "screen.do('down')", "Down", key_display="J"),
        Binding("up,k", "screen.step(-1)", "Before", show=False),
        Binding("down,j", "screen.step(1)", "After", show=False),
        Binding("pageup", "screen.page(-1)", "Page up", show=False),
        Binding("pagedown,space", "screen.page(1)", "Page down", show=False),
        Binding("home", "screen.first", "First", show=False),
        Binding("end,G", "screen.last", "Last", show=False),
        Binding("g", "screen.go_to", "Go to", show=False),
        Binding("slash,ctrl+f", "screen.find", "Find", show=False),
        Binding("shift+up", "screen.choose(-1)", "Choose up", show=False),
        Binding("shift+down", "screen.choose(1)", "Choose down", show=False),
        Binding("ctrl+x", "screen.cut", "Cut", show=False),
        Binding("ctrl+v", "screen.paste", "Paste", show=False),
        Binding("ctrl+l", "screen.to_agreed", "Into agreed language", show=False),
        Binding("t", "screen.trace", "Trace", show=False),
        Binding("p", "screen.sources", "Sources", show=False),
        Binding("o", "screen.comments", "Comments", show=False),
        Binding("N", "screen.new_operative", "New operative paragraph", show=False),
        Binding("y", "screen.do('duplicate')", "Duplicate", show=False),
        Binding("greater_than_sign", "screen.do('demote')", "Subparagraph", show=False),
        Binding("less_than_sign", "screen.do('promote')", "Raise", show=False),
        Binding("plus", "screen.do('join')", "Join", show=False),
        Binding("H", "screen.do('heading')", "Heading", show=False),
        Binding("F", "screen.fix_all", "Fix all safe", show=False),
        Binding("m", "screen.edit_masthead", "Masthead", show=False),
        Binding("i", "screen.notes", "What was not kept", show=False),
        Binding("u", "screen.undo", "Undo", show=False),
    ]

    class Pasted(Message):
        """Words were pasted from elsewhere."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Moved(Message):
        """The text stands elsewhere on the screen: scrolled or resized."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()
        self._masthead = Masthead()
        self._cursor = 0
        self._marks: dict[int, str] = {}
        self._printed: list[Printed] = []
        self._tops: list[int] = []  # the first screen line of each row, its space included
        self._cache: dict[tuple[Line, int, tuple[Paint, ...]], Printed] = {}
        self._paints: dict[int, tuple[Paint, ...]] = {}
        self._pen: tuple[int, int] | None = None  # the row under the pen and the pen's height
        self.foot = 0  # lines at the bottom that something else covers

    def show(
        self, lines: tuple[Line, ...], masthead: Masthead, cursor: int, marks: dict[int, str]
    ) -> None:
        """Show `lines` with the cursor at row `cursor`; `marks` is a character by row."""
        moved = cursor != self._cursor or not self._lines
        if masthead != self._masthead:
            self._cache.clear()
            self._lines = ()
        only = self._only_change(lines)
        under_pen = self._pen is not None and only == self._pen[0]
        same = only is None and lines == self._lines
        repaint = moved or marks != self._marks or not (same or under_pen)
        self._masthead, self._cursor, self._marks = masthead, cursor, marks
        if under_pen and only is not None:
            # What is under the pen is not seen, and the pen keeps its room.
            self._lines = lines
            self._printed[only] = self._print(only, self._measure())
        elif not same:
            self._lines = lines
            self._lay_out()
        if moved:
            self.reveal()
        if repaint:
            self.refresh()

    def paint(self, paints: dict[int, tuple[Paint, ...]]) -> None:
        """Lay `paints`, by row, over the words that are shown next."""
        if paints != self._paints:
            self._paints = paints
            self._lines = ()

    def _only_change(self, lines: tuple[Line, ...]) -> int | None:
        """The one row in which `lines` differ from what is shown, None if none or several do."""
        if len(lines) != len(self._lines):
            return None
        # Hardly any line is another object; comparing four hundred by value takes a while.
        both = enumerate(zip(lines, self._lines, strict=True))
        differing = [at for at, (new, old) in both if new is not old and new != old]
        return differing[0] if len(differing) == 1 else None

    def hold_pen(self, index: int | None, height: int = 1) -> None:
        """Leave room of `height` lines for the pen in row `index`; None takes it away."""
        pen = None if index is None else (index, height)
        if pen != self._pen:
            self._pen = pen
            self._lay_out()
            self.refresh()

    def _measure(self) -> int:
        return max(20, min(self.scrollable_content_region.width - GUTTER - 1, MEASURE))

    def _margin(self) -> int:
        """The empty columns that centre the text on a wide screen."""
        return max(0, (self.scrollable_content_region.width - GUTTER - MEASURE) // 2)

    def _lay_out(self) -> None:
        if not self.size.width:
            return  # not on the screen yet: the first size there is lays it out
        width = self._measure()
        cache: dict[tuple[Line, int, tuple[Paint, ...]], Printed] = {}
        self._printed, self._tops, top = [], [], 0
        for index, line in enumerate(self._lines):
            key = (line, width, self._paints.get(index, ()))
            laid = self._cache.get(key) or self._print(index, width)
            cache[key] = laid
            self._printed.append(laid)
            self._tops.append(top)
            top += self._space(index) + self._height(index)
        self._cache = cache
        self.virtual_size = Size(self.scrollable_content_region.width, top + 1)

    def _print(self, index: int, width: int) -> Printed:
        return printed(self._lines[index], self._masthead, width, self._paints.get(index, ()))

    def _space(self, index: int) -> int:
        row = self._lines[index].row
        first_note = row.kind == "footnote" and self._lines[index - 1].row.kind != "footnote"
        return 2 if first_note else self._printed[index].space

    def _height(self, index: int) -> int:
        if self._pen and self._pen[0] == index:
            return self._pen[1]
        return len(self._printed[index].lines)

    def region_of(self, index: int) -> Region:
        """Where the words of row `index` stand on the page, for the pen or for scrolling."""
        laid = self._printed[index]
        left = self._margin() + GUTTER + laid.indent
        width = self._measure() - laid.indent
        top = self._tops[index] + self._space(index)
        return Region(left, top, max(width, 8), self._height(index))

    def reveal(self, *, whole: bool = False) -> None:
        """Scroll so that the row under the cursor can be read; calmly, without animation."""
        if not self._printed or self._cursor >= len(self._printed):
            return
        region = self.region_of(self._cursor)
        height = max(self.scrollable_content_region.height - self.foot, 1)
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + height
        if region.y - 1 < top or (region.height >= height and region.y != top + 1):
            self.scroll_to(y=max(0, region.y - (1 if whole else 2)), animate=False)
        elif region.bottom + 1 > bottom:
            self.scroll_to(y=region.bottom + 1 - height, animate=False)

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        self._lay_out()
        self.reveal()
        self.post_message(self.Moved())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the pen, which lies on the text, that the text moved."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """The strip of screen line `y`."""
        palette = self.palette
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        index = bisect_right(self._tops, at) - 1
        if index < 0 or index >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        number = at - self._tops[index] - self._space(index)
        pieces = self._line_pieces(index, number)
        margin = self._margin()
        here = index == self._cursor and 0 <= number < self._height(index)
        under = self.rich_style + palette.style("row") if here else self.rich_style
        strip = palette.strip(pieces, width - margin, under)
        return Strip.join([Strip.blank(margin, self.rich_style), strip]) if margin else strip

    def _line_pieces(self, index: int, number: int) -> Pieces:
        """Line `number` of row `index`, the gutter included."""
        laid = self._printed[index]
        if number < 0:
            rule = self._lines[index].row.kind == "footnote" and number == -1
            return (("       ────────", "faint"),) if rule else ()
        here = index == self._cursor
        bar = ("▌", "cursor") if here else (" ", "")
        mark = "↧" if index == self._target else self._marks.get(index, " ")
        gutter = (bar, (mark, MARKS.get(mark, "")) if number == 0 else (" ", ""))
        if self._pen and self._pen[0] == index:
            return (*gutter, label_of(self._lines[index])) if number == 0 else gutter
        return (*gutter, *laid.lines[number]) if number < len(laid.lines) else ()

    def on_paste(self, event: events.Paste) -> None:
        """Tell of words pasted from elsewhere."""
        event.stop()
        self.post_message(self.Pasted(event.text))

    def row_at(self, y: int) -> int | None:
        """The row that line `y` shows, or the space before it."""
        index = bisect_right(self._tops, y + self.scroll_offset.y) - 1
        return index if 0 <= index < len(self._lines) else None

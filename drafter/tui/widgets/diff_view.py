"""The changes since an older text, one under the cursor. Shows what it is handed."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from drafter.diff.changes import Change
from drafter.editing.comparing import Comparison
from drafter.tui.changes import Entry, Look, entries
from drafter.tui.widgets.painting import Painted
from drafter.tui.wrap import Pieces

MEASURE = 96  # the longest line that is still pleasant to read
_WIDEST = 160  # of two columns


class DiffView(Painted, can_focus=True):
    """The changes, one under the cursor."""

    class Pointed(Message):
        """The cursor is on another change now."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._comparison: Comparison | None = None
        self._kept: frozenset[Change] = frozenset()
        self.columns = False  # old and new side by side
        self._entries: tuple[Entry, ...] = ()
        self._lines: list[tuple[int, Pieces]] = []  # the entry of each line, and the line
        self.at = -1  # the entry under the cursor

    def show(self, comparison: Comparison, kept: frozenset[Change]) -> None:
        """Show `comparison`, the cursor on the first change, or on the one after where it was."""
        self._comparison, self._kept = comparison, kept
        self._lay_out()
        self.at = max(self.at, 0) - 1
        if not self.step(1) and not self.step(-1):
            self.at = -1

    def keep(self, kept: frozenset[Change]) -> None:
        """Show which changes are settled."""
        self._kept = kept
        self._lay_out()

    def turn(self) -> None:
        """Change between one text and two columns."""
        self.columns = not self.columns
        self._lay_out()
        self._reveal()

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        self._lay_out()

    @property
    def _measure(self) -> int:
        """The columns that the words take; on a wide screen they stand in the middle."""
        most = _WIDEST if self.columns else MEASURE
        return min(self.scrollable_content_region.width - 3, most)

    def _lay_out(self) -> None:
        if self._comparison is None:
            return
        look = Look(
            self._measure,
            colour=not self.app.no_color,
            columns=self.columns,
            kept=self._kept,
        )
        self._entries = entries(self._comparison, look)
        self._lines = []
        for at, each in enumerate(self._entries):
            if each.changed and at and not self._entries[at - 1].changed:
                self._lines.append((at - 1, ()))
            self._lines += [(at, line) for line in each.lines]
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines) + 1)
        self.refresh()

    @property
    def entry(self) -> Entry | None:
        """The change under the cursor."""
        return self._entries[self.at] if 0 <= self.at < len(self._entries) else None

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) change; whether there is one.

        What a change has beyond the foot or the top of the screen comes first.
        """
        if self._turn_page(by):
            return True
        at = self.at + by
        while 0 <= at < len(self._entries) and not self._entries[at].changed:
            at += by
        if not 0 <= at < len(self._entries):
            return False
        self.at = at
        self._reveal()
        return True

    def _turn_page(self, by: int) -> bool:
        """Scroll on within the change under the cursor, to words that changed and are not seen."""
        if self.entry is None:
            return False
        height, y = self.scrollable_content_region.height, self.scroll_offset.y
        top = self._top
        marked = [top + number for number in self.entry.marked]
        beyond = [n for n in marked[1:] if (n >= y + height if by > 0 else n < y)]
        if not beyond or marked[-1] < y or top >= y + height:
            return False  # nothing more, or one has scrolled elsewhere
        self.scroll_to(y=beyond[0] - 2 if by > 0 else beyond[-1] - height + 3, animate=False)
        return True

    def other_end(self) -> bool:
        """Go from where something moved to, to where it moved from, or back."""
        here = self.entry
        if here is None or here.change.kind != "moved":
            return False
        ends = [at for at, each in enumerate(self._entries) if each.change is here.change]
        self.at = next((at for at in ends if at != self.at), self.at)
        self._reveal()
        return True

    @property
    def count(self) -> tuple[int, int]:
        """Which change the cursor is on, from 1, and how many there are."""
        changed = [each.change for each in self._entries if each.changed]
        here = self.entry.change if self.entry else None
        return (changed.index(here) + 1 if here in changed else 0), len(changed)

    @property
    def _top(self) -> int:
        """The line on which the entry under the cursor begins."""
        return next(n for n, (at, line) in enumerate(self._lines) if at == self.at and line)

    def _reveal(self) -> None:
        """Show the entry under the cursor whole, else from its heading or its first other words."""
        if self.entry is None:
            return
        top, height = self._top, self.scrollable_content_region.height
        first = self.entry.marked[min(1, len(self.entry.marked) - 1)]
        if first + 4 > height:
            top += first - height // 3
        self.scroll_to(y=max(0, top - 3), animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of screen line `y`."""
        palette = self.palette
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        at, pieces = self._lines[number]
        bar = ("▌ ", "cursor") if at == self.at and pieces else ("  ", "")
        margin = (" " * max(0, (width - self._measure - 3) // 2), "")
        return palette.strip((margin, bar, *pieces), width)

    def on_click(self, event: events.Click) -> None:
        """Go to the change that was clicked."""
        number = event.y - self.styles.padding.top + self.scroll_offset.y
        if not 0 <= number < len(self._lines):
            return
        at = self._lines[number][0]
        if self._entries[at].change.kind != "unchanged":
            self.at = at
            self.post_message(self.Pointed())
            self.refresh()

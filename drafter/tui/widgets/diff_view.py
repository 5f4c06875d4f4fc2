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

    def _lay_out(self) -> None:
        if self._comparison is None:
            return
        width = self.scrollable_content_region.width - 3
        look = Look(
            min(width, _WIDEST if self.columns else MEASURE),
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
        """Go to the next (1) or previous (-1) change; whether there is one."""
        at = self.at + by
        while 0 <= at < len(self._entries) and not self._entries[at].changed:
            at += by
        if not 0 <= at < len(self._entries):
            return False
        self.at = at
        self._reveal()
        return True

    @property
    def count(self) -> tuple[int, int]:
        """Which change the cursor is on, from 1, and how many there are."""
        changed = [at for at, each in enumerate(self._entries) if each.changed]
        return (changed.index(self.at) + 1 if self.at in changed else 0), len(changed)

    def _reveal(self) -> None:
        if not 0 <= self.at < len(self._entries):
            return
        top = next(number for number, (entry, _) in enumerate(self._lines) if entry == self.at)
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
        return palette.strip((bar, *pieces), width)

    def on_click(self, event: events.Click) -> None:
        """Go to the change that was clicked."""
        number = event.y - self.styles.padding.top + self.scroll_offset.y
        if 0 <= number < len(self._lines) and self._entries[self._lines[number][0]].changed:
            self.at = self._lines[number][0]
            self.post_message(self.Pointed())
            self.refresh()

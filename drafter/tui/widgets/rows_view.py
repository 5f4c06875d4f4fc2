"""What the page and the outline share: rows to point at, and to carry elsewhere with the mouse.

A click points at a row. Pressing on one and moving to another carries it: the row where it would
land is marked until the button is let go.
"""

from __future__ import annotations

from textual import events
from textual.message import Message

from drafter.tui.widgets.painting import Painted


class RowsView(Painted):
    """A view of the draft's rows."""

    ALLOW_SELECT = False  # the mouse carries paragraphs, it does not mark words

    class Pointed(Message):
        """The user clicked row `index`."""

        def __init__(self, index: int, *, twice: bool) -> None:
            super().__init__()
            self.index = index
            self.twice = twice

    class Carried(Message):
        """Row `source` was carried to row `target`: it is on its way, or `dropped` there."""

        def __init__(self, source: int, target: int, *, dropped: bool) -> None:
            super().__init__()
            self.source = source
            self.target = target
            self.dropped = dropped

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._pressed: int | None = None  # the row on which the button went down
        self._target: int | None = None  # the row to which it is carried
        self._carried = False  # a click that ends a carrying points at nothing

    def row_at(self, y: int) -> int | None:
        """The row that line `y` of the widget shows."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A row may be about to be carried."""
        self._pressed = self.row_at(event.y) if event.button == 1 else None
        self._carried = False

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Carry the row along, turning the page at its edges."""
        if self._pressed is None or event.button != 1:
            return
        if event.y <= 0 or event.y >= self.size.height - 1:
            self.scroll_relative(y=-1 if event.y <= 0 else 1, animate=False)
        target = self.row_at(max(0, min(event.y, self.size.height - 1)))
        if (
            target is None
            or target == self._target
            or (target, self._target) == (self._pressed, None)
        ):
            return
        self.capture_mouse()
        self._target, self._carried = target, True
        self.post_message(self.Carried(self._pressed, target, dropped=False))
        self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Put it down."""
        self.release_mouse()
        source, target = self._pressed, self._target
        self._pressed = self._target = None
        if source is not None and target is not None:
            self.post_message(self.Carried(source, target, dropped=True))
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Point at the row that was clicked."""
        index = self.row_at(event.y)
        if index is not None and not self._carried:
            self.post_message(self.Pointed(index, twice=event.chain > 1))

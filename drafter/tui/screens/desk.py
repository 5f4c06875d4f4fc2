"""What every job on an open draft stands on: the buffer, the cursor and the pen.

State goes down from here to the widgets; what the user does comes up as messages. The jobs
themselves are in modules of their own: `paragraphs`, `agreeing`, `filing` and so on.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.signal import Signal

from drafter.editing.buffer import Buffer
from drafter.editing.marks import row_of_place
from drafter.editing.retyping import retyped_lines
from drafter.editing.rows import lines
from drafter.editing.save import Opened
from drafter.editing.state import EditError, State
from drafter.model import Inlines, Resolution
from drafter.tui.screens.views import Views
from drafter.tui.widgets.pen import Pen
from drafter.tui.widgets.rows_view import RowsView

_NO_TEXT = {"masthead", "table"}


class Desk(Views):
    """An open draft under the pen."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.pen_down = False
        self.travelling = False  # a step is being undone or done again
        self.following = False  # a step that follows by itself is being taken
        self.changed = Signal[str](self, "changed")  # the text is another: what was done
        self._before_pen: Resolution = opened.buffer.resolution

    # State down

    def take(self, buffer: Buffer, *, typed: Inlines | None = None) -> None:
        """`buffer` is what is open from now on; every view is told.

        `typed` is given when only the words under the cursor changed, and in the pen.
        """
        old, self.buffer = self.buffer, buffer
        if buffer.resolution is not old.resolution:
            if typed is None:
                self.lines = lines(buffer.resolution)
            else:
                self.lines = retyped_lines(self.lines, buffer.state.cursor, typed)
        if buffer.resolution is not old.resolution or buffer.saved is not old.saved:
            if typed is not None:
                self._count_soon()
            else:
                self._count()
        self.show()
        if self.pen_down and typed is None:
            self._hand_to_pen()
        if buffer.revision != old.revision:
            self.text_changed()
            self.changed.publish(buffer.state.what)
        if buffer.revision != old.revision or buffer.state.cursor != old.state.cursor:
            self.cursor_moved()

    def do(self, operation: Callable[[State], State]) -> bool:
        """Do `operation` as one step; whether it could be done."""
        self.sync_pen()
        try:
            state = operation(self.buffer.state)
        except EditError as error:
            self.complain(error)
            return False
        self.take(self.buffer.do(state))
        if state.what:
            self.say(f"{self.line.place} · {state.what} — Ctrl-Z undoes")
        return True

    def travel(self, *, back: bool) -> str:
        """One step through the history; what was undone or done again, in words."""
        self.sync_pen()
        before = self.buffer
        buffer = before.undo() if back else before.redo()
        if buffer is before:
            self.say("nothing to undo" if back else "nothing to redo")
            return "nothing to undo" if back else "nothing to redo"
        self.travelling = True
        self.take(buffer)
        self.travelling = False
        what = (before if back else buffer).state.what or "a change"
        said = f"{'undone' if back else 'done again'}: {what}"
        self.say(f"{self.line.place} · {said}")
        return said

    def text_changed(self) -> None:
        """The text is another: a job that works on it may begin again."""

    def cursor_moved(self) -> None:
        """The cursor, or the text under it, is another."""

    def action_back(self) -> None:
        """Come back to the draft from wherever one is."""

    def action_to_agreed(self) -> None:
        """Go to the list of agreed language."""

    # The pen

    def put_pen(self, at: int | None = None) -> None:
        """Put the pen on the paragraph under the cursor, at character `at` of its markup."""
        if self.line.row.kind in _NO_TEXT:
            self.say(f"{self.line.place}: not edited as text", trouble=True)
            return
        self.sync_pen()
        if not self.pen_down:
            self._before_pen = self.buffer.resolution
        self.pen_down = True
        self.pen.display = True
        self._hand_to_pen(at)
        self.pen.focus(scroll_visible=False)
        self.cursor_moved()

    def _hand_to_pen(self, at: int | None = None) -> None:
        if self.line.row.kind in _NO_TEXT:
            self.lift_pen()
            return
        state = self.buffer.state
        markup = self.markup() if state.typed is None else state.typed
        self._fit_pen(max(1, len(markup) // max(self.text.region_of(state.cursor).width, 1)))
        if at is not None or markup != self.pen.text:
            self.pen.take(markup, at)
        self.call_after_refresh(self.place_pen)

    def markup(self) -> str:
        """The words under the cursor as markup."""
        from drafter.formats.markdown import format_inline

        return format_inline(self.line.row.content)

    def _fit_pen(self, height: int) -> None:
        index = self.buffer.state.cursor
        self.text.hold_pen(index, height)
        region = self.text.region_of(index)
        styles = self.pen.styles
        styles.width, styles.height = region.width + 1, height
        styles.offset = (region.x, region.y - self.text.scroll_offset.y)

    def place_pen(self) -> None:
        """Lay the pen over its paragraph, as high as its words need."""
        if self.pen_down:
            self._fit_pen(self.pen.lines_high)
            self.text.reveal()

    def lift_pen(self, *, keep_empty: bool = False) -> None:
        """Take the pen off the page; notes and numbers fall in step.

        A new paragraph left empty goes again, unless `keep_empty`.
        """
        if not self.pen_down:
            return
        self.sync_pen()
        self.pen_down = False
        self.pen.display = False
        self.text.hold_pen(None)
        self.text.focus(scroll_visible=False)
        state = self.buffer.state
        new = state.what == "new paragraph" and not self.line.row.content
        if new and not keep_empty:
            self.take(self.buffer.undo())
        else:
            self.take(self.buffer.settle(self._before_pen))

    def on_pen_typed(self, message: Pen.Typed) -> None:
        """A keystroke: the draft follows the pen."""
        message.stop()
        if self.pen_down and message.sheet == self.pen.sheet:
            self.sync_pen()
            self.place_pen()
            self.call_after_refresh(self.place_pen)

    def sync_pen(self) -> None:
        """Take over what is in the pen, now: a message about it may still be on its way."""
        from drafter.formats.markdown import parse_inline

        state = self.buffer.state
        markup = self.pen.text
        if not self.pen_down or markup == (self.markup() if state.typed is None else state.typed):
            return
        content = parse_inline(markup)
        self.take(self.buffer.type(content, markup, monotonic()), typed=content)

    def on_text_view_moved(self) -> None:
        """The pen stays on its paragraph when the page moves."""
        if self.pen_down:
            self._fit_pen(self.pen.lines_high)

    # The cursor

    def go(self, index: int) -> None:
        """Go to row `index`; a pen that is down goes along."""
        if self.pen_down and index != self.buffer.state.cursor:
            self.lift_pen()
        self.take(self.buffer.go(index))

    def go_to_place(self, place: str) -> None:
        """Go to the paragraph that is called `place`, where there is one."""
        found = row_of_place(self.lines, place)
        if found is not None:
            self.go(found)

    def on_rows_view_pointed(self, message: RowsView.Pointed) -> None:
        """A click goes there, a second one puts the pen there."""
        self.go(message.index)
        if message.twice:
            self.put_pen()

"""An open draft and what shows it: the bars, the outline, the page, the panel beside.

Everything here looks at the state and changes none of it; that is for `desk` and the jobs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from drafter.editing.buffer import Buffer
from drafter.editing.rows import Line, lines
from drafter.editing.save import Opened
from drafter.errors import DrafterError
from drafter.model import plain
from drafter.tui.counts import counted, marks_of
from drafter.tui.overlay import Paint
from drafter.tui.widgets.bars import StatusBar, TopBar
from drafter.tui.widgets.keys_bar import KeysBar
from drafter.tui.widgets.outline import Outline
from drafter.tui.widgets.pen import Pen
from drafter.tui.widgets.side import Side
from drafter.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from drafter.lint.findings import Finding


class Views(Screen[None]):
    """An open draft and the views of it."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual has it
        (0, "-slim"),
        (60, "-narrow"),
        (104, "-wide"),
        (160, "-broad"),
    ]

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.opened = opened
        self.buffer: Buffer = opened.buffer
        self.lines: tuple[Line, ...] = lines(opened.buffer.resolution)
        self.findings: tuple[Finding, ...] = ()
        self._marks: dict[int, str] = {}
        self._counting: Timer | None = None
        self._counts = ""
        self._said = (-1, -1)  # the revision and row that the words in the status line are about

    def compose(self) -> ComposeResult:
        """The bars, the outline, the page with the pen on it, the panel beside."""
        yield TopBar(id="top")
        with Horizontal(id="desk"):
            yield Outline(id="outline")
            with Container(id="middle"):
                with Container(id="page"):
                    yield TextView(id="text")
                    yield Pen(id="pen")
                yield Side(id="side")
        yield StatusBar(id="status")
        yield KeysBar()

    @property
    def text(self) -> TextView:
        """The page."""
        return self.query_one("#text", TextView)

    @property
    def pen(self) -> Pen:
        """The pen, which may be lifted."""
        return self.query_one("#pen", Pen)

    @property
    def line(self) -> Line:
        """The line under the cursor."""
        return self.lines[self.buffer.state.cursor]

    @property
    def standing(self) -> str:
        """Whether the draft is saved, for the line at the top."""
        return "● not saved" if self.buffer.changed else "saved"

    def say(self, words: str, *, trouble: bool = False) -> None:
        """Tell the user, in the status line, until they go on."""
        self._said = (self.buffer.revision, self.buffer.state.cursor)
        self.query_one(StatusBar).say(words, trouble=trouble)

    def complain(self, error: DrafterError) -> None:
        """Tell the user what went wrong and what to do."""
        self.say(f"{error}. {error.hint}".rstrip(" .") + ".", trouble=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A worker that broke must not take the draft with it; the user is told."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            self.say(f"{event.worker.name}: a fault in drafter, {error!r}", trouble=True)

    def paints(self) -> dict[int, tuple[Paint, ...]]:
        """What is laid over the words of each row."""
        return {}

    def marks(self) -> dict[int, str]:
        """What stands in the margin of each row, one character."""
        return self._marks

    def _count_soon(self) -> None:
        """Count once there is a pause: a keypress must not wait for four hundred paragraphs."""
        if self._counting is not None:
            self._counting.stop()
        self._counting = self.set_timer(0.4, self._count_and_show)

    def _count_and_show(self) -> None:
        self._count()
        self.show()

    def _count(self) -> None:
        self._marks = marks_of(self.lines, self.findings, self.buffer.saved)
        self._counts = counted(self.lines)

    def show(self) -> None:
        """Show the draft as it is now in every view."""
        state = self.buffer.state
        self.text.paint(self.paints())
        marks = self.marks()
        self.text.show(self.lines, state.resolution.masthead, state.cursor, marks)
        self.query_one(Outline).show(self.lines, state.cursor, marks)
        self._show_bars()

    def _show_bars(self) -> None:
        buffer = self.buffer
        name = buffer.path.name if buffer.path else "not yet named"
        title = plain(buffer.resolution.title) or buffer.resolution.masthead.symbol
        left = " · ".join(filter(None, (name, title)))
        self.query_one("#top", TopBar).show(left, self.standing)
        bar = self.query_one(StatusBar)
        count = len(self.findings)
        found = f" · {count} finding{'s' * (count != 1)}" if count else ""
        right = f"{self._counts}{found}"
        if self._said == (buffer.revision, buffer.state.cursor):
            bar.show_right(right)
        else:
            bar.set_class(False, "-trouble")  # noqa: FBT003 - Textual's own
            bar.show(self.line.place, right)

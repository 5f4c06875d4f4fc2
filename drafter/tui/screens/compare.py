"""The draft compared with an older text: next and previous change, go to it, take it back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer

from drafter.diff.changes import counts
from drafter.editing.comparing import Against, Comparison, compare
from drafter.editing.restoring import restore
from drafter.errors import DrafterError
from drafter.tui.screens.filing import Filing
from drafter.tui.widgets.bars import StatusBar, TopBar
from drafter.tui.widgets.diff_view import DiffView


class Compare(Screen[None]):
    """What changed since an older text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,right_square_bracket,space", "step(1)", "Next", key_display="n"),
        Binding("p,left_square_bracket", "step(-1)", "Previous", key_display="p"),
        Binding("r", "restore", "Take back"),
        Binding("s", "columns", "Side by side"),
        Binding("enter", "go", "Go to it"),
        Binding("x", "export", "Redline"),
        Binding("ctrl+z,u", "undo", "Undo", key_display="^z"),
        Binding("ctrl+y", "redo", "Redo", show=False),
        Binding("escape,q,c", "dismiss", "Back", key_display="Esc"),
    ]

    class Ready(Message):
        """The comparison is worked out, or `trouble` says why not."""

        def __init__(self, comparison: Comparison | None, trouble: str = "") -> None:
            super().__init__()
            self.comparison = comparison
            self.trouble = trouble

    def __init__(self, desk: Filing, against: Against) -> None:
        super().__init__()
        self._desk, self._against = desk, against
        self._comparison: Comparison | None = None
        self._words = ""  # what changed, in a line
        self._done = ""  # what was just done, said once the comparison is renewed

    def compose(self) -> ComposeResult:
        """The bars and the changes."""
        yield TopBar(id="top")
        yield DiffView(id="changes")
        yield StatusBar(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Compare, in a thread."""
        self.query_one("#top", TopBar).show(f"Changes since {self._against.name}", "")
        self.query_one(StatusBar).say("comparing …")
        self.query_one(DiffView).focus()
        self._compare()

    def _compare(self) -> None:
        self._comparison = None
        self.run_worker(self._work, thread=True, group="compare", exit_on_error=False)

    def _work(self) -> None:
        buffer = self._desk.buffer
        try:
            self.post_message(self.Ready(compare(buffer, self._against)))
        except DrafterError as error:
            self.post_message(self.Ready(None, f"{error}. {error.hint}"))

    def on_compare_ready(self, message: Ready) -> None:
        """Show the changes."""
        status = self.query_one(StatusBar)
        if message.comparison is None:
            status.say(message.trouble, trouble=True)
            return
        self._comparison = message.comparison
        numbers = counts(message.comparison.diff).items()
        found = {kind: n for kind, n in numbers if n and kind != "unchanged"}
        self._words = ", ".join(f"{n} {kind}" for kind, n in found.items()) or "nothing changed"
        self.query_one(DiffView).show(message.comparison)
        self._tell(self._done or self._words)
        self._done = ""

    def _tell(self, words: str) -> None:
        at, count = self.query_one(DiffView).count
        self.query_one("#top", TopBar).show_right(f"{at} of {count}" if count else "")
        self.query_one(StatusBar).say(words)

    def action_step(self, by: int) -> None:
        """Go to the next or the previous change."""
        if not self.query_one(DiffView).step(by):
            self.query_one(StatusBar).say("that was the last" if by > 0 else "that was the first")
        else:
            self._tell(self._words)

    def action_columns(self) -> None:
        """Old and new side by side, or as one text."""
        self.query_one(DiffView).turn()

    def action_restore(self) -> None:
        """Take the older wording of the change under the cursor back into the draft."""
        entry, comparison = self.query_one(DiffView).entry, self._comparison
        if entry is None or comparison is None:
            return
        try:
            state = restore(self._desk.buffer.state, comparison, entry.change)
        except DrafterError as error:
            self.query_one(StatusBar).say(f"{error}: {error.hint}", trouble=True)
            return
        self._desk.do(lambda _: state)
        self._done = f"{entry.place} · {state.what} — Ctrl-Z undoes"
        self._compare()

    def action_undo(self) -> None:
        """One step back, and compare again."""
        self._travel(back=True)

    def action_redo(self) -> None:
        """One step forward, and compare again."""
        self._travel(back=False)

    def _travel(self, *, back: bool) -> None:
        self._done = self._desk.travel(back=back)
        self._compare()

    def action_go(self) -> None:
        """Go to the change in the draft."""
        entry = self.query_one(DiffView).entry
        self.dismiss()
        if entry is not None:
            self._desk.go_to_place(entry.place)

    def action_export(self) -> None:
        """Write the redline since this text."""
        self.dismiss()
        self._desk.export_since(self._against)

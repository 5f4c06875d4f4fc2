"""The draft compared with another text: each change read, accepted or rejected into the draft.

Since an older text the changes are one's own: rejecting one takes the older wording back. In a
newer text they are another's: accepting one takes it into the draft. Either way Ctrl-Z undoes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer

from drafter.diff.changes import Change, counts, joined
from drafter.editing.comparing import Against, Comparison, compare
from drafter.editing.restoring import restore
from drafter.errors import DrafterError
from drafter.tui.screens.filing import Filing
from drafter.tui.widgets.bars import StatusBar, TopBar
from drafter.tui.widgets.diff_view import DiffView

_Texts = tuple[str, str]  # the old and the new text of a change: what it is, wherever it stands


class Compare(Screen[None]):
    """What changed between the draft and another text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # In this order the most needed ones fit into eighty columns.
        Binding("n,right_square_bracket,space", "step(1)", "Next", key_display="n"),
        Binding("p,left_square_bracket", "step(-1)", "Prev", key_display="p"),
        Binding("a", "settle(True)", "Accept"),
        Binding("r", "settle(False)", "Reject"),
        Binding("s", "columns", "Columns"),
        Binding("enter", "go", "Go", key_display="⏎"),
        Binding("x", "export", "Redline"),
        Binding("w", "turn", "Turn"),
        Binding("question_mark", "help", "Keys", key_display="?"),
        Binding("escape,q,c", "dismiss", "Back", key_display="Esc"),
        Binding("ctrl+z,u", "undo", "Undo", key_display="^z"),
        Binding("ctrl+y", "redo", "Redo", show=False),
        Binding("ctrl+s", "save", "Save", show=False),
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
        self._settled: set[_Texts] = set()  # what was looked at and stays as it is
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
        self.query_one(DiffView).focus()
        self._compare()

    def _compare(self) -> None:
        self._comparison = None
        direction = "Changes in" if self._against.newer else "Changes since"
        self.query_one("#top", TopBar).show(f"{direction} {self._against.name}", "")
        self.query_one(StatusBar).say("comparing …")
        self.run_worker(self._work, thread=True, group="compare", exit_on_error=False)

    def _work(self) -> None:
        buffer = self._desk.buffer
        try:
            self.post_message(self.Ready(compare(buffer, self._against)))
        except (DrafterError, OSError) as error:
            hint = getattr(error, "hint", "")
            self.post_message(self.Ready(None, f"{error}. {hint}".rstrip(" .") + "."))

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
        self.query_one(DiffView).show(message.comparison, self._kept())
        self._tell(self._done or self._words)
        self._done = ""

    def _tell(self, words: str) -> None:
        at, count = self.query_one(DiffView).count
        settled = len(self._kept())
        more = f" · {settled} settled" if settled else ""
        self.query_one("#top", TopBar).show_right(f"{at} of {count}{more}" if count else "")
        self.query_one(StatusBar).say(words)

    def on_diff_view_pointed(self) -> None:
        """A change was clicked."""
        self._tell(self._words)

    def action_step(self, by: int) -> None:
        """Go to the next or the previous change."""
        if not self.query_one(DiffView).step(by):
            self.query_one(StatusBar).say("that was the last" if by > 0 else "that was the first")
        else:
            self._tell(self._words)

    def action_columns(self) -> None:
        """Old and new side by side, or as one text."""
        self.query_one(DiffView).turn()

    def action_turn(self) -> None:
        """Take the other text for the newer one, or for the older one again."""
        self._against = replace(self._against, newer=not self._against.newer)
        self._done = (
            "the other text is newer: accepting a change takes it into the draft"
            if self._against.newer
            else "the other text is older: rejecting a change takes its words back"
        )
        self._compare()

    # Accept and reject

    def _texts(self, comparison: Comparison, change: Change) -> _Texts:
        diff = comparison.diff
        old = joined(diff.old[index] for index in change.old)
        return old, joined(diff.new[index] for index in change.new)

    def _kept(self) -> frozenset[Change]:
        comparison = self._comparison
        if comparison is None or not self._settled:
            return frozenset()
        return frozenset(
            change
            for change in comparison.diff.changes
            if change.kind != "unchanged" and self._texts(comparison, change) in self._settled
        )

    def action_settle(self, accept: bool) -> None:  # noqa: FBT001 - an action's argument
        """Accept or reject the change under the cursor: one of the two leaves the draft."""
        entry, comparison = self.query_one(DiffView).entry, self._comparison
        if entry is None or comparison is None or not entry.changed:
            return
        if accept is not comparison.newer:
            self._leave(comparison, entry.change, entry.place)
            return
        try:
            state = restore(self._desk.buffer.state, comparison, entry.change)
        except DrafterError as error:
            self.query_one(StatusBar).say(f"{error}: {error.hint}", trouble=True)
            return
        self._desk.do(lambda _: state)
        self._done = f"{entry.place} · {state.what} — Ctrl-Z undoes"
        self._compare()

    def _leave(self, comparison: Comparison, change: Change, place: str) -> None:
        """The draft stays as it is here: the change is settled, or open again."""
        self._settled ^= {self._texts(comparison, change)}
        settled = self._texts(comparison, change) in self._settled
        view = self.query_one(DiffView)
        view.keep(self._kept())
        if settled:
            view.step(1)
        self._tell(f"{place} · the draft stays as it is" if settled else f"{place} · open again")

    def action_undo(self) -> None:
        """One step back, and compare again."""
        self._travel(back=True)

    def action_redo(self) -> None:
        """One step forward, and compare again."""
        self._travel(back=False)

    def _travel(self, *, back: bool) -> None:
        self._done = self._desk.travel(back=back)
        self._compare()

    # Elsewhere

    def action_go(self) -> None:
        """Go to the change in the draft."""
        entry, comparison = self.query_one(DiffView).entry, self._comparison
        self.dismiss()
        if entry is not None and comparison is not None:
            here = entry.change.old if comparison.newer else entry.change.new
            blocks = comparison.diff.old if comparison.newer else comparison.diff.new
            self._desk.go_to_place(blocks[here[0]].place if here else entry.place)

    def action_export(self) -> None:
        """Write the redline since this text."""
        if self._against.newer:
            words = "a redline leads from an older text to the draft: w turns them round"
            self.query_one(StatusBar).say(words, trouble=True)
            return
        self.dismiss()
        self._desk.export_since(self._against)

    def action_save(self) -> None:
        """Save the draft."""
        self._desk.action_save()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from drafter.tui.screens.reader import Reader
        from drafter.tui.words import COMPARE

        self.app.push_screen(Reader("Keys · Compare", COMPARE))

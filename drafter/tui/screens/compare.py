"""The draft compared with another text: each change read, accepted or rejected into the draft.

Since an older text the changes are one's own: rejecting one takes the older wording back. In a
newer text they are another's: accepting one takes it into the draft. Either way Ctrl-Z undoes.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from drafter.diff.changes import Change, counts, joined
from drafter.editing.buffer import Buffer
from drafter.editing.comparing import Against, Comparison, compare
from drafter.editing.restoring import restore
from drafter.errors import DrafterError
from drafter.tui.screens.filing import Filing
from drafter.tui.widgets.bars import StatusBar, TopBar
from drafter.tui.widgets.diff_view import DiffView
from drafter.tui.widgets.keys_bar import KeysBar

_Asked = tuple[Buffer, Against]  # what is compared
_Texts = tuple[str, str]  # the old and the new text of a change: what it is, wherever it stands


class Compare(Screen[None]):
    """What changed between the draft and another text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # In this order the most needed ones fit into eighty columns.
        Binding("n,right_square_bracket,space", "step(1)", "Next", key_display="n"),
        Binding("p,left_square_bracket", "step(-1)", "Prev", key_display="p"),
        Binding("m", "other_end", "Other end"),
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
        """The comparison of `asked` is worked out, or `trouble` says why not."""

        def __init__(self, asked: _Asked, comparison: Comparison | None, trouble: str = "") -> None:
            super().__init__()
            self.asked = asked
            self.comparison = comparison
            self.trouble = trouble

    def __init__(self, desk: Filing, against: Against) -> None:
        super().__init__()
        self._desk, self._against = desk, against
        self._asked: _Asked = (desk.buffer, against)
        self._comparison: Comparison | None = None
        self._settled: set[_Texts] = set()  # what was looked at and stays as it is
        self._words = ""  # what changed, in a line
        self._done = ""  # what was just done, said once the comparison is renewed

    def compose(self) -> ComposeResult:
        """The bars and the changes."""
        yield TopBar(id="top")
        yield DiffView(id="changes")
        yield StatusBar(id="status")
        yield KeysBar()

    def on_mount(self) -> None:
        """Compare, in a thread."""
        self.query_one(DiffView).focus()
        self._desk.changed.subscribe(self, self._changed)
        self._compare()

    def _changed(self, what: str) -> None:
        """The draft is another, by a key pressed here or because words followed."""
        self._done = self._done or f"{what} — Ctrl-Z undoes"
        self._compare()

    def _compare(self) -> None:
        self._comparison, self._asked = None, (self._desk.buffer, self._against)
        direction = "Changes in" if self._against.newer else "Changes since"
        self.query_one("#top", TopBar).show(f"{direction} {self._against.name}", "")
        self.query_one(StatusBar).say("comparing …")
        work = partial(self._work, self._asked)
        self.run_worker(work, thread=True, group="compare", exit_on_error=False)

    def _work(self, asked: _Asked) -> None:
        try:
            self.post_message(self.Ready(asked, compare(*asked)))
        except (DrafterError, OSError) as error:
            hint = getattr(error, "hint", "")
            self.post_message(self.Ready(asked, None, f"{error}. {hint}".rstrip(" .") + "."))

    def on_compare_ready(self, message: Ready) -> None:
        """Show the changes, unless something else is compared by now."""
        if message.asked is not self._asked:
            return
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
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key to the other end of a move is there where something moved."""
        if action != "other_end":
            return True
        entries = [view.entry for view in self.query(DiffView)]  # none while it opens or closes
        return any(entry and entry.change.kind == "moved" for entry in entries)

    def on_diff_view_pointed(self) -> None:
        """A change was clicked."""
        self._tell(self._words)

    def action_step(self, by: int) -> None:
        """Go to the next or the previous change."""
        if not self.query_one(DiffView).step(by):
            self.query_one(StatusBar).say("that was the last" if by > 0 else "that was the first")
        else:
            self._tell(self._words)

    def action_other_end(self) -> None:
        """Go from where a paragraph moved to, to where it stood, and back."""
        self.query_one(DiffView).other_end()
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
        if entry is None or comparison is None or entry.change.kind == "unchanged":
            return
        if self._asked[0].revision != self._desk.buffer.revision:
            return  # it is being compared again
        if accept is not comparison.newer:
            self._leave(comparison, entry.change, entry.place)
            return
        try:
            state = restore(self._desk.buffer.state, comparison, entry.change)
        except DrafterError as error:
            self.query_one(StatusBar).say(f"{error}: {error.hint}", trouble=True)
            return
        self._done = f"{entry.place} · {state.what} — Ctrl-Z undoes"
        self._desk.do(lambda _: state)
        self._unless_changed()

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
        self._unless_changed()

    def _unless_changed(self) -> None:
        """Say what was done, where the draft is as it was: nothing is compared again."""
        if self._desk.buffer.revision == self._asked[0].revision:
            self._tell(self._done)
            self._done = ""

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
        """Write the redline from the older of the two texts to the newer one."""
        self.dismiss()
        if self._against.newer:
            self._desk.export_until(self._against)
        else:
            self._desk.export_since(self._against)

    def action_save(self) -> None:
        """Save the draft."""
        self._desk.action_save()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from drafter.tui.screens.reader import Reader
        from drafter.tui.words import COMPARE

        self.app.push_screen(Reader("Keys · Compare", COMPARE))

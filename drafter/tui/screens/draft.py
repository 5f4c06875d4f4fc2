"""The draft screen: every job on an open draft, and the keys they have.

The page and the pen have keys of their own; what stands here works wherever one is.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from drafter.tui.screens.agreeing import Agreeing
from drafter.tui.screens.checking import Checking
from drafter.tui.screens.clipping import Clipping
from drafter.tui.screens.commenting import Commenting
from drafter.tui.screens.finding import Finding
from drafter.tui.screens.following import Following
from drafter.tui.screens.holding import Holding
from drafter.tui.screens.inserting import Inserting
from drafter.tui.screens.paragraphs import Paragraphs
from drafter.tui.screens.tracing import Tracing


class DraftScreen(
    Following,
    Paragraphs,
    Clipping,
    Finding,
    Tracing,
    Commenting,
    Inserting,
    Agreeing,
    Checking,
    Holding,
    Screen[None],
):
    """An open draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", key_display="^s"),
        Binding("ctrl+z", "undo", "Undo", key_display="^z"),
        Binding("ctrl+y", "redo", "Redo", show=False),
        Binding("escape", "back", "Back", show=False),
        Binding("f1", "help", "Keys", show=False),
    ]

    def on_mount(self) -> None:
        """Show the draft; begin where the text begins."""
        self.query_one("#pen").display = False
        self.text.focus()
        self.take(self.buffer.go(1))
        self._count()
        self.show()
        self.text_changed_at_start()
        self.say_what_was_opened()
        self.tell_of_another()
        self.read_comments()

    def say_what_was_opened(self) -> None:
        """Say what one would not expect of the file: none, several, something not kept."""
        several = len(self.buffer.document.resolutions)
        count = len(self.opened.notes)
        words = []
        if self.buffer.source and not several:
            words.append("no resolution was found in this file")
        if several > 1:
            words.append(f"{self.buffer.which + 1} of {several} in this file (edit --number N)")
        if count:
            words.append(f"{count} note{'s' * (count != 1)} from reading it: press i")
        if words:
            self.say(" · ".join(words))

    def text_changed_at_start(self) -> None:
        """Check the draft once it is shown."""
        self._checks.ask(self.buffer)

    def action_help(self) -> None:
        """Show every key."""
        from drafter.tui.screens.reader import Reader
        from drafter.tui.words import KEYS

        self.app.push_screen(Reader("Keys", KEYS))

    def action_notes(self) -> None:
        """Read what the file held that could not be kept."""
        from drafter.tui.screens.reader import Reader

        words = "\n".join(self.opened.notes) or "Everything in the file was kept."
        self.app.push_screen(Reader("What the file held beside the draft", words))

    def commands(self) -> list[SystemCommand]:
        """What the command palette offers for a draft."""
        do = self.action_do
        return [
            SystemCommand("Save", "write the draft to its file", self.action_save),
            SystemCommand("Save as", "write the draft to another file", self.action_save_as),
            SystemCommand("Write for others", "Word, redline, copies", self.action_export),
            SystemCommand("Compare", "with the base, the last save, a file", self.action_compare),
            SystemCommand("Insert a block", "from the catalogue", self.action_block),
            SystemCommand("Undo", "the last step", self.action_undo),
            SystemCommand("Redo", "the step undone", self.action_redo),
            SystemCommand("Edit", "this paragraph", self.action_edit),
            SystemCommand("Cut", "what is chosen", self.action_cut),
            SystemCommand("Copy", "what is chosen", self.action_copy),
            SystemCommand("Paste", "what was cut or copied", self.action_paste),
            SystemCommand("Move up", "this paragraph", partial(do, "up")),
            SystemCommand("Move down", "this paragraph", partial(do, "down")),
            SystemCommand("Subparagraph", "of the one before", partial(do, "demote")),
            SystemCommand("Raise", "a subparagraph", partial(do, "promote")),
            SystemCommand("New paragraph", "after this one", self.action_new),
            SystemCommand("New operative paragraph", "at the end", self.action_new_operative),
            SystemCommand("New heading", "before this paragraph", partial(do, "heading")),
            SystemCommand("New annex", "after the text", partial(do, "annex")),
            SystemCommand("Delete", "this paragraph", partial(do, "delete")),
            SystemCommand("Duplicate", "this paragraph", partial(do, "duplicate")),
            SystemCommand("Join", "with the next paragraph", partial(do, "join")),
            SystemCommand("Renumber", "drop the printed numbers", partial(do, "renumber")),
            SystemCommand("Masthead", "symbol, date, session, sponsors", self.edit_masthead),
            SystemCommand("Agreed language", "show or hide", self.action_agreed),
            SystemCommand("Findings", "what the checks find", self.action_findings),
            SystemCommand("Fix all safe findings", "in one step", self.action_fix_all),
            SystemCommand("Find and replace", "words in the draft", self.action_find),
            SystemCommand("Follow", "Also, endings by themselves or not", self.action_follow),
            SystemCommand("Trace", "colours: what is agreed language", self.action_trace),
            SystemCommand("Sources", "where this paragraph comes from", self.action_sources),
            SystemCommand("Comments", "that the Word file held", self.action_comments),
            SystemCommand("Filter", "from where agreed language comes", self.action_filter),
            SystemCommand("Go to", "a paragraph or words", self.action_go_to),
            SystemCommand("What was not kept", "of the file", self.action_notes),
            SystemCommand("Keys", "every key", self.action_help),
            SystemCommand("Home", "recent drafts", self.action_home),
        ]

    def action_home(self) -> None:
        """Back to the recent drafts."""
        self.close(self._go_home)

    def _go_home(self) -> None:
        from drafter.tui.screens.home import HomeScreen

        self.app.switch_screen(HomeScreen())

"""What is seen while a draft is read: a long Word file or a PDF takes a moment."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from drafter.tui.widgets.bars import StatusBar, TopBar


class Opening(Screen[None]):
    """The frame of the editor, as yet without a draft."""

    def compose(self) -> ComposeResult:
        """The two lines."""
        yield TopBar(id="top")
        yield StatusBar(id="status")

    def on_mount(self) -> None:
        """Say what is going on."""
        self.query_one("#top", TopBar).show("drafter", "")
        self.query_one(StatusBar).say("reading the draft …  Ctrl-Q leaves")

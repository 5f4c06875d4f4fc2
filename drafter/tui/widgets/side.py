"""The panel beside the draft: one list at a time, under its title."""

from __future__ import annotations

from typing import Literal

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import ContentSwitcher, Static

from drafter.tui.widgets.agreed_list import AgreedList
from drafter.tui.widgets.findings_list import FindingsList

Shown = Literal["", "agreed", "findings"]


class Side(Vertical):
    """The panel: one of its lists at a time, under a title."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._turned: tuple[Shown, str] | None = None

    def compose(self) -> ComposeResult:
        """A title and the lists."""
        yield Static("", id="side-title", markup=False)
        with ContentSwitcher(initial="agreed", id="side-lists"):
            yield AgreedList(id="agreed")
            yield FindingsList(id="findings")

    def turn_to(self, shown: Shown, title: str) -> None:
        """Show the list `shown` under `title`; "" hides the panel."""
        if (shown, title) == self._turned:
            return  # painting it anew would cost a slow line a hundred bytes a keypress
        self._turned = (shown, title)
        self.display = bool(shown)
        if shown:
            self.query_one(ContentSwitcher).current = shown
            self.query_one("#side-title", Static).update(Text(title), layout=False)

"""Which of the resolutions in a file to open: a report holds several."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from drafter.model import Document, Resolution, plain


class Which(ModalScreen[int | None]):
    """Gives the place of the resolution chosen, from 0; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._names = [_name(each) for each in document.resolutions]

    def compose(self) -> ComposeResult:
        """The resolutions by number and title."""
        with Vertical(classes="dialog wide"):
            words = f"This file holds {len(self._names)} resolutions"
            yield Static(words, classes="dialog-title", markup=False)
            yield OptionList(*(Option(Text(name)) for name in self._names), compact=True)
            yield Static("Enter opens it · Esc leaves", classes="dialog-note")

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()
        self.query_one(OptionList).highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take it."""
        self.dismiss(event.option_index)


def _name(resolution: Resolution) -> str:
    head = resolution.masthead
    title = plain(resolution.title) or resolution.enacting or "without a title"
    return "  ".join(filter(None, (head.number or head.symbol, title)))

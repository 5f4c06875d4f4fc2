"""A page to read: a rule explained, the keys, what a file could not keep. Any way out closes it."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static


class Reader(ModalScreen[None]):
    """Shows words under a title."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark", "dismiss", "Close"),
    ]

    def __init__(self, title: str, words: str | Text) -> None:
        super().__init__()
        self._title, self._words = title, words

    def compose(self) -> ComposeResult:
        """The title and the words, which may be longer than the screen."""
        with Vertical(classes="dialog wide"):
            yield Static(self._title, classes="dialog-title", markup=False)
            with VerticalScroll():
                words = self._words
                yield Static(words.strip() if isinstance(words, str) else words, markup=False)
            yield Static("Esc closes · arrows scroll", classes="dialog-note")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()

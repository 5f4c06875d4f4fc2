"""One line to fill in: a place, a file name. Enter takes it, Esc leaves it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class Prompt(ModalScreen[str | None]):
    """Asks for one line and gives it; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, title: str, label: str, *, initial: str = "", note: str = "") -> None:
        super().__init__()
        self._title, self._label, self._initial, self._note = title, label, initial, note

    def compose(self) -> ComposeResult:
        """The title, the line and what may stand in it."""
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="dialog-title", markup=False)
            yield Input(self._initial, placeholder=self._label, id="answer", compact=True)
            yield Static(f"{self._note}\nEnter takes it · Esc leaves it", classes="dialog-note")

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was written."""
        self.dismiss(event.value.strip())

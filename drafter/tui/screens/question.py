"""A question with a few answers: arrows and Enter, or the letter of an answer. Esc is no answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its key, its words and what it means."""

    key: str
    words: str
    value: str


class Question(ModalScreen[str | None]):
    """Asks, and gives the value chosen; None when nothing was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, title: str, words: str, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._title, self._words, self._choices = title, words, choices

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="dialog-title", markup=False)
            yield Static(self._words, classes="dialog-words", markup=False)
            yield OptionList(
                *(Option(Text(f"{each.key}  {each.words}")) for each in self._choices),
                compact=True,
            )

    def on_mount(self) -> None:
        """Begin at the first answer, which must be the one that loses nothing."""
        self.query_one(OptionList).focus()
        self.query_one(OptionList).highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The answer under the cursor."""
        self.dismiss(self._choices[event.option_index].value)

    def on_key(self, event: events.Key) -> None:
        """The answer with that letter."""
        for each in self._choices:
            if event.character == each.key:
                event.stop()
                self.dismiss(each.value)

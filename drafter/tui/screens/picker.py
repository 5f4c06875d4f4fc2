"""A list in a dialog that shortens while one types: what every picker has in common.

What is in the list, how an entry looks and what fits the words typed is each picker's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

T = TypeVar("T")


class Picker(ModalScreen[T | None]):
    """Gives what was chosen; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down", "step(1)", "Next", show=False, priority=True),
        Binding("up", "step(-1)", "Before", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.found: Sequence[T] = ()

    def matching(self, wanted: str) -> Sequence[T]:
        """What fits the words `wanted`, the best first; everything for none."""
        raise NotImplementedError

    def entry(self, each: T) -> Text:
        """How `each` looks in the list."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """List everything."""
        self.list("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what was typed."""
        self.list(event.value.strip())

    def list(self, wanted: str) -> None:
        """Show what fits `wanted`, the first of it chosen."""
        self.found = self.matching(wanted)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self.entry(each)) for each in self.found])
        if self.found:
            options.highlighted = 0

    def action_step(self, by: int) -> None:
        """Choose the next or the previous one, the line staying in hand."""
        options = self.query_one(OptionList)
        if self.found:
            options.highlighted = ((options.highlighted or 0) + by) % len(self.found)

    def on_input_submitted(self) -> None:
        """Take the one under the cursor."""
        self._choose()

    def on_option_list_option_selected(self) -> None:
        """Take the one that was clicked."""
        self._choose()

    def _choose(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self.found):
            self.dismiss(self.found[at])

"""A resolution of the bank to cite: type its number, its year or words of its title."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from drafter.editing.citing import Citable, citable, matching
from drafter.errors import DrafterError

_MOST = 200  # shown at once


class CitationPicker(ModalScreen[Citable | None]):
    """Gives the resolution to cite; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down", "step(1)", "Next", show=False, priority=True),
        Binding("up", "step(-1)", "Before", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._every: tuple[Citable, ...] = ()
        self._found: tuple[Citable, ...] = ()

    def compose(self) -> ComposeResult:
        """The line to type in and the list."""
        with Vertical(classes="dialog wide tall"):
            yield Static("Cite a resolution", classes="dialog-title")
            yield Input(placeholder="type to find: 79/901, 2024, rivers …", compact=True)
            yield Static("")
            yield OptionList(id="citations", compact=True)
            yield Static("↑ ↓ choose · Enter takes it · Esc leaves", classes="dialog-note")

    def on_mount(self) -> None:
        """Show the latest."""
        from drafter.phrases.bank import Bank

        try:
            self._every = citable(Bank.default().stores)
        except (DrafterError, OSError) as error:
            self.query_one(".dialog-note", Static).update(Text(str(error)))
        self._list("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what was typed."""
        self._list(event.value)

    def _list(self, wanted: str) -> None:
        self._found = matching(self._every, wanted)[:_MOST]
        options = self.query_one(OptionList)
        options.clear_options()
        if self._found:
            options.add_options([Option(_entry(each)) for each in self._found])
            options.highlighted = 0
        else:
            words = "nothing in the bank is called that" if self._every else "the bank holds none"
            options.add_option(Option(Text(words, "dim"), disabled=True))

    def action_step(self, by: int) -> None:
        """Choose the next or the previous one, the line staying in hand."""
        options = self.query_one(OptionList)
        if self._found:
            options.highlighted = ((options.highlighted or 0) + by) % len(self._found)

    def on_input_submitted(self) -> None:
        """Take the one under the cursor."""
        self._choose()

    def on_option_list_option_selected(self) -> None:
        """Take the one that was clicked."""
        self._choose()

    def _choose(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self._found):
            self.dismiss(self._found[at])


def _entry(found: Citable) -> Text:
    return Text.assemble(
        (found.citation, "bold"), f"  {found.title}", (f"\n{found.organ}\n", "dim")
    )

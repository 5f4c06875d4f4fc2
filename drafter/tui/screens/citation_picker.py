"""A resolution of the bank to cite: type its number, its year or words of its title."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from drafter.editing.citing import Citable, citable, matching
from drafter.errors import DrafterError
from drafter.tui.screens.picker import Picker

_MOST = 200  # shown at once


class CitationPicker(Picker[Citable]):
    """Gives the resolution to cite; None when it was left."""

    def __init__(self) -> None:
        super().__init__()
        self._every: tuple[Citable, ...] = ()

    def compose(self) -> ComposeResult:
        """The line to type in and the list."""
        with Vertical(classes="dialog wide tall"):
            yield Static("Cite a resolution", classes="dialog-title")
            yield Input(placeholder="type to find: 79/901, 2024, rivers …", compact=True)
            yield Static("")
            yield OptionList(id="citations", compact=True)
            yield Static("↑ ↓ choose · Enter takes it · Esc leaves", classes="dialog-note")

    def on_mount(self) -> None:
        """Ask the bank; the picker lists what it gave."""
        from drafter.phrases.bank import Bank

        try:
            self._every = citable(Bank.default().stores)
        except (DrafterError, OSError) as error:
            self.query_one(".dialog-note", Static).update(Text(str(error)))

    def matching(self, wanted: str) -> Sequence[Citable]:
        """The resolutions that `wanted` may mean, the latest first."""
        return matching(self._every, wanted)[:_MOST]

    def entry(self, each: Citable) -> Text:
        """The citation, its title and the organ."""
        return Text.assemble(
            (each.citation, "bold"), f"  {each.title}", (f"\n{each.organ}\n", "dim")
        )

    def list(self, wanted: str) -> None:
        """Show what fits; say so where nothing does."""
        super().list(wanted)
        if not self.found:
            words = "nothing in the bank is called that" if self._every else "the bank holds none"
            nothing = Option(Text(words, "dim"), disabled=True)
            self.query_one(OptionList).add_option(nothing)

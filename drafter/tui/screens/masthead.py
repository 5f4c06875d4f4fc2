"""The masthead's form: everything printed above the title."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from drafter.model import AgendaItem, Masthead
from drafter.tui.widgets.fields import Field, Fields

_LABELS = {
    "body": ("Body", "ga-c3"),
    "symbol": ("Symbol", "A/C.3/80/L.909"),
    "distribution": ("Distribution", "Limited"),
    "date": ("Date", "2025-11-04"),
    "language": ("Language line", "Original: English"),
    "session": ("Session", "Eightieth session"),
    "committee": ("Committee", "Third Committee"),
    "place": ("Place and dates", "Vienna, 12–16 May 2025"),
    "second_title": ("Title, second language", "Traversées fluviales sûres"),
}


class MastheadForm(ModalScreen[Masthead | None]):
    """Gives the masthead as filled in; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave"),
        Binding("ctrl+s", "finish", "Take it"),
    ]

    def __init__(self, masthead: Masthead) -> None:
        super().__init__()
        self._masthead = masthead

    def compose(self) -> ComposeResult:
        """One line for each thing printed."""
        old = self._masthead
        fields = [
            Field(name, label, getattr(old, name), example)
            for name, (label, example) in _LABELS.items()
        ]
        fields += [
            Field("item_number", "Agenda item, its number", old.agenda_item.number, "19 (b)"),
            Field("item_title", "Agenda item, its title", old.agenda_item.title, "Rivers"),
            Field("sponsors", "Sponsors, with commas", ", ".join(old.sponsors), "Fiji, Nepal"),
        ]
        with Vertical(classes="dialog wide"):
            yield Static("Masthead", classes="dialog-title")
            with VerticalScroll():
                yield Fields(fields)
            yield Static("Enter next line · Ctrl-S takes it · Esc leaves it", classes="dialog-note")

    def on_mount(self) -> None:
        """Begin with what is missing."""
        self.query_one(Fields).begin()

    def on_fields_finished(self) -> None:
        """Enter in the last line takes it."""
        self.action_finish()

    def action_finish(self) -> None:
        """Take what was filled in."""
        values = self.query_one(Fields).values
        item = AgendaItem(values.pop("item_number"), values.pop("item_title"))
        named = values.pop("sponsors").split(",")
        sponsors = tuple(name.strip() for name in named if name.strip())
        plain_fields = {name: value for name, value in values.items() if name in _LABELS}
        self.dismiss(
            replace(self._masthead, agenda_item=item, sponsors=sponsors, **plain_fields)  # type: ignore[arg-type]
        )

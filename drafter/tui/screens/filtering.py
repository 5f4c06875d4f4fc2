"""From where agreed language is wanted: a body, years, a status. An empty line lets all pass."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from drafter.editing.agreed import STATUSES, Filter, span_of
from drafter.tui.widgets.fields import Field, Fields, first_trouble


class FilterForm(ModalScreen[Filter | None]):
    """Gives the filter; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave"),
        Binding("ctrl+s", "finish", "Take it"),
        Binding("ctrl+r", "everything", "Everything", priority=True),
    ]

    def __init__(self, now: Filter, body: str) -> None:
        super().__init__()
        example = body or "ga-c3"
        self._fields = (
            Field("body", "Body", now.body, f"{example}, hrc, ecosoc", check=_body),
            Field("years", "Years", now.years, "2021, 2015-2020, 2021-", check=_years),
            Field("status", "Status", now.status, choices=STATUSES, check=_status),
        )

    def compose(self) -> ComposeResult:
        """The three lines and what is wrong with them."""
        with Vertical(classes="dialog"):
            yield Static("Agreed language from", classes="dialog-title")
            yield Fields(self._fields)
            yield Static("", id="trouble", markup=False)
            words = "Ctrl-S takes it · Ctrl-R everything · Esc leaves"
            yield Static(words, classes="dialog-note")

    def on_mount(self) -> None:
        """Begin at the first line."""
        self.query_one(Fields).begin()

    def on_fields_finished(self) -> None:
        """Enter in the last line takes it."""
        self.action_finish()

    def action_everything(self) -> None:
        """Let everything pass."""
        self.dismiss(Filter())

    def action_finish(self) -> None:
        """Take the filter, or say what is wrong."""
        fields = self.query_one(Fields)
        if found := first_trouble(fields.troubles()):
            fields.go_to(found[0])
            self.query_one("#trouble", Static).update(found[1])
            return
        values = {name: value.casefold() for name, value in fields.values.items()}
        self.dismiss(Filter(**values))


def _body(value: str) -> str:
    """A short name as in a profile; whether a bank holds anything of it is seen at once."""
    return "" if value.replace("-", "").isalnum() else "Body: a short name such as ga-c3 or hrc"


def _years(value: str) -> str:
    span = span_of(value)
    if span is None or (all(span) and span[0] > span[1]):
        return "Years: 2021, 2015-2020, or 2021- for that year and later"
    return ""


def _status(value: str) -> str:
    return "" if value.casefold() in STATUSES else f"Status: {' or '.join(STATUSES)}"

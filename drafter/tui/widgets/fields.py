"""Fields to fill in: a label, a line, an example, what is wrong. Plain values in and out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from drafter.editing.citing import Citable

Check = Callable[[str], str]  # what is wrong with a value, "" when nothing is


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form."""

    name: str
    label: str
    value: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    check: Check | None = None
    cited: bool = False  # whether a resolution of the bank may be picked for it

    @property
    def note(self) -> str:
        """What helps to fill it in."""
        if self.choices:
            return "one of: " + ", ".join(self.choices)
        return f"e.g. {self.example}" if self.example else ""


class Fields(Vertical):
    """The fields one under the other."""

    class Changed(Message):
        """A value changed."""

    class Finished(Message):
        """Enter in the last field, or Ctrl-S."""

    def __init__(self, fields: Sequence[Field], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._fields = tuple(fields)

    def compose(self) -> ComposeResult:
        """A label and a line each; the example stands in the empty line."""
        for field in self._fields:
            star = " *" if field.required else ""
            key = " · Ctrl-O picks it from the bank" if field.cited else ""
            yield Static(f"{field.label}{star}{key}", classes="field-label", markup=False)
            choices = field.choices
            yield Input(
                field.value,
                placeholder=field.note,
                id=f"field-{field.name}",
                suggester=SuggestFromList(choices, case_sensitive=False) if choices else None,
                compact=True,
            )

    def begin(self) -> None:
        """Go to the first empty field, or the first."""
        lines = list(self.query(Input))
        empty = [line for line in lines if not line.value]
        if lines:
            (empty or lines)[0].focus()

    @property
    def values(self) -> dict[str, str]:
        """What stands in every field, by its name."""
        return {
            field.name: self.query_one(f"#field-{field.name}", Input).value.strip()
            for field in self._fields
        }

    def troubles(self) -> dict[str, str]:
        """What is wrong, by field; empty when nothing is."""
        out = {}
        for field in self._fields:
            value = self.values[field.name]
            if field.required and not value:
                out[field.name] = f"{field.label}: still empty"
            elif value and field.check and (wrong := field.check(value)):
                out[field.name] = wrong
        return out

    @property
    def here(self) -> Field | None:
        """The field one is in."""
        lines = list(self.query(Input))
        at = next((at for at, line in enumerate(lines) if line.has_focus), None)
        return None if at is None else self._fields[at]

    def fill(self, name: str, value: str) -> None:
        """Put `value` into field `name`."""
        self.query_one(f"#field-{name}", Input).value = value

    def cite(self, found: Citable) -> None:
        """Put the citation where one is, and its title into an empty line for it below."""
        here = self.here
        if here is None:
            return
        self.fill(here.name, found.citation)
        following = self._fields[self._fields.index(here) + 1 :]
        for each in following:
            if each.name.endswith(("topic", "title")) and not self.values[each.name]:
                self.fill(each.name, found.title)
                break

    def go_to(self, name: str) -> None:
        """Go to field `name`."""
        self.query_one(f"#field-{name}", Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the form."""
        event.stop()
        self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field; from the last one, finish."""
        event.stop()
        lines = list(self.query(Input))
        at = lines.index(event.input)
        if at + 1 < len(lines):
            lines[at + 1].focus()
        else:
            self.post_message(self.Finished())


def first_trouble(troubles: Mapping[str, str]) -> tuple[str, str] | None:
    """The first field with trouble and its words."""
    return next(iter(troubles.items()), None)

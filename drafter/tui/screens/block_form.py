"""The form of a block: its fields, what is wrong with them, and the text as it is filled in."""

from __future__ import annotations

from typing import Any, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from drafter.blocks.catalogue import Template
from drafter.blocks.fields import Field as BlockField
from drafter.blocks.fields import settled
from drafter.editing.citing import Citable
from drafter.editing.inserting import Block, parse_block
from drafter.errors import DrafterError
from drafter.tui.screens.block_picker import readable
from drafter.tui.widgets.fields import Check, Field, Fields, first_trouble


class BlockForm(ModalScreen[Block | None]):
    """Gives the filled block; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave"),
        Binding("ctrl+s", "finish", "Insert"),
        Binding("ctrl+o", "cite", "From the bank"),
    ]

    def __init__(self, template: Template, body: str) -> None:
        super().__init__()
        self._template, self._body = template, body

    def compose(self) -> ComposeResult:
        """The fields, the trouble with them and the text."""
        template = self._template
        with Vertical(classes="dialog wide"):
            yield Static(template.title, classes="dialog-title", markup=False)
            with VerticalScroll(id="form-scroll"):
                yield Fields([shown_field(each) for each in template.fields])
            yield Static(id="trouble", markup=False)
            with VerticalScroll(id="preview-scroll", can_focus=False):
                yield Static(id="preview", markup=False)
            yield Static("Enter next line · Ctrl-S inserts · Esc leaves", classes="dialog-note")

    def on_mount(self) -> None:
        """Begin with the first empty field; a block without fields is ready."""
        if self._template.fields:
            self.query_one(Fields).begin()
        else:
            self.query_one("#form-scroll").focus()
        self._show()

    def action_cite(self) -> None:
        """Pick a resolution of the bank for the line one is in."""
        cite_in(self, self.query_one(Fields))

    def on_fields_changed(self) -> None:
        """Show the text as it is now."""
        self._show()

    def on_fields_finished(self) -> None:
        """Enter in the last line inserts."""
        self.action_finish()

    def _values(self) -> dict[str, str]:
        return {name: value for name, value in self.query_one(Fields).values.items() if value}

    def _show(self) -> None:
        trouble = ""
        rendered: str | Text
        try:
            rendered = readable(self._filled(blanks=True).strip())
        except DrafterError as error:
            rendered, trouble = "", f"{error}. {error.hint}"
        wrong = {k: v for k, v in self.query_one(Fields).troubles().items() if "empty" not in v}
        found = first_trouble(wrong)
        self.query_one("#trouble", Static).update(found[1] if found else trouble)
        if rendered:
            self.query_one("#preview", Static).update(rendered)

    def _filled(self, *, blanks: bool) -> str:
        from drafter.blocks.filling import fill

        return fill(self._template, self._values(), body=self._body, blanks=blanks)

    def action_finish(self) -> None:
        """Insert the block, or go to what is missing."""
        fields = self.query_one(Fields)
        found = first_trouble(fields.troubles())
        if found:
            fields.go_to(found[0])
            self.query_one("#trouble", Static).update(found[1])
            return
        try:
            filled = self._filled(blanks=False)
        except DrafterError as error:
            self.query_one("#trouble", Static).update(f"{error}. {error.hint}")
            return
        self.dismiss(parse_block(self._template.title, self._template.part, filled))


def cite_in(form: Screen[Any], fields: Fields) -> None:
    """Let a resolution be picked for the line of `fields` one is in, where it is for one."""
    from drafter.tui.screens.citation_picker import CitationPicker

    def taken(found: Citable | None) -> None:
        if found is not None:
            fields.cite(found)

    if fields.here is not None and fields.here.cited:
        form.app.push_screen(CitationPicker(), taken)


def shown_field(wanted: BlockField) -> Field:
    """The line of a form for `wanted`."""
    return Field(
        wanted.name,
        wanted.label[:1].upper() + wanted.label[1:],
        wanted.default,
        wanted.example,
        wanted.choices,
        required=not wanted.optional and not wanted.default,
        check=_check(wanted),
        cited=wanted.type == "citation",
    )


def _check(wanted: BlockField) -> Check:
    def wrong(value: str) -> str:
        try:
            settled(wanted, value)
        except DrafterError as error:
            return f"{error}; {error.hint}" if error.hint else str(error)
        return ""

    return wrong

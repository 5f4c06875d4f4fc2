"""A new draft: from a skeleton and a few fields, or from last session's text.

What is undecided stands in brackets.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from drafter.blocks.catalogue import Template, skeletons
from drafter.editing.buffer import opened
from drafter.editing.save import Opened
from drafter.errors import DrafterError
from drafter.grammar import bodies
from drafter.model import Document, Resolution
from drafter.tui.screens.block_form import cite_in, shown_field
from drafter.tui.widgets.fields import Field, Fields, first_trouble

_LAST_SESSION = (
    "From last session’s text",
    "Numbers, years and symbols move one session on; what needs a decision stands in brackets.",
)
_EMPTY = ("An empty draft", "Nothing but the General Assembly; the masthead can be changed.")
_HEAD = (
    Field("title", "Title", "", "Safe river crossings"),
    Field("this_session", "Session", "", "81"),
)


class NewDraft(ModalScreen[Opened | None]):
    """Gives the new draft; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self) -> None:
        super().__init__()
        self._skeletons = skeletons()

    def compose(self) -> ComposeResult:
        """Last session's text, the skeletons, an empty draft; what the chosen one is for."""
        titles = [_LAST_SESSION[0], *(each.title for each in self._skeletons), _EMPTY[0]]
        with Vertical(classes="dialog wide"):
            yield Static("New draft", classes="dialog-title")
            yield OptionList(*(Option(Text(title)) for title in titles), compact=True)
            yield Static("", id="about", markup=False)
            yield Static("Enter takes it · Esc leaves", classes="dialog-note")

    def on_mount(self) -> None:
        """Begin at the first skeleton."""
        self.query_one(OptionList).focus()
        self.query_one(OptionList).highlighted = 1

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what it is for."""
        abouts = [_LAST_SESSION[1], *(each.about for each in self._skeletons), _EMPTY[1]]
        self.query_one("#about", Static).update(abouts[event.option_index])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for last session's text, fill the skeleton in, or begin with nothing."""
        at = event.option_index - 1
        if at < 0:
            from drafter.tui.screens.file_picker import FilePicker

            self.app.push_screen(FilePicker(Path.cwd(), "Last session’s text"), self._rolled)
        elif at < len(self._skeletons):
            self.app.push_screen(SkeletonForm(self._skeletons[at]), self._filled)
        else:
            empty = Resolution(enacting="The General Assembly,")
            self.dismiss(Opened(opened(Document((empty,)))))

    def _rolled(self, path: Path | None) -> None:
        """Roll the first resolution of the file forward."""
        from drafter.blocks import follow_up
        from drafter.editing.save import open_file

        if path is None:
            return
        try:
            earlier = open_file(path)
        except DrafterError as error:
            self.query_one("#about", Static).update(f"{error}. {error.hint}")
            return
        where = path.name if path.parent.resolve() == Path.cwd() else str(path.resolve())
        self._filled(follow_up(earlier.buffer.resolution, file=where))

    def _filled(self, resolution: Resolution | None) -> None:
        if resolution is not None:
            self.dismiss(Opened(opened(Document((resolution,)))))


class SkeletonForm(ModalScreen[Resolution | None]):
    """The fields of a skeleton; gives the draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave"),
        Binding("ctrl+s", "finish", "Begin"),
        Binding("ctrl+o", "cite", "From the bank"),
    ]

    def __init__(self, skeleton: Template) -> None:
        super().__init__()
        self._skeleton = skeleton

    def compose(self) -> ComposeResult:
        """The body, the masthead and the skeleton's own fields."""
        own = [shown_field(each) for each in self._skeleton.fields]
        names = {each.name for each in own}
        head = [each for each in (_body_field(), *_HEAD) if each.name not in names]
        with Vertical(classes="dialog wide"):
            yield Static(self._skeleton.title, classes="dialog-title", markup=False)
            with VerticalScroll():
                yield Fields([*head, *own])
            words = "What stays empty stands in brackets."
            yield Static(words, id="trouble", classes="-said", markup=False)
            yield Static("Enter next line · Ctrl-S begins · Esc leaves", classes="dialog-note")

    def on_mount(self) -> None:
        """Begin with the first line."""
        self.query_one(Fields).begin()

    def on_fields_changed(self) -> None:
        """Say which body is meant."""
        fields = self.query_one(Fields)
        wrong = _no_body(name) if (name := fields.values.get("body", "")) else ""
        known = {each.id: each.name for each in bodies.bodies()}
        words = wrong or f"{known.get(name, '')} · what stays empty stands in brackets"
        trouble = self.query_one("#trouble", Static)
        trouble.set_class(not wrong, "-said")
        trouble.update(words)

    def action_cite(self) -> None:
        """Pick a resolution of the bank for the line one is in."""
        cite_in(self, self.query_one(Fields))

    def on_fields_finished(self) -> None:
        """Enter in the last line begins."""
        self.action_finish()

    def action_finish(self) -> None:
        """Make the draft, or say what is wrong."""
        from drafter.blocks import new_draft

        fields = self.query_one(Fields)
        wrong = {k: v for k, v in fields.troubles().items() if "still empty" not in v}
        found = first_trouble(wrong)
        if found:
            fields.go_to(found[0])
            self.query_one("#trouble", Static).set_class(False, "-said")  # noqa: FBT003
            self.query_one("#trouble", Static).update(found[1])
            return
        values = {name: value for name, value in fields.values.items() if value}
        body = values.pop("body", "ga")
        try:
            self.dismiss(new_draft(self._skeleton, values, body=body))
        except DrafterError as error:
            self.query_one("#trouble", Static).update(f"{error}. {error.hint}")


def _body_field() -> Field:
    """The profile of the body: names, symbols and paper come from it."""
    choices = tuple(each.id for each in bodies.bodies())
    return Field("body", "Body", "ga", choices=choices, required=True, check=_no_body)


def _no_body(name: str) -> str:
    """What is wrong with the name of a body, "" when nothing is."""
    try:
        bodies.body(name)
    except DrafterError as error:
        return f"{error}; {error.hint}"
    return ""

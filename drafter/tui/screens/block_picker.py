"""The catalogue of blocks: type to find, see what it is for, Enter chooses."""

from __future__ import annotations

import re
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.fuzzy import Matcher
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from drafter.blocks.catalogue import Template, catalogue
from drafter.errors import DrafterError

_NOTE = re.compile(r"^(\[\^[^\]]+\]):\s*")


class BlockPicker(ModalScreen[Template | None]):
    """Gives the block chosen; None when it was left."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down", "step(1)", "Next", show=False, priority=True),
        Binding("up", "step(-1)", "Before", show=False, priority=True),
    ]

    def __init__(self, body: str, part: str) -> None:
        super().__init__()
        every = [each for each in catalogue() if each.suits(body)]
        # Blocks for the part one is in come first; the others stay within reach.
        self._templates = sorted(every, key=lambda each: each.part != part)
        self._found = self._templates

    def compose(self) -> ComposeResult:
        """The line to type in, the list and the preview."""
        with Vertical(classes="dialog wide tall"):
            yield Static("Insert a block", classes="dialog-title")
            yield Input(placeholder="type to find: funding, report, recall …", compact=True)
            with Horizontal(id="picker"):
                yield OptionList(id="blocks", compact=True)
                with VerticalScroll(id="preview-scroll", can_focus=False):
                    yield Static(id="preview", markup=False)
            yield Static("↑ ↓ choose · Enter fills it in · Esc leaves", classes="dialog-note")

    def on_mount(self) -> None:
        """Show every block."""
        self._list("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what was typed in the names, titles and purposes."""
        self._list(event.value.strip())

    def _list(self, wanted: str) -> None:
        if wanted:
            matcher = Matcher(wanted)
            scored = [(self._score(matcher, wanted, each), each) for each in self._templates]
            scored = [pair for pair in scored if pair[0] > 0]
            self._found = [each for _, each in sorted(scored, key=lambda pair: -pair[0])]
        else:
            self._found = self._templates
        options = self.query_one("#blocks", OptionList)
        options.clear_options()
        options.add_options([Option(_entry(each)) for each in self._found])
        if self._found:
            options.highlighted = 0
        else:
            self.query_one("#preview", Static).update("nothing is called that")

    @staticmethod
    def _score(matcher: Matcher, wanted: str, template: Template) -> float:
        words = f"{template.title} {template.family} {template.name} {template.about}"
        if wanted.casefold() in words.casefold():
            return 100 + (wanted.casefold() in template.title.casefold()) * 100
        return matcher.match(f"{template.title} {template.family}")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the block is for and how it reads."""
        if event.option_index < len(self._found):
            template = self._found[event.option_index]
            self.query_one("#preview", Static).update(preview(template))

    def action_step(self, by: int) -> None:
        """Choose the next or the previous block, the line staying in hand."""
        options = self.query_one("#blocks", OptionList)
        if self._found:
            options.highlighted = ((options.highlighted or 0) + by) % len(self._found)

    def on_input_submitted(self) -> None:
        """Take the block under the cursor."""
        self._choose()

    def on_option_list_option_selected(self) -> None:
        """Take the block that was clicked."""
        self._choose()

    def _choose(self) -> None:
        at = self.query_one("#blocks", OptionList).highlighted
        if at is not None and at < len(self._found):
            self.dismiss(self._found[at])


def _entry(template: Template) -> Text:
    part = "PP" if template.part == "preambular" else "OP"
    return Text.assemble((f"{part} ", "dim"), template.title, no_wrap=True, overflow="ellipsis")


def preview(template: Template) -> Text:
    """What `template` is for and what it renders to with its examples."""
    from drafter.blocks.filling import fill

    values = {each.name: each.default or each.example for each in template.fields}
    try:
        rendered = fill(template, {k: v for k, v in values.items() if v}, blanks=True)
    except DrafterError as error:
        rendered = str(error)
    about = f"{template.about}\n" if template.about else ""
    return Text.assemble(
        (f"{template.title}\n", "bold"), (about, "dim"), "\n", readable(rendered.strip())
    )


def readable(markdown: str) -> Text:
    """A filled block as it prints, without the marks of its markup."""
    from drafter.formats.markdown import parse_inline
    from drafter.tui.page import pieces_of

    out = Text()
    for number, paragraph in enumerate(markdown.split("\n")):
        if number:
            out.append("\n")
        note = _NOTE.sub(r"\1 ", paragraph)  # at the foot a note has no colon after its number
        for words, style in pieces_of(parse_inline(note)):
            out.append(words, "italic" if "italic" in style else "")
    return out

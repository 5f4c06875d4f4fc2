"""The catalogue of blocks: type to find, see what it is for, Enter chooses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.fuzzy import Matcher
from textual.widgets import Input, OptionList, Static

from drafter.blocks.catalogue import Template, catalogue
from drafter.errors import DrafterError
from drafter.tui.screens.picker import Picker

_NOTE = re.compile(r"^(\[\^[^\]]+\]):\s*")


class BlockPicker(Picker[Template]):
    """Gives the block chosen; None when it was left."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual has it

    def __init__(self, body: str, part: str) -> None:
        super().__init__()
        every = [each for each in catalogue() if each.suits(body)]
        # Blocks for the part one is in come first; the others stay within reach.
        self._templates = sorted(every, key=lambda each: each.part != part)

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

    def matching(self, wanted: str) -> Sequence[Template]:
        """The blocks whose name, title or purpose has the words."""
        if not wanted:
            return self._templates
        matcher = Matcher(wanted)
        scored = [(self._score(matcher, wanted, each), each) for each in self._templates]
        scored = [pair for pair in scored if pair[0] > 0]
        return [each for _, each in sorted(scored, key=lambda pair: -pair[0])]

    def entry(self, each: Template) -> Text:
        """The part and the title."""
        part = "PP" if each.part == "preambular" else "OP"
        return Text.assemble((f"{part} ", "dim"), each.title, no_wrap=True, overflow="ellipsis")

    def list(self, wanted: str) -> None:
        """Show what fits; say so where nothing does."""
        super().list(wanted)
        if not self.found:
            self.query_one("#preview", Static).update("nothing is called that")

    @staticmethod
    def _score(matcher: Matcher, wanted: str, template: Template) -> float:
        words = f"{template.title} {template.family} {template.name} {template.about}"
        if wanted.casefold() in words.casefold():
            return 100 + (wanted.casefold() in template.title.casefold()) * 100
        return matcher.match(f"{template.title} {template.family}")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the block is for and how it reads."""
        if event.option_index < len(self.found):
            template = self.found[event.option_index]
            self.query_one("#preview", Static).update(preview(template))


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

"""Agreed language beside the draft: each phrase with its source, and what can be done with it.

Shows what it is handed and posts what is wanted; the draft screen decides what comes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets.option_list import Option

from drafter.editing.agreed import cited
from drafter.tui.widgets.side_list import SideList
from drafter.tui.wrap import visible

if TYPE_CHECKING:
    from drafter.phrases.bank import Suggestion

What = Literal["insert", "replace", "missing", "compare", "source"]


class AgreedList(SideList):
    """Suggestions with their sources."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Insert", key_display="⏎"),
        Binding("r", "want('replace')", "Replace"),
        Binding("m", "want('missing')", "Missing"),
        Binding("c", "want('compare')", "Compare"),
        Binding("p", "want('source')", "Source"),
        Binding("f,slash", "screen.filter", "Filter", key_display="f"),
        Binding("escape", "screen.back", "Back", key_display="Esc"),
    ]

    class Asked(Message):
        """Something is to be done with `phrase`."""

        def __init__(self, what: What, phrase: Suggestion) -> None:
            super().__init__()
            self.what = what
            self.phrase = phrase

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._phrases: tuple[Suggestion, ...] = ()

    def show(self, phrases: tuple[Suggestion, ...], asked: str) -> None:
        """List `phrases`; words that `asked` does not have are underlined."""
        self._phrases = phrases
        self.clear_options()
        self.add_options([Option(_agreed(phrase, asked)) for phrase in phrases])
        if phrases and self.has_focus:
            self.highlighted = 0

    def action_select(self) -> None:
        """Insert the phrase under the cursor."""
        self.action_want("insert")

    def action_want(self, what: What) -> None:
        """Ask for something to be done with the phrase under the cursor."""
        if self.highlighted is not None and self.highlighted < len(self._phrases):
            self.post_message(self.Asked(what, self._phrases[self.highlighted]))


def _agreed(phrase: Suggestion, asked: str) -> Text:
    known = {_bare(word) for word in asked.split()}
    words = phrase.text.split(" ")
    new = [_bare(word) not in known for word in words]
    # Where most of it is other language, marking it all would only make it hard to read.
    marked = sum(new) * 2 < len(new)
    out = Text()
    for word, is_new in zip(words, new, strict=True):
        out.append(visible(word), "underline" if is_new and marked else "")
        out.append(" ")
    out.rstrip()
    out.append("\n")
    uses = f" · in {phrase.uses} texts" if phrase.uses > 1 else ""
    out.append(f"{cited(phrase)}{uses}", "dim italic")
    out.append("\n")
    return out


def _bare(word: str) -> str:
    return word.strip(".,;:").casefold()

"""The panel beside the draft: agreed language, or findings. A list, its title, its keys.

Shows what it is handed and posts what is chosen; the draft screen decides what comes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import ContentSwitcher, OptionList, Static
from textual.widgets.option_list import Option

from drafter.editing.agreed import cited

if TYPE_CHECKING:
    from drafter.lint.findings import Finding
    from drafter.phrases.bank import Suggestion

Shown = Literal["", "agreed", "findings"]
_LEVELS = {"error": "✗", "warning": "•", "note": "·"}


class AgreedList(OptionList):
    """Suggestions with their sources."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Insert"),
        Binding("r", "replace", "Replace mine"),
        Binding("escape", "screen.back", "Back"),
    ]

    class Chosen(Message):
        """`phrase` is wanted; `over` says instead of the paragraph under the cursor."""

        def __init__(self, phrase: Suggestion, *, over: bool) -> None:
            super().__init__()
            self.phrase = phrase
            self.over = over

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, compact=True)
        self._phrases: tuple[Suggestion, ...] = ()

    def show(self, phrases: tuple[Suggestion, ...], asked: str) -> None:
        """List `phrases`; words that `asked` does not have are underlined."""
        self._phrases = phrases
        self.clear_options()
        self.add_options([Option(_agreed(phrase, asked)) for phrase in phrases])
        if phrases and self.has_focus:
            self.highlighted = 0

    def on_focus(self) -> None:
        """Begin at the best one."""
        if self.highlighted is None and self._phrases:
            self.highlighted = 0

    def action_select(self) -> None:
        """Insert the phrase under the cursor."""
        self._choose(over=False)

    def action_replace(self) -> None:
        """Put the phrase in place of the paragraph under the cursor."""
        self._choose(over=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click chooses too."""
        event.stop()
        self._choose(over=False)

    def _choose(self, *, over: bool) -> None:
        if self.highlighted is not None:
            self.post_message(self.Chosen(self._phrases[self.highlighted], over=over))


def _agreed(phrase: Suggestion, asked: str) -> Text:
    known = {_bare(word) for word in asked.split()}
    words = phrase.text.split(" ")
    new = [_bare(word) not in known for word in words]
    # Where most of it is other language, marking it all would only make it hard to read.
    marked = sum(new) * 2 < len(new)
    out = Text()
    for word, is_new in zip(words, new, strict=True):
        out.append(word, "underline" if is_new and marked else "")
        out.append(" ")
    out.rstrip()
    out.append("\n")
    uses = f" · in {phrase.uses} texts" if phrase.uses > 1 else ""
    out.append(f"{cited(phrase)}{uses}", "dim italic")
    out.append("\n")
    return out


def _bare(word: str) -> str:
    return word.strip(".,;:").casefold()


class FindingsList(OptionList):
    """What the checks found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Go to"),
        Binding("x", "explain", "Explain"),
        Binding("f", "fix", "Fix this"),
        Binding("F", "screen.fix_all", "Fix all safe"),
        Binding("escape", "screen.back", "Back"),
    ]

    class Asked(Message):
        """Something is to be done about `finding`."""

        def __init__(self, what: Literal["go", "explain", "fix"], finding: Finding) -> None:
            super().__init__()
            self.what = what
            self.finding = finding

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, compact=True)
        self._findings: tuple[Finding, ...] = ()

    def show(self, findings: tuple[Finding, ...]) -> None:
        """List `findings`, staying near where one was."""
        if findings == self._findings:
            return
        at = self.highlighted
        self._findings = findings
        self.clear_options()
        self.add_options([Option(_found(finding)) for finding in findings])
        if findings and at is not None:
            self.highlighted = min(at, len(findings) - 1)

    def on_focus(self) -> None:
        """Begin at the first one."""
        if self.highlighted is None and self._findings:
            self.highlighted = 0

    def action_select(self) -> None:
        """Go to the finding under the cursor."""
        self._ask("go")

    def action_explain(self) -> None:
        """Read the rule's page."""
        self._ask("explain")

    def action_fix(self) -> None:
        """Mend this one."""
        self._ask("fix")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click goes there."""
        event.stop()
        self._ask("go")

    def _ask(self, what: Literal["go", "explain", "fix"]) -> None:
        if self.highlighted is not None:
            self.post_message(self.Asked(what, self._findings[self.highlighted]))


def _found(finding: Finding) -> Text:
    out = Text()
    out.append(f"{_LEVELS.get(finding.level, '•')} ")
    out.append(finding.place, "bold")
    out.append(f" {finding.message}")
    if finding.fix:
        out.append(f"  → {finding.fix.about or 'can be fixed'}", "dim")
    return out


class Side(Vertical):
    """The panel: one of its lists at a time, under a title."""

    def compose(self) -> ComposeResult:
        """A title and the lists."""
        yield Static("", id="side-title", markup=False)
        with ContentSwitcher(initial="agreed", id="side-lists"):
            yield AgreedList(id="agreed")
            yield FindingsList(id="findings")

    def turn_to(self, shown: Shown, title: str) -> None:
        """Show the list `shown` under `title`; "" hides the panel."""
        self.display = bool(shown)
        if shown:
            self.query_one(ContentSwitcher).current = shown
            self.query_one("#side-title", Static).update(Text(title), layout=False)

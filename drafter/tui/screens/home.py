"""The home screen: recent drafts, a new one, any file, and what was left unsaved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from drafter.editing.recent import recent
from drafter.editing.recovery import open_unsaved, read, unsaved_drafts
from drafter.editing.save import Opened, new_file, open_file
from drafter.errors import DrafterError
from drafter.model import plain
from drafter.tui.widgets.bars import StatusBar, TopBar


class HomeScreen(Screen[None]):
    """Where an evening begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open_chosen", "Open", key_display="⏎"),
        Binding("n", "new", "New draft"),
        Binding("o", "open_file", "Open a file"),
        Binding("question_mark", "help", "Keys", key_display="?"),
        Binding("q", "app.quit", "Leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Text, Callable[[], Opened]]] = []

    def compose(self) -> ComposeResult:
        """The list and the keys."""
        yield TopBar(id="top")
        with Container(id="home"), Vertical(id="home-box"):
            yield Static("drafter", id="home-title")
            yield Static("draft resolutions: write, check, compare, circulate", id="home-about")
            yield OptionList(id="recent", compact=True)
            yield Static("", id="home-keys", markup=False)
        yield StatusBar(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """List what there is."""
        for path in unsaved_drafts():
            self._rows.append((_unsaved(path), _recovered(path)))
        for path in recent():
            self._rows.append((_entry(path.name, path.parent, ""), _read(path)))
        self.query_one("#top", TopBar).show("drafter", "")
        options = self.query_one(OptionList)
        options.add_options([Option(words) for words, _ in self._rows])
        words = "n  a new draft from a skeleton      o  open any file: Markdown, Word, text"
        if self._rows:
            options.highlighted = 0
            options.focus()
        else:
            options.display = False
            words = f"No recent drafts yet.\n\n{words}"
        self.query_one("#home-keys", Static).update(words)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the draft under the cursor."""
        self._open(self._rows[event.option_index][1])

    def action_open_chosen(self) -> None:
        """Open the draft under the cursor."""
        at = self.query_one(OptionList).highlighted
        if at is not None and self._rows:
            self._open(self._rows[at][1])

    def action_open_file(self) -> None:
        """Choose a file."""
        from drafter.tui.screens.file_picker import FilePicker

        def taken(path: Path | None) -> None:
            if path is not None:
                self._open(lambda: open_file(path) if path.exists() else new_file(path))

        self.app.push_screen(FilePicker(Path.cwd()), taken)

    def action_new(self) -> None:
        """Choose a skeleton and fill it in."""
        from drafter.tui.screens.new import NewDraft

        def taken(opened: Opened | None) -> None:
            if opened is not None:
                self._open(lambda: opened)

        self.app.push_screen(NewDraft(), taken)

    def action_help(self) -> None:
        """Show every key."""
        from drafter.tui.screens.reader import Reader
        from drafter.tui.words import HOME

        self.app.push_screen(Reader("Keys · Home", HOME))

    def _open(self, read: Callable[[], Opened]) -> None:
        from drafter.tui.app import DrafterApp

        try:
            opened = read()
        except DrafterError as error:
            self.query_one(StatusBar).say(f"{error}. {error.hint}", trouble=True)
            return
        if isinstance(self.app, DrafterApp):
            self.app.open(opened)


def _entry(name: str, where: Path, note: str) -> Text:
    return Text.assemble((f"{name}  ", "bold"), (str(where), "dim"), f"  {note}", no_wrap=True)


def _unsaved(path: Path) -> Text:
    found = read(path)
    title = plain(found.title) if found is not None else ""
    return Text.assemble(("Never saved: ", ""), (title or "a draft without a title", "bold"))


def _read(path: Path) -> Callable[[], Opened]:
    return lambda: open_file(path)


def _recovered(path: Path) -> Callable[[], Opened]:
    return lambda: open_unsaved(path)

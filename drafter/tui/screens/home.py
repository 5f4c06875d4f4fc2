"""The home screen: recent drafts, a new one, any file, and what was left unsaved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from drafter.editing.recent import recent
from drafter.editing.recovery import open_unsaved, read, unsaved_drafts
from drafter.editing.save import Opened, new_file, open_file
from drafter.editing.shelf import Shelved, shelved, when
from drafter.errors import DrafterError
from drafter.model import plain
from drafter.tui.widgets.bars import StatusBar, TopBar
from drafter.tui.widgets.keys_bar import KeysBar
from drafter.tui.wrap import shorten

_NAME, _TITLE = 26, 28  # columns
_WORDS = """\
n  a new draft: from a skeleton, or from last session’s text
o  any file: Markdown, Word, PDF, text"""


class Recent(OptionList):
    """The drafts, with their key in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Open", key_display="⏎"),
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]


class HomeScreen(Screen[None]):
    """Where an evening begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "New draft"),
        Binding("o", "open_file", "Open a file"),
        Binding("question_mark", "help", "Keys", key_display="?"),
        Binding("q", "app.quit", "Leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Text, Callable[[], Opened]]] = []
        self._where: list[str] = []

    def compose(self) -> ComposeResult:
        """The list and the keys."""
        yield TopBar(id="top")
        with Container(id="home"), Vertical(id="home-box"):
            yield Static("drafter", id="home-title")
            yield Static("draft resolutions: write, check, compare, circulate", id="home-about")
            yield Recent(id="recent", compact=True)
            yield Static("", id="home-keys", markup=False)
        yield StatusBar(id="status")
        yield KeysBar()

    def on_mount(self) -> None:
        """List what there is."""
        for path in unsaved_drafts():
            self._rows.append((_unsaved(path), _recovered(path)))
            self._where.append("a draft that never got a name: open it to recover what was typed")
        for draft in shelved(recent()):
            self._rows.append((_entry(draft), _read(draft.path)))
            self._where.append(str(draft.path))
        self.query_one("#top", TopBar).show("drafter", "")
        options = self.query_one(OptionList)
        options.add_options([Option(words) for words, _ in self._rows])
        words = _WORDS
        if self._rows:
            options.highlighted = 0
            options.focus()
        else:
            options.display = False
            words = f"No recent drafts yet.\n\n{words}"
        self.query_one("#home-keys", Static).update(words)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say where the draft under the cursor lies."""
        self.query_one(StatusBar).say(self._where[event.option_index])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the draft under the cursor."""
        self._open(self._rows[event.option_index][1])

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
        from drafter.tui.screens.which import Which

        try:
            opened = read()
        except DrafterError as error:
            self.query_one(StatusBar).say(f"{error}. {error.hint}", trouble=True)
            return
        app = self.app
        if not isinstance(app, DrafterApp):
            return
        buffer = opened.buffer
        if len(buffer.document.resolutions) < 2 or buffer.which:
            app.open(opened)
            return

        def taken(which: int | None) -> None:
            if which is not None:
                path = Path(buffer.path or buffer.source)
                app.open(open_file(path, which=which) if which else opened)

        app.push_screen(Which(buffer.document), taken)


def _entry(draft: Shelved) -> Text:
    """Name, title and moment in columns; what was not saved is said before anything else."""
    name, title = shorten(draft.path.name, _NAME), shorten(draft.title, _TITLE)
    moment = when(draft.changed, datetime.now().astimezone())
    out = Text(no_wrap=True, overflow="crop")
    out.append(f"{name:<{_NAME}}  ", "bold")
    if draft.lost:
        out.append("● not saved: open it to recover  ", "bold")
    else:
        out.append(f"{title:<{_TITLE}}  ")
    out.append(moment, "dim")
    return out


def _unsaved(path: Path) -> Text:
    found = read(path)
    title = plain(found.title) if found is not None else ""
    return Text.assemble(("Never saved: ", ""), (title or "a draft without a title", "bold"))


def _read(path: Path) -> Callable[[], Opened]:
    return lambda: open_file(path)


def _recovered(path: Path) -> Callable[[], Opened]:
    return lambda: open_unsaved(path)

"""Any file: a path to type, a tree to walk. Only files that drafter reads are shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import DirectoryTree, Input, Static

_READ = {".md", ".markdown", ".txt", ".docx", ".docm", ".pdf", ".json"}


class _Tree(DirectoryTree):
    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Folders, and files of a kind that can be read."""
        return [
            path
            for path in paths
            if not path.name.startswith(".") and (path.is_dir() or path.suffix.lower() in _READ)
        ]


class FilePicker(ModalScreen[Path | None]):
    """Gives the file chosen; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, folder: Path, title: str = "Open") -> None:
        super().__init__()
        self._folder, self._title = folder, title

    def compose(self) -> ComposeResult:
        """The line and the tree."""
        with Vertical(classes="dialog wide tall"):
            yield Static(self._title, classes="dialog-title")
            yield Input(placeholder="a path, or Tab into the tree", compact=True)
            yield _Tree(self._folder)
            yield Static("Enter opens · Tab to the tree · Esc leaves", classes="dialog-note")

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open what was typed; a folder becomes the tree's."""
        path = Path(event.value.strip()).expanduser()
        if not event.value.strip():
            self.query_one(_Tree).focus()
        elif path.is_dir():
            self.query_one(_Tree).path = path
            self.query_one(_Tree).focus()
        elif path.exists() or path.suffix == ".md":
            self.dismiss(path)
        else:
            self.query_one(".dialog-note", Static).update(f"{path}: no such file")

    def on_directory_tree_file_selected(self, event: DirectoryTree.FileSelected) -> None:
        """Open the file under the cursor."""
        self.dismiss(event.path)

"""What to write for others, and where."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from drafter.editing.buffer import Buffer
from drafter.editing.exporting import OUTPUTS, Wanted, base_of, suggested_path


class Export(ModalScreen[Wanted | None]):
    """Gives the file to write; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, buffer: Buffer, *, since: Path | None = None) -> None:
        super().__init__()
        self._buffer = buffer
        self._since = since  # begin with the redline since this file

    def compose(self) -> ComposeResult:
        """The kinds of file, the older text of a redline, and the name."""
        options = [Option(Text(f"{each.title} — {each.about}")) for each in OUTPUTS]
        base = self._since or base_of(self._buffer) or self._buffer.source
        with Vertical(classes="dialog"):
            yield Static("Write for others", classes="dialog-title")
            yield OptionList(*options, compact=True)
            yield Static("Since which text (a file)", classes="field-label", id="base-label")
            yield Input(str(base or ""), id="base", placeholder="the older file", compact=True)
            yield Static("File", classes="field-label")
            yield Input(id="path", compact=True)
            yield Static("", classes="dialog-note", id="note", markup=False)

    def on_mount(self) -> None:
        """Begin at the circulation file."""
        self.query_one(OptionList).focus()
        kinds = [each.kind for each in OUTPUTS]
        self.query_one(OptionList).highlighted = kinds.index("redline") if self._since else 0

    @property
    def _at(self) -> int:
        return self.query_one(OptionList).highlighted or 0

    def on_option_list_option_highlighted(self) -> None:
        """Name the file after the kind."""
        output = OUTPUTS[self._at]
        self.query_one("#path", Input).value = str(suggested_path(self._buffer, output))
        for name in ("#base", "#base-label"):
            self.query_one(name).display = output.kind == "redline"
        self._tell()

    def on_input_changed(self) -> None:
        """Say what Enter would do now."""
        self._tell()

    def _tell(self) -> None:
        path = Path(self.query_one("#path", Input).value).expanduser()
        there = "the file is there already: you will be asked" if path.exists() else ""
        words = "Enter writes · Tab to the next line · Esc leaves it"
        self.query_one("#note", Static).update("\n".join(filter(None, (there, words))))

    def on_option_list_option_selected(self) -> None:
        """Write it, or go on to the missing line."""
        self._finish()

    def on_input_submitted(self) -> None:
        """Write it."""
        self._finish()

    def _finish(self) -> None:
        output = OUTPUTS[self._at]
        path = self.query_one("#path", Input).value.strip()
        base = self.query_one("#base", Input).value.strip()
        if output.kind == "redline" and not Path(base).expanduser().is_file():
            self.query_one("#base", Input).focus()
            self.query_one("#note", Static).update(f"{base or 'the older text'}: no such file")
            return
        if not path:
            self.query_one("#path", Input).focus()
            return
        older = Path(base).expanduser() if output.kind == "redline" else None
        self.dismiss(Wanted(output.kind, Path(path).expanduser(), older))

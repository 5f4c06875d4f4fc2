"""Which text to compare the draft with: its base, its last save, or a file."""

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
from drafter.editing.comparing import Against
from drafter.editing.exporting import base_of
from drafter.editing.recent import recent


class ChooseAgainst(ModalScreen[Against | None]):
    """Gives the older text; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, buffer: Buffer) -> None:
        super().__init__()
        self._choices: list[tuple[str, Against]] = []
        base = base_of(buffer)
        if base is not None:
            self._choices.append((f"the base text, {base.name}", Against("file", base)))
        if buffer.saved is not None:
            self._choices.append(("the last save", Against("saved")))
        if buffer.source:
            source = Path(buffer.source)
            self._choices.append((f"as it was opened, {source.name}", Against("file", source)))
        known = {path.resolve() for path in (base, buffer.path) if path is not None}
        others = [path for path in recent() if path not in known][:4]
        self._choices += [(f"{p.name}  in {p.parent}", Against("file", p)) for p in others]

    def compose(self) -> ComposeResult:
        """What lies at hand, and a line for any other file."""
        with Vertical(classes="dialog"):
            yield Static("Compare with", classes="dialog-title")
            yield OptionList(*(Option(Text(words)) for words, _ in self._choices), compact=True)
            yield Input(placeholder="or any other file: a path", id="path", compact=True)
            yield Static("Enter compares · Tab to the line · Esc leaves it", classes="dialog-note")

    def on_mount(self) -> None:
        """Begin at the likeliest."""
        if self._choices:
            self.query_one(OptionList).focus()
            self.query_one(OptionList).highlighted = 0
        else:
            self.query_one(OptionList).display = False
            self.query_one(Input).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Compare with the text under the cursor."""
        self.dismiss(self._choices[event.option_index][1])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Compare with the file named."""
        path = Path(event.value.strip()).expanduser()
        if not event.value.strip() or not path.is_file():
            self.query_one(".dialog-note", Static).update(Text(f"{path}: no such file"))
            return
        self.dismiss(Against("file", path))

"""What to write for others, and where: each kind of file read before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from drafter.editing.buffer import Buffer
from drafter.editing.exporting import OUTPUTS, Output, Wanted, base_of, suggested_path
from drafter.errors import DrafterBug, DrafterError
from drafter.tui.later import Later

_KEYS = "Enter writes · Tab next line · PgUp PgDn read on · Esc leaves it"
_LABELS = {"must": "Since which text (a file)", "may": "In the layout of (a Word file, or nothing)"}


@dataclass(frozen=True, slots=True)
class _Question:
    """A file to preview, in lines of `width` columns."""

    wanted: Wanted
    buffer: Buffer
    width: int
    colour: bool


class Export(ModalScreen[Wanted | None]):
    """Gives the file to write; None when it was left."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("pagedown", "read(1)", "Read on", show=False, priority=True),
        Binding("pageup", "read(-1)", "Read back", show=False, priority=True),
    ]

    class Previewed(Message):
        """What `wanted` will hold, or why it cannot be made."""

        def __init__(self, wanted: Wanted, page: Text) -> None:
            super().__init__()
            self.wanted = wanted
            self.page = page

    def __init__(self, buffer: Buffer, *, since: Path | None = None) -> None:
        super().__init__()
        self._buffer = buffer
        self._since = since  # begin with the redline since this file
        self._base = str(since or base_of(buffer) or buffer.source)
        self._preview = Later(self, "preview", 0.2, _previewed)

    def compose(self) -> ComposeResult:
        """The kinds of file beside what each will hold, the older text, and the name."""
        with Vertical(classes="dialog wide tall"):
            yield Static("Write for others", classes="dialog-title")
            with Horizontal(id="outputs"):
                yield OptionList(*(Option(Text(each.title)) for each in OUTPUTS), compact=True)
                with VerticalScroll(id="preview-scroll", can_focus=False):
                    yield Static(id="preview", markup=False)
            yield Static("", classes="field-label", id="base-label")
            yield Input(self._base, id="base", placeholder="the older file", compact=True)
            yield Static("File", classes="field-label")
            yield Input(id="path", compact=True)
            yield Static("", classes="dialog-note", id="note", markup=False)

    def on_mount(self) -> None:
        """Begin at the circulation file."""
        self.query_one(OptionList).focus()
        kinds = [each.kind for each in OUTPUTS]
        self.query_one(OptionList).highlighted = kinds.index("redline") if self._since else 0

    @property
    def _output(self) -> Output:
        return OUTPUTS[self.query_one(OptionList).highlighted or 0]

    @property
    def _wanted(self) -> Wanted:
        """What Enter would write now."""
        base = self.query_one("#base", Input).value.strip()
        path = Path(self.query_one("#path", Input).value.strip()).expanduser()
        older = Path(base).expanduser() if base and self._output.base else None
        return Wanted(self._output.kind, path, older)

    def on_option_list_option_highlighted(self) -> None:
        """Name the file after the kind, and show what it will hold."""
        output = self._output
        self.query_one("#path", Input).value = str(suggested_path(self._buffer, output))
        base = self._base if output.base == "must" or _is_word(self._base) else ""
        self.query_one("#base", Input).value = base
        for name in ("#base", "#base-label"):
            self.query_one(name).display = bool(output.base)
        self.query_one("#base-label", Static).update(_LABELS.get(output.base, ""))
        self._tell()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what Enter would do now."""
        if event.input.id == "base" and event.value:
            self._base = event.value
        self._tell()

    def on_resize(self) -> None:
        """Set the preview anew for the new width."""
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        wanted = self._wanted
        there = "the file is there already: you will be asked" if wanted.path.is_file() else ""
        self.query_one("#note", Static).update("\n".join(filter(None, (there, _KEYS))))
        about = self._output.about
        if trouble := self._missing(wanted):
            self.query_one("#preview", Static).update(f"{about}\n\n{trouble}")
            self._preview.forget()
            return
        scroll = self.query_one("#preview-scroll")
        width = max(scroll.scrollable_content_region.width - 1, 24)
        question = _Question(wanted, self._buffer, width, not self.app.no_color)
        self.query_one("#preview", Static).update(f"{about}\n\n…")
        self._preview.ask(question)

    def _missing(self, wanted: Wanted) -> str:
        """What is still missing before the file can be written; "" when nothing is."""
        needed = self._output.base == "must" or (self._output.base and wanted.base is not None)
        if needed and not (wanted.base and wanted.base.is_file()):
            return f"{wanted.base or 'the older text'}: no such file"
        return ""

    def on_export_previewed(self, message: Previewed) -> None:
        """Show it, unless another one is wanted by now."""
        if message.wanted == self._wanted:
            page = Text.assemble(f"{self._output.about}\n", message.page)
            self.query_one("#preview", Static).update(page)
            self.query_one("#preview-scroll").scroll_home(animate=False)

    def action_read(self, by: int) -> None:
        """Read the preview a screenful on or back."""
        scroll = self.query_one("#preview-scroll")
        scroll.scroll_relative(y=by * max(1, scroll.size.height - 1), animate=False)

    def on_option_list_option_selected(self) -> None:
        """Write it, or go on to the missing line."""
        self._finish()

    def on_input_submitted(self) -> None:
        """Write it."""
        self._finish()

    def _finish(self) -> None:
        wanted = self._wanted
        if trouble := self._missing(wanted):
            self.query_one("#base", Input).focus()
            self.query_one("#note", Static).update(f"{trouble}\n{_KEYS}")
        elif not self.query_one("#path", Input).value.strip() or wanted.path.is_dir():
            self.query_one("#path", Input).focus()
            self.query_one("#note", Static).update(f"name a file\n{_KEYS}")
        else:
            self.dismiss(wanted)


def _is_word(name: str) -> bool:
    return Path(name).suffix.lower() == ".docx"


def _previewed(question: _Question) -> Export.Previewed:
    """The preview that `question` asks for, or why there is none."""
    from drafter.tui.preview import preview

    wanted = question.wanted
    try:
        page = preview(wanted, question.buffer, question.width, colour=question.colour)
    except (DrafterError, DrafterBug, OSError) as error:
        hint = getattr(error, "hint", "")
        page = Text(f"\nThis cannot be written: {error}. {hint}".rstrip(" .") + ".")
    return Export.Previewed(wanted, page)

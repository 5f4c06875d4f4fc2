"""The draft compared with an older text, read as one: next and previous change, go to it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer

from drafter.diff.changes import Diff, counts
from drafter.editing.buffer import Buffer
from drafter.editing.comparing import Against, compare
from drafter.errors import DrafterError
from drafter.tui.changes import Entry, entries
from drafter.tui.widgets.bars import StatusBar, TopBar
from drafter.tui.widgets.painting import COMPONENTS, Palette
from drafter.tui.wrap import Pieces


class DiffView(ScrollView, can_focus=True):
    """The changes, one under the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._diff: Diff | None = None
        self._entries: tuple[Entry, ...] = ()
        self._lines: list[tuple[int, Pieces]] = []  # the entry of each line, and the line
        self._palette: Palette | None = None
        self.at = -1  # the entry under the cursor

    def show(self, diff: Diff) -> None:
        """Show `diff`, the cursor on its first change."""
        self._diff = diff
        self._lay_out()
        self.step(1)

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self._diff is None:
            return
        width = min(self.scrollable_content_region.width - 3, 96)
        self._entries = entries(self._diff, width, colour=not self.app.no_color)
        self._lines = []
        for at, each in enumerate(self._entries):
            if each.changed and at and not self._entries[at - 1].changed:
                self._lines.append((at - 1, ()))
            self._lines += [(at, line) for line in each.lines]
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines) + 1)
        self.refresh()

    @property
    def entry(self) -> Entry | None:
        """The change under the cursor."""
        return self._entries[self.at] if 0 <= self.at < len(self._entries) else None

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) change; whether there is one."""
        at = self.at + by
        while 0 <= at < len(self._entries) and not self._entries[at].changed:
            at += by
        if not 0 <= at < len(self._entries):
            return False
        self.at = at
        top = next(number for number, (entry, _) in enumerate(self._lines) if entry == at)
        self.scroll_to(y=max(0, top - 3), animate=False)
        self.refresh()
        return True

    def notify_style_update(self) -> None:
        """Look the colours up again after a change of theme."""
        super().notify_style_update()
        self._palette = None

    def render_line(self, y: int) -> Strip:
        """The strip of screen line `y`."""
        palette = self._palette = self._palette or Palette(self)
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        at, pieces = self._lines[number]
        bar = ("▌ ", "cursor") if at == self.at and pieces else ("  ", "")
        return palette.strip((bar, *pieces), width)


class Compare(Screen[None]):
    """What changed since an older text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,right_square_bracket", "step(1)", "Next change", key_display="n"),
        Binding("p,left_square_bracket", "step(-1)", "Previous", key_display="p"),
        Binding("enter", "go", "Go to it"),
        Binding("x", "export", "Write the redline"),
        Binding("escape,q,c", "dismiss", "Back", key_display="Esc"),
    ]

    class Ready(Message):
        """The comparison is worked out, or `trouble` says why not."""

        def __init__(self, diff: Diff | None, trouble: str = "") -> None:
            super().__init__()
            self.diff = diff
            self.trouble = trouble

    def __init__(self, buffer: Buffer, against: Against) -> None:
        super().__init__()
        self._buffer, self._against = buffer, against
        self._words = ""  # what changed, in a line

    def compose(self) -> ComposeResult:
        """The bars and the changes."""
        yield TopBar(id="top")
        yield DiffView(id="changes")
        yield StatusBar(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Compare, in a thread."""
        self.query_one("#top", TopBar).show(f"Changes since {self._against.name}", "")
        self.query_one(StatusBar).say("comparing …")
        self.query_one(DiffView).focus()
        self.run_worker(self._work, thread=True, exit_on_error=False)

    def _work(self) -> None:
        try:
            self.post_message(self.Ready(compare(self._buffer, self._against)))
        except DrafterError as error:
            self.post_message(self.Ready(None, f"{error}. {error.hint}"))

    def on_compare_ready(self, message: Ready) -> None:
        """Show the changes."""
        status = self.query_one(StatusBar)
        if message.diff is None:
            status.say(message.trouble, trouble=True)
            return
        found = {kind: n for kind, n in counts(message.diff).items() if n and kind != "unchanged"}
        self._words = " · ".join(f"{n} {kind}" for kind, n in found.items()) or "nothing changed"
        self.query_one(DiffView).show(message.diff)
        status.say(self._words)

    def action_step(self, by: int) -> None:
        """Go to the next or the previous change."""
        if not self.query_one(DiffView).step(by):
            self.query_one(StatusBar).say("that was the last" if by > 0 else "that was the first")
        else:
            self.query_one(StatusBar).say(self._words)

    def action_go(self) -> None:
        """Go to the change in the draft."""
        entry = self.query_one(DiffView).entry
        self.dismiss()
        if entry is not None:
            from drafter.tui.screens.desk import Desk

            for screen in self.app.screen_stack:
                if isinstance(screen, Desk):
                    screen.go_to_place(entry.place)

    def action_export(self) -> None:
        """Write the redline since this text."""
        self.dismiss()
        from drafter.tui.screens.filing import Filing

        for screen in self.app.screen_stack:
            if isinstance(screen, Filing):
                screen.export_since(self._against)

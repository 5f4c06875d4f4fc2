"""Find and replace: a strip at the foot of the screen, the draft in sight above it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from drafter.editing import finding
from drafter.editing.finding import Match
from drafter.editing.save import Opened
from drafter.errors import DrafterError
from drafter.tui.overlay import Paint
from drafter.tui.screens.desk import Desk

_KEYS = "Enter next · ↑ previous · Tab other line · Ctrl-R replaces all · Esc closes"


class FindStrip(ModalScreen[None]):
    """Two lines, what to find and what to put there. The desk does the work."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close"),
        Binding("down", "step(1)", "Next", show=False, priority=True),
        Binding("up", "step(-1)", "Previous", show=False, priority=True),
        Binding("ctrl+r,f8", "replace_all", "Replace all", priority=True),
        Binding("ctrl+z", "undo", "Undo", priority=True),
    ]

    def __init__(self, desk: Finding, wanted: str) -> None:
        super().__init__()
        self._desk, self._wanted = desk, wanted

    def compose(self) -> ComposeResult:
        """The two lines and what was found."""
        with Vertical(classes="strip"):
            yield Input(self._wanted, placeholder="find", id="wanted", compact=True)
            yield Input(placeholder="replace by (Enter here replaces)", id="words", compact=True)
            yield Static("", id="found", markup=False)

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one("#wanted", Input).focus()
        self.look()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as one types."""
        event.stop()
        self.look()

    def look(self) -> None:
        """Say what there is."""
        wanted = self.query_one("#wanted", Input).value
        self.query_one("#found", Static).update(f"{self._desk.look_for(wanted)}\n{_KEYS}")

    def action_step(self, by: int) -> None:
        """Go to the next or the previous place."""
        self._desk.step_found(by)
        self.look()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on; in the second line, replace and go on."""
        if event.input.id == "words":
            self._desk.replace_found(event.value)
        else:
            self._desk.step_found(1)
        self.look()

    def action_replace_all(self) -> None:
        """Replace everywhere, as one step."""
        self._desk.replace_every(self.query_one("#words", Input).value)
        self.look()

    def action_undo(self) -> None:
        """Undo in the draft."""
        self._desk.travel(back=True)
        self.look()


class Finding(Desk):
    """The job of finding and replacing."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self._wanted = ""
        self._last_wanted = ""
        self._at: Match | None = None  # the place one is at

    def action_find(self) -> None:
        """Open the strip."""

        def closed(_: object) -> None:
            self.text.foot = 0
            self._last_wanted, self._wanted, self._at = self._wanted, "", None
            self.show()

        self.lift_pen()
        self.text.foot = 4  # the strip covers them
        self.app.push_screen(FindStrip(self, self._last_wanted), closed)

    def _matches(self) -> tuple[Match, ...]:
        return finding.find([line.row for line in self.lines], self._wanted)

    def look_for(self, wanted: str) -> str:
        """Show where `wanted` stands, going to the nearest place; how often, in words."""
        fresh, self._wanted = wanted != self._wanted, wanted
        found = self._matches()
        if self._at not in found:
            row = self.buffer.state.cursor
            before = self._at or Match(row, 0, 0)
            self._at = next((m for m in found if m >= before), found[0] if found else None)
            fresh = True
        if fresh and self._at is not None:
            self.go(self._at.row)
        self.show()
        if not found or self._at is None:
            return "nowhere in the draft" if wanted.strip() else "type what to look for"
        return f"{found.index(self._at) + 1} of {len(found)}, in {self.line.place}"

    def step_found(self, by: int) -> None:
        """Go to the next or the previous place, round the end."""
        found = self._matches()
        if found:
            at = found.index(self._at) if self._at in found else -1
            self._at = found[(at + by) % len(found)]
            self.go(self._at.row)

    def replace_found(self, words: str) -> None:
        """Put `words` where one is and go on."""
        at = self._at
        if at is None or at not in self._matches():  # words may have followed, or gone, meanwhile
            return
        try:
            state = finding.replace_one(self.buffer.state, at, words)
        except DrafterError as error:
            self.complain(error)
            self.step_found(1)
            return
        self.do(lambda _: state)
        self._at = Match(at.row, at.start + max(len(words), 1), at.end + len(words))

    def replace_every(self, words: str) -> None:
        """Put `words` everywhere, as one step."""
        wanted = self._wanted
        if wanted.strip():
            self.do(lambda state: finding.replace_all(state, wanted, words))

    def paints(self) -> dict[int, tuple[Paint, ...]]:
        """Every place found, over whatever else is painted."""
        out = super().paints()
        places: dict[int, list[Paint]] = {}
        for match in self._matches() if self._wanted else ():
            name = "found" if match == self._at else "mark"
            places.setdefault(match.row, []).append((match.start, match.end, name))
        return {**out, **{row: tuple(each) for row, each in places.items()}}

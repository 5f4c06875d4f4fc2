"""An agreed text against one's own words: each stretch where they part, to take or to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from drafter.editing.agreed import cited
from drafter.editing.stretches import Stretch, edits, stretches

if TYPE_CHECKING:
    from drafter.phrases.bank import Suggestion

_KEYS = "← → places · Space takes or leaves · a all · Enter writes · Esc leaves"


class BesideMine(ModalScreen[tuple[Stretch, ...] | None]):
    """Gives the stretches to take over; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave"),
        Binding("right,n,tab", "step(1)", "Next"),
        Binding("left,p,shift+tab", "step(-1)", "Before"),
        Binding("space", "take", "Take it or not"),
        Binding("a", "all", "All"),
        Binding("enter", "finish", "Write"),
    ]

    def __init__(self, place: str, mine: str, phrase: Suggestion) -> None:
        super().__init__()
        self._place, self._phrase = place, phrase
        self._edits = edits(mine, phrase.text)
        self._stretches = stretches(self._edits)
        self._at = 0
        self._taken: set[int] = set()

    def compose(self) -> ComposeResult:
        """Both texts as one, and where the agreed one stands."""
        with Vertical(classes="dialog wide"):
            yield Static(f"{self._place} and {cited(self._phrase)}", classes="dialog-title")
            with VerticalScroll():
                yield Static(id="both", markup=False)
            yield Static("", id="about", markup=False)
            yield Static(_KEYS, classes="dialog-note")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()
        self._show()

    def _show(self) -> None:
        self.query_one("#both", Static).update(self._both())
        if not self._stretches:
            words = "Word for word the same."
        else:
            taken = f", {len(self._taken)} taken" if self._taken else ""
            words = f"{self._at + 1} of {len(self._stretches)} places where they part{taken}"
        self.query_one("#about", Static).update(words)

    def _both(self) -> Text:
        """One's own words struck through, agreed ones underlined; what is taken stands plain."""
        out, number, at, colour = Text(), -1, 0, not self.app.no_color
        starts = {each.start: index for index, each in enumerate(self._stretches)}
        inside = False
        for op, words in self._edits:
            if op == "equal":
                inside = False
                out.append(words)
                at += len(words)
                continue
            if not inside:
                number, inside = starts[at], True
            here = " reverse" if number == self._at else ""
            taken = number in self._taken
            if op == "delete":
                at += len(words)
                if not taken:
                    out.append(words if colour else f"[-{words}-]", f"strike dim{here}")
            elif taken:
                out.append(f"✓{words}", f"bold{here}")
            else:
                out.append(words if colour else f"{{+{words}+}}", f"underline{here}")
        return out

    def action_step(self, by: int) -> None:
        """Go to the next or the previous place."""
        if self._stretches:
            self._at = (self._at + by) % len(self._stretches)
            self._show()

    def action_take(self) -> None:
        """Take the agreed words here, or one's own again."""
        if self._stretches:
            self._taken ^= {self._at}
            self._show()

    def action_all(self) -> None:
        """Take every place, or none."""
        every = set(range(len(self._stretches)))
        self._taken = set() if self._taken == every else every
        self._show()

    def action_finish(self) -> None:
        """Write what is taken; with nothing taken, the place one is at."""
        chosen = self._taken or ({self._at} if self._stretches else set())
        self.dismiss(tuple(self._stretches[index] for index in sorted(chosen)))

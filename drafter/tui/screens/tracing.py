"""Where the draft's language is agreed: colours over the page, and the sources of a paragraph.

Worked out in a thread for one revision; colours of paragraphs that changed since are not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from drafter.editing.buffer import Buffer
from drafter.editing.save import Opened
from drafter.editing.stretches import flat_positions
from drafter.model import plain
from drafter.tui.later import Later
from drafter.tui.overlay import Paint
from drafter.tui.screens.desk import Desk

if TYPE_CHECKING:
    from drafter.phrases.trace import Traced

_LEGEND = "green agreed · gold altered · underlined new · p sources · t off"


class Traces(Message):
    """Where the language of the draft at `revision` is agreed."""

    def __init__(self, revision: int, traced: tuple[Traced, ...]) -> None:
        super().__init__()
        self.revision = revision
        self.traced = traced


def trace(buffer: Buffer) -> Traces:
    """Every paragraph of `buffer`'s draft, traced."""
    from drafter.phrases.bank import Bank
    from drafter.phrases.trace import trace as trace_draft

    return Traces(buffer.revision, trace_draft(Bank.default(), buffer.resolution))


class Tracing(Desk):
    """The job of tracing."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.traced: dict[str, Traced] = {}
        self._tracing = False
        self._traces = Later(self, "trace", 0.8, trace, patience=30)

    def text_changed(self) -> None:
        """Trace again, later, while the colours are on."""
        super().text_changed()
        if self._tracing:
            self._traces.ask(self.buffer)

    def action_trace(self) -> None:
        """Lay the colours of agreed language over the page, or take them away."""
        self._tracing = not self._tracing
        if self._tracing:
            self.say("looking where the language is agreed …")
            self._traces.ask(self.buffer)
        else:
            self.traced = {}
            self.show()
            self.say("colours off")

    def on_traces(self, message: Traces) -> None:
        """Show the colours."""
        if not self._tracing:
            return
        self.traced = {each.place: each for each in message.traced}
        self.show()
        total = sum(len(each.text) for each in message.traced)
        agreed = sum(each.coverage * len(each.text) for each in message.traced)
        if not self.pen_down and total:
            self.say(f"{agreed / total:.0%} agreed · {_LEGEND}")

    def paints(self) -> dict[int, tuple[Paint, ...]]:
        """The colours by row."""
        out = super().paints()
        for index, line in enumerate(self.lines if self.traced else ()):
            traced = self.traced.get(line.place.replace(", closing text", " end"))
            if traced is not None and traced.text == plain(line.row.content):
                flat = flat_positions(line.row.content)
                out[index] = tuple((flat[a], flat[b], name) for a, b, name in shades(traced))
        return out

    def action_sources(self) -> None:
        """Read where the words of the paragraph under the cursor come from."""
        from drafter.phrases.bank import Bank
        from drafter.phrases.trace import trace_text
        from drafter.tui.screens.reader import Reader
        from drafter.tui.sources import paragraph_page

        words = plain(self.line.row.content)
        traced = trace_text(Bank.default(), words, self.line.place) if words else None
        if traced is None:
            self.say("no words here yet")
        else:
            self.app.push_screen(Reader(f"{self.line.place} · sources", paragraph_page(traced)))


def shades(traced: Traced) -> list[Paint]:
    """Every stretch of `traced` with its shade: agreed, else altered or new."""
    other = "altered" if traced.closest else "new"
    out: list[Paint] = []
    at = 0
    for span in traced.spans:
        if span.start < at:
            continue
        out.append(_bare(traced.text, at, span.start, other))
        out.append((span.start, span.end, "agreed"))
        at = span.end
    out.append(_bare(traced.text, at, len(traced.text), other))
    return [paint for paint in out if paint[0] < paint[1]]


def _bare(text: str, start: int, end: int, name: str) -> Paint:
    """The stretch without the spaces at its ends, which an underline would show."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()), name

"""Where the draft's language is agreed: colours over the page, marks beside it, sources on a key.

Worked out in a thread for one revision; colours of paragraphs that changed since are not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from drafter.editing import indexing
from drafter.editing.agreed import source_name
from drafter.editing.buffer import Buffer
from drafter.editing.save import Opened
from drafter.editing.stretches import flat_positions
from drafter.errors import DrafterError
from drafter.model import plain
from drafter.tui.later import Later
from drafter.tui.overlay import Paint
from drafter.tui.screens.desk import Desk

if TYPE_CHECKING:
    from drafter.phrases.trace import Traced

_LEGEND = "= agreed · ≈ altered · + new · ! drift · p sources · t off"
_HALF = 0.5  # of a paragraph's words


class Traces(Message):
    """Where the language of the draft at `revision` is agreed."""

    def __init__(self, revision: int, traced: tuple[Traced, ...], trouble: str = "") -> None:
        super().__init__()
        self.revision = revision
        self.traced = traced
        self.trouble = trouble  # why no bank answers


def trace(buffer: Buffer) -> Traces:
    """Every paragraph of `buffer`'s draft, traced."""
    from drafter.phrases.bank import Bank
    from drafter.phrases.trace import trace as trace_draft

    try:
        indexing.make_ready()
        return Traces(buffer.revision, trace_draft(Bank.default(), buffer.resolution))
    except (DrafterError, OSError) as error:
        return Traces(buffer.revision, (), str(error))


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
        if message.trouble:
            self._tracing = False
            self.say(message.trouble, trouble=True)
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
            traced = self._traced_at(index)
            if traced is not None:
                flat = flat_positions(line.row.content)
                out[index] = tuple((flat[a], flat[b], name) for a, b, name in shades(traced))
        return out

    def marks(self) -> dict[int, str]:
        """Beside each paragraph what most of it is; drift before all."""
        if not self.traced:
            return super().marks()
        found = ((index, self._traced_at(index)) for index in range(len(self.lines)))
        return {index: mark_of(traced) for index, traced in found if traced is not None}

    def _traced_at(self, index: int) -> Traced | None:
        """What is known of row `index`, unless it changed since."""
        line = self.lines[index]
        traced = self.traced.get(line.place.replace(", closing text", " end"))
        return traced if traced and traced.text == plain(line.row.content) else None

    def cursor_moved(self) -> None:
        """Warn of what became of the agreed wording here."""
        super().cursor_moved()
        traced = self._traced_at(self.buffer.state.cursor) if self.traced else None
        if traced is None or self.pen_down:
            return
        if traced.drift and traced.closest:
            more = f" (and {len(traced.drift) - 1} more)" if len(traced.drift) > 1 else ""
            source = source_name(traced.closest.symbol)
            said = f"! {traced.drift[0].message}{more} · {source} · p sources"
        elif traced.spans:
            source = source_name(traced.spans[0].latest.symbol)
            said = f"{traced.coverage:.0%} agreed, in {source} · p sources"
        else:
            said = "new: no agreed text has these words"
        self.say(f"{self.line.place} · {said}")

    def action_sources(self) -> None:
        """Read where the words of the paragraph under the cursor come from."""
        from drafter.phrases.bank import Bank
        from drafter.phrases.trace import trace_text
        from drafter.tui.screens.reader import Reader
        from drafter.tui.sources import paragraph_page

        words = plain(self.line.row.content)
        try:
            traced = trace_text(Bank.default(), words, self.line.place) if words else None
        except (DrafterError, OSError) as error:
            self.say(str(error), trouble=True)
            return
        if traced is None:
            self.say("no words here yet")
        else:
            page = paragraph_page(traced, colour=not self.app.no_color)
            self.app.push_screen(Reader(f"{self.line.place} · sources", page))


def mark_of(traced: Traced) -> str:
    """What the margin says of a paragraph: agreed "=", altered "≈", with drift "!", new "+"."""
    if traced.drift:
        return "!"
    if traced.closest is not None:
        return "≈"
    return "=" if traced.coverage > _HALF else "+"


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

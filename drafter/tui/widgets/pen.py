"""The pen: a text area laid over the paragraph being edited.

It holds the markup as typed and nothing else: every change is posted, and undo, redo, splitting and
joining are asked of the draft, which has the one history.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import ClassVar, Literal

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea

from drafter.tui.wrap import visible

Ask = Literal[
    "undo", "redo", "split", "join-before", "join-after", "demote", "promote", "agreed", "name"
]

_SPACES = re.compile(r"\s+")
_FIRST = re.compile(r"\s*\S*")  # a word, and what stands before it


class Pen(TextArea):
    """One paragraph's markup, on one logical line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "lift", "Done"),
        Binding("enter", "ask('split')", "Split"),
        Binding("ctrl+l", "ask('agreed')", "Agreed", key_display="^l"),
        Binding("tab", "ask('demote')", "Deeper", show=False),
        Binding("shift+tab", "ask('promote')", "Higher", show=False),
        Binding("ctrl+z", "ask('undo')", "Undo", show=False),
        Binding("ctrl+y", "ask('redo')", "Redo", show=False),
        Binding("alt+i,ctrl+t", "wrap_in('*', '*')", "Italic", key_display="^t"),
        Binding("alt+b,ctrl+b", "wrap_in('[', ']')", "[ ]", key_display="^b"),
        Binding("ctrl+o", "ask('name')", "[EU: ]", key_display="^o"),
        Binding("alt+n,ctrl+n", "note", "Note", key_display="^n"),
        Binding("ctrl+home", "to_end(-1)", "Beginning", show=False),
        Binding("ctrl+end", "to_end(1)", "End", show=False),
    ]

    class Typed(Message):
        """Something was typed on sheet `sheet`; a message about an earlier sheet is stale."""

        def __init__(self, sheet: int) -> None:
            super().__init__()
            self.sheet = sheet

    class Lifted(Message):
        """The user is done here; `step` is -1 or 1 to go on in a neighbouring paragraph."""

        def __init__(self, step: int = 0) -> None:
            super().__init__()
            self.step = step

    class Asked(Message):
        """Something only the draft can do, at character `at` of the markup."""

        def __init__(self, what: Ask, at: int) -> None:
            super().__init__()
            self.what = what
            self.at = at

    class NoteAsked(Message):
        """A new footnote is wanted at the cursor."""

    class Pasted(Message):
        """Several lines were pasted: one paragraph, or more."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(
            id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True
        )
        self._dressed = False  # whether the colours are known
        self._quiet = ""
        self._offered = ("", "")  # the words at whose end others were offered, and those
        self.sheet = 0  # counts what was handed in
        self.cursor_blink = False

    def take(self, text: str, at: int | None = None) -> None:
        """Hold `text`, the cursor at character `at` (default: the end), without posting it."""
        self._quiet = text
        self.sheet += 1
        if text != self.text:
            self.load_text(text)
        self.move_cursor((0, len(text) if at is None else max(0, min(at, len(text)))))

    def offer(self, words: str) -> None:
        """Show `words` grey after the cursor, as far as the line has room; → takes them.

        What the line has no room for is shown in the next one, once that is reached.
        """
        self._offered = (self.text, words)
        self.update_suggestion()

    def update_suggestion(self) -> None:
        """What stands grey goes on where one types it, or takes it; else it goes."""
        before, words = self._offered
        typed = self.text[len(before) :]
        at_end = self.at == len(self.text) and self.selection.is_empty
        goes_on = self.text.startswith(before) and words.startswith(typed)
        if not (words and at_end and goes_on):
            self.suggestion, self._offered = "", ("", "")
            return
        rest = words[len(typed) :]
        room = self.size.width - self.cursor_screen_offset.x + self.region.x - 1
        shown = rest[: max(room, 0)]
        if len(shown) < len(rest):
            # Where no word more fits, the next one begins a line, and the others with it.
            shown = shown.rpartition(" ")[0] or _FIRST.findall(rest)[0]
        self.suggestion = shown

    def get_line(self, line_index: int) -> Text:
        """The words as they are shown, each character in its place."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)

    @property
    def at(self) -> int:
        """The character before which the cursor stands."""
        return self.cursor_location[1]

    @property
    def lines_high(self) -> int:
        """How many lines the markup takes at this width."""
        return max(1, self.wrapped_document.height)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in `crop`; their colours are looked up once, not at every keypress."""
        if self._dressed:
            return ScrollView.render_lines(self, crop)
        self._dressed = True
        return super().render_lines(crop)

    def notify_style_update(self) -> None:
        """Look the colours up again after a change of theme, or of the focus."""
        super().notify_style_update()
        self._dressed = False

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Nobody else has to know."""
        event.stop()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Post what was typed, but not what was handed in."""
        event.stop()
        if self.text != self._quiet:
            self._quiet = self.text
            self.post_message(self.Typed(self.sheet))

    def action_lift(self) -> None:
        """Leave the paragraph."""
        self.post_message(self.Lifted())

    def action_ask(self, what: Ask) -> None:
        """Ask the draft for what only it can do."""
        self.post_message(self.Asked(what, self.at))

    def action_note(self) -> None:
        """Ask for a footnote at the cursor."""
        self.post_message(self.NoteAsked())

    def action_undo(self) -> None:
        """Undo in the draft's history, never in this widget's."""
        self.action_ask("undo")

    def action_redo(self) -> None:
        """Redo in the draft's history, never in this widget's."""
        self.action_ask("redo")

    def action_wrap_in(self, before: str, after: str) -> None:
        """Put the selected words between `before` and `after`, or both at the cursor."""
        start, end = sorted((self.selection.start, self.selection.end))
        words = self.get_text_range(start, end)
        self.replace(f"{before}{words}{after}", start, end)
        column = start[1] + len(before) + len(words)
        self.move_cursor((start[0], column + (len(after) if words else 0)))

    def action_delete_left(self) -> None:
        """Delete to the left; at the very start, join with the paragraph before."""
        if self.selection.is_empty and self.at == 0:
            self.action_ask("join-before")
        else:
            super().action_delete_left()

    def action_delete_right(self) -> None:
        """Delete to the right; at the very end, join with the paragraph after."""
        if self.selection.is_empty and self.at == len(self.text):
            self.action_ask("join-after")
        else:
            super().action_delete_right()

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Move up a line; from the first one, into the paragraph before."""
        if not select and self._first_line(self.at):
            self.post_message(self.Lifted(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Move down a line; from the last one, into the paragraph after."""
        if not select and self._last_line(self.at):
            self.post_message(self.Lifted(1))
        else:
            super().action_cursor_down(select)

    def action_cursor_line_start(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """Go to the beginning of the line on the screen; from there, of the paragraph."""
        start, _ = self._line_on_screen()
        self.move_cursor((0, 0 if self.at == start else start), select=select)

    def action_cursor_line_end(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """Go to the end of the line on the screen; from there, of the paragraph."""
        _, end = self._line_on_screen()
        self.move_cursor((0, len(self.text) if self.at == end else end), select=select)

    def action_to_end(self, way: int) -> None:
        """Go to the beginning (-1) or the end of the paragraph."""
        self.move_cursor((0, 0 if way < 0 else len(self.text)))

    def _line_on_screen(self) -> tuple[int, int]:
        """The first and the last place for the cursor in the line it is shown in.

        The place after the last character of a wrapped line is shown in the next one.
        """
        breaks = [0, *self.wrapped_document.get_offsets(0), len(self.text) + 1]
        number = bisect_right(breaks, self.at) - 1
        return breaks[number], breaks[number + 1] - 1

    def _first_line(self, column: int) -> bool:
        return self.wrapped_document.location_to_offset((0, column)).y == 0

    def _last_line(self, column: int) -> bool:
        return self.wrapped_document.location_to_offset((0, column)).y == self.lines_high - 1

    async def _on_key(self, event: events.Key) -> None:
        """Enter is a key of ours: a paragraph is one logical line."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_ask("split")
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Paste words; where they are of several lines, the draft says what they are."""
        event.stop()
        event.prevent_default()
        if len(event.text.strip().splitlines()) > 1:
            self.post_message(self.Pasted(event.text))
        else:
            self.paste_words(_SPACES.sub(" ", event.text.rstrip("\r\n")))

    def paste_words(self, words: str) -> None:
        """`words` in place of what is selected."""
        start, end = sorted((self.selection.start, self.selection.end))
        self.replace(words, start, end)
        self.move_cursor((start[0], start[1] + len(words)))

"""Working on paragraphs: typing, splitting, joining, moving, levels, undo; one step each.

What an operation does is decided in `editing`; here it is only asked for, shown and named.
"""

from __future__ import annotations

from collections.abc import Callable

from drafter.editing import moves, operations, pasting
from drafter.editing.marks import find_place
from drafter.editing.state import State
from drafter.model import Paragraph
from drafter.tui.screens.desk import Desk
from drafter.tui.widgets.pen import Pen
from drafter.tui.widgets.rows_view import RowsView
from drafter.tui.widgets.text_view import TextView

_OPERATIONS: dict[str, Callable[[State], State]] = {
    "up": moves.move_up,
    "down": moves.move_down,
    "demote": moves.demote,
    "promote": moves.promote,
    "delete": operations.delete,
    "duplicate": operations.duplicate,
    "join": operations.join,
    "renumber": operations.renumbered,
    "heading": operations.new_heading,
    "annex": operations.new_annex,
}


class Paragraphs(Desk):
    """The jobs on paragraphs."""

    _by = ""  # whose bracket was made last

    def action_step(self, by: int) -> None:
        """Go `by` rows on."""
        self.go(self.buffer.state.cursor + by)

    def action_page(self, by: int) -> None:
        """Go a screenful on, a paragraph at least."""
        self.go(self.buffer.state.cursor + by * max(1, self.text.size.height // 3))

    def action_first(self) -> None:
        """Go to the first row."""
        self.go(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self.go(len(self.lines) - 1)

    def action_do(self, name: str) -> None:
        """Do operation `name` to the paragraph under the cursor."""
        self.do(_OPERATIONS[name])
        if name in {"heading", "annex"} and not self.pen_down:
            self.put_pen()

    def action_edit(self) -> None:
        """Put the pen on the paragraph, or open the masthead's form."""
        if self.line.row.kind == "masthead":
            self.edit_masthead()
        else:
            self.put_pen()

    def action_edit_masthead(self) -> None:
        """Open the form of the masthead, wherever the cursor is."""
        self.edit_masthead()

    def edit_masthead(self) -> None:
        """Open the form of the masthead."""
        from drafter.tui.screens.masthead import MastheadForm

        def taken(masthead: object) -> None:
            from drafter.model import Masthead

            if isinstance(masthead, Masthead):
                self.do(lambda state: operations.set_masthead(state, masthead))

        self.app.push_screen(MastheadForm(self.buffer.resolution.masthead), taken)

    def action_new(self) -> None:
        """A new paragraph after this one, the pen in it."""
        self.lift_pen()
        if self.do(operations.new_paragraph):
            self.put_pen()
            self.say(f"{self.line.place} · new paragraph — type it; Esc when done")

    def action_new_operative(self) -> None:
        """A new paragraph at the end of the operative part, the pen in it."""
        self.lift_pen()
        new = (Paragraph(()),)
        if self.do(
            lambda state: operations.insert_after(
                state, new, part="operative", what="new paragraph"
            )
        ):
            self.put_pen()

    def action_undo(self) -> None:
        """One step back, wherever it was made."""
        self.travel(back=True)

    def action_redo(self) -> None:
        """One step forward again."""
        self.travel(back=False)

    def action_go_to(self) -> None:
        """Ask for a paragraph and go there."""
        from drafter.tui.screens.prompt import Prompt

        def taken(wanted: str | None) -> None:
            if not wanted:
                return
            found = find_place(self.lines, wanted)
            if found is None:
                self.say(f"{wanted}: no such paragraph, and no such words", trouble=True)
            else:
                self.go(found)

        note = "12 or OP12, PP3, 3b, annex, or words to look for"
        self.app.push_screen(Prompt("Go to", "Paragraph or words", note=note), taken)

    def on_rows_view_carried(self, message: RowsView.Carried) -> None:
        """A paragraph is carried with the mouse; once dropped, it stands there."""
        source, target = message.source, message.target
        if not message.dropped:
            self.say(f"{self.lines[source].place} to {self.lines[target].place} …")
            return
        self.lift_pen()
        if source != target:
            self.do(lambda state: moves.carry(state, source, target))

    # What the pen asks for

    def on_pen_lifted(self, message: Pen.Lifted) -> None:
        """Leave the paragraph, perhaps for its neighbour."""
        self.lift_pen()
        target = self.buffer.state.cursor + message.step
        if message.step and 0 < target < len(self.lines):
            self.go(target)
            if self.line.row.kind not in {"masthead", "table"}:
                self.put_pen(0 if message.step > 0 else None)

    def on_pen_asked(self, message: Pen.Asked) -> None:
        """Do what the pen cannot do alone."""
        self.sync_pen()
        match message.what:
            case "undo":
                self.action_undo()
            case "redo":
                self.action_redo()
            case "split":
                self._split(message.at)
            case "join-before":
                self._join(-1)
            case "join-after":
                self._join(0)
            case "agreed":
                self.action_to_agreed()
            case "name":
                self._bracket_by_name()
            case "demote" | "promote":
                self.action_do(message.what)

    def _split(self, at: int) -> None:
        """Split the paragraph at character `at` of its markup, as Enter does in Word."""
        from drafter.formats.markdown import parse_inline

        markup = self.pen.text
        before, after = parse_inline(markup[:at].rstrip()), parse_inline(markup[at:].lstrip())
        kind = self.line.row.kind
        if kind not in {"paragraph", "closing", "heading"}:
            self.lift_pen()
            return
        if not before and not after:
            self.lift_pen()
            return
        if self.do(lambda state: operations.split(state, before, after)):
            self.put_pen(0)

    def _join(self, shift: int) -> None:
        """Join with the paragraph before (-1) or after (0), the pen at the seam."""
        from drafter.formats.markdown import format_inline

        first = self.buffer.state.cursor + shift
        if first < 0:
            return
        seam = len(format_inline(self.lines[first].row.content))
        if self.do(lambda state: operations.join(state.at(first))):
            self.put_pen(seam + (seam > 0 and shift < 0))

    def _bracket_by_name(self) -> None:
        """Put the chosen words, or new ones, into a bracket of somebody's."""
        from drafter.tui.screens.prompt import Prompt

        def taken(name: str | None) -> None:
            if name and self.pen_down:
                self._by = name
                self.pen.action_wrap_in(f"[{name}: ", "]")

        note = "the delegation or group whose words these are: EU, Norway, G77"
        self.app.push_screen(Prompt("Bracket", "Whose", initial=self._by, note=note), taken)

    def on_pen_note_asked(self) -> None:
        """Call a new footnote at the cursor; its text is written at its own place."""
        from drafter.editing.footnotes import next_label

        if self.line.row.part in {"notes"}:
            return
        self.pen.insert(f"[^{next_label(self.buffer.resolution.footnotes)}]")
        self.say("a footnote is called here; its text stands at the end of the draft")

    def on_pen_pasted(self, message: Pen.Pasted) -> None:
        """Several lines pasted into a paragraph: into its words where they are one paragraph."""
        from drafter.formats.markdown import format_inline

        self.sync_pen()
        found = pasting.read(message.words)
        if found.words is not None:
            self.pen.paste_words(format_inline(found.words))
        else:
            self._paste_paragraphs(found)

    def on_text_view_pasted(self, message: TextView.Pasted) -> None:
        """Words pasted on the page become paragraphs after the one under the cursor."""
        self._paste_paragraphs(pasting.read(message.words))

    def _paste_paragraphs(self, found: pasting.Pasted) -> None:
        self.lift_pen(keep_empty=True)
        if found.count:
            self.do(lambda state: pasting.paste(state, found))

"""What stands beside the draft: agreed language, live, and what the checks find.

Both are worked out in threads for one revision of the text and dropped when it has gone on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.editing import operations
from drafter.editing.agreed import completes, content_of, part_of, source_name
from drafter.editing.buffer import Buffer
from drafter.editing.marks import row_of_place
from drafter.editing.rows import RowPart
from drafter.editing.save import Opened
from drafter.model import Paragraph, plain
from drafter.tui.later import Later
from drafter.tui.messages import FindingsReady, SuggestionsReady
from drafter.tui.screens.desk import Desk
from drafter.tui.widgets.side import AgreedList, FindingsList, Shown, Side

if TYPE_CHECKING:
    from drafter.phrases.bank import Suggestion

_TOP = 8
_TEXTS = {"paragraph", "closing"}


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of the bank: the words, for which revision, while typing or not."""

    revision: int
    words: str
    place: str
    part: RowPart
    typing: bool


def answer(question: _Question) -> SuggestionsReady:
    """Agreed language for `question`: while typing what could follow, then what is closest."""
    from drafter.phrases.bank import Bank

    found: dict[str, Suggestion] = {}
    if len(question.words.split()) >= 2:
        bank = Bank.default()
        if question.typing:
            for each in bank.suggest(question.words, ask="continue", top=_TOP // 2):
                found.setdefault(each.text, each)
        for each in bank.suggest(question.words, top=_TOP):
            found.setdefault(each.text, each)
    phrases = tuple(found.values())[:_TOP]
    return SuggestionsReady(question.revision, question.words, question.place, phrases)


def check(buffer: Buffer) -> FindingsReady:
    """What the checks find in `buffer`'s draft."""
    from drafter import lint

    return FindingsReady(buffer.revision, tuple(lint.check(buffer.resolution)))


def rest_of(markup: str, phrases: tuple[Suggestion, ...]) -> str:
    """How the first of `phrases` that begins as `markup` does goes on; "" where none does."""
    typed = markup.replace("*", "").lstrip()
    if len(typed.split()) < 2:
        return ""
    going_on = (each.text[len(typed) :] for each in phrases if completes(each.text, typed))
    # A bracket or a star would mean something else in the pen.
    return next((rest for rest in going_on if rest and not set("[]*\\_") & set(rest)), "")


class Beside(Desk):
    """Agreed language and findings."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.shown: Shown = ""
        self.phrases: tuple[Suggestion, ...] = ()
        self._phrases_for = ""
        self._agreed = Later(self, "agreed language", 0.15, answer)
        # A third of a second of work on a long draft: worth a real pause, never amid typing.
        self._checks = Later(self, "checks", 0.6, check, patience=30)

    def text_changed(self) -> None:
        """Check again, later."""
        super().text_changed()
        self._checks.ask(self.buffer)

    def cursor_moved(self) -> None:
        """Look for agreed language again, later."""
        super().cursor_moved()
        if self.panel == "agreed":
            self._ask_agreed()

    @property
    def panel(self) -> Shown:
        """The list that shows: the one turned to, or agreed language while one types."""
        return self.shown or ("agreed" if self.pen_down else "")

    def turn_to(self, shown: Shown) -> None:
        """Show the list `shown`, or none."""
        self.shown = shown
        self.show()
        if self.panel == "agreed":
            self._ask_agreed()

    def show(self) -> None:
        """Show the panel as it is now, and everything else."""
        self._show_side()
        super().show()

    def _show_side(self) -> None:
        side = self.query_one(Side)
        if self.panel == "findings":
            count = len(self.findings)
            side.turn_to("findings", f"Findings · {count or 'none'}")
        elif self.panel == "agreed":
            side.turn_to("agreed", self._agreed_title())
        else:
            side.turn_to("", "")

    def _agreed_title(self) -> str:
        if self.phrases:
            return f"Agreed language · for {self._phrases_for}"
        if self.line.row.kind not in _TEXTS:
            return "Agreed language · go to a paragraph"
        if len(self._words().split()) < 2:
            return "Agreed language · type a few words"
        return f"Agreed language · nothing close to {self.line.place}"

    # Agreed language

    def _words(self) -> str:
        return plain(self.line.row.content) if self.line.row.kind in _TEXTS else ""

    def _ask_agreed(self) -> None:
        row = self.line.row
        question = _Question(
            self.buffer.revision, self._words(), self.line.place, row.part, self.pen_down
        )
        self._agreed.ask(question)

    def on_suggestions_ready(self, message: SuggestionsReady) -> None:
        """Offer what was found, unless the text has gone on."""
        if message.revision != self.buffer.revision or message.asked != self._words():
            return
        if self.pen_down:
            self.pen.offer(rest_of(self.pen.text, message.phrases))
        if self.query_one(AgreedList).has_focus:
            return  # nothing moves under the eyes of someone who is choosing
        if message.phrases == self.phrases and message.about == self._phrases_for:
            return
        self.phrases, self._phrases_for = message.phrases, message.about
        self.query_one(AgreedList).show(message.phrases, message.asked)
        self._show_side()

    def action_agreed(self) -> None:
        """Turn to agreed language, or away from it."""
        self.turn_to("" if self.shown == "agreed" else "agreed")
        if self.shown:
            self.say("Tab goes into the list, Enter inserts, Esc comes back")

    def action_to_agreed(self) -> None:
        """Go into the list of agreed language."""
        if self.panel != "agreed":
            self.turn_to("agreed")
        self.query_one(AgreedList).focus()

    def on_agreed_list_chosen(self, message: AgreedList.Chosen) -> None:
        """Insert the phrase: into an empty or half-typed paragraph, else after this one."""
        phrase = message.phrase
        typed = self._words()
        over = message.over or not typed or (self.pen_down and completes(phrase.text, typed))
        self.sync_pen()
        source = f"{source_name(phrase.symbol)} {phrase.place}".strip()
        content = content_of(phrase.text, phrase.part)
        if over and self.line.row.kind in _TEXTS:
            what = f"{self.line.place} from {source}"
            done = self.do(lambda state: operations.write_over(state, content, what))
        else:
            new, part = (Paragraph(content),), part_of(phrase.part)
            what = f"insert {source}"
            done = self.do(lambda s: operations.insert_after(s, new, part=part, what=what))
        self.lift_pen()
        if done:
            self.say(f"{self.line.place} · from {source} — Ctrl-Z undoes")
            self.text.focus()

    # Findings

    def on_findings_ready(self, message: FindingsReady) -> None:
        """Show what was found, unless the text has gone on."""
        if message.revision == self.buffer.revision:
            self.findings = message.findings
            self.query_one(FindingsList).show(message.findings)
            self._count()
            self.show()

    def action_findings(self) -> None:
        """Turn to the findings and go into the list; a second time away from them."""
        if self.shown == "findings":
            self.turn_to("")
            self.text.focus()
            return
        self.lift_pen()
        self.turn_to("findings")
        if self.findings:
            self.query_one(FindingsList).focus()
        else:
            self.say("the checks find nothing")

    def on_findings_list_asked(self, message: FindingsList.Asked) -> None:
        """Go to a finding, explain it or mend it."""
        from drafter import lint

        finding = message.finding
        found = row_of_place(self.lines, finding.place)
        if found is not None:
            self.go(found)
        if message.what == "go":
            self.text.focus()
            self.say(f"{finding.place} · {finding.message} ({finding.rule})")
        elif message.what == "explain":
            from drafter.lint.rules import explain
            from drafter.tui.screens.reader import Reader

            self.app.push_screen(Reader(finding.rule, explain(finding.rule)))
        elif finding.fix is None:
            self.say(f"{finding.place} · no fix is known: {finding.message}", trouble=True)
        else:
            fixed = lint.fix(self.buffer.resolution, (finding,), unsafe=True)
            what = f"fix {finding.place}: {finding.message}"
            self.do(lambda state: operations.replace_resolution(state, fixed, what))
            self._checks.ask(self.buffer)

    def action_fix_all(self) -> None:
        """Mend everything that cannot change the meaning, in one step."""
        from drafter import lint

        self.lift_pen()
        fixed = lint.fix(self.buffer.resolution, self.findings)
        if fixed == self.buffer.resolution:
            self.say("there is nothing that can safely be fixed")
            return
        what = "fix all that is safe"
        self.do(lambda state: operations.replace_resolution(state, fixed, what))

    def action_back(self) -> None:
        """Come back to the draft; from the draft itself, close the panel."""
        if self.query_one(Side).has_focus_within:
            self.put_pen() if self.pen_down else self.text.focus()
        elif self.shown:
            self.turn_to("")
        else:
            self.say("Ctrl-Q leaves the editor, ? shows every key")

"""Agreed language beside the paragraph, live: taken whole or in part, compared, with its source.

Looked for in a thread for one revision of the text and dropped when it has gone on. Every word
offered stands in its source; nothing here makes any up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.editing import indexing, operations, stretches
from drafter.editing.agreed import Filter, completes, content_of, part_of, source_name
from drafter.editing.save import Opened
from drafter.editing.state import EditError
from drafter.editing.stretches import Stretch
from drafter.errors import DrafterError
from drafter.model import Paragraph, Resolution, plain
from drafter.tui.later import Later
from drafter.tui.messages import SuggestionsReady
from drafter.tui.screens.beside import Beside
from drafter.tui.widgets.agreed_list import AgreedList
from drafter.tui.widgets.side import Shown

if TYPE_CHECKING:
    from drafter.phrases.bank import Suggestion
    from drafter.phrases.context import Context

_TOP = 8
_TEXTS = {"paragraph", "closing"}


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of the bank: the words, for which revision, while typing or not."""

    revision: int
    words: str
    place: str
    typing: bool
    filter: Filter
    draft: Resolution
    family: Context | None  # what is known of the draft, once it was worked out


def answer(question: _Question) -> SuggestionsReady:
    """Agreed language for `question`: while typing what could follow, then what is closest."""
    from drafter.phrases.bank import Bank
    from drafter.phrases.suggest import suggest

    found: dict[str, Suggestion] = {}
    family, words, trouble = question.family, question.words, ""
    try:
        if len(words.split()) >= 2:
            indexing.make_ready()
            bank = Bank.default()
            family = family or bank.context(question.draft)
            wanted = question.filter.wanted._replace(without=family.own)
            near = suggest(bank.indexes, words, "closest", _TOP, wanted=wanted, context=family)
            going_on: tuple[Suggestion, ...] = ()
            if question.typing:
                going_on = suggest(bank.indexes, words, "continue", _TOP // 2, wanted=wanted)
            for each in (*going_on, *near):
                found.setdefault(each.text, each)
    except (DrafterError, OSError) as error:
        trouble = str(error)
    phrases = tuple(found.values())[:_TOP]
    about = (question.revision, words, question.place)
    return SuggestionsReady(*about, phrases, family=family, trouble=trouble)


def rest_of(markup: str, phrases: tuple[Suggestion, ...]) -> str:
    """How the first of `phrases` that begins as `markup` does goes on; "" where none does."""
    typed = markup.replace("*", "").lstrip()
    if len(typed.split()) < 2:
        return ""
    going_on = (each.text[len(typed) :] for each in phrases if completes(each.text, typed))
    # A bracket or a star would mean something else in the pen.
    return next((rest for rest in going_on if rest and not set("[]*\\_") & set(rest)), "")


class Agreeing(Beside):
    """The job of finding agreed language."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.phrases: tuple[Suggestion, ...] = ()
        self.filter = Filter()
        self._phrases_for = ""
        self._family: Context | None = None
        self._no_bank = ""  # why no bank answers
        self._answered = ("", self.filter)  # what was asked for what is shown
        self._agreed = Later(self, "agreed language", 0.3, answer, patience=1.0)

    def on_unmount(self) -> None:
        """The draft is closed: nothing is looked for any more."""
        indexing.abandon()

    def cursor_moved(self) -> None:
        """Look for agreed language again, later."""
        super().cursor_moved()
        if self.panel == "agreed":
            self._ask_agreed()

    def turn_to(self, shown: Shown) -> None:
        """Look for agreed language where it shows now."""
        super().turn_to(shown)
        if self.panel == "agreed":
            self._ask_agreed()

    def side_title(self) -> str:
        """For which paragraph the language is, from where, or why there is none."""
        if self.panel != "agreed":
            return super().side_title()
        if self.phrases:
            said = f"for {self._phrases_for}"
        elif self._no_bank:
            said = self._no_bank
        elif self.line.row.kind not in _TEXTS:
            said = "go to a paragraph"
        elif len(self._words().split()) < 2:
            said = "type a few words"
        else:
            said = f"nothing close to {self.line.place}"
        return " · ".join(filter(None, ("Agreed language", said, self.filter.words)))

    def _words(self) -> str:
        return plain(self.line.row.content) if self.line.row.kind in _TEXTS else ""

    def _ask_agreed(self) -> None:
        buffer = self.buffer
        question = _Question(
            buffer.revision,
            self._words(),
            self.line.place,
            self.pen_down,
            self.filter,
            buffer.resolution,
            self._family,
        )
        self._agreed.ask(question)

    def on_suggestions_ready(self, message: SuggestionsReady) -> None:
        """Offer what was found, unless the text has gone on."""
        self._family = message.family
        if message.revision != self.buffer.revision or message.asked != self._words():
            return
        if self.pen_down and not self.pen.suggestion:  # what one types along does not change
            self.pen.offer(rest_of(self.pen.text, message.phrases))
        answered = (message.asked, self.filter)
        if self.query_one(AgreedList).has_focus and answered == self._answered:
            return  # nothing moves under the eyes of someone who is choosing
        self._answered = answered
        if message.phrases == self.phrases and message.about == self._phrases_for:
            return
        self.phrases, self._phrases_for = message.phrases, message.about
        self._no_bank = message.trouble
        self.query_one(AgreedList).show(message.phrases, message.asked)
        self.show_side()

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

    def action_filter(self) -> None:
        """Ask from which body, years and texts language is wanted."""
        from drafter.tui.screens.filtering import FilterForm

        def taken(chosen: Filter | None) -> None:
            if chosen is not None and chosen != self.filter:
                self.filter = chosen
                self.show_side()
                self._ask_agreed()

        self.app.push_screen(FilterForm(self.filter, self.buffer.resolution.masthead.body), taken)

    # Taking it over

    def on_agreed_list_asked(self, message: AgreedList.Asked) -> None:
        """Do with the phrase what was asked for."""
        phrase = message.phrase
        self.sync_pen()
        match message.what:
            case "insert":
                typed = self._words()
                over = not typed or (self.pen_down and completes(phrase.text, typed))
                self._insert_phrase(phrase, over=over)
            case "replace":
                self._insert_phrase(phrase, over=True)
            case "missing":
                self._add_missing(phrase)
            case "compare":
                self._beside_mine(phrase)
            case "source":
                self._read_source(phrase)

    def _insert_phrase(self, phrase: Suggestion, *, over: bool) -> None:
        """Into an empty or half-typed paragraph, or in place of one; else after this one."""
        source = _source(phrase)
        content = content_of(phrase.text, phrase.part)
        if over and self.line.row.kind in _TEXTS:
            what = f"{self.line.place} from {source}"
            done = self.do(lambda state: operations.write_over(state, content, what))
        else:
            new, part = (Paragraph(content),), part_of(phrase.part)
            what = f"insert {source}"
            done = self.do(lambda s: operations.insert_after(s, new, part=part, what=what))
        self._taken_from(source, done=done)

    def _add_missing(self, phrase: Suggestion) -> None:
        """Add to one's own words what the phrase has beyond them."""
        source, row = _source(phrase), self.line.row
        try:
            if row.kind not in _TEXTS:
                raise EditError("there are no words here to add to", hint="go to a paragraph")
            content = stretches.missing(row.content, phrase.text)
        except EditError as error:
            self.complain(error)
            return
        what = f"{self.line.place}, words added from {source}"
        done = self.do(lambda state: operations.write_over(state, content, what))
        self._taken_from(source, done=done)

    def _beside_mine(self, phrase: Suggestion) -> None:
        """Read the phrase against one's own words, and take over single stretches."""
        from drafter.tui.screens.beside_mine import BesideMine

        row, source = self.line.row, _source(phrase)
        if row.kind not in _TEXTS or not row.content:
            self.say("there are no words of yours here to compare with", trouble=True)
            return

        def taken(chosen: tuple[Stretch, ...] | None) -> None:
            if not chosen:
                return
            try:
                if self.line.row != row:  # words may have followed from the step before
                    raise EditError("your words have changed meanwhile", hint="compare again")
                content = stretches.taken(row.content, chosen)
            except EditError as error:
                self.complain(error)
                return
            what = f"{self.line.place}, words from {source}"
            done = self.do(lambda state: operations.write_over(state, content, what))
            self._taken_from(source, done=done)

        screen = BesideMine(self.line.place, plain(row.content), phrase)
        self.app.push_screen(screen, taken)

    def _taken_from(self, source: str, *, done: bool) -> None:
        self.lift_pen()
        if done:
            self.say(f"{self.line.place} · from {source} — Ctrl-Z undoes")
            self.text.focus()

    def _read_source(self, phrase: Suggestion) -> None:
        """Read where the phrase stands: its text whole, and the paragraph through the sessions."""
        from drafter.phrases.bank import Bank
        from drafter.tui.screens.reader import Reader
        from drafter.tui.sources import phrase_page

        try:
            page = phrase_page(Bank.default(), phrase, colour=not self.app.no_color)
        except (DrafterError, OSError) as error:
            self.say(str(error), trouble=True)
            return
        self.app.push_screen(Reader(_source(phrase), page))


def _source(phrase: Suggestion) -> str:
    return f"{source_name(phrase.symbol)} {phrase.place}".strip()

"""Several paragraphs at once, two editors on one file, grey words that go on."""

import os
import socket
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from drafter.editing import holding, recovery
from drafter.phrases.suggestion import Suggestion
from drafter.tui.screens.agreeing import rest_of
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.question import Question
from tests.tui.driving import drive, river, texts, type_words, until

__all__ = ["river"]


def test_several_paragraphs_are_cut_and_pasted_with_their_notes(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = texts(screen)
        await pilot.press("g", "p", "p", "1", "enter", "shift+down", "ctrl+x")
        await until(pilot, lambda: len(texts(screen)) == len(before) - 2)
        assert not screen.buffer.resolution.footnotes
        await pilot.press("g", "2", "enter", "ctrl+v")
        await until(pilot, lambda: len(texts(screen)) == len(before))
        assert screen.buffer.resolution.footnotes
        assert "79/901" in texts(screen)[4]
        await pilot.press("ctrl+z", "ctrl+z")
        await until(pilot, lambda: texts(screen) == before)

    drive(river, script)


def test_a_paragraph_is_copied_with_its_points(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "1", "enter", "ctrl+c", "g", "3", "enter", "ctrl+v")
        await until(pilot, lambda: len(texts(screen)) == 10)
        assert "4 Urges" in " ".join(texts(screen))

    drive(river, script)


def test_choosing_across_parts_is_refused_in_words(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = texts(screen)
        await pilot.press("g", "p", "p", "2", "enter", "shift+down")
        assert "different parts" in str(screen.query_one("#status").render())
        await pilot.press("ctrl+x")
        assert texts(screen) == before

    drive(river, script)


def held_elsewhere(river: Path) -> holding.Hold:
    """As if the process that started the tests had the draft open."""
    held = holding.hold(river)
    assert held is not None
    words = f"someone\n{socket.gethostname()}\n{os.getppid()}\n"
    holding.mark_path(river).write_text(words, "utf-8")
    return held


def test_the_second_editor_is_told_and_may_take_a_copy(river: Path) -> None:
    held = held_elsewhere(river)

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        assert isinstance(pilot.app.screen, Question)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, DraftScreen))
        draft = pilot.app.screen
        assert isinstance(draft, DraftScreen)
        await until(pilot, lambda: draft.buffer.path is None)

    drive(river, script)
    assert holding.mark_path(river).exists()
    holding.release(held)


def test_two_editors_on_one_draft_keep_recovery_files_of_their_own(river: Path) -> None:
    held = held_elsewhere(river)

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("a")
        draft = cast("DraftScreen", pilot.app.screen_stack[-1])
        await until(pilot, lambda: draft.shared)
        await pilot.press("g", "2", "enter", "d")
        await until(pilot, lambda: draft._kept is not None)
        assert not recovery.beside(river).exists()
        assert recovery.recovery_path(draft.buffer, shared=True).exists()

    drive(river, script)
    holding.release(held)


def test_an_open_draft_is_marked_and_let_go(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        assert holding.mark_path(river).exists()

    drive(river, script)
    assert not holding.mark_path(river).exists()


def test_a_mark_of_a_dead_editor_counts_as_none(river: Path) -> None:
    # Another process has the dead one's number by now: the lock tells them apart.
    words = f"someone\n{socket.gethostname()}\n{os.getppid()}\n"
    holding.mark_path(river).write_text(words, "utf-8")
    assert holding.holder(river) == ""
    for junk in (b"what is this", b"", b"\xff\n\xff\n\xff\n"):
        holding.mark_path(river).write_bytes(junk)
        assert holding.holder(river) == ""


def test_an_editor_on_another_computer_counts_for_a_day(river: Path) -> None:
    mark = holding.mark_path(river)
    mark.write_text("someone\nelsewhere\n12\n", "utf-8")
    assert holding.holder(river) == "someone, on elsewhere"
    os.utime(mark, (0, 0))
    assert holding.holder(river) == ""


def test_the_own_mark_is_nobody_elses(river: Path) -> None:
    held = holding.hold(river)
    assert held is not None
    assert holding.holder(river) == ""
    holding.release(held)
    assert not holding.mark_path(river).exists()


def phrase(text: str) -> Suggestion:
    return Suggestion(text, "A/1", "operative", "1", "", "adopted", 1.0, 1)


def test_grey_words_go_on_from_what_was_typed() -> None:
    found = (phrase("Invites donors to help;"), phrase("Invites States to share data;"))
    assert rest_of("*Invites* States to", found) == " share data;"
    assert rest_of("*Invites* owners", found) == ""
    assert rest_of("*Invites*", found) == ""


def test_the_right_arrow_takes_the_grey_words(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "n")
        await type_words(pilot, "Encourages Member States to")
        await until(pilot, lambda: screen.pen.suggestion)
        grey = screen.pen.suggestion
        await pilot.press("right")
        await until(pilot, lambda: grey.strip() in " ".join(texts(screen)))
        assert screen.phrases

    drive(river, script, (120, 40))


def test_grey_words_go_on_in_the_next_line_and_while_they_are_typed(river: Path) -> None:
    rest = " Member States to train their crews, " + "and to say so in every port, " * 4 + "soon;"

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "n")
        await type_words(pilot, "Invites")
        screen._ask_agreed = lambda: None  # type: ignore[method-assign] # nothing else is offered
        screen.pen.offer(rest)
        assert 0 < len(screen.pen.suggestion) < len(rest)
        await type_words(pilot, " Member")
        assert screen.pen.suggestion.startswith(" States")
        for _ in range(20):
            if screen.pen.suggestion:
                await pilot.press("right")
        assert screen.pen.text == f"Invites{rest}"
        assert not screen.pen.suggestion
        screen.pen.offer(" more")
        await type_words(pilot, "x")
        assert not screen.pen.suggestion

    drive(river, script)

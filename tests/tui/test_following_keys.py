"""What follows by itself, finding and replacing, taking changes back, seen from the keys."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, Static

from drafter.tui.screens.compare import Compare
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.finding import FindStrip
from drafter.tui.screens.reader import Reader
from drafter.tui.widgets.diff_view import DiffView
from tests.tui.driving import RIVER, at, drive, river, texts, type_words, until

__all__ = ["river"]


def status(screen: DraftScreen) -> str:
    return str(screen.query_one("#status").render())


def test_the_full_stop_follows_a_deletion_and_is_undone_first(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = texts(screen)
        await pilot.press("g", "3", "enter", "d")
        await until(pilot, lambda: texts(screen)[-1] == "2 Invites Member States to train crews.")
        assert "follow in OP2" in status(screen)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: texts(screen)[-1] == "2 Invites Member States to train crews;")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: texts(screen) == before)

    drive(river, script, follows=True)


def test_a_typed_paragraph_gets_its_italics_and_comma(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "p", "p", "2", "enter", "n")
        await type_words(pilot, "Recognizing the work of ferry crews")
        await pilot.press("escape")
        await until(pilot, lambda: texts(screen)[2].endswith("crews,"))
        first = screen.line.row.content[0]
        assert getattr(first, "italic", False)

    drive(river, script, follows=True)


def test_nothing_follows_where_one_said_so(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        screen.action_follow()
        await pilot.press("g", "3", "enter", "d")
        await until(pilot, lambda: screen.findings)
        assert texts(screen)[-1] == "2 Invites Member States to train crews;"

    drive(river, script, follows=True)


def test_finding_goes_there_and_replacing_is_one_step(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = texts(screen)
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(pilot.app.screen, FindStrip))
        await type_words(pilot, "member states")
        await until(pilot, lambda: at(screen) == "OP1")
        found = pilot.app.screen.query_one("#found", Static)
        assert "1 of 2, in OP1" in str(found.render())
        await pilot.press("enter")
        await until(pilot, lambda: at(screen) == "OP2")
        await pilot.press("tab")
        await type_words(pilot, "States")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "Member" not in " ".join(texts(screen)))
        await pilot.press("escape", "ctrl+z")
        await until(pilot, lambda: texts(screen) == before)

    drive(river, script)


def test_replacing_one_by_one(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(pilot.app.screen, FindStrip))
        strip = pilot.app.screen
        strip.query_one("#wanted", Input).value = "Member States"
        strip.query_one("#words", Input).value = "States"
        await until(pilot, lambda: at(screen) == "OP1")
        strip.query_one("#words", Input).focus()
        await pilot.press("enter")
        await until(pilot, lambda: "1 Urges States" in " ".join(texts(screen)))
        assert "2 Invites Member States" in " ".join(texts(screen))
        await until(pilot, lambda: at(screen) == "OP2")

    drive(river, script)


def test_a_change_is_taken_back_from_the_comparison(river: Path) -> None:
    old = river.with_name("old.md")
    old.write_text(RIVER.replace("train crews", "feed crews"), "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("c")
        await pilot.pause()
        line = pilot.app.screen.query_one(Input)
        line.focus()
        line.value = str(old)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Compare))
        view = pilot.app.screen.query_one(DiffView)
        await until(pilot, lambda: view.entry is not None)
        await pilot.press("s")
        assert view.columns
        await pilot.press("r")
        await until(pilot, lambda: "2 Invites Member States to feed crews;" in texts(screen))
        await until(pilot, lambda: view.entry is None)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "2 Invites Member States to train crews;" in texts(screen))
        await until(pilot, lambda: view.entry is not None)

    drive(river, script, (120, 40))


def test_colours_of_agreed_language_and_the_sources(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("t")
        await until(pilot, lambda: screen.traced)
        assert "% agreed" in status(screen)
        assert screen.paints()
        await pilot.press("t")
        await until(pilot, lambda: not screen.traced)
        await pilot.press("g", "3", "enter", "p")
        await until(pilot, lambda: isinstance(pilot.app.screen, Reader))

    drive(river, script)

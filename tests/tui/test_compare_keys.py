"""Reading a comparison, and settling each change into the draft."""

from pathlib import Path

from textual.pilot import Pilot

from drafter.editing.comparing import Against
from drafter.tui.screens.compare import Compare
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.reader import Reader
from drafter.tui.widgets.diff_view import DiffView
from tests.tui.driving import RIVER, at, drive, river, texts, until

__all__ = ["river"]

OTHER = RIVER.replace("train crews", "train and pay crews").replace("many ferries", "some ferries")


async def compared(pilot: Pilot[None], screen: DraftScreen, folder: Path) -> Compare:
    """The comparison with another's return."""
    other = folder / "return.md"
    other.write_text(OTHER, "utf-8")
    screen.compare_with(Against("file", other))
    await pilot.pause()
    shown = pilot.app.screen
    assert isinstance(shown, Compare)
    await until(pilot, lambda: shown._comparison)
    return shown


async def renewed(pilot: Pilot[None], shown: Compare) -> None:
    await pilot.pause()
    await until(pilot, lambda: shown._comparison)


def bar(shown: Compare, name: str) -> str:
    return str(shown.query_one(name).render())


def test_changes_of_a_newer_text_are_accepted_one_by_one(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        shown = await compared(pilot, screen, river.parent)
        await pilot.press("w")
        await renewed(pilot, shown)
        assert "Changes in return.md" in bar(shown, "#top")
        await pilot.press("r")  # some ferries: the draft keeps its word
        assert "1 settled" in bar(shown, "#top")
        await pilot.press("a")
        await renewed(pilot, shown)
        assert "2 Invites Member States to train and pay crews;" in texts(screen)
        assert "Noting that many ferries remain unlicensed," in texts(screen)
        await pilot.press("ctrl+z")
        await renewed(pilot, shown)
        assert "2 Invites Member States to train crews;" in texts(screen)

    drive(river, script)


def test_changes_since_an_older_text_are_rejected_one_by_one(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        shown = await compared(pilot, screen, river.parent)
        await pilot.press("a")
        await pilot.pause()
        view = shown.query_one(DiffView)
        assert view.entry is not None
        assert view.entry.place == "OP2"
        await pilot.press("r")
        await renewed(pilot, shown)
        assert "2 Invites Member States to train and pay crews;" in texts(screen)
        assert "Noting that many ferries remain unlicensed," in texts(screen)
        assert "1 of 1 · 1 settled" in bar(shown, "#top")
        await pilot.press("a")
        assert "settled" not in bar(shown, "#top")

    drive(river, script)


def test_enter_goes_to_the_place_in_the_draft_whichever_is_newer(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        shown = await compared(pilot, screen, river.parent)
        await pilot.press("w")
        await renewed(pilot, shown)
        await pilot.press("n", "enter")
        await pilot.pause()
        assert at(screen) == "OP2"

    drive(river, script)


def test_the_screen_explains_itself_and_writes_no_redline_backwards(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        shown = await compared(pilot, screen, river.parent)
        await pilot.press("w")
        await renewed(pilot, shown)
        await pilot.press("x")
        assert pilot.app.screen is shown
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reader)

    drive(river, script)

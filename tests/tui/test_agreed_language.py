"""What one can do with agreed language beside the paragraph."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from drafter.model import plain
from drafter.tui.screens.beside_mine import BesideMine
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.filtering import FilterForm
from drafter.tui.screens.reader import Reader
from drafter.tui.widgets.agreed_list import AgreedList
from tests.tui.driving import at, drive, river, until

__all__ = ["river"]


async def into_the_list(pilot: Pilot[None], screen: DraftScreen, words: str = "") -> None:
    """Go to OP2 and into the list beside it; with `words`, these are typed first."""
    await pilot.press("g", "2", "enter")
    if words:
        await pilot.press("enter")
        screen.pen.load_text(words)
        screen.pen.action_cursor_line_end()
    await pilot.press("ctrl+l" if words else "l")
    await until(pilot, lambda: screen.phrases and screen._phrases_for == "OP2")
    screen.query_one(AgreedList).focus()
    await pilot.pause()


def op2(screen: DraftScreen) -> str:
    """The words of OP2."""
    return next(plain(each.row.content) for each in screen.lines if each.place == "OP2")


def test_only_what_is_missing_is_added(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        typed = "Encourages Member States to"
        await into_the_list(pilot, screen, f"*Encourages*{typed[10:]}")
        await until(pilot, lambda: screen.phrases and screen.phrases[0].text.startswith(typed))
        whole = screen.phrases[0].text
        await pilot.press("m")
        await pilot.pause()
        assert op2(screen) == whole
        assert at(screen) == "OP2"
        await pilot.press("ctrl+z")
        assert op2(screen) == "Encourages Member States to"

    drive(river, script, (120, 40))


def test_an_agreed_text_is_set_beside_mine_and_one_stretch_taken(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = op2(screen)
        await into_the_list(pilot, screen)
        await pilot.press("c")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, BesideMine)
        assert dialog._stretches[0].mine in str(dialog.query_one("#both").render())
        stretch = dialog._stretches[0]
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert op2(screen) == before[: stretch.start] + stretch.agreed + before[stretch.end :]
        await pilot.press("ctrl+z")
        assert op2(screen) == before

    drive(river, script)


def test_taking_all_gives_the_agreed_text_and_leaving_gives_nothing(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = op2(screen)
        await into_the_list(pilot, screen)
        agreed = screen.phrases[0].text
        await pilot.press("c", "n", "p", "space", "escape")
        await pilot.pause()
        assert op2(screen) == before
        screen.query_one(AgreedList).focus()
        await pilot.press("c", "a", "enter")
        await pilot.pause()
        assert op2(screen) == agreed

    drive(river, script)


def test_the_source_is_read_whole_with_its_pedigree(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await into_the_list(pilot, screen)
        phrase = screen.phrases[0]
        await pilot.press("p")
        await pilot.pause()
        page = pilot.app.screen
        assert isinstance(page, Reader)
        words = str(page._words)
        assert phrase.text in words
        assert "THE WHOLE TEXT OF" in words

    drive(river, script)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_filter_keeps_to_a_body_years_and_status(river: Path, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await into_the_list(pilot, screen)
        await pilot.press("f")
        await pilot.pause()
        form = pilot.app.screen
        assert isinstance(form, FilterForm)
        form.query_one("#field-years", Input).value = "lately"
        await pilot.press("ctrl+s")
        assert pilot.app.screen is form
        form.query_one("#field-years", Input).value = "-2019"
        form.query_one("#field-status", Input).value = "Adopted"
        await pilot.press("ctrl+s")
        await until(
            pilot,
            lambda: (
                screen.phrases
                and all(each.status == "adopted" and each.date < "2020" for each in screen.phrases)
            ),
        )
        assert "–2019 · adopted" in screen.side_title()
        await pilot.press("f", "ctrl+r")
        await pilot.pause()
        assert not screen.filter.words

    drive(river, script, size)

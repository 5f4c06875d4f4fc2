import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from drafter.editing import recovery
from drafter.formats import markdown
from drafter.tui.screens.compare import Compare
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.home import HomeScreen
from drafter.tui.screens.question import Question
from drafter.tui.widgets.diff_view import DiffView
from tests.tui.driving import at, drive, river, texts, type_words, until

__all__ = ["river"]


async def change(pilot: Pilot[None]) -> None:
    """Delete OP2."""
    await pilot.press("g", "2", "enter", "d")
    await pilot.pause()


def test_saving_writes_the_draft_and_says_so(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.buffer.changed)

    drive(river, script)
    saved = markdown.read(river.read_bytes(), "river.md").value.resolutions[0]
    assert len(saved.operative) == 2
    assert not recovery.beside(river).exists()


def test_saving_from_inside_the_pen_takes_the_last_letter(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "enter", "end", "q", "ctrl+s")
        await until(pilot, lambda: not screen.buffer.changed)

    drive(river, script)
    assert "crews;q" in river.read_text("utf-8")


def test_history_goes_on_across_a_save(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = texts(screen)
        await change(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.buffer.changed)
        await pilot.press("ctrl+z")
        assert texts(screen) == before
        assert screen.buffer.changed

    drive(river, script)


def test_a_folder_that_vanished_is_told_and_nothing_is_lost(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        river.unlink()
        (river.parent / "elsewhere").mkdir()
        screen.take(screen.buffer.as_saved(river.parent / "gone" / "a.md", before))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.query_one("#status").has_class("-trouble"))
        assert screen.buffer.changed

    from drafter.model import Resolution

    before = Resolution()
    drive(river, script)


def test_a_file_changed_on_disk_is_not_overwritten_unasked(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        river.write_text("someone else was here", "utf-8")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Question)
        await pilot.press("escape")
        await pilot.pause()
        assert river.read_text("utf-8") == "someone else was here"

    drive(river, script)


def test_leaving_with_changes_asks_first(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Question)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen
        await pilot.press("ctrl+q", "s")
        await until(pilot, lambda: not screen.buffer.changed)

    app = drive(river, script)
    assert app.return_code in {None, 0}
    assert "train crews" not in river.read_text("utf-8")


def test_leaving_without_changes_asks_nothing(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("ctrl+q")
        await pilot.pause()

    drive(river, script)
    assert not recovery.beside(river).exists()


def test_a_pause_writes_a_recovery_file_that_is_a_draft(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        await until(pilot, recovery.beside(river).exists)
        found = recovery.read(recovery.beside(river))
        assert found == screen.buffer.resolution
        assert "train crews" in river.read_text("utf-8")

    drive(river, script)


def test_what_was_lost_is_offered_and_recovered(river: Path) -> None:
    lost = river.read_text("utf-8").replace("train crews", "train all crews")
    recovery.beside(river).write_text(lost, "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        from drafter.tui.screens.draft import DraftScreen as Draft

        assert isinstance(pilot.app.screen, Question)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Draft))
        draft = pilot.app.screen
        assert isinstance(draft, Draft)
        await until(pilot, lambda: draft.buffer.changed)
        assert "2 Invites Member States to train all crews;" in texts(draft)
        assert draft.buffer.changed
        await pilot.press("ctrl+z")
        assert "2 Invites Member States to train crews;" in texts(draft)

    drive(river, script)


def test_a_discarded_recovery_file_is_gone(river: Path) -> None:
    recovery.beside(river).write_text("*The General Assembly*,\n\n1. *Urges* all;\n", "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("d")
        await pilot.pause()

    drive(river, script)
    assert not recovery.beside(river).exists()


def test_a_word_file_is_saved_under_a_name_of_its_own(river: Path) -> None:
    from drafter.formats import docx

    word = river.with_name("from-mission.docx")
    word.write_bytes(docx.write(markdown.read(river.read_bytes(), "river.md").value))

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        line = pilot.app.screen.query_one(Input)
        assert line.value == str(river.with_name("from-mission.md"))
        await pilot.press("enter")
        await until(pilot, lambda: not screen.buffer.changed)

    drive(word, script)
    assert "license ferries" in river.with_name("from-mission.md").read_text("utf-8")


def test_the_circulation_file_is_written_where_it_is_told(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("x")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, river.with_suffix(".docx").exists)

    drive(river, script)
    from drafter.formats import read_file

    there = read_file(river.with_suffix(".docx")).value.resolutions[0]
    here = read_file(river).value.resolutions[0]
    assert there.operative == here.operative


def test_a_redline_since_an_older_text_is_written(river: Path) -> None:
    old = river.with_name("old.md")
    old.write_text(river.read_text("utf-8").replace("train crews", "feed crews"), "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("x")
        await pilot.pause()
        await pilot.press("down", "tab")
        await type_words(pilot, "old")
        pilot.app.screen.query_one("#base", Input).value = str(old)
        await pilot.press("enter")
        await until(pilot, river.with_name("river-redline.docx").exists)

    drive(river, script)


def test_comparing_with_the_last_save_shows_what_changed(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert pilot.app.screen.query_one(OptionList).option_count
        await pilot.press("enter")
        await pilot.pause()
        shown = pilot.app.screen
        assert isinstance(shown, Compare)
        view = shown.query_one(DiffView)
        await until(pilot, lambda: view.entry is not None)
        assert view.entry is not None
        assert view.entry.place == "OP2"
        await pilot.press("n", "p", "escape")
        await pilot.pause()
        assert pilot.app.screen is screen

    drive(river, script)


def test_comparing_with_a_file_and_going_to_a_change(river: Path) -> None:
    old = river.with_name("old.md")
    old.write_text(river.read_text("utf-8").replace("train crews", "feed crews"), "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("c")
        await pilot.pause()
        line = pilot.app.screen.query_one(Input)
        line.focus()
        line.value = str(old)
        await pilot.press("enter")
        await pilot.pause()
        view = pilot.app.screen.query_one(DiffView)
        await until(pilot, lambda: view.entry is not None)
        await pilot.press("enter")
        await pilot.pause()
        assert at(screen) == "OP2"

    drive(river, script)


def test_home_lists_the_recent_drafts_and_opens_one(river: Path) -> None:
    async def nothing(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.pause()

    drive(river, nothing)

    async def script(pilot: Pilot[None], screen: object) -> None:
        assert isinstance(screen, HomeScreen)
        assert screen.query_one(OptionList).option_count == 1
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DraftScreen)

    drive(None, script)


def test_a_new_draft_from_a_skeleton(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: object) -> None:
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        draft = pilot.app.screen
        assert isinstance(draft, DraftScreen)
        assert draft.buffer.resolution.operative
        assert draft.unsaved

    drive(None, script)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        river.parent.chmod(0o500)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.query_one("#status").has_class("-trouble"))

    try:
        drive(river, script)
    finally:
        river.parent.chmod(0o700)


def test_a_file_with_several_resolutions_keeps_the_others(river: Path) -> None:
    from drafter.editing.save import open_file
    from drafter.model import Document

    one = markdown.read(river.read_bytes(), "river.md").value.resolutions[0]
    river.write_bytes(markdown.write(Document((one, one))))
    assert len(open_file(river).buffer.document.resolutions) == 2

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        assert "1 of 2" in str(screen.query_one("#status").render())
        await change(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.buffer.changed)

    drive(river, script)
    first, second = markdown.read(river.read_bytes(), "river.md").value.resolutions
    assert len(first.operative) == 2
    assert second == one

"""The mouse carries paragraphs; the margin says what is known of them."""

from pathlib import Path

from textual import events
from textual.pilot import Pilot

from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.reader import Reader
from drafter.tui.widgets.outline import Outline
from tests.editing.commented import commented
from tests.tui.driving import at, drive, river, texts, until

__all__ = ["river"]


def test_a_paragraph_is_carried_in_the_outline(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = screen.buffer.resolution
        rows = [line.place for line in screen.lines]
        source, target = rows.index("OP2"), rows.index("OP1")
        await pilot.mouse_down(Outline, offset=(4, source))
        await pilot.hover(Outline, offset=(4, source))
        screen.query_one(Outline).on_mouse_move(_moved(target))
        await pilot.pause()
        assert "OP2 to OP1" in str(screen.query_one("#status").render())
        await pilot.mouse_up(Outline, offset=(4, target))
        await pilot.pause()
        assert texts(screen)[2] == "1 Invites Member States to train crews;"
        assert at(screen) == "OP1"
        await pilot.press("ctrl+z")
        assert screen.buffer.resolution == before

    drive(river, script)


def _moved(y: int) -> events.MouseMove:
    return events.MouseMove(None, 4, y, 0, 1, 1, shift=False, meta=False, ctrl=False)


def test_a_click_on_the_page_and_in_the_outline_goes_there(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        rows = [line.place for line in screen.lines]
        await pilot.click(Outline, offset=(4, rows.index("OP2")))
        assert at(screen) == "OP2"
        region = screen.text.region_of(rows.index("PP1"))
        top = region.y - screen.text.scroll_offset.y
        await pilot.click("#text", offset=(region.x + 2, top))
        assert at(screen) == "PP1"
        await pilot.click("#text", offset=(region.x + 2, top), times=2)
        assert screen.pen_down

    drive(river, script, (120, 40))


def test_comments_of_a_word_file_are_marked_and_read(river: Path) -> None:
    path = river.parent / "return.docx"
    path.write_bytes(commented("Invites States to ", "train", " crews;"))

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await until(pilot, lambda: screen.comments)
        assert "“" in screen.marks().values()
        await pilot.press("g", "1", "enter")
        await pilot.pause()
        assert "Could this be stronger?" in str(screen.query_one("#status").render())
        await pilot.press("n")
        await pilot.press("x", "escape")
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reader)
        assert "Fiji on “train”" in str(pilot.app.screen._words)

    drive(path, script)


def test_the_trace_shows_in_the_margin_and_warns_of_drift(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("t")
        await until(pilot, lambda: screen.traced)
        marks = screen.marks()
        assert set(marks.values()) <= set("=≈+!")
        assert len(marks) >= 5
        await pilot.press("g", "2", "enter")
        await pilot.pause()
        said = str(screen.query_one("#status").render())
        assert any(each in said for each in ("agreed", "new", "!"))
        await pilot.press("t")
        assert not set(screen.marks().values()) & set("=≈+")

    drive(river, script)

"""The pen on wrapped lines, wide and strange characters, selections, and much pasted at once."""

from pathlib import Path
from time import process_time

import pytest
from textual import events
from textual.pilot import Pilot

from drafter.tui.screens.draft import DraftScreen
from drafter.tui.widgets.pen import Pen
from tests.tui.driving import at, drive, river, texts

__all__ = ["river"]

LONG = " ".join(f"word{number:03}" for number in range(60))


async def pen_on(pilot: Pilot[None], screen: DraftScreen, words: str) -> Pen:
    """The pen on OP2, which says `words`."""
    await pilot.press("g", "2", "enter", "enter")
    screen.pen.load_text(words)
    await pilot.pause()
    screen.pen.move_cursor((0, 0))
    await pilot.pause()
    return screen.pen


def line(pen: Pen) -> tuple[int, int]:
    """Where the cursor is shown: column and line."""
    offset = pen.wrapped_document.location_to_offset(pen.cursor_location)
    return offset.x, offset.y


def test_home_and_end_stay_on_the_line_that_is_shown(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        pen = await pen_on(pilot, screen, LONG)
        await pilot.press("down", "down", "end")
        x, y = line(pen)
        assert y == 2
        assert x > pen.size.width - 12
        await pilot.press("home")
        assert line(pen) == (0, 2)
        await pilot.press("home")
        assert pen.at == 0
        await pilot.press("end", "end")
        assert pen.at == len(LONG)
        await pilot.press("ctrl+home")
        assert pen.at == 0

    drive(river, script)


def test_up_and_down_keep_the_column_over_shorter_lines(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        pen = await pen_on(pilot, screen, LONG)
        await pilot.press(*["right"] * 20, "down", "down")
        assert line(pen) == (20, 2)
        await pilot.press("up", "up")
        assert line(pen) == (20, 0)
        await pilot.press("up")
        await pilot.pause()
        assert at(screen) == "OP1 (b)"

    drive(river, script)


def test_a_selection_reaches_over_wrapped_lines(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        pen = await pen_on(pilot, screen, LONG)
        await pilot.press("right", "shift+down", "shift+down", "shift+end")
        start, end = pen.selection
        assert start == (0, 1)
        assert line(pen)[1] == 2
        chosen = pen.selected_text
        await pilot.press("ctrl+b")
        assert f"[{chosen}]" in pen.text
        assert pen.text.replace("[", "").replace("]", "") == LONG
        assert end != start

    drive(river, script)


def test_the_mouse_selects_over_wrapped_lines(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        pen = await pen_on(pilot, screen, LONG)
        await pilot.mouse_down(Pen, offset=(4, 0))
        await pilot.hover(Pen, offset=(6, 2))
        await pilot.mouse_up(Pen, offset=(6, 2))
        await pilot.pause()
        assert len(pen.selected_text) > pen.size.width

    drive(river, script)


STRANGE = [
    "漢字かな交じり文 " * 12,
    "😀 emoji 👩‍👩‍👧 family " * 8,
    "שלום עולם " * 20,
    "مرحبا بالعالم " * 20,
    "e\u0301cole a\u0308 o\u0302 " * 20,
    "zero\u200bwidth\u200djoin " * 12,
    "a\u00a0b\u00a0c " * 30,
]


@pytest.mark.parametrize("words", STRANGE)
def test_strange_characters_are_walked_and_typed(river: Path, words: str) -> None:
    words = words.strip()

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        pen = await pen_on(pilot, screen, words)
        await pilot.press("down", "end", "home", "up", "end", "right", "left", "ctrl+end")
        assert pen.at == len(words)
        await pilot.press("x", "backspace", "escape")
        await pilot.pause()
        assert texts(screen)[5] == f"2 {words}"
        width = screen.text.scrollable_content_region.width
        for y in range(screen.text.size.height):
            assert screen.text.render_line(y).cell_length == width

    drive(river, script)


def test_control_characters_of_a_file_never_reach_the_terminal(river: Path) -> None:
    evil = "sa\x1b[31mfe\x07 cross\u202eings\x9b"
    river.write_text(river.read_text("utf-8").replace("train crews", evil), "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "enter")
        await pilot.pause()
        shown = "".join(
            segment.text
            for widget in (screen.text, screen.query_one("#outline"), screen.pen)
            for y in range(widget.size.height)
            for segment in widget.render_line(y)
        )
        assert not set(shown) & set("\x1b\x07\u202e\x9b")
        assert "fe" in shown

    drive(river, script, (120, 40))


def test_much_is_pasted_at_once(river: Path) -> None:
    words = "Member States and all relevant stakeholders " * 2400

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pen_on(pilot, screen, "Urges ")
        await pilot.press("end")
        began = process_time()
        screen.pen.post_message(events.Paste(words))
        await pilot.pause()
        await pilot.press("x")
        await pilot.press("escape")
        await pilot.pause()
        assert len(words) > 100_000
        assert texts(screen)[5] == f"2 Urges {words}x"
        assert process_time() - began < 20  # a guard against the square of it, not a measure

    drive(river, script)


def test_many_paragraphs_pasted_on_the_page_are_one_step(river: Path) -> None:
    words = "\n".join(f"{n}.\tUrges all States to light crossing {n};" for n in range(4, 504))

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = texts(screen)
        await pilot.press("g", "3", "enter")
        screen.text.post_message(events.Paste(words))
        await pilot.pause()
        await pilot.pause()
        assert len(texts(screen)) == len(before) + 500
        assert texts(screen)[-1] == "503 Urges all States to light crossing 503;"
        await pilot.press("ctrl+z")
        assert texts(screen) == before

    drive(river, script)

"""Any keys at all, on any screen and at any size: nothing breaks, and the draft stays a draft."""

import random
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from drafter.editing.rows import build, rows
from drafter.formats import markdown
from drafter.formats.markdown import parse
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.question import Question
from tests.tui.driving import drive, river

__all__ = ["river"]

# Every key of ours, keys of nobody, and words. Leaving is left to its own tests.
KEYS = [
    *"abcdefghijklmnopqrstuvwxyz0123456789NHFKJGUVX/?+<>*[]^:;,. ",
    *("enter", "escape", "tab", "shift+tab", "backspace", "delete", "space"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("shift+up", "shift+down", "alt+up", "alt+down", "ctrl+up", "ctrl+down"),
    *("shift+left", "shift+right", "ctrl+left", "ctrl+right"),
    *(f"ctrl+{key}" for key in "abcdfghijklnoprtvwxyz"),
    *("漢", "é", "\u0301", "ש", "😀", "f1", "f8"),
]
SIZES = [(80, 24), (120, 40), (40, 10), (300, 80), (20, 5)]


def sound(screen: DraftScreen) -> None:
    """What is always true of an open draft."""
    state = screen.buffer.state
    assert 0 <= state.cursor < len(state.rows)
    assert build(rows(state.resolution), state.resolution) == state.resolution
    assert [line.row for line in screen.lines] == list(state.rows)
    markdown.format(state.resolution)


async def monkey(pilot: Pilot[None], screen: DraftScreen, seed: int, steps: int) -> None:
    """Press `steps` keys, now and then at another size, and undo everything at the end."""
    chance = random.Random(seed)
    first = screen.buffer.history.past[0] if screen.buffer.history.past else screen.buffer.state
    for step in range(steps):
        key = chance.choice(KEYS)
        if chance.random() < 0.03:
            await pilot.resize_terminal(*chance.choice(SIZES))
        if chance.random() < 0.03:
            words = "".join(chance.choices("ab é\n\n\t漢 1. (a)", k=40))
            pilot.app.post_message(events.Paste(words))
        if isinstance(pilot.app.screen, Question) and key in {"q", "enter"}:
            key = "escape"  # a question may ask whether to leave
        await pilot.press(key)
        if step % 25 == 0 and screen in pilot.app.screen_stack:
            sound(screen)
    if screen not in pilot.app.screen_stack:
        return
    while pilot.app.screen is not screen:
        await pilot.press("escape")
        await pilot.pause()
    screen.lift_pen()
    sound(screen)
    while screen.buffer.history.past:
        screen.take(screen.buffer.undo())
    assert screen.buffer.resolution == first.resolution


@pytest.mark.parametrize("seed", range(4))
def test_a_monkey_breaks_nothing(river: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(river.parent)

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await monkey(pilot, screen, seed, 150)

    app = drive(river, script, SIZES[seed % 2], follows=True)
    assert app.return_code in {0, None}
    assert parse(river.read_text("utf-8")).value

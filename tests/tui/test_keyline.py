"""Keys that come in a burst, as over a slow line, do what they do one by one."""

from pathlib import Path

from textual import events
from textual.pilot import Pilot

from drafter.tui.screens.draft import DraftScreen
from tests.tui.driving import at, drive, river, texts, until

__all__ = ["river"]

NAMES = {" ": "space", "\n": "enter", "\x1b": "escape"}


def burst(pilot: Pilot[None], keys: str) -> None:
    """Hand the application every key at once."""
    for each in keys:
        pilot.app.post_message(events.Key(NAMES.get(each, each), None if each < " " else each))


def test_a_dialog_gets_what_was_typed_for_it(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        burst(pilot, "g2\n")
        await until(pilot, lambda: at(screen) == "OP2")

    drive(river, script)


def test_a_burst_of_keys_writes_a_paragraph(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        burst(pilot, "g2\nnEncourages Member States to share ferries;\x1bg1\nd")
        await until(pilot, lambda: len(texts(screen)) == 5)
        await pilot.pause(0.2)
        assert texts(screen)[2:] == [
            "1 Invites Member States to train crews;",
            "2 Encourages Member States to share ferries;",
            "3 Requests the Secretary-General to report to it at its eighty-first session.",
        ]

    drive(river, script)


def test_enter_in_a_burst_splits_where_it_was_typed(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        burst(pilot, "g2\nnInvites one;\nInvites two;\x1b")
        await until(pilot, lambda: len(texts(screen)) == 9 and not screen.pen_down)
        assert "3 Invites one;" in texts(screen)
        assert "4 Invites two;" in texts(screen)

    drive(river, script)

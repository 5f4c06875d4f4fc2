"""A draft that takes a moment to read: the frame is there at once, and no key is lost."""

import asyncio
import threading
from pathlib import Path

from drafter.editing.save import Opened, open_file
from drafter.errors import ReadError
from drafter.tui.app import DrafterApp
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.opening import Opening
from tests.tui.driving import at, river, until

__all__ = ["river"]


def reading(path: Path) -> tuple[DrafterApp, threading.Event]:
    """An editor that reads the draft `path` for as long as the event is not set."""
    read_on = threading.Event()

    def read() -> Opened:
        read_on.wait(20)
        return open_file(path)

    return DrafterApp(read), read_on


def test_keys_typed_while_a_draft_is_read_are_meant_for_it(river: Path) -> None:
    app, read_on = reading(river)

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: isinstance(app.screen, Opening))
            for key in ("g", "2", "enter"):
                app.simulate_key(key)
            read_on.set()
            await until(pilot, lambda: isinstance(app.screen, DraftScreen))
            screen = app.screen
            assert isinstance(screen, DraftScreen)
            await until(pilot, lambda: at(screen) == "OP2")

    asyncio.run(run())


def test_one_may_leave_while_a_draft_is_read(river: Path) -> None:
    app, read_on = reading(river)

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: isinstance(app.screen, Opening))
            app.simulate_key("ctrl+q")
            await until(pilot, lambda: app._exit)
            read_on.set()

    asyncio.run(run())
    assert app.trouble is None


def test_a_draft_that_cannot_be_read_ends_the_editor_with_the_reason(river: Path) -> None:
    def read() -> Opened:
        raise ReadError("river.md: holds 2 resolutions", hint="use --number 1 to 2")

    app = DrafterApp(read)

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: app._exit)

    asyncio.run(run())
    assert str(app.trouble) == "river.md: holds 2 resolutions"

"""Drives the editor in tests: a draft on disk, an application, keys, and the state after them."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from drafter.editing.save import new_file, open_file
from drafter.model import plain
from drafter.tui.app import DrafterApp
from drafter.tui.screens.draft import DraftScreen

RIVER = """\
---
body: ga-c2
symbol: A/C.2/80/L.909
title: Safe river crossings
---

*The General Assembly*,

*Recalling* its resolution 79/901 of 12 December 2024 on river safety,[^1]

*Noting* that many ferries remain unlicensed,

1. *Urges* Member States to license ferries, including by:

   (a) Funding schools;

   (b) Publishing manuals;

2. *Invites* Member States to train crews;

3. *Requests* the Secretary-General to report to it at its eighty-first session.

[^1]: A/80/912.
"""

Script = Callable[[Pilot[None], DraftScreen], Awaitable[None]]


@pytest.fixture
def river(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The river draft on disk; the editor's memory in a folder of the test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "river.md"
    path.write_text(RIVER, "utf-8")
    return path


def drive(
    path: Path | None,
    script: Script,
    size: tuple[int, int] = (80, 24),
    *,
    follows: bool = False,
) -> DrafterApp:
    """Open `path` (None: the home screen), run `script` on it, and give the application.

    Where `follows`, Also, Further and endings follow by themselves, as they do for a user.
    """
    opened = None if path is None else open_file(path) if path.exists() else new_file(path)
    app = DrafterApp(opened)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            screen = app.screen
            for each in app.screen_stack:
                if isinstance(each, DraftScreen):
                    each.follows = follows
            await script(pilot, screen)  # type: ignore[arg-type]

    asyncio.run(run())
    return app


async def until(pilot: Pilot[None], met: Callable[[], object], seconds: float = 90) -> None:
    """Wait for a worker's answer."""
    waited = 0.0
    while not met():
        assert waited < seconds, "it never came"
        await pilot.pause(0.05)
        waited += 0.05


def texts(screen: DraftScreen) -> list[str]:
    """The paragraphs of the draft with their labels."""
    return [
        f"{line.label} {plain(line.row.content)}".strip()
        for line in screen.lines
        if line.row.kind in {"paragraph", "heading"}
    ]


def at(screen: DraftScreen) -> str:
    """What the paragraph under the cursor is called."""
    return screen.line.place


async def type_words(pilot: Pilot[None], words: str) -> None:
    """Type `words` key by key."""
    names = {" ": "space", "*": "asterisk", ",": "comma", ".": "full_stop", ";": "semicolon"}
    await pilot.press(*(names.get(each, each) for each in words))
    await pilot.pause()

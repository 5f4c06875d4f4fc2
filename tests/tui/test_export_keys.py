"""Reading what will be written for others, and writing it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from drafter.editing.exporting import OUTPUTS, Kind
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.export import Export
from tests.tui.driving import RIVER, drive, river, until

__all__ = ["river"]

SAID: dict[Kind, str] = {
    "circulation": "train crews",
    "redline": "1 edited",
    "clean": "train crews",
    "columns": "1 edited",
    "text": "train crews",
    "markdown": "*Invites* Member States",
    "html": "train crews",
}


def shown(dialog: Export) -> str:
    return str(dialog.query_one("#preview").render())


@pytest.mark.parametrize("kind", [each.kind for each in OUTPUTS])
def test_every_kind_is_previewed_and_written(river: Path, kind: Kind) -> None:
    base = river.parent / "base.md"
    base.write_text(RIVER.replace("train", "feed"), "utf-8")
    path = river.parent / f"out{next(each.suffix for each in OUTPUTS if each.kind == kind)}"

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("x")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, Export)
        kinds = [each.kind for each in OUTPUTS]
        dialog.query_one(OptionList).highlighted = kinds.index(kind)
        await pilot.pause()
        dialog.query_one("#base", Input).value = "" if kind == "clean" else str(base)
        dialog.query_one("#path", Input).value = str(path)
        await until(pilot, lambda: SAID[kind] in shown(dialog))
        await pilot.press("pagedown", "pageup", "enter")
        await until(pilot, path.is_file)
        await pilot.pause()

    drive(river, script)
    assert path.stat().st_size > 100


def test_a_redline_without_an_older_text_asks_for_it(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("x", "down")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, Export)
        assert "no such file" in shown(dialog)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is dialog
        assert dialog.query_one("#base", Input).has_focus

    drive(river, script)


def test_what_cannot_be_made_is_said_before_it_is_written(river: Path) -> None:
    broken = river.parent / "broken.docx"
    broken.write_bytes(b"no Word file at all")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("x", "down")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, Export)
        dialog.query_one("#base", Input).value = str(broken)
        await until(pilot, lambda: "cannot be written" in shown(dialog))

    drive(river, script)

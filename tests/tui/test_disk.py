"""The file changes under the editor, or cannot be written: it is told, and nothing is lost."""

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from drafter import files
from drafter.editing import holding, recovery
from drafter.editing.recovery import Lost
from drafter.editing.save import open_file
from drafter.tui.screens.compare import Compare
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.question import Question
from tests.tui.driving import RIVER, drive, river, texts, until

__all__ = ["river"]

THEIRS = RIVER.replace("train crews", "feed crews")


async def change(pilot: Pilot[None]) -> None:
    """Delete OP2's neighbour OP3."""
    await pilot.press("g", "3", "enter", "d")
    await pilot.pause()


def status(screen: DraftScreen) -> str:
    return str(screen.query_one("#status").render())


async def asked(pilot: Pilot[None], title: str) -> None:
    def there() -> bool:
        screen = pilot.app.screen
        return isinstance(screen, Question) and screen._title == title

    await until(pilot, there)


def lost(river: Path) -> tuple[Lost, ...]:
    return recovery.waiting(open_file(river).buffer)


# Someone else writes the file


def test_a_change_on_disk_is_told_within_seconds(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        river.write_text(THEIRS, "utf-8")
        await until(pilot, lambda: "changed on disk" in status(screen))
        assert "changed on disk" in str(screen.query_one("#top").render())
        river.write_text(RIVER, "utf-8")
        await until(pilot, lambda: "as it was" in status(screen))
        river.unlink()
        await until(pilot, lambda: "not there any more" in status(screen))

    drive(river, script)


def test_their_changes_are_compared_and_taken_one_by_one(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        river.write_text(THEIRS, "utf-8")
        await pilot.press("ctrl+s")
        await asked(pilot, "Changed on disk")
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, Compare))
        compare = pilot.app.screen
        await until(pilot, lambda: getattr(compare, "_comparison", None))
        await pilot.press("a")
        await until(pilot, lambda: "feed crews" in " ".join(texts(screen)))
        assert len(screen.buffer.resolution.operative) == 2
        await pilot.press("escape")
        await pilot.press("ctrl+s")
        await asked(pilot, "Changed on disk")
        await pilot.press("k")
        await until(pilot, lambda: not screen.buffer.changed)

    drive(river, script)
    assert "feed crews" in river.read_text("utf-8")
    assert "eighty-first" not in river.read_text("utf-8")


def test_theirs_is_taken_and_mine_comes_back(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        mine = texts(screen)
        river.write_text(THEIRS, "utf-8")
        await pilot.press("ctrl+s")
        await asked(pilot, "Changed on disk")
        await pilot.press("t")
        await until(pilot, lambda: "feed crews" in " ".join(texts(screen)))
        assert not screen.buffer.changed
        await pilot.press("ctrl+z")
        assert texts(screen) == mine
        assert screen.buffer.changed

    drive(river, script)
    assert river.read_text("utf-8") == THEIRS


def test_a_file_that_came_meanwhile_is_not_written_over_unasked(river: Path) -> None:
    new = river.with_name("new.md")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("n", "a", "escape")
        new.write_text(THEIRS, "utf-8")
        await pilot.press("ctrl+s")
        await asked(pilot, "Changed on disk")
        await pilot.press("escape")

    drive(new, script)
    assert new.read_text("utf-8") == THEIRS


# The file cannot be written


@pytest.fixture
def full(river: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The river draft in a folder whose disk is full."""

    def mkstemp(**named: Any) -> tuple[int, str]:
        if named["dir"] == river.parent:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(**named)

    real = files.tempfile.mkstemp
    monkeypatch.setattr(files.tempfile, "mkstemp", mkstemp)
    return river


@pytest.fixture(params=["full", "read-only"])
def small_disk(
    request: pytest.FixtureRequest, river: Path, tmp_path: Path
) -> Iterator[tuple[Path, str]]:
    """The river draft on a real small disk that is full, or that may only be read."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a disk, where even root may")
    try:
        path = folder / "river.md"
        path.write_text(RIVER, "utf-8")
        if request.param == "full":
            with suppress(OSError):
                (folder / "ballast").write_bytes(b"x" * 100_000)
        else:
            subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        yield path, "No space left" if request.param == "full" else "Read-only"
    finally:
        subprocess.run(["umount", str(folder)], check=True)


async def save_elsewhere(pilot: Pilot[None], screen: DraftScreen, path: Path) -> None:
    """Save, be told, and save at `path`."""
    await change(pilot)
    await until(pilot, lambda: screen._kept is not None)
    await pilot.press("ctrl+s")
    await asked(pilot, "Not saved")
    await pilot.press("a")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")
    await until(pilot, lambda: not screen.buffer.changed)
    assert screen.buffer.path == path


def test_a_full_disk_is_told_and_another_place_is_offered(full: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await save_elsewhere(pilot, screen, tmp_path / "elsewhere" / "river.md")

    drive(full, script)
    assert full.read_text("utf-8") == RIVER
    assert "eighty-first" not in (tmp_path / "elsewhere" / "river.md").read_text("utf-8")


def test_a_real_disk_that_cannot_be_written_is_told(
    small_disk: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, words = small_disk

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await save_elsewhere(pilot, screen, tmp_path / "river-2.md")

    async def told(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        await pilot.press("ctrl+s")
        await asked(pilot, "Not saved")
        assert words in status(screen)
        await pilot.press("c")

    with monkeypatch.context() as context:
        context.setattr(os, "getpid", lambda: 999_999_999)  # an editor that has ended since
        drive(path, told)
        claim = recovery._claim(recovery.unsaved_folder())
        assert claim is not None
        holding.release(claim)
        recovery._claim.cache_clear()
    found = lost(path)
    assert len(found) == 1
    recovery.discard(found[0].path)
    drive(path, script)
    assert path.read_text("utf-8") == RIVER
    assert "eighty-first" not in (tmp_path / "river-2.md").read_text("utf-8")
    assert not lost(path)


def test_a_folder_that_vanished_is_told_and_may_come_back(river: Path, tmp_path: Path) -> None:
    folder, away = tmp_path / "folder", tmp_path / "away"
    folder.mkdir()
    path = folder / "river.md"
    path.write_text(RIVER, "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        folder.rename(away)
        await change(pilot)
        await pilot.press("ctrl+s")
        await asked(pilot, "Not saved")
        away.rename(folder)
        await pilot.press("t")
        await until(pilot, lambda: not screen.buffer.changed)

    drive(path, script)
    assert "eighty-first" not in path.read_text("utf-8")
    assert not lost(path)


def test_leaving_right_after_saving_asks_nothing(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        screen.action_save()
        await pilot.app.action_quit()
        assert not isinstance(pilot.app.screen, Question)
        await until(pilot, lambda: not screen.buffer.changed)

    drive(river, script)
    assert "eighty-first" not in river.read_text("utf-8")


# Names and recovery files of every kind


@pytest.mark.parametrize("name", ["a b.md", "rivière – ü.md", "two\nlines.md", "x" * 240 + ".md"])
def test_every_name_has_its_recovery_file(river: Path, name: str) -> None:
    path = river.with_name(name)
    path.write_text(RIVER, "utf-8")

    async def ended(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        await until(pilot, lambda: screen._kept is not None)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.buffer.changed)

    drive(path, ended)
    assert "eighty-first" not in path.read_text("utf-8")
    assert [each.name for each in path.parent.iterdir() if "recovery" in each.name] == []


def test_a_link_stays_a_link(river: Path) -> None:
    link = river.parent / "links" / "today.md"
    link.parent.mkdir()
    link.symlink_to(river)

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await change(pilot)
        await until(pilot, recovery.beside(river).exists)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.buffer.changed)

    drive(link, script)
    assert link.is_symlink()
    assert "eighty-first" not in river.read_text("utf-8")


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\xff" * 500, RIVER.encode()[:200], b"---\nversion: 99\nbody: [", b"\xff\xfe\x00"],
)
def test_a_broken_recovery_file_harms_nothing(river: Path, data: bytes) -> None:
    recovery.beside(river).write_bytes(data)

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        if isinstance(pilot.app.screen, Question):
            await pilot.press("r")
            await until(pilot, lambda: isinstance(pilot.app.screen, DraftScreen))
            draft = pilot.app.screen
            assert isinstance(draft, DraftScreen)
            await until(pilot, lambda: draft.buffer.changed)
            await pilot.press("ctrl+z")
            assert draft.buffer.resolution == open_file(river).buffer.resolution

    drive(river, script)
    assert river.read_text("utf-8") == RIVER


def test_one_of_several_resolutions_is_recovered_where_it_stood(river: Path) -> None:
    several = f"{RIVER}\n{RIVER}"
    river.write_text(several, "utf-8")
    assert len(open_file(river).buffer.document.resolutions) == 2
    recovery.beside(river).write_text(f"{RIVER}\n{THEIRS}", "utf-8")
    assert recovery.waiting(open_file(river).buffer) == ()
    recovery.beside(river).write_text(f"{RIVER}\n{THEIRS}", "utf-8")
    second = recovery.waiting(open_file(river, which=1).buffer)
    assert second
    assert "feed" in str(second[0].resolution)

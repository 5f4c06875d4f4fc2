import os
import time
from pathlib import Path

import pytest

from drafter.editing.recovery import unsaved_folder
from drafter.editing.sweeping import sweep


def test_what_a_write_left_goes_and_everything_else_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    unsaved_folder().mkdir(parents=True)
    long = "a very long name that goes on and on and on and on.md"
    left = [
        tmp_path / ".draft.md.ab12_xyz~",
        tmp_path / "..draft.md.recovery.ab12_xyz~",
        unsaved_folder() / ".new-draft-1.md.recovery.ab12_xyz~",
    ]
    kept = [
        tmp_path / "draft.md",
        tmp_path / "draft.md~",
        tmp_path / ".draft.md.recovery",
        tmp_path / ".draft.md.notes~",
        tmp_path / ".other.md.ab12_xyz~",
        tmp_path / f".{long[:40]}.ab12_xyz~",
    ]
    for each in (*left, *kept):
        each.write_text("half", "utf-8")
        os.utime(each, (0, 0))
    fresh = tmp_path / ".draft.md.12345678~"
    fresh.write_text("being written", "utf-8")
    os.utime(fresh, (time.time(), time.time()))
    sweep(tmp_path / "draft.md")
    assert not [each for each in left if each.exists()]
    assert all(each.exists() for each in (*kept, fresh))
    sweep(tmp_path / long)
    assert not kept[-1].exists()


def test_a_folder_that_is_gone_is_no_trouble(tmp_path: Path) -> None:
    sweep(tmp_path / "nowhere" / "draft.md")

"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from drafter.errors import WriteError
from drafter.files import write_whole


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [*tmp_path.iterdir()] == [path]


def test_a_link_is_followed(tmp_path: Path) -> None:
    target = tmp_path / "real.md"
    target.write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(target)
    write_whole(tmp_path / "link.md", b"new")
    assert target.read_bytes() == b"new"
    assert (tmp_path / "link.md").is_symlink()


def test_what_cannot_be_written_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot be written"):
        write_whole(tmp_path / "nowhere" / "draft.md", b"new")

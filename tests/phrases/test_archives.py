"""Archives are read as folders are; what strangers pack into them does no harm."""

import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.phrases import archives
from drafter.phrases.adding import add
from drafter.phrases.store import Store
from tests.phrases.conftest import LINES

DRAFT = "*The General Assembly*,\n\n1. *Urges* ferries to {};\n"


def held(verb: str) -> dict[str, bytes]:
    lines = "".join(json.dumps(each) + "\n" for each in LINES).encode()
    return {
        "deep/er/rivers.jsonl": lines,
        "one.md": DRAFT.format(verb).encode(),
        "picture.png": b"\x89PNG",
        "../../outside.md": DRAFT.format("wait").encode(),
        "again.zip": b"PK\x05\x06" + bytes(18),
    }


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return path


def tarred(path: Path, mode: str, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, mode) as packed:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            packed.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.md")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    return path


@pytest.mark.parametrize("suffix", ["zip", "tar", "tar.gz", "tgz", "tar.xz", "tar.bz2"])
def test_an_archive_is_read_as_a_folder_is(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a b.{suffix}"
    kind = suffix.rpartition(".")[2].replace("tgz", "gz")
    files = held("sail")
    if suffix == "zip":
        zipped(path, files)
    else:
        tarred(path, "w" if kind == "tar" else f"w:{kind}", files)
    store = Store.open(tmp_path / "bank.sqlite", create=True)
    added = add(store, [tmp_path])
    assert (added.files, added.sources) == (3, 6)
    again = add(store, [path])
    assert (again.files, again.known, again.sources) == (0, 3, 0)
    assert sorted(each.name for each in tmp_path.iterdir() if "bank" not in each.name) == [
        path.name
    ]


def test_what_an_archive_gained_is_all_that_is_added(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "bank.sqlite", create=True)
    add(store, [zipped(tmp_path / "a.zip", held("sail"))])
    added = add(store, [zipped(tmp_path / "a.zip", held("rest"))])
    assert (added.files, added.known, added.sources) == (1, 2, 1)


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz", "a.tar.xz", "a.jsonl.xz"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 torn", b"\x1f\x8b\x08\x00", bytes(600)])
def test_a_damaged_archive_says_so(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError):
        add(Store.memory(), [path])


def test_a_torn_archive_keeps_what_was_whole(tmp_path: Path) -> None:
    whole = tarred(tmp_path / "whole.tar", "w", held("sail")).read_bytes()
    path = tmp_path / "torn.tar"
    path.write_bytes(whole[: whole.index(b"one.md") + 530])
    store = Store.memory()
    added = add(store, [path])
    assert added.sources == 4
    assert any("damaged archive" in note for note in added.notes)


def test_a_member_that_unpacks_too_large_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "_LARGEST", 10_000)
    path = zipped(tmp_path / "bomb.zip", {"bomb.md": bytes(1_000_000), **held("sail")})
    added = add(Store.memory(), [path])
    assert any("bomb.md: too large" in note for note in added.notes)
    assert added.sources == 6
    monkeypatch.setattr(archives, "_MOST", 2_000)
    with pytest.raises(ReadError, match="unpacks to more"):
        add(Store.memory(), [zipped(tmp_path / "b.zip", {"a.md": b" " * 3000})])

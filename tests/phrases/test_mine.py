"""Mining: the same sources give the same bytes, and what is shipped is what the sources give."""

import json
from pathlib import Path

import pytest

from drafter import resources
from drafter.errors import ReadError
from drafter.phrases.mine import mine
from tests.phrases.conftest import LINES

FILES = ("entries.jsonl", "phrases.jsonl", "sources.jsonl")


def written(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in FILES]


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    """The invented texts in two files."""
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for path, lines in zip(paths, (LINES[:2], LINES[2:]), strict=True):
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return paths


def test_mining_again_gives_the_same_bytes(sources: list[Path], tmp_path: Path) -> None:
    mine(sources, tmp_path / "one")
    mine(list(reversed(sources)), tmp_path / "two")
    assert written(tmp_path / "one") == written(tmp_path / "two")


def test_an_entry_says_all_that_is_known_of_it(sources: list[Path], tmp_path: Path) -> None:
    mine(sources, tmp_path / "out")
    lines = (tmp_path / "out" / "entries.jsonl").read_text("utf-8").splitlines()
    entry = json.loads(lines[1])
    assert entry["symbol"] == "A/RES/77/901"
    assert entry["date"] == "2022-12-12"
    assert (entry["body"], entry["status"], entry["part"]) == ("ga", "adopted", "operative")
    assert (entry["paragraph"], entry["opening"], entry["verb"]) == ("1", "Urges", "urges")
    assert entry["addressee"] == "member states"
    assert len(entry["hash"]) == 32


def test_a_phrase_says_who_uses_it(sources: list[Path], tmp_path: Path) -> None:
    mine(sources, tmp_path / "out")
    lines = (tmp_path / "out" / "phrases.jsonl").read_text("utf-8").splitlines()
    phrases = {row["phrase"]: row for row in map(json.loads, lines)}
    row = phrases["subject to the availability of extrabudgetary resources"]
    assert row["texts"] == 4
    assert row["bodies"] == ["ga", "ga-c2", "hrc"]
    assert row["years"] == ["2022", "2023", "2024"]


def test_what_holds_no_resolution_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(ReadError, match="no resolution"):
        mine([tmp_path / "empty.jsonl"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_shipped_bank_is_what_the_sources_give(shared: Path, tmp_path: Path) -> None:
    mine([shared / "seeds"], tmp_path)
    assert written(tmp_path) == written(resources.phrasebank()), "mine phrasebank/ again"

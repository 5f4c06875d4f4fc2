"""Families: the same paragraph through sessions and bodies, its wordings linked by content."""

import json
from pathlib import Path

import pytest

from drafter.cli.main import main
from drafter.phrases import families
from drafter.phrases.bank import Bank
from drafter.phrases.entry import Entry, Record, Source
from drafter.phrases.index import Index, open_index
from drafter.phrases.store import Store
from tests.phrases.conftest import REPORT, TRAINING


def linked(path: Path, jobs: int = 1) -> Index:
    index = open_index(Store.open(path))
    families.link(index, jobs=jobs)
    return index


def family(index: Index, symbol: str, number: str) -> list[tuple[str, str]]:
    (found,) = Bank((index,)).show(symbol, number)
    members = families.members(index.store, found.entry.hash)
    return [(m.found.source.symbol, m.found.entry.place) for m in members]


def test_a_paragraph_is_followed_however_it_was_renumbered(bank_file: Path) -> None:
    index = linked(bank_file)
    trained = [("A/RES/77/901", "OP1"), ("A/RES/78/901", "OP1"), ("A/C.2/79/L.909", "OP1")]
    assert family(index, "A/C.2/79/L.909", "OP1") == trained
    reported = [("A/RES/77/901", "OP2"), ("A/RES/78/901", "OP2"), ("A/C.2/79/L.909", "OP3")]
    assert family(index, "A/RES/77/901", "OP2") == reported
    assert len(family(index, "A/HRC/RES/55/901", "PP1")) == 1


def test_each_wording_names_the_one_it_comes_from(bank_file: Path) -> None:
    store = linked(bank_file).store
    (found,) = Bank.open([bank_file]).show("A/RES/77/901", "OP1")
    first, second, third = families.members(store, found.entry.hash)
    assert first.earlier == ""
    assert (second.earlier, third.earlier) == (first.found.entry.hash, second.found.entry.hash)
    assert 0.6 < third.likeness < 1


def test_later_texts_join_and_earlier_ones_begin_anew(bank_file: Path) -> None:
    store = linked(bank_file).store
    text = f"{TRAINING}, ports and locks;"
    for symbol, date in (("A/RES/80/901", "2025-12-12"), ("A/RES/75/901", "2020-12-12")):
        source = Source("x", symbol=symbol, date=date, status="adopted")
        store.add([Record(source, (Entry("operative", "9", f"{text[:-1]} in {date[:4]};"),))])
        assert not families.current(store)
        members = family(linked(bank_file), "A/RES/77/901", "OP1")
        assert (symbol, "OP9") in members
    assert members[0] == ("A/RES/75/901", "OP9")


def test_several_processes_link_the_same(bank_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "_BATCH", 3)
    rows = "SELECT * FROM wording ORDER BY hash"
    one = linked(bank_file).store.query(rows)
    store = Store.open(bank_file)
    with store.transaction():
        store.replace("wording", ())
        store.note("families", "")
    assert linked(bank_file, jobs=2).store.query(rows) == one


def test_families_are_listed_and_shown(bank_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["bank", "families", "--bank", str(bank_file), "--jobs", "1"]
    assert main([*command, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["families"]
    assert {(each["wordings"], each["texts"]) for each in found} == {(3, 3)}
    assert main([*command, "A/RES/78/901#OP2"]) == 0
    out = capsys.readouterr().out
    assert "[-seventy-eighth-]{+seventy-ninth+}" in out
    assert main([*command, "A/RES/78/901"]) == 2
    assert REPORT[:20] in out

from pathlib import Path

import pytest

from drafter.editing import indexing
from drafter.phrases import index
from drafter.phrases.bank import Bank, user_bank
from drafter.phrases.entry import Entry, Record, Source
from drafter.phrases.store import Store


def test_the_index_of_a_bank_is_built_by_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    Bank.shipped()
    own = user_bank()
    own.parent.mkdir(parents=True)
    words = "Urges Member States to license every ferry that carries passengers;"
    source = Source("invented", symbol="A/RES/1", date="2024-01-01", status="adopted")
    store = Store.open(own, create=True)
    store.add([Record(source, (Entry("operative", "1", words),))])
    indexing.make_ready()

    def never(*_: object) -> bytes:
        raise AssertionError("built here")

    monkeypatch.setattr(index, "_built", never)
    assert Bank.default().suggest(words)[0].text == words


def test_without_a_bank_there_is_nothing_to_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    indexing.make_ready()
    assert not user_bank().parent.exists()

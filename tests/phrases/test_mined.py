"""Phrases kept in a bank: mined once, variants together, void when the bank changes."""

import sqlite3
from pathlib import Path
from random import Random

from drafter.phrases import families, mined
from drafter.phrases.bank import Bank
from drafter.phrases.entry import Entry, Record, Source
from drafter.phrases.index import open_index
from drafter.phrases.recurring import LEAST_WORDS, recurring
from drafter.phrases.store import Store
from drafter.phrases.variants import grouped, sense

RESOURCES = "subject to the availability of extrabudgetary resources"


def test_phrases_are_counted_with_their_bodies_and_years(bank_file: Path) -> None:
    store = Store.open(bank_file)
    mined.mine(store)
    found = {each.phrase: each for each in mined.phrases(store)}
    phrase = found[RESOURCES]
    assert (phrase.texts, phrase.uses) == (4, 4)
    assert (phrase.bodies, phrase.years) == (("ga", "ga-c2", "hrc"), ("2022", "2023", "2024"))


def test_what_was_mined_is_void_when_the_bank_grows_or_shrinks(bank_file: Path) -> None:
    store = Store.open(bank_file)
    assert not mined.current(store)
    mined.mine(store)
    assert mined.current(store)
    store.add([Record(Source("x", symbol="A/RES/79/950"), (Entry("operative", "1", "Sings;"),))])
    assert not mined.current(store)
    mined.mine(store)
    store.remove([1])
    assert not mined.current(store)
    assert store.query("SELECT count(*) FROM phrase") == [(0,)]


def test_a_mined_bank_and_another_offer_phrases_that_stand_in_it(bank_file: Path) -> None:
    asked = "Invites ferries to train crews, subject to"
    live = Bank.open([bank_file]).suggest(asked, ask="phrases")
    mined.mine(Store.open(bank_file))
    kept = Bank.open([bank_file]).suggest(asked, ask="phrases")
    assert kept[0].text.startswith("subject to the availability")
    for each in (*live, *kept):
        (source,) = Bank.open([bank_file]).show(
            each.symbol, f"{each.part[0].upper()}P{each.number}"
        )
        assert each.text in source.entry.text


def test_variants_have_the_same_content_words() -> None:
    assert sense("with their domestic laws") == sense("with its domestic law")
    assert sense("with domestic law") != sense("with international law")
    phrases = ["by the river parties", "sing in boats", "to the river party"]
    assert grouped(phrases) == [["by the river parties", "to the river party"], ["sing in boats"]]


def test_every_recurring_phrase_stands_where_it_is_said_to() -> None:
    vocabulary = [
        "river",
        "ferry",
        "crew",
        "of",
        "the",
        "and",
        "port,",
        "sings",
        "(a)",
        "to",
        "swim",
    ]
    for seed in range(60):
        random = Random(seed)
        pieces = [" ".join(random.choices(vocabulary, k=random.randrange(4, 9))) for _ in range(4)]
        texts = [" ".join(random.choices(pieces, k=3)) for _ in range(8)]
        for phrase, places in recurring(texts, 3).items():
            assert len(places) >= 3
            assert len(phrase.split()) >= LEAST_WORDS - 1
            assert all(phrase in texts[at] for at in places)


def as_it_lies(path: Path) -> Store:
    """A bank that cannot be written."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    return Store(connection, str(path))


def test_a_bank_that_cannot_be_written_is_mined_in_memory(bank_file: Path) -> None:
    closed = as_it_lies(bank_file)
    assert not closed.writable
    assert not mined.current(closed)
    assert mined.phrases(mined.ready(closed))
    index = families.ready(open_index(closed))
    assert families.families(index.store, 5)
    assert not mined.current(closed)

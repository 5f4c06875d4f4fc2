"""Every stretch of eight words that a bank has is found, and none that it has not."""

import re
from random import Random

import pytest

from drafter.phrases import inverting, words
from drafter.phrases.bank import Bank
from drafter.phrases.entry import Entry, Record, Source
from drafter.phrases.index import open_index
from drafter.phrases.store import Store
from drafter.phrases.verbatim import holders, stretches
from tests.phrases.conftest import TRAINING

VOCABULARY = [
    "river",
    "ferry,",
    "“crew”",
    "(a)",
    "port;",
    "safe-conduct",
    "A/79/901",
    "–",
    "to",
    "of",
]


def bank_of(*texts: str) -> Bank:
    store = Store.memory()
    for number, text in enumerate(texts):
        source = Source("rivers.jsonl", symbol=f"A/RES/79/{number}", date=f"20{number % 90 + 10}")
        store.add([Record(source, (Entry("operative", "1", text),))])
    return Bank((open_index(store),))


def by_brute_force(texts: list[str], asked: str) -> set[tuple[int, int]]:
    """Longest stretches by trying all: from the start of a word to the end of one."""
    folded = words.fold(asked)
    tokens = []
    for token in re.finditer(r"\S+", folded):
        inner = list(re.finditer(r"\w+", token[0]))
        if inner:
            tokens.append((token.start() + inner[0].start(), token.start() + inner[-1].end()))
    found = set()
    for first in range(len(tokens)):
        for last in range(first + words.VERBATIM_WORDS - 1, len(tokens)):
            start, end = tokens[first][0], tokens[last][1]
            piece = re.escape(" ".join(folded[start:end].split()))
            if any(re.search(rf"(?<!\w){piece}(?!\w)", words.key(text)) for text in texts):
                found.add((start, end))
    return {
        one
        for one in found
        if not any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in found)
    }


def test_brute_force_finds_the_same() -> None:
    for seed in range(120):
        random = Random(seed)
        texts = [" ".join(random.choices(VOCABULARY, k=30)) for _ in range(6)]
        asked = ""
        for _ in range(4):
            tokens = random.choice(texts).split()
            start = random.randrange(18)
            asked += " ".join(tokens[start : start + random.randrange(4, 16)]) + "  "
            asked += " ".join(random.choices(VOCABULARY, k=random.randrange(3))) + " "
        found = set(stretches(bank_of(*texts).indexes, asked))
        assert found == by_brute_force(texts, asked), seed


def test_seven_words_are_not_enough() -> None:
    bank = bank_of("one two three four five six seven eight nine")
    assert not stretches(bank.indexes, "two three four five six seven eight")
    assert stretches(bank.indexes, "one two three four five six seven eight")


def test_a_word_is_whole_on_both_sides() -> None:
    bank = bank_of("recommend the text of the nine river conventions in force here")
    asked = "mend the text of the nine river conventions in force hereafter"
    ((start, end),) = stretches(bank.indexes, asked)
    assert asked[start:end] == "the text of the nine river conventions in force"


def test_places_are_those_of_the_text_asked_about() -> None:
    asked = f"\u00a0 Also, \n{TRAINING.replace('e', 'e')}\u2011wide"
    ((start, end),) = stretches(bank_of(TRAINING).indexes, asked)
    assert asked[start:end] == TRAINING.rsplit(" ", 1)[0]


def test_each_use_holds_the_whole_stretch() -> None:
    bank = bank_of(TRAINING, f"{TRAINING} and ports", TRAINING.split(",", 1)[1])
    ((start, end),) = stretches(bank.indexes, TRAINING)
    assert len(holders(bank.indexes, TRAINING[start:end])) == 2
    assert not holders(bank.indexes, TRAINING.replace("ferries", "barges"))


def test_words_that_case_changes_in_length_do_no_harm() -> None:
    text = "İstanbul hosts one two three four five six seven"
    assert stretches(bank_of(text).indexes, text)


def test_what_very_many_share_is_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inverting, "_MOST_SHARED", 3)
    texts = [f"the crews of nine river ferries sing at noon near {n}" for n in range(12)]
    bank = bank_of(*texts)
    asked = "the crews of nine river ferries sing at noon"
    assert stretches(bank.indexes, asked) == ((0, len(asked)),)
    assert len(holders(bank.indexes, asked)) == 12
    assert bank.suggest(texts[0])[0].text == texts[0]

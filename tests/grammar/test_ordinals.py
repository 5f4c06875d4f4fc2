"""Ordinals in words, both ways."""

import pytest

from drafter.grammar import ordinals


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "first"), (12, "twelfth"), (20, "twentieth"), (81, "eighty-first"), (100, "one hundredth"),
     (112, "one hundred and twelfth"), (340, "three hundred and fortieth")],
)  # fmt: skip
def test_words(number: int, words: str) -> None:
    assert ordinals.words(number) == words


def test_every_number_comes_back() -> None:
    assert all(ordinals.number(ordinals.words(n)) == n for n in range(1, 1000))
    assert ordinals.number("umpteenth") == 0


def test_ordinals_are_found_in_a_sentence() -> None:
    words = "at its eighty-first session and its one hundred and twentieth meeting"
    found = ordinals.find_all(words)
    assert [(words[s:e], n) for s, e, n in found] == [
        ("eighty-first", 81),
        ("one hundred and twentieth", 120),
    ]


def test_a_capital_is_kept() -> None:
    assert ordinals.like("Eightieth", 81) == "Eighty-first"

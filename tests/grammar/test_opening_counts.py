"""The counts stand beside the words: every opening counted is one that the grammar knows."""

import pytest

from drafter.grammar import openings
from drafter.grammar.opening_counts import count, counts, nearest

PARTS: tuple[openings.Part, ...] = ("preambular", "operative")


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("part", PARTS)
def test_every_opening_counted_is_known(part: openings.Part, language: str) -> None:
    assert counts(part, language)
    for verb in counts(part, language):
        found = openings.find(f"{verb} of the rivers,", part, language)
        assert found is not None, verb
        assert found.kind != openings.UNKNOWN, verb


def test_the_usual_openings_are_the_frequent_ones() -> None:
    assert next(iter(counts("preambular"))) == "Recalling"
    assert count("Urges", "operative") > count("Exhorts", "operative")
    assert count("Zigzags", "operative") == 0


def test_a_slip_is_told_from_another_opening() -> None:
    assert nearest("Recaling", "preambular") == "Recalling"
    assert nearest("Reqeusts", "operative") == "Requests"
    assert nearest("Zigzagging", "preambular") == ""

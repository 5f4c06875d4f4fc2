"""Which words open a paragraph in French and in Spanish: cases in files, one a line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.grammar import openings

CASES = Path(__file__).parent / "cases"
PARTS: dict[str, openings.Part] = {"P": "preambular", "O": "operative"}


def cases() -> Iterator[tuple[str, str]]:
    for language in ("fr", "es"):
        lines = (CASES / f"openings_{language}.txt").read_text("utf-8").splitlines()
        yield from ((language, line) for line in lines if line[:2] in {"P ", "O "})


@pytest.mark.parametrize(("language", "line"), [*cases()], ids=[line for _, line in cases()])
def test_the_opening_stands_in_brackets(language: str, line: str) -> None:
    text = line[2:].replace("[", "").replace("]", "")
    found = openings.find(text, PARTS[line[0]], language)
    assert found is not None
    assert f"[{found.text}]" in line
    assert found.kind != openings.UNKNOWN


@pytest.mark.parametrize(
    ("text", "language", "adverb", "verb"),
    [
        ("Prenant également note du rapport,", "fr", "également", "Prenant note"),
        ("Prie en outre le Secrétaire général", "fr", "en outre", "Prie"),
        ("Acogiendo también con beneplácito el", "es", "también", "Acogiendo con beneplácito"),
    ],
)
def test_also_is_told_from_the_verb(text: str, language: str, adverb: str, verb: str) -> None:
    found = openings.find(text, None, language)
    assert found is not None
    assert (found.adverb, found.verb) == (adverb, verb)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Est de l’Europe", "fr"),
        ("Représentant du Togo", "fr"),
        ("Le Secrétaire général", "fr"),
        ("Cuando proceda", "es"),
        ("El Secretario General", "es"),
    ],
)
def test_other_words_open_nothing(text: str, language: str) -> None:
    assert openings.find(text, None, language) is None


def test_a_participle_that_no_table_knows_counts_and_says_so() -> None:
    for text, language in (("Jaugeant les eaux,", "fr"), ("Dragando los canales,", "es")):
        found = openings.find(text, "preambular", language)
        assert found is not None
        assert found.kind == openings.UNKNOWN

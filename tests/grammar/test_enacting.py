"""Enacting clauses, told from everything else that stands alone on a line."""

import pytest

from drafter.grammar import enacting


@pytest.mark.parametrize(
    "clause",
    [
        "The General Assembly,",
        "*The General Assembly*,",
        "The General Assembly",
        "The Human Rights Council,",
        "The Conference of the States Parties to the River Convention,",
        "The Commission on Crime Prevention and Criminal Justice,",
        "The Governing Council,",
        "L’Assemblée générale,",
        "La Asamblea General,",
    ],
)
def test_a_body_alone_enacts(clause: str) -> None:
    assert enacting.is_enacting(clause)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ferries,",
        "The Conference adopted the following decision:",
        "The General Assembly is invited to consider the report.",
        "Recalling the General Assembly,",
        "The role of women in the Council,",
    ],
)
def test_a_sentence_does_not(text: str) -> None:
    assert not enacting.is_enacting(text)


def test_the_organ_is_named_without_article_and_comma() -> None:
    assert enacting.organ("*The General Assembly*,") == "General Assembly"
    assert enacting.body_of("General Assembly") == "ga"


def test_the_chapeau_of_a_decision() -> None:
    assert enacting.is_decision("At its 13th meeting, on 4 May 2025, the Conference decided:")
    assert not enacting.is_decision("At its seventh session, the Conference met.")

"""Numbers, letters and places (R-OP-2, R-OP-3, R-OP-8, R-NEG-2)."""

import pytest

from drafter.grammar.numbering import letter, operative_labels, roman, sublabel, walk
from drafter.model import Annex, Heading, Paragraph, Resolution, text


def paragraph(words: str = "x", *children: Paragraph, label: str | None = None) -> Paragraph:
    return Paragraph(text(words), children=children, label=label)


@pytest.mark.parametrize(("number", "figures"), [(1, "i"), (4, "iv"), (9, "ix"), (49, "xlix")])
def test_roman(number: int, figures: str) -> None:
    assert roman(number) == figures


@pytest.mark.parametrize(("number", "letters"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")])
def test_letters_double_after_z(number: int, letters: str) -> None:
    assert letter(number) == letters


def test_four_levels_have_four_forms() -> None:
    assert [sublabel(level, 2) for level in (1, 2, 3, 4)] == ["(b)", "(ii)", "b.", "ii."]


def test_numbers_run_on_across_sections() -> None:
    resolution = Resolution(operative=(paragraph(), Heading(text("I. Ports")), paragraph()))
    assert operative_labels(resolution) == ("1", "2")


def test_a_single_paragraph_bears_no_number() -> None:
    assert operative_labels(Resolution(operative=(paragraph(),))) == ("",)
    assert [placed.place for placed in walk(Resolution(operative=(paragraph(),)))] == ["OP1"]


def test_a_paragraph_bis_does_not_move_those_after_it() -> None:
    items = (paragraph(), paragraph(label="1 bis"), paragraph(), paragraph(label="2 alt"))
    assert operative_labels(Resolution(operative=(*items, paragraph()))) == (
        "1",
        "1 bis",
        "2",
        "2 alt",
        "3",
    )


def test_a_printed_number_stands_and_is_followed() -> None:
    items = (paragraph(), paragraph(label="5"), paragraph(), paragraph(label=""), paragraph())
    assert operative_labels(Resolution(operative=items)) == ("1", "5", "6", "", "7")


def test_places_are_what_a_delegate_would_say() -> None:
    deep = paragraph("x", paragraph(), paragraph("y", paragraph("z", paragraph("w", paragraph()))))
    resolution = Resolution(
        preamble=(paragraph("p", paragraph()),),
        operative=(paragraph(), deep),
        annexes=(Annex("Annex I", items=(paragraph(label="4"), paragraph())),),
    )
    assert [placed.place for placed in walk(resolution)] == [
        "PP1",
        "PP1 (a)",
        "OP1",
        "OP2",
        "OP2 (a)",
        "OP2 (b)",
        "OP2 (b) (i)",
        "OP2 (b) (i) a.",
        "OP2 (b) (i) a. i.",
        "Annex I, paragraph 4",
        "Annex I, paragraph 2",
    ]

"""The mark that each paragraph ends with, by its place."""

import pytest

from drafter.grammar.endings import endings, mark, mark_at
from drafter.model import Paragraph, Resolution, text


def paragraph(words: str, *points: Paragraph, closing: str = "") -> Paragraph:
    return Paragraph(text(words), points, text(closing))


def expected(resolution: Resolution) -> list[tuple[str, str]]:
    return [(e.placed.place, e.expected) for e in endings(resolution)]


def test_every_place_has_its_mark() -> None:
    points = (paragraph("One"), paragraph("Two", paragraph("Deep")))
    draft = Resolution(
        preamble=(paragraph("Recalling"), paragraph("Noting", paragraph("A"), paragraph("B"))),
        operative=(paragraph("Urges"), paragraph("Requests", *points)),
    )
    assert expected(draft) == [
        ("PP1", ","), ("PP2", ":"), ("PP2 (a)", ";"), ("PP2 (b)", ","),
        ("OP1", ";"), ("OP2", ":"), ("OP2 (a)", ";"), ("OP2 (b)", ":"), ("OP2 (b) (i)", "."),
    ]  # fmt: skip


def test_text_after_the_points_takes_the_paragraphs_mark() -> None:
    draft = Resolution(operative=(paragraph("Urges", paragraph("One"), closing="as appropriate"),))
    assert expected(draft) == [("OP1", ":"), ("OP1", "."), ("OP1 (a)", ";")]


@pytest.mark.parametrize(
    ("words", "sign", "at"),
    [
        ("ferries;", ";", 7),
        ("“River safety”,", ",", 14),
        ("“the text.”", ".", 9),
        ("[ferries;]", ";", 8),
        ("ferries", "", 7),
        ("[ferries]", "", 8),
        ("“ferries”", "", 9),
        ("", "", 0),
    ],
)
def test_the_mark_may_stand_before_quotes_and_brackets(words: str, sign: str, at: int) -> None:
    assert (mark(words), mark_at(words)) == (sign, at)

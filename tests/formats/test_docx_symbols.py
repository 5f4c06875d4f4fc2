"""Signs picked from symbol fonts are the signs that Word shows."""

import pytest

from drafter.formats import docx
from drafter.formats.docx import symbols
from tests.formats.word_files import p, word_file


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", "F0B7", "•"),
        ("Symbol", "F061", "α"),
        ("symbol", "F0A3", "≤"),
        ("Wingdings", "F0FC", "✓"),
        ("Times New Roman", "2013", "–"),
        ("Webdings", "F061", ""),
        ("Symbol", "", ""),
        ("Arial", "D800", ""),
        ("Arial", "FFFFFF", ""),
        ("Arial", "x", ""),
    ],
)
def test_a_sign_of_a_font(font: str, code: str, sign: str) -> None:
    assert symbols.sign(font, code) == sign


def test_an_unknown_sign_leaves_a_mark_and_a_note() -> None:
    picked = '<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>'
    found = docx.read(word_file(p("A depth of ", picked, " 3 metres")), "list.docx")
    (passage,) = found.value.rest
    assert passage.text == "A depth of \ufffd 3 metres"
    assert "left out: sign of a symbol font" in found.notes

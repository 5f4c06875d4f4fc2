"""Document symbols."""

import pytest

from drafter.grammar import symbols


@pytest.mark.parametrize(
    ("symbol", "body"),
    [
        ("A/C.3/80/L.909", "ga-c3"),
        ("A/RES/79/901", "ga"),
        ("CAC/COSP/2025/L.9/Rev.1", "cosp"),
        ("E/CN.15/2025/L.9", "ccpcj"),
        ("E/2025/L.9", "ecosoc"),
        ("A/HRC/60/L.9", "hrc"),
        ("S/RES/9999", "sc"),
        ("nothing", ""),
    ],
)
def test_a_symbol_says_its_body(symbol: str, body: str) -> None:
    assert symbols.body_of(symbol) == body


def test_symbols_are_found_in_running_text() -> None:
    text = "See A/80/912, para. 3, and CTOC/COP/2024/5; and/or 22-27149."
    assert list(symbols.find_all(text)) == ["A/80/912", "CTOC/COP/2024/5"]


def test_drafts_and_revisions() -> None:
    assert symbols.is_draft("A/C.3/80/L.909")
    assert symbols.is_revision("A/C.3/80/L.909/Rev.1")
    assert not symbols.is_draft("A/RES/79/901")
    assert symbols.is_symbol("A/80/912")
    assert not symbols.is_symbol("A/80/912 and more")

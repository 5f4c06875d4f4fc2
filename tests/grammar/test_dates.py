"""Dates between print and ISO 8601."""

import pytest

from drafter.grammar import dates


@pytest.mark.parametrize(
    ("printed", "iso"),
    [("4 November 2025", "2025-11-04"), ("1er mars 2024", "2024-03-01"),
     ("12 de diciembre de 2024", "2024-12-12")],
)  # fmt: skip
def test_a_printed_date_is_understood(printed: str, iso: str) -> None:
    assert dates.iso(printed) == iso


@pytest.mark.parametrize("printed", ["", "November 2025", "31 February 2024", "4 Brumaire 1801"])
def test_what_is_no_date_is_none(printed: str) -> None:
    assert dates.iso(printed) == ""


def test_a_date_prints_day_first() -> None:
    assert dates.printed("2025-11-04") == "4 November 2025"
    assert dates.printed("2025-03-01", "fr") == "1er mars 2025"
    assert dates.printed("2025-03-01", "es") == "1 de marzo de 2025"
    assert dates.printed("some day") == "some day"

"""Resolutions as texts cite them."""

import pytest

from drafter.grammar.citations import citations


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("its resolution 79/901 of 12 December 2024,", [("its", "79/901", "12 December 2024", "")]),
        (
            "General Assembly resolution 79/901 of 12 December 2024, entitled “River safety”,",
            [("General Assembly", "79/901", "12 December 2024", "River safety")],
        ),
        (
            "its resolutions 67/989 and 67/992 of 20 December 2012",
            [("its", "67/989", "20 December 2012", ""), ("its", "67/992", "20 December 2012", "")],
        ),
        (
            "Security Council resolution 9999 (2024) of 3 May 2024",
            [("Security Council", "9999 (2024)", "3 May 2024", "")],
        ),
        (
            "resolution 917 A (III) of 10 December 1948",
            [("", "917 A (III)", "10 December 1948", "")],
        ),
        ("its resolution 57/970 B of 20 June 2003", [("its", "57/970 B", "20 June 2003", "")]),
        ("the present resolution", []),
        ("a resolution of the Assembly", []),
    ],
)
def test_a_citation_is_read(words: str, read: list[tuple[str, ...]]) -> None:
    assert [(c.organ, c.number, c.date, c.title) for c in citations(words)] == read
    assert all(words[c.start :].startswith(c.number) for c in citations(words))


def test_a_shared_date_is_the_last_ones_own() -> None:
    first, second = citations("its resolutions 67/989 and 67/992 of 20 December 2012")
    assert (first.own_date, second.own_date) == ("", "20 December 2012")

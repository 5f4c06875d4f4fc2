"""Every screen at three sizes is as its golden file shows it: words, and the style of each cell.

Where a screen is meant to look otherwise: `make screens`, and look at what changed.
"""

import pytest

from tests.tui import screens

TAKEN = {
    path.name: (shot, size)
    for shot in screens.SHOTS
    for size in screens.SIZES
    if (path := screens.golden(shot, size)).exists()
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_screen_looks_as_it_should(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for each in ("STATE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{each}_HOME", "")  # put back afterwards
    monkeypatch.setenv("TZ", "UTC")
    shot, size = TAKEN[name]
    assert screens.anew(shot, size) == screens.golden(shot, size).read_text("utf-8")


def test_every_golden_file_belongs_to_a_screen() -> None:
    assert {path.name for path in screens.GOLDEN.glob("*")} == set(TAKEN)

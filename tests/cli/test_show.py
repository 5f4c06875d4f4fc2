"""`drafter show`: a draft set for reading in the terminal."""

import json
from pathlib import Path

import pytest

from drafter.cli.main import main
from tests.cli.test_convert import DRAFT

SHOWN = """\
                              A/C.3/80/L.909

Safe river crossings

     The General Assembly,

     Recalling its resolution 79/901,¹

1.   Urges States [EU: that have not] to:

     (a)  Fund schools;

2.   Requests a report.

____________
¹  A/80/912.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, "utf-8")
    return path


def test_a_draft_is_set_in_the_width_of_the_window(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(draft), "--width", "44"]) == 0
    assert capsys.readouterr().out == SHOWN


def test_colour_changes_no_words(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import re

    assert main(["show", str(draft), "--width", "44", "--color", "always"]) == 0
    painted = capsys.readouterr().out
    assert "\x1b[3mUrges\x1b[0m" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == SHOWN


def test_no_line_is_wider_than_asked(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", str(draft), "--width", "30"])
    assert max(map(len, capsys.readouterr().out.split("\n"))) <= 30


def test_json_is_one_document(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(draft), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["resolutions"][0]["title"] == "Safe river crossings"

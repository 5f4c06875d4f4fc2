"""drafter blocks: list, show, fill."""

import json
from pathlib import Path

import pytest

from drafter.cli.main import main

Out = pytest.CaptureFixture[str]


def test_list_groups_by_part_and_family(capsys: Out) -> None:
    assert main(["blocks", "list"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("preambular, basis\n")
    assert "\nskeletons\n" in out


def test_list_for_a_body_leaves_out_what_is_not_for_it(capsys: Out) -> None:
    assert main(["blocks", "list", "--body", "sc"]) == 0
    out = capsys.readouterr().out
    assert "remain-seized" in out
    assert "proclaim-day" not in out


def test_json_lists_fields(capsys: Out) -> None:
    assert main(["blocks", "list", "--format", "json"]) == 0
    found = {each["name"]: each for each in json.loads(capsys.readouterr().out)}
    assert found["report-next-session"]["fields"][0]["type"] == "session"
    assert found["thematic"]["kind"] == "skeleton"


def test_show_explains_a_block(capsys: Out) -> None:
    assert main(["blocks", "show", "take-note-report"]) == 0
    out = capsys.readouterr().out
    assert "manner" in out
    assert "*Takes note* of the report" in out


def test_fill_prints_draft_markdown(capsys: Out) -> None:
    assert main(["blocks", "fill", "report-next-session", "session=81"]) == 0
    assert capsys.readouterr().out == (
        "1. *Requests* the Secretary-General to report to it at its eighty-first session on the"
        " implementation of the present resolution;\n"
    )


def test_points_become_lettered(capsys: Out) -> None:
    arguments = ["fill", "urge-states-points", "topic=river safety", "points=training; signs"]
    assert main(["blocks", *arguments]) == 0
    out = capsys.readouterr().out
    assert "   (a) Training;\n\n   (b) Signs;\n" in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["fill"], "which block"),
        (["fill", "no-such-block"], "unknown block"),
        (["fill", "report-next-session"], "has no value"),
        (["fill", "report-next-session", "session"], "not key=value"),
        (["fill", "thematic"], "is a skeleton"),
        (["list", "--templates", "no-such-folder"], "no such folder"),
        (["fill", "urge-states", "activity=x", "--body", "rivers"], "unknown body"),
    ],
)
def test_trouble_exits_2(arguments: list[str], says: str, capsys: Out) -> None:
    assert main(["blocks", *arguments]) == 2
    assert says in capsys.readouterr().err


def test_a_template_that_reaches_for_code_is_refused(tmp_path: Path, capsys: Out) -> None:
    bad = "---\nname: bad\npart: operative\n---\n1. *Urges* {{ ''.__class__ }};\n"
    (tmp_path / "bad.md").write_text(bad)
    assert main(["blocks", "fill", "bad", "--templates", str(tmp_path)]) == 2
    assert "__class__" in capsys.readouterr().err


def test_the_page_of_blocks_is_current(capsys: Out, monkeypatch, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    page = Path(__file__).parents[2] / "docs" / "blocks.md"
    assert main(["blocks", "list", "--format", "markdown"]) == 0
    assert page.read_text("utf-8").endswith(capsys.readouterr().out)

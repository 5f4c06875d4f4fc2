"""drafter new: from a skeleton, from last session's text, never over a file."""

from pathlib import Path

import pytest

from drafter.cli.main import main
from drafter.formats import markdown

BASE = """---
symbol: A/RES/79/901
status: adopted resolution
date: 2024-12-12
title: Safe river crossings
---

*The General Assembly*,

*Recalling* its resolution 78/902 of 19 December 2023,

1. *Requests* the Secretary-General to report to it at its eightieth session.
"""


def test_a_new_draft_has_what_was_set(tmp_path: Path) -> None:
    out = tmp_path / "draft.md"
    sets = ["--set", "topic=river safety", "--set", "session=81", "--set", "sponsors=Togo, Fiji"]
    assert main(["new", str(out), "--body", "ga-c3", "--skeleton", "thematic", *sets]) == 0
    draft = markdown.parse(out.read_text()).value
    assert draft.masthead.session == "Eightieth session"
    assert draft.masthead.sponsors == ("Fiji", "Togo")
    assert draft.masthead.committee == "Third Committee"
    assert "its eighty-first session" in out.read_text()
    assert main(["lint", str(out)]) == 0


def test_an_existing_file_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "draft.md"
    out.write_text("mine")
    assert main(["new", str(out)]) == 2
    assert out.read_text() == "mine"
    assert "such a file already" in capsys.readouterr().err


def test_without_a_file_the_draft_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--body", "sc"]) == 0
    assert "*The Security Council*," in capsys.readouterr().out


def test_a_follow_up_starts_from_last_sessions_text(tmp_path: Path) -> None:
    base = tmp_path / "base.md"
    base.write_text(BASE)
    out = tmp_path / "next.md"
    assert main(["new", str(out), "--base", str(base)]) == 0
    words = out.read_text()
    assert "*Recalling* its resolution 79/901 of 12 December 2024," in words
    assert "[eighty-first] session" in words
    assert "base: {symbol: A/RES/79/901, file: base.md}" in words


def test_a_new_draft_can_be_a_word_file(tmp_path: Path) -> None:
    out = tmp_path / "draft.docx"
    assert main(["new", str(out), "--body", "hrc"]) == 0
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--body", "rivers"], "unknown body"),
        (["--skeleton", "no-such"], "unknown block"),
        (["--skeleton", "urge-states"], "not a skeleton"),
        (["--set", "colour=red"], "no field colour"),
        (["--set", "session=soon"], "no session"),
        (["--base", "no-such.md"], "no such file"),
        (["x.xyz"], "unknown kind of file"),
    ],
)
def test_trouble_exits_2(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str], monkeypatch, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    assert main(["new", *arguments]) == 2
    assert says in capsys.readouterr().err
    assert not list(tmp_path.iterdir())

"""drafter new: from a skeleton, from last session's text, never over a file."""

import io
import json
import sys
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
    arguments: list[str],
    says: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", *arguments]) == 2
    assert says in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_it_asks_for_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "99\nhrc\nfollow-up\n9/9 of 3 June 2025\nriver safety\n\n\nA/HRC/60/99\nsoon\n61\n\n"
    screen = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys, "stderr", screen)
    out = tmp_path / "draft.md"
    assert main(["new", str(out)]) == 0
    assert "99 is not on the list" in screen.getvalue()
    assert "soon is no session" in screen.getvalue()
    words = out.read_text()
    assert "*Recalling* its resolution 9/9 of 3 June 2025 on river safety," in words
    assert "its sixty-first session" in words
    assert "[what States should do" in words or "[what is to be done" in words


def test_input_that_ends_early_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("hrc\n"))
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert main(["new", str(tmp_path / "draft.md")]) == 2
    assert not list(tmp_path.iterdir())


BANK = {
    "symbol": "A/RES/79/901",
    "number": "79/901",
    "title": "Safe river crossings",
    "organ": "General Assembly",
    "date": "12 December 2024",
    "language": "en",
    "paragraphs": [
        {"kind": "other", "number": None, "text": "The General Assembly,"},
        {"kind": "operative", "number": "1", "text": "Urges Member States to train crews."},
    ],
}


@pytest.fixture
def bank(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    source = tmp_path / "texts.jsonl"
    source.write_text(json.dumps(BANK) + "\n")
    path = tmp_path / "rivers.bank"
    assert main(["bank", "add", str(source), "--bank", str(path), "--quiet"]) == 0
    capsys.readouterr()
    return str(path)


def test_a_number_brings_its_date_and_title_from_the_bank(
    tmp_path: Path, bank: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "draft.md"
    sets = ["--set", "resolution=79/901", "--skeleton", "follow-up", "--body", "ga"]
    assert main(["new", str(out), "--bank", bank, *sets]) == 0
    said = "*Recalling* its resolution 79/901 of 12 December 2024 on safe river crossings,"
    assert said in out.read_text()
    assert "79/901 of 12 December 2024, “Safe river crossings”" in capsys.readouterr().err


def test_an_unknown_number_is_said_to_be_unknown(
    bank: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fill = ["blocks", "fill", "recall-titled-resolution", "resolution=79/902"]
    assert main([*fill, "--bank", bank, "--blanks"]) == 0
    found = capsys.readouterr()
    assert "resolution 79/902 of [date], entitled “[title of the resolution]”" in found.out
    assert "79/902: unknown" in found.err


def test_words_of_a_title_offer_resolutions_to_pick(
    tmp_path: Path, bank: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "no such words\nriver\n1\n" + "\n" * 5 + "80\n19 (b)\nRivers\nTogo, Fiji\n"
    screen = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys, "stderr", screen)
    out = tmp_path / "draft.md"
    skeleton = ["--skeleton", "follow-up", "--body", "ga-c3"]
    assert main(["new", str(out), "--bank", bank, *skeleton]) == 0
    assert "1  79/901 of 12 December 2024  Safe river crossings" in screen.getvalue()
    draft = markdown.parse(out.read_text()).value
    assert "79/901 of 12 December 2024 on safe river crossings" in out.read_text()
    assert draft.masthead.agenda_item.title == "Rivers"
    assert draft.masthead.sponsors == ("Fiji", "Togo")
    assert draft.masthead.session == "Eightieth session"

"""`drafter convert`: one door in, every format out, and the manners of a command."""

import json
from pathlib import Path

import pytest

from drafter.cli.main import main
from drafter.formats import read_file

DRAFT = """---
symbol: A/C.3/80/L.909
status: draft resolution
title: Safe river crossings
---

*The General Assembly*,

*Recalling* its resolution 79/901,[^1]

1. *Urges* States [EU: that have not] to:

   (a) Fund schools;

2. *Requests* a report.

[^1]: A/80/912.
"""
TWO = (
    "---\nnumber: I\n---\n\n1. *Urges* a;\n\n2. *Urges* b.\n\n---\nnumber: II\n---\n\n*Adopts* c.\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, "utf-8")
    return path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "two.md"
    path.write_text(TWO, "utf-8")
    return path


@pytest.mark.parametrize("suffix", [".md", ".json", ".docx"])
def test_what_is_written_reads_as_the_same_draft(draft: Path, suffix: str) -> None:
    out = draft.with_name(f"out{suffix}")
    assert main(["convert", str(draft), "-o", str(out), "--date", "2025-11-04"]) == 0
    assert read_file(out).value == read_file(draft).value


def test_the_same_input_gives_the_same_bytes(draft: Path) -> None:
    for suffix in (".md", ".json", ".docx", ".html", ".txt"):
        out = draft.with_name(f"out{suffix}")
        arguments = ["convert", str(draft), "-o", str(out), "--date", "2025-11-04", "--author", "A"]
        main(arguments)
        first = out.read_bytes()
        main(arguments)
        assert out.read_bytes() == first, suffix


def test_json_holds_one_object_for_one_file_and_a_list_for_several(
    draft: Path, two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(draft), "--to", "json"]) == 0
    one = json.loads(capsys.readouterr().out)
    assert one["source"] == str(draft)
    assert [each["symbol"] for each in one["resolutions"]] == ["A/C.3/80/L.909"]
    assert main(["convert", str(draft), str(two), "--to", "json"]) == 0
    assert [len(each["resolutions"]) for each in json.loads(capsys.readouterr().out)] == [1, 2]


@pytest.mark.parametrize(
    ("number", "title"), [("II", "c."), ("2", "c."), ("ii", "c."), ("1", "b.")]
)
def test_number_picks_one(
    two: Path, number: str, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(two), "--number", number]) == 0
    out = capsys.readouterr().out
    assert out.rstrip().endswith(title)
    assert out.count("number:") == 1


def test_a_word_before_the_number_tells_a_decision_from_a_resolution(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.txt"
    conference = "Conference of the Parties to the River Convention"
    path.write_text(
        f"Resolution 7/1\nFerries\n\nThe {conference},\n\nRecalling its rules,\n\n"
        "1. Urges States to act;\n\n2. Decides to meet.\n\nDecision 7/1\nBridges\n\n"
        f"At its 13th meeting, on 10 November 2017, the {conference}:\n\n(a) Took note of it.\n"
    )
    for number, kind in (("7/1", "adopted resolution"), ("Decision 7/1", "decision")):
        assert main(["convert", str(path), "--to", "json", "--number", number]) == 0
        (picked,) = json.loads(capsys.readouterr().out)["resolutions"]
        assert picked["kind"] == kind


def test_a_number_that_is_not_there_names_those_that_are(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(two), "--number", "IX"]) == 2
    assert "hint: there are I, II" in capsys.readouterr().err


def test_a_folder_takes_a_file_for_each(two: Path, tmp_path: Path) -> None:
    assert main(["convert", str(two), "-o", f"{tmp_path / 'parts'}/"]) == 0
    assert sorted(p.name for p in (tmp_path / "parts").iterdir()) == ["I.md", "II.md"]


def test_a_text_without_a_resolution(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The meeting was opened by the Chair at ten.\n", "utf-8")
    assert main(["convert", str(path), "--to", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["resolutions"] == []
    out = tmp_path / "out.md"
    out.write_text("kept", "utf-8")
    assert main(["convert", str(path), "-o", str(out)]) == 2
    assert out.read_text("utf-8") == "kept"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "save it as .docx"),
        ("a.xyz", b"\0\1\2", "unknown kind of file"),
        ("a.json", b"{", "not JSON"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_line_and_a_hint(
    tmp_path: Path, name: str, data: bytes, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert main(["convert", str(tmp_path / name)]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert "Traceback" not in err


def test_many_notes_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text("\n\n".join(f"1. x[^n{n}]" for n in range(40)), "utf-8")
    main(["convert", str(path)])
    assert "29 notes more" in capsys.readouterr().err
    main(["convert", str(path), "--notes"])
    assert capsys.readouterr().err.count("called but not there") == 40

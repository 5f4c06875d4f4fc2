"""`drafter clean`: writes the copy, prints the proof, leaves every file as it was when it fails."""

import json
from pathlib import Path

import pytest

from drafter.cli.main import main
from tests.word.planted import planted


def test_the_copy_is_written_and_the_proof_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, copy = tmp_path / "draft.docx", tmp_path / "clean.docx"
    source.write_bytes(planted()[0])
    assert main(["clean", str(source), "-o", str(copy)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1].split() == ["traces", "before", "after"]
    assert all(line.endswith("    0") for line in said[2:-1])
    assert "the same in both" in said[-1]
    assert copy.exists()


def test_the_proof_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, copy = tmp_path / "draft.docx", tmp_path / "clean.docx"
    source.write_bytes(planted()[0])
    assert main(["clean", str(source), "-o", str(copy), "--format", "json"]) == 0
    proof = json.loads(capsys.readouterr().out)
    assert {"kind": "hidden text", "before": 5, "after": 0} in proof["traces"]
    assert proof["shown"]["same"] is True


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"# A draft\n", "not a Word file"),
        (b"PK\x03\x04 broken", "cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
    ],
)
def test_what_cannot_be_cleaned_leaves_every_file_as_it_was(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, copy = tmp_path / "draft.docx", tmp_path / "clean.docx"
    source.write_bytes(content)
    copy.write_bytes(b"older")
    assert main(["clean", str(source), "-o", str(copy)]) == 2
    assert said in capsys.readouterr().err
    assert copy.read_bytes() == b"older"


def test_a_copy_of_another_kind_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "draft.docx"
    source.write_bytes(planted()[0])
    assert main(["clean", str(source), "-o", str(tmp_path / "out.docm")]) == 2
    assert ".docx" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [source]

"""Automatic numbers of a circulation file: Word counts what a draft prints."""

import re
import subprocess
from pathlib import Path

import pytest

from drafter.cli.main import main
from drafter.formats import docx
from drafter.formats.docx.lists import Lists
from drafter.model import Annex, Document, Paragraph, Resolution, text
from drafter.word.package import Package


def points(*words: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text(each)) for each in words)


def draft() -> Document:
    deep = Paragraph(
        text("Including:"),
        (Paragraph(text("Signs:"), (Paragraph(text("Large:"), points("Red;", "Green;")),)),),
    )
    return Document(
        (
            Resolution(
                enacting="The General Assembly,",
                preamble=(
                    Paragraph(text("Recalling:"), points("One,", "Two,")),
                    Paragraph(text("Noting:"), points("Three,")),
                ),
                operative=(
                    Paragraph(text("Urges:"), points("Schools;", "Manuals;")),
                    Paragraph(text("Also urges:"), (*points("Ports;"), deep)),
                    Paragraph(text("Further urges;"), points("More;"), label="2 bis"),
                    Paragraph(text("Asks;"), label="7"),
                    Paragraph(text("Requests.")),
                ),
                annexes=(
                    Annex("Annex", (), (Paragraph(text("First."), label="1"),
                                        Paragraph(text("Second."), label="2"))),
                ),
            ),
        )
    )  # fmt: skip


def labels(data: bytes, folder: Path, soffice: str) -> list[str]:
    """What stands before each paragraph in LibreOffice's own reading."""
    path = folder / "draft.docx"
    path.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        folder,
        path,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    said = (folder / "draft.txt").read_text("utf-8-sig")
    starts = r"^\s*(\d+(?: bis)?\.|\(\w+\)|\w\.)\s"
    return re.findall(starts, said, re.M)


def test_libreoffice_counts_as_the_draft_does(tmp_path: Path, soffice: str) -> None:
    made = labels(docx.write(draft(), numbering="auto"), tmp_path, soffice)
    assert made == labels(docx.write(draft()), tmp_path, soffice)
    assert made[:6] == ["(a)", "(b)", "(a)", "1.", "(a)", "(b)"]


def test_nothing_is_typed_but_what_no_list_can_say() -> None:
    main_part = Package.open(docx.write(draft(), numbering="auto")).data("word/document.xml")
    typed = re.findall(rb"<w:t [^>]*>([^<]*)</w:t><w:tab/>", main_part)
    assert typed == [b"2 bis."]


def test_a_single_paragraph_bears_no_number() -> None:
    alone = Document((Resolution(operative=points("Adopts the declaration.")),))
    package = Package.open(docx.write(alone, numbering="auto"))
    assert b"numPr" not in package.data("word/document.xml")
    assert "word/numbering.xml" not in package


def test_a_list_goes_on_where_its_next_number_is_wanted() -> None:
    lists = Lists()
    made = [lists.number(label, level) for label, level in (
        ("1", 0), ("(a)", 1), ("(i)", 2), ("(b)", 1), ("2", 0), ("(a)", 1), ("2 bis", 0),
        ("(a)", 1), ("3", 0),
    )]  # fmt: skip
    ids = [re.sub(r".*numId w:val=\"(\d+)\".*", r"\1", each) for each in made]
    assert ids == ["1", "1", "1", "1", "1", "1", "", "2", "1"]


def test_the_validator_finds_nothing(tmp_path: Path, ooxml_validator: str) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx.write(draft(), numbering="auto", lines=True))
    done = subprocess.run([ooxml_validator, path], capture_output=True, text=True, check=False)
    assert '"ok": true' in done.stdout, done.stdout


def test_the_command_line_numbers_paragraphs_and_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "draft.md"
    source.write_text("*The General Assembly*,\n\n1. *Urges* States to act;\n\n2. *Asks* them.\n")
    out = str(tmp_path / "draft.docx")
    assert main(["convert", str(source), "-o", out, "--numbering", "auto", "--lines"]) == 0
    made = Package.open(Path(out).read_bytes()).data("word/document.xml")
    assert b"w:lnNumType" in made
    assert made.count(b"<w:numId ") == 2
    capsys.readouterr()
    assert main(["convert", out, "--to", "markdown"]) == 0
    assert "2. *Asks* them." in capsys.readouterr().out

"""The circulation file as a page: where things stand, and that other programs take it."""

import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from drafter.formats import docx
from drafter.model import (
    AgendaItem,
    Annex,
    Call,
    Document,
    Footnote,
    Masthead,
    Paragraph,
    Resolution,
    Text,
    normal,
    text,
)
from drafter.word.package import Package

DATE = datetime(2025, 11, 4, tzinfo=UTC)
WORDS = (
    " the contribution of small river ports to the livelihoods of riparian communities, and noting"
    " that repairs to landing stages, moorings and ferries remain costly for municipalities"
)


def paragraph(opening: str, *children: Paragraph, call: str = "", end: str = ",") -> Paragraph:
    content = [Text(opening, italic=True), Text(WORDS + end)]
    return Paragraph(normal([*content, *([Call(call)] if call else [])]), children)


def draft(**masthead: str) -> Document:
    head = Masthead(
        organ="General Assembly",
        symbol="A/C.3/80/L.909",
        distribution="Limited",
        date="2025-11-04",
        language="Original: English",
        session="Eightieth session",
        committee="Third Committee",
        agenda_item=AgendaItem("19 (b)", "Sustainable rivers"),
        sponsors=("Fiji", "Guyana", "Togo"),
        sponsor_notes=("Guyana: On behalf of the States of the delta.",),
        **masthead,
    )
    points = (Paragraph(text("Funding schools" + WORDS + ";")), Paragraph(text("Signs;")))
    operative = (
        paragraph("Urges", end=";"),
        paragraph("Also urges", *points, end=", including by:"),
        *(paragraph("Requests", end=";") for _ in range(9)),
    )
    resolution = Resolution(
        head,
        text("Safe river crossings"),
        "The General Assembly,",
        (paragraph("Recalling", call="1"), *(paragraph("Recognizing") for _ in range(8))),
        operative,
        (Annex("Annex", text("Guidelines"), (paragraph("Ferries", end="."),)),),
        (Footnote("1", text("A/80/912.")),),
    )
    return Document((resolution,))


@dataclass(frozen=True)
class Glyphs:
    """A line of the page: its baseline and where its first and last glyphs stand."""

    baseline: float
    left: float
    right: float


def pdf(document: Document, folder: Path, soffice: str) -> Path:
    source = folder / "draft.docx"
    source.write_bytes(docx.write(document, date=DATE))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "draft.pdf"


def lines(path: Path, page: int) -> list[Glyphs]:
    """The lines of a page, top to bottom, by the baselines of their glyphs."""
    command = ["pdftocairo", "-svg", "-f", str(page), "-l", str(page), path, "-"]
    svg = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows: dict[float, list[float]] = {}
    for match in re.finditer(r'<use xlink:href="#glyph\S+" x="([-\d.]+)" y="([-\d.]+)"', svg):
        rows.setdefault(round(float(match[2]), 1), []).append(float(match[1]))
    return [Glyphs(y, min(xs), max(xs)) for y, xs in sorted(rows.items())]


# Baselines and left edges of issued drafts, in points from the upper left corner.
MEASURES = {
    "symbol": (56.5, None),
    "United Nations": (57.8, 123.4),
    "Distr.": (86.7, 397.0),
    "organ": (86.4, 123.4),
    "date": (98.4, 397.0),
    "language": (122.4, 397.0),
    "session": (222.2, 60.0),
    "committee": (235.4, 60.0),
    "agenda item": (247.7, 60.0),
    "agenda title": (259.7, 60.0),
    "sponsors": (289.7, 123.4),
    "title": (314.9, 123.4),
    "enacting clause": (339.2, 147.1),
    "first paragraph": (357.2, 147.1),
    "its second line": (369.2, 123.4),
}


def test_the_page_is_that_of_an_issued_draft(tmp_path: Path, soffice: str) -> None:
    made = pdf(draft(), tmp_path, soffice)
    first = lines(made, 1)
    for name, (baseline, left) in MEASURES.items():
        near = [
            line
            for line in first
            if abs(line.baseline - baseline) <= 2 and (left is None or abs(line.left - left) <= 2)
        ]
        assert near, f"{name} stands elsewhere: {first}"
    assert max(line.right for line in first if 300 < line.baseline < 640) < 489
    notes = [line for line in first if line.baseline > 680 and abs(line.left - 123.4) < 2]
    assert len(notes) >= 2, "the notes stand at the foot"
    second = lines(made, 2)
    assert abs(second[0].baseline - 59) <= 2
    assert abs(second[0].left - 60) <= 2
    assert abs(second[1].baseline - 84.5) <= 2
    assert abs(second[-1].baseline - 755.3) <= 2
    assert max(line.baseline for line in second[:-1]) < 732
    assert lines(made, 3)[0].right > 540, "the symbol changes sides with the page"


def test_the_type_is_that_of_an_issued_draft(tmp_path: Path, soffice: str) -> None:
    made = pdf(draft(), tmp_path, soffice)
    fonts = subprocess.run(["pdffonts", made], check=True, capture_output=True, text=True).stdout
    assert "Italic" in fonts
    command = ["pdftotext", "-layout", made, "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "2/3" in said
    assert "Fiji, Guyana" in said
    assert re.search(r"\n *1\. +Urges the contribution", said)
    assert re.search(r"\n *\(a\) +Funding schools", said)


def test_a_draft_that_names_only_its_body_bears_its_organ_and_committee(
    tmp_path: Path, soffice: str
) -> None:
    document = Document((Resolution(Masthead(body="ga-c3"), text("Crossings")),))
    made = pdf(document, tmp_path, soffice)
    command = ["pdftotext", "-layout", made, "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "General Assembly" in said
    assert "Third Committee" in said
    assert docx.read(docx.write(document), "draft.docx").value == document


@pytest.mark.parametrize(
    ("symbol", "width"), [("A/C.3/80/L.9", 612), ("CAC/COSP/2025/L.9", 595), ("A/HRC/60/L.9", 595)]
)
def test_paper_is_letter_in_new_york_and_a4_in_vienna_and_geneva(symbol: str, width: int) -> None:
    resolution = Resolution(Masthead(symbol=symbol), enacting="The General Assembly,")
    main = Package.open(docx.write(Document((resolution,)))).data("word/document.xml").decode()
    match = re.search(r'<w:pgSz w:w="(\d+)"', main)
    assert match
    assert abs(int(match[1]) / 20 - width) < 1


def test_the_same_draft_and_date_give_the_same_bytes() -> None:
    assert docx.write(draft(), date=DATE) == docx.write(draft(), date=DATE)
    assert docx.write(draft(), author="A") != docx.write(draft(), author="B")


def test_the_validator_finds_nothing(tmp_path: Path, ooxml_validator: str) -> None:
    two = Document((*draft().resolutions, *draft(place="Vienna").resolutions))
    arabic = Document((Resolution(title=text("عبور الأنهار"), enacting="إن الجمعية العامة،"),))
    each = (("one", draft()), ("two", two), ("none", Document()), ("arabic", arabic))
    for name, document in each:
        path = tmp_path / f"{name}.docx"
        path.write_bytes(docx.write(document, author="Fiji", date=DATE, lines=True))
        done = subprocess.run([ooxml_validator, path], capture_output=True, text=True, check=False)
        assert '"ok": true' in done.stdout, done.stdout


def test_pandoc_reads_words_notes_and_emphasis(tmp_path: Path, pandoc: str) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx.write(draft(), date=DATE))
    command = [pandoc, path, "-t", "markdown", "--wrap=none"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "*Recalling* the contribution" in said
    assert "[^2]: A/80/912." in said
    assert "On behalf of the States of the delta." in said

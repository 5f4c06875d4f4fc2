"""Drafts in other official languages: the fixed words of the page, and which way lines run."""

import re
import subprocess
from pathlib import Path

import pytest

from drafter.formats import docx, format_named, markdown
from drafter.formats.docx import direction, masthead
from drafter.grammar import wording
from drafter.model import (
    AgendaItem,
    Call,
    Document,
    Footnote,
    Masthead,
    Paragraph,
    Resolution,
    Table,
    Text,
    text,
)
from drafter.word.package import Package

ARABIC = Resolution(
    Masthead(
        organ="الجمعية العامة",
        symbol="A/C.3/80/L.909",
        distribution="Limited",
        date="2025-11-04",
        agenda_item=AgendaItem("19 (ب)", "التنمية المستدامة"),
        sponsors=("توغو", "غيانا", "فيجي"),
        sponsor_notes=("غيانا: باسم دول الدلتا.",),
    ),
    text("عبور الأنهار بأمان"),
    "إن الجمعية العامة،",
    (
        Paragraph(
            (
                Text("إذ تشير", italic=True),
                Text(" إلى الوثيقة 12 May Report (Part I) اليوم،"),
                Call("1"),
            )
        ),
    ),
    (
        Paragraph(text("تهيب بالدول:"), (Paragraph(text("تمويل المدارس؛"), label="(أ)"),)),
        Table(((text("ميناء"), text("5 m deep")),)),
    ),
    footnotes=(Footnote("1", text("12 May 2024, A/80/912.")),),
)


def head(clause: str, **values: object) -> dict[str, str]:
    """The lines that a masthead above `clause` prints, by style."""
    given = Masthead(
        body="ga-c4",
        distribution="Limited",
        date="2025-11-01",
        agenda_item=AgendaItem("19 b)"),
        sponsors=("Fiji", "Nepal", "Togo"),
        **values,  # type: ignore[arg-type]
    )
    return {line.style: line.text for line in masthead.printed(given, clause)}


@pytest.mark.parametrize(
    ("clause", "organ", "lines"),
    [
        (
            "L’Assemblée générale,",
            "Assemblée générale",
            (
                "Distr. limitée",
                "1er novembre 2025",
                "Point 19 b) de l’ordre du jour",
                "Fiji, Nepal et Togo\u00a0: projet de résolution",
            ),
        ),
        (
            "La Asamblea General,",
            "Asamblea General",
            (
                "Distr. limitada",
                "1 de noviembre de 2025",
                "Tema 19 b) del programa",
                "Fiji, Nepal y Togo: proyecto de resolución",
            ),
        ),
        (
            "إن الجمعية العامة،",
            "الجمعية العامة",
            (
                "Distr.: Limited",
                "1 November 2025",
                "البند 19 b) من جدول الأعمال",
                "Fiji، Nepal وTogo: مشروع قرار",
            ),
        ),
        (
            "Генеральная Ассамблея,",
            "Генеральная Ассамблея",
            (
                "Distr.: Limited",
                "1 November 2025",
                "Пункт 19 b) повестки дня",
                "Fiji, Nepal и Togo: проект резолюции",
            ),
        ),
        (
            "The General Assembly,",
            "General Assembly",
            (
                "Distr.: Limited",
                "1 November 2025",
                "Agenda item 19 b)",
                "Fiji, Nepal and Togo: draft resolution",
            ),
        ),
    ],
)
def test_the_fixed_words_are_those_of_the_draft(
    clause: str, organ: str, lines: tuple[str, ...]
) -> None:
    printed = head(clause)
    styles = ("MastheadDistribution", "MastheadDate", "AgendaItem", "Sponsors")
    assert printed["MastheadOrgan"] == organ
    assert tuple(printed[style] for style in styles) == lines


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "ru", "zh"])
def test_a_line_that_a_typist_changed_is_understood(language: str) -> None:
    fixed = wording.named(language)
    clauses = {
        "fr": "Le Conseil de sécurité,",
        "es": "El Consejo de Seguridad,",
        "ar": "إن مجلس الأمن،",
        "ru": "Совет Безопасности,",
        "zh": "安全理事会,",
    }
    clause = clauses.get(language, "The Security Council,")
    was = Masthead(sponsors=("Fiji",), agenda_item=AgendaItem("3"), distribution="Limited")
    now = Masthead(
        sponsors=("Fiji", "Guyana", "Togo"),
        sponsor_notes=("Guyana: X.",),
        agenda_item=AgendaItem("4"),
        distribution="General",
        kind="revised draft resolution",
    )
    lines = {line.style: line.text for line in masthead.printed(now, clause)}
    found = masthead.read(lines, dict(masthead.sponsor_notes(now)), was, clause)
    assert found.sponsors == now.sponsors
    assert found.kind == now.kind
    assert found.agenda_item == now.agenda_item
    assert found.sponsor_notes == now.sponsor_notes
    assert found.distribution.lower() in {"general", fixed.distributions.get("general")}


def test_an_arabic_draft_reads_back() -> None:
    document = Document((ARABIC,))
    assert docx.read(docx.write(document), "draft.docx").value == document


def test_latin_stretches_in_arabic_keep_their_order() -> None:
    pieces = tuple(direction.stretches("إلى الوثيقة 12 May Report (Part I) اليوم"))
    assert pieces == (
        ("إلى الوثيقة ", True),
        ("12 May Report (Part I)", False),
        (" اليوم", True),
    )
    assert tuple(direction.stretches("القرار 79/901، و")) == (("القرار 79/901، و", True),)
    assert tuple(direction.stretches("(انظر A/80/L.4)")) == (
        ("(انظر ", True),
        ("A/80/L.4", False),
        (")", True),
    )
    package = Package.open(docx.write(Document((ARABIC,))))
    for part in ("word/document.xml", "word/footnotes.xml"):
        said = package.data(part).decode()
        assert re.search("\u200e</w:t></w:r><w:r><w:t[^>]*>12 May", said), part
    assert "<w:tblPr><w:bidiVisual/>" in package.data("word/document.xml").decode()


def test_an_arabic_page_prints_dates_and_labels_whole(tmp_path: Path, soffice: str) -> None:
    source = tmp_path / "draft.docx"
    source.write_bytes(docx.write(Document((ARABIC,))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command: list[str | Path] = [soffice, profile, "--headless", "--convert-to", "pdf"]
    command += ["--outdir", tmp_path, source]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    page = tmp_path / "draft.pdf"
    command = ["pdftotext", "-raw", page, "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "4 November 2025" in said
    assert "12 May Report (Part I)" in said
    found = subprocess.run(
        ["pdftotext", "-bbox", page, "-"], check=True, capture_output=True, text=True
    ).stdout
    places = {m[2]: float(m[1]) for m in re.finditer(r'xMin="([\d.]+)".*>(\S+)</word>', found)}
    assert places["4"] < places["November"] < places["2025"] < 150, "the masthead is mirrored"


@pytest.mark.parametrize("name", ["text", "html"])
def test_other_formats_print_the_same_words(name: str) -> None:
    draft = Resolution(
        Masthead(distribution="Limited", agenda_item=AgendaItem("3"), sponsors=("Fidji", "Togo")),
        enacting="L’Assemblée générale,",
    )
    said = format_named(name).write(Document((draft,))).decode()
    assert "Fidji et Togo\u00a0: projet de résolution" in said
    assert "Distr. limitée" in said
    assert "Point 3 de l’ordre du jour" in said


def test_the_lines_of_the_masthead_are_not_counted() -> None:
    styles = Package.open(docx.write(Document((ARABIC,)), lines=True)).data("word/styles.xml")
    silent = re.findall(
        r'w:styleId="(\w+)">(?:(?!</w:style>).)*suppressLineNumbers', styles.decode()
    )
    assert {"Session", "Committee", "AgendaItem", "AgendaTitle", "Sponsors"} <= set(silent)
    assert not {"ResolutionTitle", "Enacting", "Preambular", "Operative"} & set(silent)


def test_arabic_letters_label_points_in_a_draft_too() -> None:
    draft = "إن الجمعية العامة،\n\n1. *تهيب* بالدول:\n\n   (أ) تمويل المدارس؛\n\n   (ب) صيانتها؛\n"
    read = markdown.parse(draft).value
    point = read.operative[0]
    assert isinstance(point, Paragraph)
    assert [child.label for child in point.children] == ["(أ)", "(ب)"]
    assert not point.closing
    assert markdown.parse(markdown.format(read)).value == read


def test_the_validator_finds_nothing_in_an_arabic_file(
    tmp_path: Path, ooxml_validator: str
) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx.write(Document((ARABIC,)), lines=True))
    done = subprocess.run([ooxml_validator, path], capture_output=True, text=True, check=False)
    assert '"ok": true' in done.stdout, done.stdout

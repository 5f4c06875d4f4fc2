"""What the circulation file says reads back as the same draft."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from random import Random
from typing import Literal

import pytest

from drafter.formats import docx
from drafter.formats.docx import markup
from drafter.model import (
    AgendaItem,
    Annex,
    Bracket,
    Call,
    Document,
    Footnote,
    Heading,
    Masthead,
    Paragraph,
    Passage,
    Resolution,
    Table,
    Text,
    normal,
    text,
)
from drafter.word.package import Package
from tests.formats.drafts import line, resolution

DATE = datetime(2025, 11, 4, tzinfo=UTC)


def again(document: Document, *, numbering: Literal["typed", "auto"] = "typed") -> Document:
    return docx.read(docx.write(document, date=DATE, numbering=numbering), "draft.docx").value


def differences(want: object, got: object, path: str = "") -> Iterator[str]:
    """Where two values differ, so that a failing example says what to look at."""
    if want == got:
        return
    if is_dataclass(want) and type(want) is type(got):
        for each in fields(want):
            if each.compare:
                yield from differences(
                    getattr(want, each.name), getattr(got, each.name), f"{path}.{each.name}"
                )
    elif isinstance(want, tuple) and isinstance(got, tuple) and len(want) == len(got):
        for index, (one, other) in enumerate(zip(want, got, strict=True)):
            yield from differences(one, other, f"{path}[{index}]")
    else:
        yield f"{path}: {want!r} became {got!r}"


def assert_reads_back(document: Document) -> None:
    assert list(differences(document, again(document))) == []
    assert list(differences(document, again(document, numbering="auto"))) == []


def of(**parts: object) -> Document:
    return Document((Resolution(**parts),))  # type: ignore[arg-type]


def paragraph(
    opening: str, rest: str = " the ferries;", *children: Paragraph, **more: object
) -> Paragraph:
    content = normal((Text(opening, italic=True), Text(rest)))
    return Paragraph(content, children, **more)  # type: ignore[arg-type]


def test_a_draft_with_everything_reads_back() -> None:
    masthead = Masthead(
        body="ga-c3",
        organ="General Assembly",
        symbol="A/C.3/80/L.909",
        distribution="Limited",
        date="2025-11-04",
        language="Original: English",
        session="Eightieth session",
        committee="Third Committee",
        agenda_item=AgendaItem("19 (b)", "Sustainable rivers"),
        sponsors=("Bolivia (Plurinational State of)", "Guyana", "Trinidad and Tobago"),
        sponsor_notes=("Guyana: On behalf of the States of the delta.", "Also on other behalf."),
        kind="revised draft resolution",
        base=(("symbol", "A/RES/79/901"), ("year", 2024), ("on", date(2024, 12, 12))),
        extra=(("status", "zero draft"), ("tags", ("a", "b")), ("nested", {"x": [1, None, 2.5]})),
    )
    levels = Paragraph(
        text("Publishing:"),
        (
            Paragraph(
                text("Manuals:"), (Paragraph(text("In print;"), (Paragraph(text("Large;")),)),)
            ),
            Paragraph(text("Signs;"), closing=text("all of them,")),
        ),
    )
    document = of(
        masthead=masthead,
        title=(*text("Safe river crossings"), Call("†")),
        enacting="The General Assembly,",
        preamble=(
            Paragraph(
                (Text("Recalling", italic=True), Text(" its resolution,"), Call("1"), Call("2"))
            ),
            paragraph(
                "Noting", " that:", Paragraph(text("One,")), Paragraph(text("Two,")), label="PP2"
            ),
        ),
        operative=(
            Heading(text("I. Ports")),
            paragraph("Urges", " again:", levels, closing=text("and to report;")),
            paragraph("Also urges", label="3 bis"),
            paragraph("Urges", label="7"),
            paragraph("Requests", label=""),
            Paragraph(
                (
                    Text("Asks", italic=True),
                    Text(" "),
                    Bracket(
                        (Text("all "), Bracket(text("some"), "others: few")), "EU", ("G77", "a (b)")
                    ),
                    Text(" (EU) [sic and "),
                    Call("1"),
                )
            ),
            Table(((text("Port"), (*text("Depth"), Call("2"))), (text("Nadi"), ()))),
            Table(((text("alone"),),)),
            Heading(text("Deep"), 6),
        ),
        annexes=(
            Annex(
                "Annex I",
                text("Guidelines"),
                (Paragraph(text("Go."), label="1"), Heading(text("A"), 2)),
            ),
            Annex("", (), (Paragraph(text("Rest.")),)),
        ),
        footnotes=(
            Footnote("9", text("Never called.")),
            Footnote("1", (Text("See "), Text("Treaty Series", italic=True), Text(", vol. 3."))),
            Footnote("2", (*text("See note"), Call("1"))),
            Footnote("†", text("On the title.")),
        ),
    )
    assert_reads_back(document)


def test_several_resolutions_and_other_text_read_back() -> None:
    def one(number: str, kind: str) -> Resolution:
        return Resolution(
            Masthead(symbol=f"E/2025/{number}", number=number, kind=kind),  # type: ignore[arg-type]
            text(f"Title {number}"),
            "The Economic and Social Council,",
            (paragraph("Recalling"),),
            (Paragraph((Text("Adopts", italic=True), Text(" it."), Call("1"))),),
            footnotes=(Footnote("1", text(f"Note of {number}.")),),
        )

    adopted = Resolution(
        Masthead(
            number="79/901",
            kind="adopted resolution",
            adopted="Resolution adopted by the General Assembly on 12 December 2024",
            report="[on the report of the Third Committee (A/79/909, para. 30)]",
            second_title="Traversées fluviales sûres",
            meeting="82nd plenary meeting, 12 December 2024",
        ),
        text("Safe river crossings"),
        "The General Assembly,",
        (),
        (paragraph("Decides"), paragraph("Requests")),
    )
    parts = (one("7/1", "decision"), one("II", "draft resolution"), adopted, Resolution())
    document = Document(parts, (Passage("Report of the Committee"), Passage("1. It met.")))
    assert_reads_back(document)
    assert_reads_back(Document())
    assert_reads_back(Document((), document.rest))


def test_an_arabic_draft_is_set_from_right_to_left() -> None:
    document = of(enacting="إن الجمعية العامة،", preamble=(paragraph("إذ تشير", " إلى قرارها"),))
    assert_reads_back(document)
    package = Package.open(docx.write(document, date=DATE))
    assert b"<w:bidi/>" in package.data("word/styles.xml")
    assert package.data("word/document.xml").count(b"<w:rtl/>") == 4


def _legal(value: object) -> bool:
    """XML cannot hold every character that Python can."""
    return markup.escape(repr(value)).count("\ufffd") == repr(value).count("\ufffd")


@pytest.mark.parametrize("seed", range(60))
def test_any_draft_in_normal_form_reads_back(seed: int) -> None:
    random = Random(seed)
    drafts = tuple(resolution(random) for _ in range(random.choice([1, 1, 2])))
    rest = tuple(Passage(line(random) or "Other text.") for _ in range(random.choice([0, 0, 2])))
    document = Document(drafts, rest)
    assert _legal(document)
    assert_reads_back(document)

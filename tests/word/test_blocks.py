"""A Word file as blocks: labels apart from text, places, and what is not looked into."""

from drafter.word.blocks import blocks, not_compared, typed_label
from drafter.word.package import Package
from tests.word.specimens import docx, note, p, raw, row, run, table

TAB = raw("<w:tab/>")


def test_a_typed_number_is_the_label_and_no_part_of_the_text() -> None:
    data = docx(p("1.", TAB, "Urges States;"), p("(a)", TAB, "Funding schools;"), p("A/80/912"))
    assert [(b.label, b.text) for b in blocks(Package.open(data))] == [
        ("1", "Urges States;"),
        ("(a)", "Funding schools;"),
        ("", "A/80/912"),
    ]


def test_labels_as_the_field_types_them() -> None:
    for text, label in {
        "12.\tRequests": "12.\t",
        "3 bis.\tRequests": "",
        "3 bis\tRequests": "3 bis\t",
        "13.4\tThe Office": "13.4\t",
        "(iv)\tTo": "(iv)\t",
        "II.\tPorts": "II.\t",
        "7. Requests": "7. ",
        "(b) Publishing": "(b) ",
        "2025 was": "",
        "A report": "",
    }.items():
        assert typed_label(text) == label, text


def test_every_story_is_read_with_its_place() -> None:
    data = docx(
        p("Urges", note(1)),
        table(row("Year", "Cost")),
        p("Ends"),
        footnotes={1: "A/80/912."},
        header="A/C.3/80/L.909",
        footer="25-00001",
    )
    assert [(b.kind, b.place, b.text.strip()) for b in blocks(Package.open(data))] == [
        ("paragraph", "unnumbered paragraph 1", "Urges\ufffc"),
        ("cell", "table 1, row 1, cell 1", "Year"),
        ("cell", "table 1, row 1, cell 2", "Cost"),
        ("paragraph", "unnumbered paragraph 2", "Ends"),
        ("footnote", "footnote 1", "A/80/912."),
        ("header", "header", "A/C.3/80/L.909"),
        ("footer", "footer", "25-00001"),
    ]


def test_italics_are_spans() -> None:
    (block,) = blocks(Package.open(docx(p(run("Urges", "i"), " States"))))
    assert [(s.start, s.end, s.style) for s in block.spans] == [(0, 5, "italic")]


def test_nothing_is_left_out_in_silence() -> None:
    package = Package.open(docx(p("Urges")))
    assert not_compared(package) == ()
    package.put("word/comments.xml", b"<comments/>", "application/xml")
    package.relate(package.main, "http://example.org/comments", "word/comments.xml")
    assert not_compared(package) == ("comments",)

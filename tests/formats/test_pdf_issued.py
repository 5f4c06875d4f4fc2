"""The issued PDFs beside a developer's checkout, scored as the issue scores them."""

from pathlib import Path

import pypdfium2

from benchmarks import reading
from drafter.formats import pdf
from drafter.model import Resolution, plain
from tests.formats.official.accounting import extra, missing


def issued(shared: Path) -> list[Path]:
    return sorted((shared / "corpus" / "pdf").glob("*.pdf"))


def test_the_texts_with_truth_are_read_as_their_truth_says(shared: Path) -> None:
    of = list(reading.scores(shared / "corpus"))
    figures = reading.totals(of)
    faults = {one.name: one.faults for one in of if one.faults}
    assert len(of) == 48
    assert figures["kinds and numbers exact"] >= 47, faults
    assert figures["boundaries F1"] >= 0.999, faults
    assert figures["openings"] >= 0.999, faults
    assert figures["footnote calls F1"] == 1, faults
    assert figures["footnotes"] == 1, faults


def test_no_word_of_a_pdf_is_lost_or_made_up(shared: Path) -> None:
    for path in issued(shared):
        data = path.read_bytes()
        reading_of_it = pdf.read(data, path.name)
        source = words_of(data)
        assert not missing(source, reading_of_it), path.name
        assert not extra(source, reading_of_it), path.name


def words_of(data: bytes) -> str:
    """The text of a PDF as PDFium gives it, in the order of the file."""
    document = pypdfium2.PdfDocument(data)
    try:
        texts = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    finally:
        document.close()
    return "\n".join(texts).replace("\ufffe", "-").replace("\x02", "-")


def test_every_issued_pdf_is_one_text_with_its_masthead_and_nothing_left_over(shared: Path) -> None:
    for path in issued(shared):
        found = pdf.read(path.read_bytes(), path.name)
        (text,) = found.value.resolutions
        head = text.masthead
        assert head.symbol.replace("/", "_") == path.stem
        assert head.organ == "General Assembly"
        assert head.session.endswith("session"), path.name
        assert head.date.startswith("20"), path.name
        assert head.agenda_item.number, path.name
        assert head.agenda_item.title, path.name
        assert text.title, path.name
        assert not found.value.rest, path.name
        assert bool(head.adopted) == bool(head.meeting) == ("RES" in head.symbol), path.name
        assert bool(head.report) == ("RES" in head.symbol), path.name


def test_titles_are_those_of_the_truth(shared: Path) -> None:
    for path in issued(shared):
        gold = shared / "corpus" / "parse_gold" / f"{path.stem}.gold.json"
        if gold.exists():
            (text,) = pdf.read(path.read_bytes(), path.name).value.resolutions
            assert reading.key(plain(text.title)) == reading.key(title(gold)), path.name


def title(gold: Path) -> str:
    return str(reading.json.loads(gold.read_text("utf-8"))["title"])


def test_every_call_has_its_note_and_every_note_its_call(shared: Path) -> None:
    for path in issued(shared):
        (text,) = pdf.read(path.read_bytes(), path.name).value.resolutions
        assert set(called(text)) == {note.label for note in text.footnotes}, path.name


def called(text: Resolution) -> list[str]:
    units = [label for unit in reading.units(text) for label in unit.calls]
    return [*units, *reading.calls(text.title)]


def test_sponsors_of_issued_drafts_are_named(shared: Path) -> None:
    drafts = [path for path in issued(shared) if "RES" not in path.stem]
    sponsors = {p.stem: pdf.read(p.read_bytes()).value.resolutions[0].masthead for p in drafts}
    assert sponsors["A_C.1_80_L.31"].sponsors == ("Maldives", "Nigeria", "Thailand")
    assert sponsors["A_C.1_80_L.31"].sponsor_notes[0].startswith("Nigeria: On behalf")
    assert sponsors["A_80_L.10"].sponsors == ("Italy", "Turkmenistan")
    assert sponsors["A_C.5_80_L.3"].sponsors[0].startswith("Chair of the Committee")
    unnamed = {name for name, head in sponsors.items() if not head.sponsors}
    assert unnamed == {"A_C.6_80_L.22"}  # its sponsor line says "Draft resolution" and no more

"""Word files by others: what they show is what is read."""

from pathlib import Path

import pytest

from drafter.formats import docx
from drafter.formats.reading import Reading
from drafter.grammar.numbering import walk
from drafter.model import Bracket, Call, Document, Resolution, Table, Text, opening, plain
from tests.formats.word_files import (
    LISTS,
    deleted,
    footnotes,
    i,
    ins,
    note,
    numbered,
    p,
    part,
    r,
    table,
    word_file,
)

CLAUSE = p(i("The General Assembly"), ",")
HEAD = (p("Eightieth session"), p("Safe river crossings"), CLAUSE)
RECALLING = p(i("Recalling"), " its resolution 79/901 of 12 December 2024,")


def read(*body: str, changes: str = "accept", **parts: str) -> Reading[Document]:
    data = word_file(*body, **parts)
    return docx.read(data, "theirs.docx", changes=changes)  # type: ignore[arg-type]


def one(*body: str, **more: str) -> Resolution:
    found = read(*HEAD, *body, **more).value.resolutions
    assert len(found) == 1
    return found[0]


def places(resolution: Resolution) -> list[str]:
    return [placed.place for placed in walk(resolution)]


def test_typed_and_automatic_numbers_read_alike() -> None:
    typed = one(
        RECALLING,
        p("1.\t", i("Urges"), " Member States:"),
        p("(a)\tTo train crews;"),
        p("(b)\tTo share data;"),
        p("2.\t", i("Requests"), " a report."),
    )
    automatic = one(
        RECALLING,
        p(i("Urges"), " Member States:", properties=numbered(0)),
        p("To train crews;", properties=numbered(1)),
        p("To share data;", properties=numbered(1)),
        p(i("Requests"), " a report.", properties=numbered(0)),
        numbering=part("numbering", LISTS),
    )
    assert places(typed) == ["PP1", "OP1", "OP1 (a)", "OP1 (b)", "OP2"]
    assert typed == automatic
    assert typed.enacting == "The General Assembly,"
    assert plain(typed.title) == "Safe river crossings"


def test_openings_come_back_where_styles_mean_nothing() -> None:
    found = one(p("Noting with concern that ferries sink,"), p("1. Also urges States to swim."))
    assert [opening(placed.paragraph) for placed in walk(found)] == [
        "Noting with concern",
        "Also urges",
    ]


def test_italics_through_styles_that_flip_each_other() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Slanted"><w:name w:val="Slanted"/>'
        "<w:rPr><w:i/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/>'
        "<w:rPr><w:i/></w:rPr></w:style>",
    )
    flipped = p(
        r("Recalling"),
        r(" its ", '<w:rStyle w:val="Emphasis"/>'),
        r("words,", '<w:i w:val="0"/>'),
        properties='<w:pStyle w:val="Slanted"/>',
    )
    found = one(flipped, p("1. Urges States to swim."), styles=styles)
    paragraph = next(walk(found)).paragraph
    assert paragraph.content == (Text("Recalling", italic=True), Text(" its words,"))


def test_footnotes_keep_the_numbers_that_word_shows() -> None:
    found = one(
        p(i("Recalling"), " the report,", note(7), " and the plan,", note(3)),
        p("1. Urges States to swim."),
        footnotes=footnotes(n3="A/80/2.", n7="A/80/1."),
    )
    assert [(each.label, plain(each.content)) for each in found.footnotes] == [
        ("1", "A/80/1."),
        ("2", "A/80/2."),
    ]
    content = next(walk(found)).paragraph.content
    assert [each for each in content if isinstance(each, Call)] == [Call("1"), Call("2")]


def test_tables_text_boxes_controls_fields_and_links_are_read() -> None:
    said = p("2. ", i("Requests"), " a report.")
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
        f"{said}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{said}</w:txbxContent></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>79/901</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    control = f"<w:sdt><w:sdtContent>{p(i('Aware'), ' of floods,')}</w:sdtContent></w:sdt>"
    hidden = r("secret", "<w:vanish/>")
    soft = "<w:r><w:t>cross</w:t><w:softHyphen/><w:t>ings,</w:t></w:r>"
    hard = "<w:r><w:t>of A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>"
    found = read(
        *HEAD,
        p(i("Recalling"), " resolution ", field, " on ", soft, hidden),
        control,
        p("1. ", i("Urges"), " a table ", f"<w:hyperlink>{hard}</w:hyperlink>", ":"),
        table(["Port", "Depth"], ["Nadi", "3"]),
        p(box),
    )
    resolution = found.value.resolutions[0]
    text = [plain(placed.paragraph.content) for placed in walk(resolution)]
    assert text == [
        "Recalling resolution 79/901 on crossings,",
        "Aware of floods,",
        "Urges a table of A\u20111:",
        "Requests a report.",
    ]
    tables = [item for item in resolution.operative if isinstance(item, Table)]
    assert [[plain(cell) for cell in row] for row in tables[0].rows] == [
        ["Port", "Depth"],
        ["Nadi", "3"],
    ]
    assert "left out: hidden text" in found.notes


@pytest.mark.parametrize(
    ("changes", "expected"),
    [("accept", "Urges many States to swim."), ("reject", "Urges all States to walk.")],
)
def test_changes_are_accepted_or_rejected(changes: str, expected: str) -> None:
    found = read(*HEAD, RECALLING, CHANGED, changes=changes)
    assert plain(found.value.resolutions[0].operative[0].content) == expected  # type: ignore[union-attr]
    done = f"tracked changes {changes}ed: 4, by Norway, Togo"
    assert found.notes[0] == done


CHANGED = p(
    "1. ",
    i("Urges"),
    " ",
    deleted("all"),
    ins(r("many")),
    " States to ",
    deleted("walk", by="Togo"),
    ins(r("swim"), by="Togo"),
    ".",
)


def test_changes_read_as_proposals_stand_in_brackets_with_their_authors() -> None:
    found = read(*HEAD, RECALLING, CHANGED, changes="all").value.resolutions[0]
    content = found.operative[0].content  # type: ignore[union-attr]
    assert [each for each in content if isinstance(each, Bracket)] == [
        Bracket((Text("all"),), "", ("Norway: delete",)),
        Bracket((Text("many"),), "Norway"),
        Bracket((Text("walk"),), "", ("Togo: delete",)),
        Bracket((Text("swim"),), "Togo"),
    ]


def test_brackets_and_comments() -> None:
    comments = part("comments", f'<w:comment w:id="0" w:author="Togo">{p("Too long.")}</w:comment>')
    found = read(*HEAD, RECALLING, p("1. Urges [EU: all] (G77) States to swim."), comments=comments)
    content = found.value.resolutions[0].operative[0].content  # type: ignore[union-attr]
    assert Bracket((Text("all"),), "EU", ("G77",)) in content
    assert "comment by Togo: Too long." in found.notes


def test_several_texts_in_one_file_are_found_with_their_names() -> None:
    def decision(number: int) -> tuple[str, ...]:
        return (
            p(f"Decision {number}/XYZ.3"),
            p(f"Crossing number {number}"),
            p("The Conference of the Parties,"),
            p("Recalling the treaty,"),
            p(f"1. Decides to cross river {number}.", note(number)),
            p(f"{number}th plenary meeting"),
        )

    notes = footnotes(n4="Four.", n5="Five.")
    found = read(*decision(4), *decision(5), footnotes=notes).value.resolutions
    assert [(each.masthead.kind, each.masthead.number) for each in found] == [
        ("decision", "4/XYZ.3"),
        ("decision", "5/XYZ.3"),
    ]
    assert [plain(each.title) for each in found] == ["Crossing number 4", "Crossing number 5"]
    assert [plain(each.footnotes[0].content) for each in found] == ["Four.", "Five."]


def test_a_file_that_is_no_resolution_reads_as_passages() -> None:
    found = read(p("Dear colleagues,"), p("we met."), table(["a", "b"])).value
    assert found.resolutions == ()
    assert [passage.text for passage in found.rest] == ["Dear colleagues,", "we met.", "a b"]
    assert read().value == Document()


def test_every_official_file_reads(shared: Path) -> None:
    for path in sorted((shared / "docx/un_style").glob("*.docx")):
        found = docx.read(path.read_bytes(), path.name).value
        assert len(found.resolutions) == 1, path
        assert len(places(found.resolutions[0])) > 10, path
    conference = (shared / "docx/official/cma2021.docx").read_bytes()
    texts = docx.read(conference, "cma2021.docx").value.resolutions
    assert [text.masthead.number for text in texts] == [
        *(f"{number}/CMA.3" for number in range(6, 25)),
        "1/CMA.3",
    ]
    assert all(text.title and text.operative for text in texts)
    assert sum(len(text.footnotes) for text in texts) == 84


def test_accepted_and_rejected_files_agree_with_word(shared: Path) -> None:
    for path in sorted((shared / "docx/revisions").glob("*[!d].docx")):
        for changes, done in (("accept", "Accepted"), ("reject", "Rejected")):
            other = path.with_name(f"{path.stem}-{done}.docx")
            got = docx.read(path.read_bytes(), path.name, changes=changes)  # type: ignore[arg-type]
            want = docx.read(other.read_bytes(), other.name)
            assert words(got.value) == words(want.value), (path.name, changes)


def words(document: Document) -> list[str]:
    return " ".join(passage.text for passage in document.rest).split()

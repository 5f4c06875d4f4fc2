"""A draft marked on an official file whose spacing is its own: nothing untouched is painted."""

from dataclasses import replace

from drafter.formats import docx as word_format
from drafter.model import Document, Paragraph, Resolution, Text
from drafter.render.redline import redline_draft
from drafter.render.redline.check import lines
from drafter.word.package import Package
from drafter.word.revisions import accept_all, reject_all
from tests.render.test_redline import DATE, TAB, marked
from tests.word.specimens import docx, note, p, raw, row, run, table


def field(instruction: str, shown: str) -> tuple[str, ...]:
    parts = ("begin", f"<w:instrText> {instruction} </w:instrText>", "separate", shown, "end")
    return tuple(
        run(part)
        if part == shown
        else raw(part if part.startswith("<") else f'<w:fldChar w:fldCharType="{part}"/>')
        for part in parts
    )


OFFICIAL = docx(
    table(row("United Nations", "A/C.2/80/L.909"), row("General Assembly", "4 November 2025")),
    p("Report of the Second Committee"),
    p(""),
    p("Draft resolution I"),
    p(run("Safe river crossings", "b")),
    p(""),
    p(TAB, TAB, run("The General Assembly", "i"), ","),
    p(TAB, TAB, run("Recalling", "i"), " its resolution 79/901 of 12 December 2024, "),
    p(TAB, "1.", TAB, TAB, run("Urges", "i"), " every State to license its ferries;", note(1)),
    p(
        TAB,
        "2.",
        TAB,
        TAB,
        run("Decides", "i"),
        " to act on paragraph ",
        *field("REF _x", "1"),
        ".",
    ),
    p(""),
    p(""),
    p("Draft resolution II"),
    p(run("Ferry registers", "b")),
    p(""),
    p(TAB, TAB, run("The General Assembly", "i"), ","),
    p(TAB, TAB, run("Noting", "i"), " that crews are few, "),
    p(TAB, "1.", TAB, TAB, run("Invites", "i"), " States to keep registers; ", note(2)),
    p(TAB, "2.", TAB, TAB, run("Calls upon", "i"), " donors to help; "),
    p(TAB, "3.", TAB, TAB, run("Decides", "i"), " to remain seized of the matter."),
    footnotes={1: "  A/80/901. ", 2: "See A/80/902."},
    header="A/C.2/80/L.909",
)


def read(data: bytes) -> Document:
    return word_format.read(data, "official").value


def onto(draft: Document, official: bytes = OFFICIAL) -> Package:
    return Package.open(redline_draft(official, draft, author="Fiji", date=DATE))


def changed(draft: Document, number: int, one: Resolution) -> Document:
    held = list(draft.resolutions)
    held[number] = one
    return replace(draft, resolutions=tuple(held))


def test_a_file_of_several_resolutions_and_its_own_draft_differ_in_nothing() -> None:
    draft = read(OFFICIAL)
    assert len(draft.resolutions) == 2
    package = onto(draft)
    assert marked(package) == []
    assert marked(package, "word/footnotes.xml") == []


def test_a_new_paragraph_in_the_second_resolution_is_all_that_is_marked() -> None:
    draft = read(OFFICIAL)
    one = draft.resolutions[1]
    said = Paragraph((Text("Requests", italic=True), Text(" the Secretary-General to report;")))
    operative = (*one.operative[:1], said, *one.operative[1:])
    package = onto(changed(draft, 1, replace(one, operative=operative)))
    assert [(kind, text.strip()) for kind, text in marked(package)] == [
        ("ins", "2.Requests the Secretary-General to report;"),
        ("del", "2"),
        ("ins", "3"),
        ("del", "3"),
        ("ins", "4"),
    ]
    assert lines(reject_all(package)) == lines(Package.open(OFFICIAL))
    before = Package.open(OFFICIAL)
    assert {n for n in before.names if before.data(n) != package.data(n)} == {"word/document.xml"}
    accepted = accept_all(package)
    again = word_format.read(accepted.save(), "accepted").value
    assert [len(each.operative) for each in again.resolutions] == [2, 4]


def test_a_changed_word_is_one_mark_though_the_file_spaces_the_line_its_own_way() -> None:
    draft = read(OFFICIAL)
    one = draft.resolutions[0]
    first = one.operative[0]
    assert isinstance(first, Paragraph)
    content = tuple(
        replace(each, text=each.text.replace("every", "each")) if isinstance(each, Text) else each
        for each in first.content
    )
    edited = replace(one, operative=(replace(first, content=content), *one.operative[1:]))
    package = onto(changed(draft, 0, edited))
    assert ("del", "every") in marked(package)
    assert ("ins", "each") in marked(package)
    assert not [text for _, text in marked(package) if len(text) > len("every")]


def test_a_resolution_that_goes_takes_nothing_else_with_it() -> None:
    draft = read(OFFICIAL)
    package = onto(replace(draft, resolutions=draft.resolutions[:1]))
    assert {kind for kind, _ in marked(package)} == {"del"}
    assert "Safe river crossings" not in {text for _, text in marked(package)}
    assert lines(reject_all(package)) == lines(Package.open(OFFICIAL))


def test_a_sponsors_note_is_edited_where_it_stands() -> None:
    star = raw('<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t>')
    said = "<w:p><w:r><w:t>*</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{}</w:t></w:r></w:p>"
    official = docx(
        table(row("United Nations", "A/C.2/80/L.909"), row("General Assembly", "4 November 2025")),
        p(run("Fiji:", "b"), star, run(" draft resolution", "b")),
        p(run("Safe river crossings", "b")),
        p(run("The General Assembly", "i"), ","),
        p("1.", TAB, run("Decides", "i"), " to act on A/80/901."),
        footnotes={1: said.format("On behalf of the Group of River States.")},
        header="A/C.2/80/L.909",
    )
    draft = read(official)
    one = draft.resolutions[0]
    assert one.masthead.sponsor_notes
    notes = tuple(each.replace("River", "Delta") for each in one.masthead.sponsor_notes)
    package = onto(
        changed(draft, 0, replace(one, masthead=replace(one.masthead, sponsor_notes=notes))),
        official,
    )
    assert marked(package) == []
    assert marked(package, "word/footnotes.xml") == [("del", "River"), ("ins", "Delta")]

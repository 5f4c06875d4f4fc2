"""Columns that come, go and shift; headers that share a part; files without a section."""

from copy import deepcopy

import pytest

from drafter.render.redline.check import lines
from drafter.word.package import Package
from drafter.word.revisions import accept_all, reject_all
from drafter.word.xml import w
from tests.render.test_redline import made, marked, marks
from tests.word.specimens import docx, p, row, table

YEARS = [
    ["2022 (actual)", "2023 (actual)", "2024 (planned)"],
    ["ten ferries were licensed", "twelve crews passed the course", "all landings are lit"],
]
SHIFTED = [
    ["2023 (actual)", "2024 (actual)", "2025 (planned)"],
    ["twelve crews passed the course", "all landings are lit", "one rule for both banks"],
]


def grid(rows: list[list[str]]) -> bytes:
    return docx(p("a"), table(*(row(*cells) for cells in rows), columns=len(rows[0])), p("z"))


def test_a_new_column_is_new_cells_and_nothing_else() -> None:
    old = [["River", "Length"], ["Upper", "10"], ["Lower", "12"]]
    new = [["River", "Bank", "Length"], ["Upper", "left", "10"], ["Lower", "right", "12"]]
    package = made(grid(old), grid(new))
    assert marked(package) == [("ins", "Bank"), ("ins", "left"), ("ins", "right")]
    assert len(list(package.part(package.main).iter(w("cellIns")))) == 3
    widths = [
        len(next(reading(package).part(package.main).iter(w("tblGrid"))))
        for reading in (accept_all, reject_all)
    ]
    assert widths == [3, 2]


def test_a_column_that_goes_takes_its_cells_and_nothing_else() -> None:
    old = [["River", "Bank", "Length"], ["Upper", "left", "10"], ["Lower", "right", "12"]]
    new = [["Bank", "Length"], ["left", "10"], ["right", "12"]]
    package = made(grid(old), grid(new))
    assert marked(package) == [("del", "River"), ("del", "Upper"), ("del", "Lower")]
    assert len(list(package.part(package.main).iter(w("cellDel")))) == 3


def test_years_that_move_along_are_a_column_out_and_a_column_in() -> None:
    package = made(grid(YEARS), grid(SHIFTED))
    assert marked(package) == [
        ("del", "2022 (actual)"),
        ("del", "planned"),
        ("ins", "actual"),
        ("ins", "2025 (planned)"),
        ("del", "ten ferries were licensed"),
        ("ins", "one rule for both banks"),
    ]


def test_cells_that_changed_in_place_stay_in_place() -> None:
    new = [YEARS[0], ["nine ferries were licensed", "twelve crews passed", "all landings are lit"]]
    assert not list(made(grid(YEARS), grid(new)).part("word/document.xml").iter(w("cellDel")))


def test_a_row_may_come_where_a_column_went() -> None:
    old = [["River", "Bank"], ["Upper", "left"], ["Lower", "right"]]
    new = [["River"], ["Upper"], ["Middle"], ["Lower"]]
    package = made(grid(old), grid(new))
    assert [text for kind, text in marked(package) if kind == "ins"] == ["Middle"]


SECTION = "<w:sectPr>{}</w:sectPr>"


def shown(*kinds: str) -> str:
    """References of these kinds, all to the header of the file."""
    return "".join(f'<w:headerReference w:type="{kind}" r:id="rIdheader"/>' for kind in kinds)


def test_a_header_that_two_kinds_of_page_share_is_parted_where_they_differ() -> None:
    part = '<w:hdr xmlns:w="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:hdr>'
    old = docx(p("x"), header="L.909")
    name = "word/document.xml"
    shared = Package.open(old)
    section = next(shared.edit(name).iter(w("sectPr")))
    even = deepcopy(section[0])
    even.set(w("type"), "even")
    section.append(even)
    new = Package.open(shared.save())
    new.put("word/header7.xml", part.format(w("p")[1:-2], "Even page").encode())
    reference = next(new.edit(name).iter(w("sectPr")))[1]
    kind = new.relationships(name)[-1].type.rpartition("/")[0] + "/header"
    reference.set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
        new.relate(name, kind, "word/header7.xml"),
    )
    package = made(shared.save(), new.save())
    said = [
        sorted(text for _, text, _ in lines(r(package))["header"]) for r in (accept_all, reject_all)
    ]
    assert said == [["Even page", "L.909"], ["L.909", "L.909"]]


def bare(*blocks: str) -> bytes:
    """A file whose body has no section properties."""
    package = Package.open(docx(*blocks))
    root = package.edit(package.main)
    section = next(root.iter(w("sectPr")))
    section.getparent().remove(section)  # type: ignore[union-attr]
    return package.save()


@pytest.mark.parametrize("header", ["", "L.909"])
def test_a_file_without_a_section_is_no_obstacle(header: str) -> None:
    package = made(bare(p("one word")), docx(p("one other word"), header=header))
    assert marked(package) == [("ins", "other ")] or marked(package) == [("ins", " other")]
    said = lines(accept_all(package)).get("header", [])
    assert [text for _, text, _ in said] == ([header] if header else [])


def test_new_paragraphs_behind_new_last_words_follow_a_new_mark() -> None:
    old = docx(p("Urges States."), p("z"))
    new = docx(p("Urges States; and"), p("Calls upon donors;"), p("Decides."), p("z"))
    assert marks(made(old, new)) == ["ins", "ins", "", ""]


def test_an_empty_paragraph_does_not_part_them() -> None:
    old = docx(p("Urges States."), p(""), p("z"))
    new = docx(p("Urges States; and"), p(""), p("Calls upon donors;"), p("z"))
    assert marks(made(old, new)) == ["", "ins", "", ""]


def test_an_empty_new_paragraph_keeps_its_own_mark() -> None:
    old = docx(p("Urges States."), p("z"))
    new = docx(p("Urges States; and"), p("Calls upon donors;"), p(""), p("z"))
    assert marks(made(old, new)) == ["ins", "", "ins", ""]

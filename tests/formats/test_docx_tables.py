"""Tables of the circulation file: columns as wide as their words ask, no number broken."""

import re

from drafter.formats import docx
from drafter.formats.docx import styles
from drafter.formats.docx.tables import widths
from drafter.model import Document, Resolution, Table, text
from drafter.word.package import Package

MEASURE = 7306


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(tuple(text(cell) for cell in row) for row in rows))


def test_a_column_of_long_text_is_wider_than_one_of_years() -> None:
    made = widths(
        table(("Port", "Year"), ("Nadi", "2024"), ("A long remark " * 9, "2025")), MEASURE
    )
    assert made.indent == styles.INDENT
    assert made.columns[0] > 4 * made.columns[1]
    assert MEASURE - 3 < sum(made.columns) <= MEASURE


def test_a_table_that_needs_more_takes_the_whole_page() -> None:
    made = widths(table(("1,000,000",) * 10), MEASURE)
    assert made.indent == 0
    assert MEASURE < sum(made.columns) <= MEASURE + 2 * styles.INDENT


def test_no_table_is_wider_than_the_page() -> None:
    for columns in (1, 2, 30, 90):
        made = widths(table(("Unbreakable-" * 30,) * columns), MEASURE)
        assert sum(made.columns) <= MEASURE + 2 * styles.INDENT
        assert min(made.columns) > 0


def test_the_head_is_repeated_and_the_table_reads_back() -> None:
    operative = (table(("Port", "Year"), ("Nadi",)), table(("alone",)), table())
    document = Document((Resolution(title=text("Ports"), operative=operative[:2]),))
    data = docx.write(document)
    main = Package.open(data).data("word/document.xml").decode()
    assert len(re.findall("<w:tblHeader/>", main)) == 1
    assert len(re.findall("<w:cantSplit/>", main)) == 3
    assert docx.read(data, "draft.docx").value == document

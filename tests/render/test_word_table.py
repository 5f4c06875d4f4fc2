"""The comparison as a Word table: every word of both texts, marks only where something changed."""

import io
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from drafter.cli.main import main
from drafter.diff import compare
from drafter.render import word_table
from drafter.spans import Block

DATE = datetime(2026, 1, 5, tzinfo=UTC)
OLD = (
    Block("Urges States to license ferries;", label="1"),
    Block("Invites donors to give;", label="2"),
)
NEW = (
    Block("Urges all States to license ferries;", label="1"),
    Block("Invites donors to give;", label="2"),
    Block("Decides to meet.", label="3"),
)


def table(data: bytes) -> docx.table.Table:
    (only,) = docx.Document(io.BytesIO(data)).tables
    return only


def test_each_column_holds_its_whole_text() -> None:
    rows = table(word_table.render(compare(OLD, NEW), date=DATE)).rows
    for column, blocks in ((0, OLD), (1, NEW)):
        cells = [row.cells[column].text for row in rows]
        for block in blocks:
            assert f"{block.label}\t{block.text}" in cells


def test_only_what_changed_is_marked() -> None:
    rows = table(word_table.render(compare(OLD, NEW), date=DATE)).rows
    runs = [run for row in rows for run in row.cells[1].paragraphs[0].runs]
    assert [run.text for run in runs if run.underline] == ["all ", "Decides to meet."]
    struck = [r for row in rows for r in row.cells[0].paragraphs[0].runs if r.font.strike]
    assert struck == []


def test_the_same_input_gives_the_same_bytes() -> None:
    first = word_table.render(compare(OLD, NEW), author="A", date=DATE)
    assert word_table.render(compare(OLD, NEW), author="A", date=DATE) == first


def test_side_by_side_to_a_word_file_is_a_table(tmp_path: Path) -> None:
    for name, word in (("a.md", "swim"), ("b.md", "walk")):
        (tmp_path / name).write_text(f"*The General Assembly*,\n\n1. *Urges* States to {word};\n")
    out = tmp_path / "table.docx"
    arguments = ["diff", str(tmp_path / "a.md"), str(tmp_path / "b.md"), "-o", str(out)]
    assert main([*arguments, "--format", "side-by-side", "--date", "2026-01-05"]) == 1
    assert table(out.read_bytes()).rows[0].cells[0].text == "a.md"


@pytest.mark.parametrize("blocks", [(), OLD])
def test_texts_alike_or_empty_give_a_table_too(blocks: tuple[Block, ...]) -> None:
    assert table(word_table.render(compare(blocks, blocks), date=DATE)).rows

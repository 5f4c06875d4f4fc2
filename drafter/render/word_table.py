"""A comparison side by side as a Word table: the old text left, the new text right.

For those who want to read two texts next to each other on paper. Nothing in it is a tracked change;
deleted words are struck through on the left, inserted words underlined on the right, so that it
reads without colour.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from drafter.diff.changes import Change, Diff, Op
from drafter.render.outline import CALL, Shown, Skipped, heading, outline, pieces
from drafter.spans import OBJECT, Block

if TYPE_CHECKING:
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_FONT = "Times New Roman"
_MARGIN = 54  # points
_DELETED, _INSERTED, _QUIET = (0xB0, 0x1E, 0x1E), (0x1A, 0x5F, 0x2E), (0x60, 0x60, 0x60)


def render(
    diff: Diff,
    *,
    old: str = "",
    new: str = "",
    context: int | None = None,
    author: str = "",
    date: datetime,
) -> bytes:
    """The comparison of the files `old` and `new` as a Word file on landscape paper."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt

    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(10)
    normal.paragraph_format.space_after = Pt(3)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Pt(_MARGIN)
    section.top_margin = section.bottom_margin = Pt(_MARGIN)
    properties = document.core_properties
    properties.author = properties.last_modified_by = author
    properties.created = properties.modified = date.replace(tzinfo=None)
    properties.title, properties.comments = f"{old} and {new}", ""

    table = document.add_table(rows=1, cols=2, style="Table Grid")
    for cell, name in zip(table.rows[0].cells, (old or "Old", new or "New"), strict=True):
        _write(cell.paragraphs[0], name, bold=True)
    _repeat_first_row(table)
    for item in outline(diff, context):
        _add(table, diff, item)
    file = io.BytesIO()
    document.save(file)
    return _same_bytes(file.getvalue())


def _repeat_first_row(table: Table) -> None:
    """Let Word print the names of the texts again at the head of each page."""
    from docx.oxml import OxmlElement

    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _add(table: Table, diff: Diff, item: Shown | Skipped) -> None:
    if isinstance(item, Skipped):
        _band(table, f"… {item.count} unchanged …")
        return
    if item.change.kind != "unchanged":
        _band(table, heading(diff, item))
    for change in item.changes:
        left, right = _new_row(table)
        _side(left, diff, change, diff.old, change.old, hidden="insert")
        _side(right, diff, change, diff.new, change.new, hidden="delete")


def _new_row(table: Table) -> tuple[_Cell, ...]:
    return table.add_row().cells  # type: ignore[no-any-return, no-untyped-call]


def _band(table: Table, words: str) -> None:
    """A line across both columns."""
    left, right = _new_row(table)
    _write(left.merge(right).paragraphs[0], words, colour=_QUIET)


def _side(
    cell: _Cell,
    diff: Diff,
    change: Change,
    blocks: Sequence[Block],
    indices: Sequence[int],
    *,
    hidden: Op,
) -> None:
    """One text of a change, with the marks that belong to it."""
    if not indices:
        return
    paragraph = cell.paragraphs[0]
    if _right_to_left(blocks[indices[0]].text):
        _turn(paragraph)
    if label := blocks[indices[0]].label:
        _write(paragraph, f"{label}\t")
    for op, text, style in pieces(diff, change):
        if op != hidden:
            colour = {"delete": _DELETED, "insert": _INSERTED}.get(op)
            words = text.replace(OBJECT, CALL)
            run = _write(paragraph, words, bold="bold" in style, colour=colour)
            run.italic = "italic" in style or None
            run.font.rtl = _right_to_left(words) or None
            run.font.strike = op == "delete" or None
            run.underline = op == "insert" or None


def _right_to_left(text: str) -> bool:
    """Whether the first letter of `text` says that it is read from right to left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((each for each in directions if each in ("L", "R", "AL")), "L") != "L"


def _turn(paragraph: Paragraph) -> None:
    from docx.oxml import OxmlElement

    layout = paragraph._p.get_or_add_pPr()
    after = ("w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr", "w:pPrChange")
    layout.insert_element_before(OxmlElement("w:bidi"), *after)  # type: ignore[arg-type]


def _write(
    paragraph: Paragraph,
    words: str,
    *,
    bold: bool = False,
    colour: tuple[int, int, int] | None = None,
) -> Run:
    from docx.shared import RGBColor

    run = paragraph.add_run(words)
    run.bold = bold or None
    if colour:
        run.font.color.rgb = RGBColor(*colour)
    return run


def _same_bytes(data: bytes) -> bytes:
    """The package without the moment at which it was zipped."""
    from drafter.word.package import Package

    return Package.open(data).save()

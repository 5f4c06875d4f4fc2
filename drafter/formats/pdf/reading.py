"""Puts a PDF's printed lines together as a document, with the readers of official text."""

from __future__ import annotations

from drafter.errors import ReadError
from drafter.formats.official import assemble, sections
from drafter.formats.official.footnotes import Note
from drafter.formats.official.lines import Line
from drafter.formats.pdf import engine, paragraphs, printed, zones
from drafter.formats.reading import Reading
from drafter.grammar.enacting import is_enacting
from drafter.model import Call, Document


def read(data: bytes, name: str = "") -> Reading[Document]:
    """The document in a PDF: its resolutions and decisions, and the text around them."""
    pages = engine.pages(data, name)
    found = [printed.lines(page, number) for number, page in enumerate(pages)]
    if not any(line.text.strip() for page in found for line in page):
        hint = "it may be a scan: read its text by OCR and give drafter that"
        raise ReadError(f"{name}: this PDF holds no text", hint=hint)
    divided = zones.divide(pages, found)
    signs = {zones.label(group) for group in divided.notes}
    body = [zones.settled(line, signs) for line in divided.body]
    above = next((at for at, line in enumerate(body) if is_enacting(line.text)), 0)
    body[:above] = [zones.starred(line, signs) for line in body[:above]]
    blocks = paragraphs.blocks(body, pages[0].height)
    lines = paragraphs.lines(blocks)
    notes = _notes(divided, blocks, lines)
    cut = sections.cut(tuple(lines))
    return assemble.document(cut, notes, tuple(divided.furniture), wrapped=False, typeset=True)


def _notes(
    divided: zones.Zones, blocks: list[paragraphs.Block], lines: list[Line]
) -> tuple[Note, ...]:
    """The notes, each at the line that calls it."""
    return tuple(zones.note(group, _called_at(group, blocks, lines)) for group in divided.notes)


def _called_at(
    group: list[printed.Printed], blocks: list[paragraphs.Block], lines: list[Line]
) -> int:
    page, label = group[0].page, zones.label(group)
    last = 1
    for block, line in zip(blocks, lines, strict=True):
        if block.lines[0].page > page:
            break
        last = line.number
        if page in block.pages and Call(label) in line.content:
            return line.number
    return last

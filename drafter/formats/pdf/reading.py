"""Puts a PDF's printed lines together as a document, with the readers of official text."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.errors import ReadError
from drafter.formats.official import assemble, markup, working
from drafter.formats.official import lines as official
from drafter.formats.official.footnotes import Note
from drafter.formats.official.lines import Line
from drafter.formats.pdf import engine, paragraphs, printed, tables, zones
from drafter.formats.reading import Reading
from drafter.grammar.enacting import is_enacting, names, same
from drafter.model import Call, Document, Table, Text, plain

_MASTHEAD = 10  # lines that a masthead may have
_BESIDE = 5  # of them may stand between the halves of the organ's name


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
    blocks = paragraphs.blocks(list(tables.parted(body, above + 1)), pages[0].height)
    lines, said = paragraphs.lines(blocks)
    blocks, lines = _with_organ(blocks, lines)
    notes = _notes(divided, blocks, lines)
    held = [table for block in blocks for table in block.tables]
    language = official.language(lines)
    cut, labelled = working.cut(_signed(blocks, lines) if held else lines, language)
    furniture = tuple(divided.furniture)
    made = assemble.document(cut, notes, furniture, wrapped=False, language=language, typeset=True)
    made = replace(made, notes=(*said, *labelled, *made.notes))
    return _with_tables(made, held) if held else made


def _with_organ(
    blocks: list[paragraphs.Block], lines: list[Line]
) -> tuple[list[paragraphs.Block], list[Line]]:
    """The organ of the masthead as one line: its name may stand on two, beside the other facts."""
    for at, line in enumerate(lines[:_MASTHEAD]):
        for other in range(at + 1, min(at + _BESIDE, len(lines))) if blocks[at].head else ():
            if any(same(f"{line.text} {lines[other].text}", name) for name in names()):
                whole = replace(line, content=markup.join(line.content, lines[other].content))
                kept = [*lines[:at], whole, *lines[at + 1 : other], *lines[other + 1 :]]
                return [*blocks[:other], *blocks[other + 1 :]], kept
    return blocks, lines


def _signed(blocks: list[paragraphs.Block], lines: list[Line]) -> list[Line]:
    """`lines` with a sign for each table in the last space of the line before it.

    There it disturbs no rule about beginnings and ends, and falls back to a space.
    """
    from drafter.formats.docx import back

    made: list[Line] = []
    count = 0
    for block, line in zip(blocks, lines, strict=True):
        made.append(line)
        for _ in block.tables:
            made[-1:] = _with_sign(made[-1], back.sign(count))
            count += 1
    return made


def _with_sign(line: Line, sign: str) -> list[Line]:
    content = list(line.content)
    for at in range(len(content) - 1, -1, -1):
        inline = content[at]
        if isinstance(inline, Text) and (space := inline.text.rfind(" ")) > 0:
            words = f"{inline.text[:space]}{sign}{inline.text[space + 1 :]}"
            content[at] = replace(inline, text=words)
            return [replace(line, content=tuple(content))]
    return [line, Line((Text(sign),), line.number, gap=True)]


def _with_tables(made: Reading[Document], held: list[Table]) -> Reading[Document]:
    """`made` with every sign as the table it stands for."""
    from drafter.formats.docx import back

    def told(match: re.Match[str]) -> str:
        cells = [plain(cell) for row in held[int(match[1])].rows for cell in row]
        return f" {' '.join(filter(None, cells))} "

    resolutions = tuple(back.with_tables(each, held) for each in made.value.resolutions)
    rest = tuple(
        replace(passage, text=" ".join(back.SIGN.sub(told, passage.text).split()))
        for passage in made.value.rest
    )
    return replace(made, value=Document(resolutions, rest))


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

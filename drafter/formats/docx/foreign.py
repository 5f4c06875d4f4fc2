"""Reads Word files by others, whose styles mean nothing: paragraphs become lines of official text.

Numbers are resolved as Word shows them and put back as typed; what each line is, is decided by the
readers of official text. Tables ride along as a sign in a line and come back as tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from drafter.formats.docx import brackets, calls, runs
from drafter.formats.docx.brackets import Flat, Piece
from drafter.formats.official import assemble, labels, markup, sections
from drafter.formats.official.footnotes import Note
from drafter.formats.official.lines import Line
from drafter.formats.reading import Reading
from drafter.model import (
    Annex,
    Call,
    Document,
    Heading,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Passage,
    Resolution,
    Table,
    Text,
    normal,
    plain,
)
from drafter.word import story
from drafter.word.numbering import Number, Numbering
from drafter.word.package import Package
from drafter.word.xml import Element, is_on, w

# A table stands in the lines as this sign: its number between two characters no text has.
_SIGN = re.compile("\ue0f0(\\d+)\ue0f1")
_HEADING_STYLE = re.compile(r"(?:heading|title|titre|titulo)\s*(\d)?", re.I)
_FURNITURE = re.compile(r"(?:please recycle.*|page \d+|\d{1,3}(?:/\d{1,3})?|[*0-9-]{6,})\s*", re.I)


@dataclass
class _Reader:
    notes: calls.Notes
    numbering: Numbering
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    footnotes: list[Note] = field(default_factory=list)
    known: set[tuple[str, str, str]] = field(default_factory=set)  # notes already taken
    furniture: list[str] = field(default_factory=list)


def read(package: Package, notes: calls.Notes, numbering: Numbering) -> Reading[Document]:
    """The document in a Word file: its resolutions and decisions, and the text around them."""
    reader = _Reader(notes, numbering)
    _headers(package, reader)
    for item in story.flow(story.body(package).container):
        _item(item, reader)
    cut = sections.cut(tuple(reader.lines))
    if not cut.sections:
        return Reading(Document((), tuple(_passages(reader))), (), tuple(reader.furniture))
    found = assemble.document(cut, tuple(reader.footnotes), tuple(reader.furniture), wrapped=False)
    resolutions = tuple(_with_tables(r, reader.tables) for r in found.value.resolutions)
    rest = tuple(
        replace(passage, text=_SIGN.sub(lambda m: _cells(reader, m), passage.text))
        for passage in found.value.rest
    )
    return replace(found, value=Document(resolutions, rest))


def _headers(package: Package, reader: _Reader) -> None:
    """The text of the headers: of a first page its facts, of later pages the symbol at most."""
    found = [each for each in story.headers(package) if each.kind == "header"]
    first = [each for each in found if each.name == "first"][:1]
    said: set[str] = set()
    for header in first or found[:1]:
        for paragraph in story.paragraphs(header.container):
            flat = runs.flat(paragraph, reader.notes.seen)
            words = runs.line(flat)
            if words and not _FURNITURE.fullmatch(words):
                said.add(words)
                _line(reader, markup.without_emphasis(brackets.nest(flat)))
    for header in found:
        for paragraph in story.paragraphs(header.container):
            words = runs.line(runs.flat(paragraph, reader.notes.seen))
            if words and words not in said:
                said.add(words)
                reader.furniture.append(words)


def _line(reader: _Reader, content: Inlines, heading: int = 0) -> None:
    if content:
        reader.lines.append(Line(content, len(reader.lines) + 1, gap=True, heading=heading))


def _item(item: story.Paragraph | story.Table, reader: _Reader) -> None:
    if isinstance(item, story.Table):
        _table(item, reader)
        return
    paragraph = item.element
    number = reader.numbering.next(paragraph)
    flat = runs.flat(paragraph, reader.notes.seen)
    heading = _heading_level(paragraph, reader)
    for index, part in enumerate(_parts(flat)):
        content = brackets.nest(part)
        if heading:
            content = markup.without_emphasis(content)
        if index == 0:
            content = _numbered(content, number)
        _line(reader, content, heading)
    _take_notes(paragraph, reader)
    for box in story.text_boxes(paragraph):
        for inner in story.flow(box):
            _item(inner, reader)


def _parts(flat: list[Flat]) -> Iterator[list[Flat]]:
    """`flat`, cut at its line break where that parts a meeting from its date."""
    first, at = runs.words(flat).strip().partition("\n")[0], 0
    if "\n" not in runs.words(flat).strip() or not labels.is_meeting(first.strip()):
        yield flat
        return
    part: list[Flat] = []
    for piece in flat:
        if isinstance(piece, Piece) and "\n" in piece.text and at < 5:
            *before, last = piece.text.split("\n")
            for words in before:
                yield [*part, replace(piece, text=words)]
                part = []
            part.append(replace(piece, text=last))
        else:
            part.append(piece)
    yield part


def _numbered(content: Inlines, number: Number | None) -> Inlines:
    """`content` with its automatic number typed before it, in a form that readers know."""
    if number is None or number.form == "bullet" or not content:
        return content
    label = number.text
    if labels.label(f"{label} X") is None and (core := label.strip("(). ")):
        label = f"{core}." if core.isdecimal() else f"({core})" if core.isalpha() else label
    return normal((Text(f"{label} "), *content))


def _heading_level(paragraph: Element, reader: _Reader) -> int:
    """The outline level of a heading, 0 for a paragraph of text."""
    styles = reader.notes.seen.styles
    properties = paragraph.find(w("pPr"))
    own = properties.find(w("outlineLvl")) if properties is not None else None
    style = styles.paragraph_style(paragraph)
    level = own if own is not None else styles.paragraph_property(style, "outlineLvl")
    value = level.get(w("val"), "9") if level is not None else "9"
    if value.isdecimal() and int(value) < 9:
        return int(value) + 1
    match = _HEADING_STYLE.match(styles.name(style))
    return int(match[1] or 1) if match else 0


def _take_notes(element: Element, reader: _Reader) -> None:
    """The notes that `element` calls, at the line last written."""
    line = len(reader.lines) or 1
    for reference in element.iter(w("footnoteReference"), w("endnoteReference")):
        if reference not in reader.notes.ids:
            continue
        label = reader.notes.seen.notes[reference]
        key = (*reader.notes.ids[reference], label)
        if key not in reader.known:
            reader.known.add(key)
            note = reader.notes.footnote(reference, label)
            reader.footnotes.append(Note(label, note.content, line))


def _table(item: story.Table, reader: _Reader) -> None:
    """A table: one of a masthead as lines, any other as a sign that stands for it."""
    rows = tuple(tuple(_cell(cell, reader) for cell in row.cells) for row in item.rows)
    words = " ".join(plain(cell) for row in rows for cell in row)
    if len(reader.lines) < 12 and ("Distr" in words or "United Nations" in words):
        for row in item.rows:
            for cell in row.cells:
                for inner in story.flow(cell.element):
                    _item(inner, reader)
        return
    if words.strip():
        _line(reader, (Text(f"\ue0f0{len(reader.tables)}\ue0f1"),))
        reader.tables.append(Table(rows))
        _take_notes(item.element, reader)


def _cell(cell: story.Cell, reader: _Reader) -> Inlines:
    properties = cell.element.find(w("tcPr"))
    merge = properties.find(w("vMerge")) if properties is not None else None
    if merge is not None and merge.get(w("val")) != "restart" and is_on(merge):
        return ()
    flat: list[Flat] = []
    for paragraph in story.paragraphs(cell.element):
        more = runs.flat(paragraph, reader.notes.seen)
        if number := reader.numbering.next(paragraph):
            more = [Piece(f"{number.text} "), *more]
        flat += [Piece(" "), *more] if flat else more
    return brackets.nest(flat)


# Tables back in their places.


def _with_tables(resolution: Resolution, tables: list[Table]) -> Resolution:
    if not tables:
        return resolution
    return replace(
        resolution,
        title=tuple(_unsigned(resolution.title)),
        preamble=tuple(_items(resolution.preamble, tables)),
        operative=tuple(_items(resolution.operative, tables)),
        annexes=tuple(_annex(annex, tables) for annex in resolution.annexes),
    )


def _annex(annex: Annex, tables: list[Table]) -> Annex:
    title = plain(annex.title)
    moved = [tables[int(m[1])] for m in _SIGN.finditer(title)]
    left = normal(_unsigned(annex.title))
    return Annex(annex.label, left, (*moved, *_items(annex.items, tables)))


def _items(items: tuple[Item, ...], tables: list[Table]) -> Iterator[Item]:
    """`items` with each table right after the paragraph in which its sign stands."""
    for item in items:
        if isinstance(item, Table):
            yield item
            continue
        signs: list[Table] = []
        left = _without_signs(item, signs, tables)
        if left.content or (isinstance(left, Paragraph) and (left.children or left.closing)):
            yield left
        yield from signs


def _without_signs(
    item: Paragraph | Heading, signs: list[Table], tables: list[Table]
) -> Paragraph | Heading:
    signs += [tables[int(m[1])] for m in _SIGN.finditer(plain(item.content))]
    content = normal(_unsigned(item.content))
    if isinstance(item, Heading):
        return replace(item, content=content)
    children = []
    for child in item.children:
        left = _without_signs(child, signs, tables)
        if isinstance(left, Paragraph) and (left.content or left.children or left.closing):
            children.append(left)
    signs += [tables[int(m[1])] for m in _SIGN.finditer(plain(item.closing))]
    closing = normal(_unsigned(item.closing))
    return replace(item, content=content, children=tuple(children), closing=closing)


def _unsigned(content: Inlines) -> Iterator[Inline]:
    for inline in content:
        if isinstance(inline, Text):
            yield replace(inline, text=_SIGN.sub(" ", inline.text))
        else:
            yield inline


# A file that is no resolution.


def _passages(reader: _Reader) -> Iterator[Passage]:
    for line in reader.lines:
        words = _words(line.content)
        yield Passage(_SIGN.sub(lambda m: _cells(reader, m), words), line.number)
    for note in reader.footnotes:
        yield Passage(f"{note.label} {_words(note.content)}".strip(), note.line)


def _words(content: Inlines) -> str:
    """The words of `content` with its calls, as the passages of every reader have them."""
    return "".join(f"[^{i.label}]" if isinstance(i, Call) else plain((i,)) for i in content)


def _cells(reader: _Reader, match: re.Match[str]) -> str:
    rows = reader.tables[int(match[1])].rows
    return " ".join(filter(None, (plain(cell) for row in rows for cell in row)))

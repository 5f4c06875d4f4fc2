"""Reads Word files by others, whose styles mean nothing: paragraphs become lines of official text.

Numbers are resolved as Word shows them and put back as typed; what each line is, is decided by the
readers of official text. Tables ride along as a sign in a line and come back as tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from drafter.footnotes import relabel
from drafter.formats.docx import back, brackets, calls, furniture, names, runs, typed
from drafter.formats.docx.brackets import Flat, Piece
from drafter.formats.official import assemble, labels, markup, sections, working
from drafter.formats.official import lines as official
from drafter.formats.official.footnotes import Note
from drafter.formats.official.lines import Line
from drafter.formats.reading import Reading
from drafter.grammar import enacting
from drafter.model import (
    Call,
    Document,
    Inlines,
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

_SPONSORS = re.compile(r": ?(?:revised )?draft (?:resolution|decision)\W*$", re.I)
_HEAD = 12  # lines that a masthead's table may follow, items that it may precede
_CLAUSE = 300  # letters of an enacting clause
_FIRST_LABEL = 90_000  # no printed number is so high: it can be told from digits in the text
_OWN = re.compile(r"(?<=\[\^)9\d{4}(?=\])|^9\d{4}(?= )")
_HEADING_STYLE = re.compile(r"(?:heading|title|titre|titulo)\s*(\d)?", re.I)
_FURNITURE = re.compile(r"(?:please recycle.*|page \d+|\d{1,3}(?:/\d{1,3})?|[*0-9-]{6,})\s*", re.I)


@dataclass
class _Reader:
    notes: calls.Notes
    numbering: Numbering
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    footnotes: list[Note] = field(default_factory=list)
    taken: set[tuple[str, str]] = field(default_factory=set)  # notes, by kind and id
    labels: dict[str, str] = field(default_factory=dict)  # our label of a note → the printed one
    furniture: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def read(package: Package, notes: calls.Notes, numbering: Numbering) -> Reading[Document]:
    """The document in a Word file: its resolutions and decisions, and the text around them."""
    reader = _Reader(notes, numbering)
    _own_labels(reader)
    _headers(package, reader)
    flow = story.flow(story.body(package).container)
    above = _above(flow)
    for at, item in enumerate(flow):
        _item(item, reader, above=above - _HEAD <= at < above)
    lines, said = typed.plainer(reader.lines)
    language = official.language(lines)
    cut, labelled = working.cut(lines, language)
    if not cut.sections:
        passages = tuple(_passages(reader))
        return Reading(Document((), passages), tuple(reader.said), tuple(reader.furniture))
    heads = [names.of(section, lines) for section in cut.sections]
    taken = frozenset().union(*(head.lines for head in heads))
    rest = tuple(line for line in cut.rest if line.number not in taken)
    cut = sections.Cut(tuple(head.section for head in heads), rest)
    found = assemble.document(
        cut, tuple(reader.footnotes), tuple(reader.furniture), wrapped=False, language=language
    )
    resolutions = tuple(
        _labelled(back.with_tables(head.given(resolution), reader.tables), reader)
        for head, resolution in zip(heads, found.value.resolutions, strict=True)
    )
    reports = (
        Passage(plain(resolution.title))
        for head, resolution in zip(heads, found.value.resolutions, strict=True)
        if head.title and resolution.title
    )
    passages = tuple(_plain_passage(each, reader) for each in (*reports, *found.value.rest))
    notes_on_it = (*said, *labelled, *found.notes, *reader.said)
    return replace(found, value=Document(resolutions, passages), notes=notes_on_it)


def _headers(package: Package, reader: _Reader) -> None:
    """The text of the headers: of a first page its facts, of later pages the symbol at most."""
    found = [each for each in story.headers(package) if each.kind == "header"]
    first = [each for each in found if each.name == "first"][:1]
    said: set[str] = set()
    for header in first or found[:1]:
        for paragraph in story.all_paragraphs(header.container):
            flat = runs.flat(paragraph, reader.notes.seen)
            words = runs.line(flat)
            if words and not _FURNITURE.fullmatch(words):
                said.add(words)
                _line(reader, markup.without_emphasis(brackets.nest(flat)))
    reader.furniture.extend(furniture.left(package, reader.notes.seen, said))


def _line(reader: _Reader, content: Inlines, heading: int = 0) -> None:
    if content:
        reader.lines.append(Line(content, len(reader.lines) + 1, gap=True, heading=heading))


def _above(flow: story.Flow) -> int:
    """How many items stand above the first enacting clause, 0 where there is none."""
    for at, item in enumerate(flow):
        if isinstance(item, story.Paragraph) and _enacts(item.element):
            return at
    return 0


def _enacts(paragraph: Element) -> bool:
    words = "".join(each.text or "" for each in paragraph.iter(w("t")))
    return len(words) < _CLAUSE and enacting.is_enacting(words.strip())


def _item(item: story.Paragraph | story.Table, reader: _Reader, *, above: bool = False) -> None:
    """Read `item`, which stands `above` the enacting clause or not."""
    if isinstance(item, story.Table):
        _table(item, reader, above=above)
        return
    paragraph = item.element
    number = reader.numbering.next(paragraph)
    flat = runs.flat(paragraph, reader.notes.seen)
    heading = _heading_level(paragraph, reader)
    for index, part in enumerate(typed.parts(flat)):
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
        key = reader.notes.ids.get(reference)
        if key is not None and key not in reader.taken:
            reader.taken.add(key)
            label = reader.notes.seen.notes[reference]
            note = reader.notes.footnote(reference, label)
            reader.footnotes.append(Note(label, note.content, line))


def _own_labels(reader: _Reader) -> None:
    """Label every note anew, for numbers may begin again in each section of a file.

    Signs such as `*` stay: they tell notes to the sponsor line.
    """
    seen = reader.notes.seen
    own: dict[tuple[str, str], str] = {}
    for reference, key in reader.notes.ids.items():
        printed = seen.notes[reference]
        if printed.isalnum():
            own.setdefault(key, str(_FIRST_LABEL + len(own)))
            reader.labels[own[key]] = printed
            seen.notes[reference] = own[key]
    by_label = {printed: label for label, printed in reader.labels.items()}
    for name, printed in seen.bookmarks.items():
        seen.bookmarks[name] = by_label.get(printed, printed)


def _labelled(resolution: Resolution, reader: _Reader) -> Resolution:
    """`resolution` with the printed labels; one that comes again is the next free number."""
    printed: dict[str, str] = {}
    for note in resolution.footnotes:
        label = reader.labels.get(note.label, note.label)
        if label in printed.values():
            numbers = [int(each) for each in printed.values() if each.isdecimal()]
            reader.said.append(f"a second footnote {label} is now {max(numbers, default=0) + 1}")
            label = str(max(numbers, default=0) + 1)
        printed[note.label] = label
    if not resolution.footnotes:
        return resolution
    return relabel(resolution, {**reader.labels, **printed})


def _plain_passage(passage: Passage, reader: _Reader) -> Passage:
    text = back.SIGN.sub(lambda match: _cells(reader, match), passage.text)
    return replace(passage, text=_OWN.sub(lambda m: reader.labels.get(m[0], m[0]), text))


def _table(item: story.Table, reader: _Reader, *, above: bool) -> None:
    """A table: one of a masthead, or around a text, as lines; any other as a sign for it."""
    rows = tuple(tuple(_cell(cell, reader) for cell in row.cells) for row in item.rows)
    words = " ".join(plain(cell) for row in rows for cell in row)
    head = len(reader.lines) < _HEAD and ("Distr" in words or "United Nations" in words)
    if place := _place_of_text(item):
        _matrix(item, rows, place, reader)
    elif head or above:
        for row, cells in zip(item.rows, rows, strict=True):
            if _SPONSORS.search(line := " ".join(map(plain, cells))):
                _line(reader, normal((Text(line),)))
                _take_notes(row.element, reader)
                continue
            for cell in row.cells:
                for inner in story.flow(cell.element):
                    _item(inner, reader, above=above)
    elif words.strip():
        _line(reader, (Text(back.sign(len(reader.tables))),))
        reader.tables.append(Table(rows))
        _take_notes(item.element, reader)


def _place_of_text(item: story.Table) -> tuple[int, int] | None:
    """The row and column in which a text begins, inside a border or beside remarks."""
    for at, row in enumerate(item.rows):
        for column, cell in enumerate(row.cells):
            if any(map(_enacts, story.paragraphs(cell.element))):
                return at, column
    return None


def _matrix(
    item: story.Table,
    rows: tuple[tuple[Inlines, ...], ...],
    place: tuple[int, int],
    reader: _Reader,
) -> None:
    """A table with a text in one of its columns; the columns' heads and remarks are told."""
    start, column = place
    for number, (row, cells) in enumerate(zip(item.rows, rows, strict=True)):
        is_head = number < start and sum(map(bool, cells)) > 1
        for at, cell in enumerate(row.cells):
            if at == min(column, len(row.cells) - 1) and not is_head:
                for inner in story.flow(cell.element):
                    _item(inner, reader)
            elif words := plain(cells[at]):
                reader.said.append(f"beside the text: “{words}”")
                _take_notes(cell.element, reader)


def _cell(cell: story.Cell, reader: _Reader) -> Inlines:
    properties = cell.element.find(w("tcPr"))
    merge = properties.find(w("vMerge")) if properties is not None else None
    if merge is not None and merge.get(w("val")) != "restart" and is_on(merge):
        return ()
    flat: list[Flat] = []
    for paragraph in story.all_paragraphs(cell.element):
        more = runs.flat(paragraph, reader.notes.seen)
        if number := reader.numbering.next(paragraph):
            more = [Piece(f"{number.text} "), *more]
        flat += [Piece(" "), *more] if flat else more
    return brackets.nest(flat)


# A file that is no resolution.


def _passages(reader: _Reader) -> Iterator[Passage]:
    for line in reader.lines:
        words = _words(line.content)
        yield _plain_passage(Passage(words, line.number), reader)
    for note in reader.footnotes:
        words = f"{note.label} {_words(note.content)}".strip()
        yield _plain_passage(Passage(words, note.line), reader)


def _words(content: Inlines) -> str:
    """The words of `content` with its calls, as the passages of every reader have them."""
    return "".join(f"[^{i.label}]" if isinstance(i, Call) else plain((i,)) for i in content)


def _cells(reader: _Reader, match: re.Match[str]) -> str:
    rows = reader.tables[int(match[1])].rows
    return " ".join(filter(None, (plain(cell) for row in rows for cell in row)))

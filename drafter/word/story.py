"""The stories of a Word file: what flows where, paragraph by paragraph, with ways back to the XML.

A story is one flow: the body, a note, a header, a footer, a text box. A flow holds paragraphs and
tables; a cell is a flow of its own. Content controls are looked through. Reads only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drafter.word.package import Package
from drafter.word.xml import MC_NS, Element, names, r, w

NoteKind = Literal["footnote", "endnote"]
KINDS: tuple[NoteKind, ...] = ("footnote", "endnote")
StoryKind = Literal["body", "footnote", "endnote", "header", "footer", "text box"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A `w:p` of a flow."""

    element: Element


@dataclass(frozen=True, slots=True)
class Cell:
    """A `w:tc`, a flow of its own."""

    element: Element


@dataclass(frozen=True, slots=True)
class Row:
    """A `w:tr` and its cells."""

    element: Element
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A `w:tbl` and its rows."""

    element: Element
    rows: tuple[Row, ...]


Flow = tuple[Paragraph | Table, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One flow of a file: `container` holds it, `part` holds the container."""

    kind: StoryKind
    part: str
    container: Element
    name: str = ""  # a note's id; a header's kind: "default", "first", "even"
    section: int = 0  # which section a header belongs to


def flow(container: Element) -> Flow:
    """The paragraphs and tables of a body, cell, note, header or text box, in order."""
    return tuple(_flow(container))


def _flow(container: Element) -> Iterator[Paragraph | Table]:
    for child in container:
        tag = child.tag
        if tag == _P:
            yield Paragraph(child)
        elif tag == _TBL:
            yield Table(child, tuple(_rows(child)))
        elif tag in _THROUGH:
            yield from _flow(child)
        elif tag == _ALTERNATE:
            for choice in list(child)[:1]:
                yield from _flow(choice)


def _rows(table: Element) -> Iterator[Row]:
    for child in table:
        if child.tag == _TR:
            yield Row(child, tuple(_cells(child)))
        elif child.tag in _THROUGH:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Cell]:
    for child in row:
        if child.tag == _TC:
            yield Cell(child)
        elif child.tag in _THROUGH:
            yield from _cells(child)


def paragraphs(container: Element) -> Iterator[Element]:
    """Every `w:p` of a flow, those in its tables too, text boxes left out."""
    for item in _flow(container):
        yield from paragraphs_of(item)


def paragraphs_of(item: Paragraph | Table) -> Iterator[Element]:
    """The `w:p` of `item`: its own, or every one in the cells of a table."""
    if isinstance(item, Paragraph):
        yield item.element
    else:
        for row in item.rows:
            for cell in row.cells:
                yield from paragraphs(cell.element)


def all_paragraphs(container: Element) -> Iterator[Element]:
    """Every `w:p` of a flow, each followed by those of the text boxes that hang on it."""
    for paragraph in paragraphs(container):
        yield paragraph
        for box in text_boxes(paragraph):
            yield from all_paragraphs(box)


def body(package: Package) -> Story:
    """The body of the document."""
    found = package.part(package.main).find(_BODY)
    if found is None:
        found = package.part(package.main)
    return Story("body", package.main, found)


def notes(package: Package, kind: NoteKind) -> dict[str, Story]:
    """The footnotes or endnotes by id, in the part's order, separators left out."""
    found: dict[str, Story] = {}
    for part in package.related(package.main, f"{kind}s")[:1]:
        for element in package.part(part):
            if element.tag == w(kind) and element.get(w("type"), "normal") == "normal":
                found.setdefault(element.get(w("id"), ""), Story(kind, part, element))
    return found


def headers(package: Package) -> tuple[Story, ...]:
    """The headers and footers in the order of the sections that show them, each part once."""
    found, seen = [], set()
    relations = {relation.id: relation for relation in package.relationships(package.main)}
    for section, properties in enumerate(sections(package)):
        for kind in ("header", "footer"):
            for reference in properties.findall(w(f"{kind}Reference")):
                relation = relations.get(reference.get(r("id"), ""))
                shown = reference.get(w("type"), "default")
                if relation is None or relation.target not in package:
                    continue
                if (relation.target, shown) in seen:
                    continue
                seen.add((relation.target, shown))
                root = package.part(relation.target)
                found.append(Story(kind, relation.target, root, shown, section))
    return tuple(found)


def sections(package: Package) -> tuple[Element, ...]:
    """The `w:sectPr` of each section in order, those of earlier versions left out."""
    found = body(package).container.iter(w("sectPr"))
    return tuple(e for e in found if (up := e.getparent()) is None or up.tag != _SECTION_CHANGE)


def text_boxes(element: Element) -> tuple[Element, ...]:
    """The contents of the text boxes in `element`, each once, boxes within boxes left out.

    Word writes a box twice, for new readers and for old ones (`mc:Fallback`): the new one counts.
    """
    found = []
    for box in element.iter(_BOX):
        above = []
        for ancestor in box.iterancestors():
            if ancestor is element:
                break
            above.append(ancestor.tag)
        if _FALLBACK not in above and _BOX not in above:
            found.append(box)
    return tuple(found)


_P, _TBL, _TR, _TC, _BODY = w("p"), w("tbl"), w("tr"), w("tc"), w("body")
_BOX, _SECTION_CHANGE = w("txbxContent"), w("sectPrChange")
_THROUGH = names("sdt sdtContent customXml smartTag ins moveTo")
_ALTERNATE = f"{{{MC_NS}}}AlternateContent"
_FALLBACK = f"{{{MC_NS}}}Fallback"

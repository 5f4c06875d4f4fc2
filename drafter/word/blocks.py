"""A Word file as the comparison sees it: every paragraph of every story, with label and place.

A number typed before a tab, or given by Word's own numbering, is the label and no part of the
text. What is not looked into is named by `not_compared`, never dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from drafter.spans import Block, BlockKind, Span
from drafter.word.formatting import paragraph_key
from drafter.word.inline import Content, content
from drafter.word.numbering import Numbering
from drafter.word.package import Package
from drafter.word.revisions import accept_all, authors
from drafter.word.story import KINDS, Paragraph, body, flow, headers, notes, text_boxes
from drafter.word.styles import Styles
from drafter.word.xml import Element, w

# A number or letter typed at the start of a paragraph, up to where its words begin.
_LABEL = re.compile(
    r"\s*(?:\((?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6})\)|"
    r"(?:\d{1,3}(?:\.(?:\d{1,3}|[IVXL]{1,6})){0,3}|[A-Za-z]|[ivxl]{1,6}|[IVXL]{1,6})\.?)"
    r"(?:\s?(?:bis|ter|quater|quinquies|alt))?\t[\t ]*"
    r"|\s*(?:\d{1,3}\.|\((?:[a-z]|[ivx]{1,4})\))[ \u00a0]+(?=\S)"
    r"|\s*\d{1,3}/\d{1,3}\.\t[\t ]*"  # before a title, the number of the resolution
)
_CALLS = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
# Parts whose words the comparison does not read, and what a user calls them.
_UNREAD = {
    "comments": "comments",
    "glossaryDocument": "building blocks",
    "chart": "the inside of charts",
    "diagramData": "the inside of diagrams",
    "oleObject": "embedded objects",
    "package": "embedded files",
    "aFChunk": "imported chunks",
}


def typed_label(text: str) -> str:
    """The typed number at the start of a paragraph's words, with the space behind it."""
    found = _LABEL.match(text)
    return found.group() if found else ""


def blocks(package: Package) -> tuple[Block, ...]:
    """The blocks of the body, its notes, headers, footers and text boxes, changes accepted."""
    if authors(package):
        package = accept_all(package)
    return tuple(_Reader(package).read())


def not_compared(package: Package) -> tuple[str, ...]:
    """What `blocks` does not look into, in the words of a user."""
    kinds = {
        relation.kind
        for part in package.names
        if not part.endswith(".rels")
        for relation in package.relationships(part)
    }
    return tuple(said for kind, said in _UNREAD.items() if kind in kinds)


def _place(label: str, number: int) -> str:
    return f"paragraph {label.removesuffix('.')}" if label else f"unnumbered paragraph {number}"


class _Reader:
    """Goes through the stories in reading order; notes come in the order of their calls."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles.of(package)
        self.numbering = Numbering.of(package, self.styles)
        self.calls: list[tuple[str, str]] = []
        self.boxes: list[Element] = []

    def read(self) -> Iterator[Block]:
        yield from self._flow(body(self.package).container, "", "paragraph")
        known = {kind: notes(self.package, kind) for kind in KINDS}
        for kind in KINDS:
            ids = [note for called, note in self.calls if called == kind]
            for number, note in enumerate(dict.fromkeys(ids), start=1):
                if note in known[kind]:
                    yield from self._flow(known[kind][note].container, f"{kind} {number}", kind)
        for story in headers(self.package):
            shown = "" if story.name == "default" else f"{story.name} page "
            kind_: BlockKind = "header" if story.kind == "header" else "footer"
            yield from self._flow(story.container, f"{shown}{kind_}", kind_)
        for number, box in enumerate(self.boxes, start=1):
            yield from self._flow(box, f"text box {number}", "paragraph")

    def _flow(self, container: Element, place: str, kind: BlockKind) -> Iterator[Block]:
        paragraphs = tables = 0
        for item in flow(container):
            if isinstance(item, Paragraph):
                paragraphs += 1
                yield self._block(item.element, place, paragraphs, kind)
                continue
            tables += 1
            inside = f"{place}, " if place else ""
            for i, row in enumerate(item.rows, start=1):
                for j, cell in enumerate(row.cells, start=1):
                    where = f"{inside}table {tables}, row {i}, cell {j}"
                    yield from self._flow(cell.element, where, "cell")

    def _block(self, element: Element, place: str, number: int, kind: BlockKind) -> Block:
        read = content(element)
        for piece in read.pieces:
            called = _CALLS.get(str(piece.element.tag))
            if called:
                self.calls.append((called, piece.element.get(w("id"), "")))
            elif piece.identity:
                self.boxes.extend(text_boxes(piece.element))
        typed = typed_label(read.text)
        automatic = self.numbering.next(element)
        label = typed.strip() or (automatic.text if automatic else "")
        return Block(
            text=read.text[len(typed) :],
            label=label.removesuffix("."),
            place=place or _place(label, number),
            kind=kind,
            level=automatic.level if automatic else 0,
            spans=tuple(self._spans(element, read, len(typed))),
            objects=read.objects(),
            style=repr(paragraph_key(element.find(w("pPr")))),
        )

    def _spans(self, element: Element, read: Content, skipped: int) -> Iterator[Span]:
        """The italic and bold stretches of the text, as its styles and its runs make them."""
        style = self.styles.paragraph_style(element)
        look: Callable[[Element | None], str] = lambda run: self._look(run, style)  # noqa: E731
        shown = [(look(p.run), p.start, p.end) for p in read.pieces if p.text and p.end > skipped]
        for name, group in groupby(shown, key=lambda each: each[0]):
            stretch = list(group)
            if name:
                start = max(stretch[0][1] - skipped, 0)
                yield Span(start, stretch[-1][2] - skipped, name)

    def _look(self, run: Element | None, style: str) -> str:
        look = self.styles.look(run, style)
        return " ".join(n for n, on in (("bold", look.bold), ("italic", look.italic)) if on)

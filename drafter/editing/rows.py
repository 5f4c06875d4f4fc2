"""A resolution as rows, one a line of the outline, and back.

The tree of paragraphs is what a draft means; rows are how one walks through it with a cursor and
takes it apart. `build(rows(r), r) == r`. Nothing here decides what an edit does: see `operations`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from drafter.grammar.numbering import walk
from drafter.model import (
    Annex,
    Footnote,
    Heading,
    Inlines,
    Item,
    Paragraph,
    Resolution,
    Table,
    plain,
    text,
)

RowPart = Literal["front", "preamble", "operative", "annex", "notes"]
RowKind = Literal[
    "masthead",
    "title",
    "enacting",
    "paragraph",
    "closing",  # the text after the subparagraphs of the paragraph at its level
    "heading",
    "table",
    "annex",
    "footnote",
]
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One stop of the cursor."""

    kind: RowKind
    part: RowPart
    content: Inlines = ()
    level: int = 0  # of a paragraph 0 to 4, of a heading from 1
    label: str | None = None  # of a paragraph as printed, of an annex and a footnote always
    table: Table | None = None
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A row with what is derived: what it is called and what is printed before it."""

    row: Row
    place: str  # "OP3 (b)", "PP2", "title", "footnote 4"
    label: str  # "3", "(b)", "4"; "" where nothing is printed


def rows(resolution: Resolution) -> tuple[Row, ...]:
    """`resolution` as rows: masthead, title and enacting clause always, then what there is."""
    out = [
        Row("masthead", "front"),
        Row("title", "front", resolution.title),
        Row("enacting", "front", text(resolution.enacting)),
    ]
    out.extend(item_rows(resolution.preamble, "preamble"))
    out.extend(item_rows(resolution.operative, "operative"))
    for annex in resolution.annexes:
        out.append(Row("annex", "annex", annex.title, label=annex.label))
        out.extend(item_rows(annex.items, "annex"))
    for note in resolution.footnotes:
        out.append(Row("footnote", "notes", note.content, label=note.label, line=note.line))
    return tuple(out)


def item_rows(items: Iterable[Item], part: RowPart) -> Iterator[Row]:
    """The rows of `items`, which stand in `part`."""
    for item in items:
        if isinstance(item, Paragraph):
            yield from _family(item, part, 0)
        elif isinstance(item, Heading):
            yield Row("heading", part, item.content, item.level, line=item.line)
        else:
            yield Row("table", part, table=item, line=item.line)


def _family(paragraph: Paragraph, part: RowPart, level: int) -> Iterator[Row]:
    yield Row("paragraph", part, paragraph.content, level, paragraph.label, line=paragraph.line)
    for child in paragraph.children:
        yield from _family(child, part, level + 1)
    if paragraph.closing:
        yield Row("closing", part, paragraph.closing, level)


def build(lines: Sequence[Row], base: Resolution) -> Resolution:
    """The resolution that `lines` describe, with the masthead of `base`.

    Total: a subparagraph without a parent rises, closing text without its paragraph becomes a
    paragraph, so no words are ever lost.
    """
    by_part: dict[str, list[Row]] = {"preamble": [], "operative": []}
    title, enacting = base.title, base.enacting
    annexes: list[tuple[Row, list[Row]]] = []
    notes: list[Footnote] = []
    for row in lines:
        if row.kind == "title":
            title = row.content
        elif row.kind == "enacting":
            enacting = base.enacting if row.content == text(base.enacting) else plain(row.content)
        elif row.kind == "annex":
            annexes.append((row, []))
        elif row.kind == "footnote":
            notes.append(Footnote(row.label or "", row.content, row.line))
        elif row.part == "annex" and annexes:
            annexes[-1][1].append(row)
        elif row.part in by_part:
            by_part[row.part].append(row)
    return replace(
        base,
        title=title,
        enacting=enacting,
        preamble=items(by_part["preamble"]),
        operative=items(by_part["operative"]),
        annexes=tuple(Annex(a.label or "", a.content, items(inside)) for a, inside in annexes),
        footnotes=tuple(notes),
    )


@dataclass(slots=True)
class _Open:
    """A paragraph that may still take children and closing text."""

    row: Row
    children: list[_Open] = field(default_factory=list)
    closing: Inlines | None = None

    def close(self) -> Paragraph:
        children = tuple(child.close() for child in self.children)
        row = self.row
        return Paragraph(row.content, children, self.closing or (), row.label, row.line)


def items(lines: Iterable[Row]) -> tuple[Item, ...]:
    """The items that the rows of one part describe."""
    out: list[Item | _Open] = []
    stack: list[_Open] = []  # the open paragraphs, level 0 first
    for row in lines:
        if row.kind == "heading":
            out.append(Heading(row.content, row.level, row.line))
            stack = []
        elif row.kind == "table":
            if row.table is not None:
                out.append(row.table)
            stack = []
        elif row.kind == "closing" and _takes_closing(stack, row.level):
            stack[row.level].closing = row.content
            stack = stack[: row.level + 1]
        else:
            level = min(row.level, len(stack), DEEPEST)
            while level and stack[level - 1].closing is not None:
                level -= 1
            opened = _Open(row)
            (stack[level - 1].children if level else out).append(opened)
            stack = [*stack[:level], opened]
    return tuple(each.close() if isinstance(each, _Open) else each for each in out)


def _takes_closing(stack: list[_Open], level: int) -> bool:
    return level < len(stack) and stack[level].closing is None


def lines(resolution: Resolution) -> tuple[Line, ...]:
    """The rows of `resolution`, each with its place and its printed label (R-OP-2, R-OP-8)."""
    placed = walk(resolution)
    out: list[Line] = []
    owners: list[str] = []  # the place of the last paragraph at each level
    for row in rows(resolution):
        if row.kind == "paragraph":
            at = next(placed)
            owners[row.level :] = [at.place]
            out.append(Line(row, at.place, at.label))
        elif row.kind == "closing":
            out.append(Line(row, f"{owners[row.level]}, closing text", ""))
        else:
            out.append(Line(row, _place(row), row.label or ""))
    return tuple(out)


def _place(row: Row) -> str:
    if row.kind == "footnote":
        return f"footnote {row.label}"
    if row.kind == "annex":
        return row.label or "Annex"
    if row.kind == "enacting":
        return "enacting clause"
    return row.kind


def family_end(lines: Sequence[Row], index: int) -> int:
    """Where the family of row `index` ends: its subparagraphs and closing text, or itself."""
    row = lines[index]
    end = index + 1
    if row.kind == "annex":
        while end < len(lines) and lines[end].part == "annex" and lines[end].kind != "annex":
            end += 1
    if row.kind != "paragraph":
        return end
    while end < len(lines) and lines[end].part == row.part:
        next_row = lines[end]
        inside = (next_row.kind == "paragraph" and next_row.level > row.level) or (
            next_row.kind == "closing" and next_row.level >= row.level
        )
        if not inside:
            break
        end += 1
    return end

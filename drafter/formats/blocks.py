"""A document as the comparison sees it: blocks with words, formatting, label and place.

The order is that of the printed page: masthead, title, clause, preamble, operative part, annexes,
footnotes. A footnote call is one object; brackets are words, since the talks are about them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.formats.sponsors import sponsor_line
from drafter.grammar import wording
from drafter.grammar.numbering import child_labels, operative_labels
from drafter.grammar.wording import Wording
from drafter.model import (
    Bracket,
    Call,
    Document,
    Heading,
    Inlines,
    Item,
    Masthead,
    Paragraph,
    Resolution,
    Table,
    Text,
)
from drafter.spans import OBJECT, Block, BlockKind, Span


def blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of every resolution in `document`; its other text where it holds none.

    In a document of several, each place begins with the resolution's number or rank: "II, OP3".
    """
    several = len(document.resolutions) > 1
    out: list[Block] = []
    for rank, resolution in enumerate(document.resolutions, start=1):
        own = resolution_blocks(resolution)
        if several:
            name = resolution.masthead.number or str(rank)
            own = tuple(replace(block, place=f"{name}, {block.place}") for block in own)
        out += own
    if not document.resolutions:
        out += [
            Block(passage.text, place=f"paragraph {number}")
            for number, passage in enumerate(document.rest, start=1)
            if passage.text
        ]
    return tuple(out)


def resolution_blocks(resolution: Resolution) -> tuple[Block, ...]:
    """The blocks of one resolution."""
    return (
        *_masthead(resolution.masthead, wording.of(resolution)),
        *_line(resolution.title, "title", "heading"),
        *_line((Text(resolution.masthead.second_title),), "second title", "heading"),
        *_line((Text(resolution.enacting, italic=True),), "enacting clause", "paragraph"),
        *_items(resolution.preamble, "PP", None),
        *_items(resolution.operative, "OP", operative_labels(resolution)),
        *_annexes(resolution),
        *_footnotes(resolution),
    )


def block(
    content: Inlines, place: str, kind: BlockKind = "paragraph", *, label: str = "", level: int = 0
) -> Block:
    """One block of `content`: its words, with a span for each stretch that is not plain."""
    words = ""
    spans: list[Span] = []
    objects: list[str] = []
    for text, style in _stretches(content):
        if text == OBJECT and style == "footnote":
            objects.append(style)
        elif style and spans and spans[-1].end == len(words) and spans[-1].style == style:
            spans[-1] = replace(spans[-1], end=len(words) + len(text))
        elif style:
            spans.append(Span(len(words), len(words) + len(text), style))
        words += text
    return Block(words, label, place, kind, level, tuple(spans), tuple(objects))


def _stretches(content: Inlines) -> Iterator[tuple[str, str]]:
    """Words with their style; a call as (OBJECT, "footnote")."""
    for inline in content:
        if isinstance(inline, Text):
            style = " ".join(["bold"] * inline.bold + ["italic"] * inline.italic)
            yield inline.text, style
        elif isinstance(inline, Call):
            yield OBJECT, "footnote"
        else:
            yield from _bracket(inline)


def _bracket(bracket: Bracket) -> Iterator[tuple[str, str]]:
    yield f"[{bracket.by}: " if bracket.by else "[", ""
    yield from _stretches(bracket.content)
    yield "]" + "".join(f" ({position})" for position in bracket.positions), ""


def _line(content: Inlines, place: str, kind: BlockKind, level: int = 0) -> Iterator[Block]:
    made = block(content, place, kind, level=level)
    if made.text:
        yield made


def _masthead(masthead: Masthead, fixed: Wording) -> Iterator[Block]:
    """The lines above the title that are printed, one block each, in the order of the page."""
    item = masthead.agenda_item
    lines = {
        "symbol": masthead.symbol,
        "number": masthead.number,
        "distribution": masthead.distribution,
        "date": masthead.date,
        "language": masthead.language,
        "session": masthead.session,
        "place and dates": masthead.place,
        "committee": masthead.committee,
        "agenda item": f"{item.number} {item.title}".strip(),
        "sponsors": sponsor_line(masthead, fixed),
        "adoption": masthead.adopted,
        "report": masthead.report,
        "meeting": masthead.meeting,
    }
    for place, words in lines.items():
        if words:
            yield Block(words, place=place, kind="masthead")
    for note in masthead.sponsor_notes:
        yield Block(note, place="note to the sponsors", kind="masthead")


def _items(items: tuple[Item, ...], part: str, numbers: tuple[str, ...] | None) -> Iterator[Block]:
    """The blocks of `items`; places begin with `part`, which says "PP", "OP" or "annex II, "."""
    count = headings = tables = 0
    for item in items:
        if isinstance(item, Heading):
            headings += 1
            place = f"{_of(part)} heading {headings}"
            yield block(item.content, place, "heading", level=item.level)
        elif isinstance(item, Table):
            tables += 1
            yield from _table(item, f"{_of(part)} table {tables}")
        else:
            label = numbers[count] if numbers is not None else item.label or ""
            count += 1
            yield from _family(item, f"{part}{_called(part, label, count)}", label, 0)


def _of(part: str) -> str:
    return part.removesuffix(", paragraph ")


def _called(part: str, label: str, count: int) -> str:
    if part == "PP":
        return str(count)
    return label or str(count)


def _table(table: Table, place: str) -> Iterator[Block]:
    for row_number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row, start=1):
            yield block(cell, f"{place}, row {row_number}, column {column}", "cell")


def _family(paragraph: Paragraph, place: str, label: str, level: int) -> Iterator[Block]:
    yield block(paragraph.content, place, label=label, level=level)
    labels = child_labels(paragraph.children, level + 1)
    for number, (child, each) in enumerate(zip(paragraph.children, labels, strict=True), start=1):
        yield from _family(child, f"{place} {each or f'paragraph {number}'}", each, level + 1)
    if paragraph.closing:
        yield block(paragraph.closing, f"{place}, closing text", level=level)


def _annexes(resolution: Resolution) -> Iterator[Block]:
    for annex in resolution.annexes:
        name = annex.label or "Annex"
        yield from _line((Text(annex.label),), name, "heading")
        yield from _line(annex.title, f"{name}, title", "heading")
        yield from _items(annex.items, f"{name}, paragraph ", None)


def _footnotes(resolution: Resolution) -> Iterator[Block]:
    for footnote in resolution.footnotes:
        yield block(
            footnote.content, f"footnote {footnote.label}", "footnote", label=footnote.label
        )

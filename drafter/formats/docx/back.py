"""The tables of a file by others, put back where they stood.

While a text is read as lines, a table stands in them as a sign; here it is resolved in the finished
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.model import (
    Annex,
    Heading,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Resolution,
    Table,
    Text,
    normal,
    plain,
)

# A table's number between two characters that no text has.
SIGN = re.compile("\ue0f0(\\d+)\ue0f1")


def sign(number: int) -> str:
    """The sign that stands for table `number`."""
    return f"\ue0f0{number}\ue0f1"


def with_tables(resolution: Resolution, tables: Sequence[Table]) -> Resolution:
    """`resolution` with each of `tables` right after the paragraph in which its sign stands."""
    if not tables:
        return resolution
    return replace(
        resolution,
        title=tuple(_unsigned(resolution.title)),
        preamble=tuple(_items(resolution.preamble, tables)),
        operative=tuple(_items(resolution.operative, tables)),
        annexes=tuple(_annex(annex, tables) for annex in resolution.annexes),
    )


def _annex(annex: Annex, tables: Sequence[Table]) -> Annex:
    title = plain(annex.title)
    moved = [tables[int(m[1])] for m in SIGN.finditer(title)]
    left = normal(_unsigned(annex.title))
    return Annex(annex.label, left, (*moved, *_items(annex.items, tables)))


def _items(items: tuple[Item, ...], tables: Sequence[Table]) -> Iterator[Item]:
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
    item: Paragraph | Heading, signs: list[Table], tables: Sequence[Table]
) -> Paragraph | Heading:
    signs += [tables[int(m[1])] for m in SIGN.finditer(plain(item.content))]
    content = normal(_unsigned(item.content))
    if isinstance(item, Heading):
        return replace(item, content=content)
    children = []
    for child in item.children:
        left = _without_signs(child, signs, tables)
        if isinstance(left, Paragraph) and (left.content or left.children or left.closing):
            children.append(left)
    signs += [tables[int(m[1])] for m in SIGN.finditer(plain(item.closing))]
    closing = normal(_unsigned(item.closing))
    return replace(item, content=content, children=tuple(children), closing=closing)


def _unsigned(content: Inlines) -> Iterator[Inline]:
    for inline in content:
        if isinstance(inline, Text):
            yield replace(inline, text=SIGN.sub(" ", inline.text))
        else:
            yield inline

"""Other words in one row, and nothing else touched: what a keypress costs on a long draft.

The same as taking the draft apart into rows and building it again, but every paragraph that was
not typed in stays the very same object, so that nothing about it is worked out anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.editing.rows import Line
from drafter.model import Annex, Heading, Inlines, Item, Paragraph, Resolution, Text, plain, text

_FRONT = 3  # masthead, title and enacting clause


def retyped(resolution: Resolution, index: int, content: Inlines) -> Resolution | None:
    """`resolution` with `content` in row `index`; None where that row holds no words."""
    if index < _FRONT:
        return _front(resolution, index, content)
    at = index - _FRONT
    if at < (count := sum(map(_rows, resolution.preamble))):
        items = _among(resolution.preamble, at, content)
        return None if items is None else replace(resolution, preamble=items)
    at -= count
    if at < (count := sum(map(_rows, resolution.operative))):
        items = _among(resolution.operative, at, content)
        return None if items is None else replace(resolution, operative=items)
    at -= count
    for number, annex in enumerate(resolution.annexes):
        if at < (count := 1 + sum(map(_rows, annex.items))):
            new, every = _annex(annex, at, content), resolution.annexes
            if new is None:
                return None
            return replace(resolution, annexes=(*every[:number], new, *every[number + 1 :]))
        at -= count
    notes = resolution.footnotes
    note = replace(notes[at], content=content)
    return replace(resolution, footnotes=(*notes[:at], note, *notes[at + 1 :]))


def retyped_lines(lines: Sequence[Line], index: int, content: Inlines) -> tuple[Line, ...]:
    """`lines` with `content` in line `index`: no place and no label hangs on words."""
    line = lines[index]
    content = text(plain(content)) if line.row.kind == "enacting" else content
    new = replace(line, row=replace(line.row, content=content))
    return (*lines[:index], new, *lines[index + 1 :])


def _front(resolution: Resolution, index: int, content: Inlines) -> Resolution | None:
    if index == 0:
        return None
    if index == 1:
        return replace(resolution, title=content)
    same = content == text(resolution.enacting)
    return resolution if same else replace(resolution, enacting=plain(content))


def _rows(item: Item) -> int:
    """How many rows `item` takes."""
    if not isinstance(item, Paragraph) or not (item.children or item.closing):
        return 1
    return 1 + sum(map(_rows, item.children)) + bool(item.closing)


def _among(items: Sequence[Item], at: int, content: Inlines) -> tuple[Item, ...] | None:
    """`items` with `content` in their row `at`."""
    for number, item in enumerate(items):
        if at < (count := _rows(item)):
            new = _item(item, at, content)
            return None if new is None else (*items[:number], new, *items[number + 1 :])
        at -= count
    return None


def _item(item: Item, at: int, content: Inlines) -> Item | None:
    if isinstance(item, Paragraph):
        return _paragraph(item, at, content)
    return replace(item, content=content) if isinstance(item, Heading) else None


def _paragraph(paragraph: Paragraph, at: int, content: Inlines) -> Paragraph:
    if at == 0:
        return replace(paragraph, content=content)
    at -= 1
    for number, child in enumerate(paragraph.children):
        if at < (count := _rows(child)):
            new, every = _paragraph(child, at, content), paragraph.children
            return replace(paragraph, children=(*every[:number], new, *every[number + 1 :]))
        at -= count
    # Emptied closing text keeps its row while one types, else the next words would go elsewhere.
    return replace(paragraph, closing=content or (Text(""),))


def _annex(annex: Annex, at: int, content: Inlines) -> Annex | None:
    if at == 0:
        return replace(annex, title=content)
    items = _among(annex.items, at - 1, content)
    return None if items is None else replace(annex, items=items)

"""Replacing what stands at a spot of a resolution: its inline content, its label. Nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drafter.grammar.numbering import operative_labels, sublabel
from drafter.lint.findings import Spot
from drafter.model import Heading, Inlines, Item, Paragraph, Resolution, Table

_Change = Callable[[Inlines], Inlines]


def changed(resolution: Resolution, spot: Spot, change: _Change) -> Resolution:
    """`resolution` with `change` applied to the content at `spot`; IndexError where it has none."""
    if spot.part == "title":
        return replace(resolution, title=change(resolution.title))
    if spot.part == "footnote":
        notes = list(resolution.footnotes)
        note = notes[spot.path[0]]
        notes[spot.path[0]] = replace(note, content=change(note.content))
        return replace(resolution, footnotes=tuple(notes))
    if spot.part == "annex title":
        annexes = list(resolution.annexes)
        annex = annexes[spot.path[0]]
        annexes[spot.path[0]] = replace(annex, title=change(annex.title))
        return replace(resolution, annexes=tuple(annexes))

    def deep(item: Item, path: tuple[int, ...]) -> Item:
        return _changed_item(item, path, spot.closing, change)

    return _with_item(resolution, spot, deep)


def labelled(resolution: Resolution, spot: Spot, label: str | None) -> Resolution:
    """`resolution` with the paragraph at `spot` bearing `label`, or with None its derived one."""

    def deep(item: Item, path: tuple[int, ...]) -> Item:
        assert isinstance(item, Paragraph)  # noqa: S101 - only paragraphs bear labels
        if not path:
            return replace(item, label=label)
        children = list(item.children)
        child = deep(children[path[0]], path[1:])
        assert isinstance(child, Paragraph)  # noqa: S101
        children[path[0]] = child
        return replace(item, children=tuple(children))

    return _with_item(resolution, spot, deep)


def _with_item(
    resolution: Resolution, spot: Spot, deep: Callable[[Item, tuple[int, ...]], Item]
) -> Resolution:
    if spot.part == "annex":
        which, index, *rest = spot.path
        annexes = list(resolution.annexes)
        items = _put(annexes[which].items, index, tuple(rest), deep)
        annexes[which] = replace(annexes[which], items=items)
        return replace(resolution, annexes=tuple(annexes))
    index, *rest = spot.path
    if spot.part == "preamble":
        items = _put(resolution.preamble, index, tuple(rest), deep)
        return replace(resolution, preamble=items)
    return replace(resolution, operative=_put(resolution.operative, index, tuple(rest), deep))


def _put(
    items: tuple[Item, ...],
    index: int,
    rest: tuple[int, ...],
    deep: Callable[[Item, tuple[int, ...]], Item],
) -> tuple[Item, ...]:
    return (*items[:index], deep(items[index], rest), *items[index + 1 :])


def _changed_item(item: Item, path: tuple[int, ...], closing: bool, change: _Change) -> Item:  # noqa: FBT001
    if isinstance(item, Heading):
        return replace(item, content=change(item.content))
    if isinstance(item, Table):
        row, column = path
        rows = [list(cells) for cells in item.rows]
        rows[row][column] = change(rows[row][column])
        return replace(item, rows=tuple(map(tuple, rows)))
    if path:
        children = list(item.children)
        child = _changed_item(children[path[0]], path[1:], closing, change)
        assert isinstance(child, Paragraph)  # noqa: S101 - points are paragraphs
        children[path[0]] = child
        return replace(item, children=tuple(children))
    if closing:
        return replace(item, closing=change(item.closing))
    return replace(item, content=change(item.content))


def relabelled(resolution: Resolution) -> Resolution:
    """`resolution` with no label kept that is the derived one, as the model has it."""
    items = list(resolution.operative)
    labels = iter(operative_labels(resolution))
    single = sum(isinstance(item, Paragraph) for item in items) == 1
    number = 0
    for index, item in enumerate(items):
        if not isinstance(item, Paragraph):
            continue
        label = next(labels)
        number += 1
        if item.label == str(number) and not single:
            item = replace(item, label=None)  # noqa: PLW2901 - the same paragraph
        elif item.label is not None:
            number = int(label) if label.isdigit() else number - 1
        items[index] = _points_relabelled(item, 1)
    return replace(resolution, operative=tuple(items))


def _points_relabelled(paragraph: Paragraph, level: int) -> Paragraph:
    children: list[Paragraph] = []
    count = 0
    for child in paragraph.children:
        count += child.label != ""
        settled = replace(child, label=None) if child.label == sublabel(level, count) else child
        children.append(_points_relabelled(settled, level + 1))
    return replace(paragraph, children=tuple(children))

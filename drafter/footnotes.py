"""Footnote calls throughout a resolution: which there are, and every one of them renamed.

The one walk over all inline content of a resolution. Decides nothing about numbers: what a label
should be is the business of whoever renames it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from drafter.model import Bracket, Call, Heading, Inlines, Item, Paragraph, Resolution, calls

Change = Callable[[Inlines], Inlines]


def all_calls(resolution: Resolution) -> Iterator[str]:
    """The label of every footnote call of `resolution`, in the order of the page."""
    yield from calls(resolution.title)
    yield from _called(resolution.preamble)
    yield from _called(resolution.operative)
    for annex in resolution.annexes:
        yield from calls(annex.title)
        yield from _called(annex.items)


def _called(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield from called_in(item)


def called_in(item: Item) -> Iterator[str]:
    """The label of every call in `item`, in order."""
    if isinstance(item, Paragraph):
        yield from calls(item.content)
        yield from _called(item.children)
        yield from calls(item.closing)
    elif isinstance(item, Heading):
        yield from calls(item.content)
    else:
        for row in item.rows:
            for cell in row:
                yield from calls(cell)


def relabel(resolution: Resolution, names: Mapping[str, str]) -> Resolution:
    """`resolution` with its calls and its notes renamed by `names`; others stay as they are."""
    notes = (replace(n, label=names.get(n.label, n.label)) for n in resolution.footnotes)
    renamed = changed_throughout(resolution, lambda inlines: renamed_calls(inlines, names))
    return replace(renamed, footnotes=tuple(notes))


def renamed_calls(inlines: Inlines, names: Mapping[str, str]) -> Inlines:
    """`inlines` with their calls renamed by `names`, those inside brackets too."""
    return tuple(
        Call(names.get(each.label, each.label))
        if isinstance(each, Call)
        else replace(each, content=renamed_calls(each.content, names))
        if isinstance(each, Bracket)
        else each
        for each in inlines
    )


def changed_throughout(resolution: Resolution, change: Change) -> Resolution:
    """`resolution` with `change` done to all inline content in order, its notes left alone."""
    return replace(
        resolution,
        title=change(resolution.title),
        preamble=tuple(changed(item, change) for item in resolution.preamble),
        operative=tuple(changed(item, change) for item in resolution.operative),
        annexes=tuple(
            replace(
                annex,
                title=change(annex.title),
                items=tuple(changed(item, change) for item in annex.items),
            )
            for annex in resolution.annexes
        ),
    )


def changed(item: Item, change: Change) -> Item:
    """`item` with `change` done to every run of inline content in it."""
    if isinstance(item, Paragraph):
        return _changed(item, change)
    if isinstance(item, Heading):
        return replace(item, content=change(item.content))
    return replace(item, rows=tuple(tuple(map(change, row)) for row in item.rows))


def _changed(paragraph: Paragraph, change: Change) -> Paragraph:
    return replace(
        paragraph,
        content=change(paragraph.content),
        children=tuple(_changed(child, change) for child in paragraph.children),
        closing=change(paragraph.closing),
    )

"""What of a draft's shape its page cannot show: where the preamble ends, the order of the notes.

The reader's rule is here too, so that the writer knows when the page is not enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.footnotes import relabel
from drafter.formats.docx import notes
from drafter.formats.docx.kept import Kept
from drafter.model import Document, Footnote, Heading, Item, Paragraph, Resolution


def depth(resolution: Resolution) -> int:
    """How many levels of subparagraphs, or of section headings, `resolution` has."""
    items = [*resolution.preamble, *resolution.operative]
    items += [item for annex in resolution.annexes for item in annex.items]
    return max(map(_depth, items), default=0)


def _depth(item: Item) -> int:
    if isinstance(item, Heading):
        return item.level
    if not isinstance(item, Paragraph) or not item.children:
        return 0
    return 1 + max(map(_depth, item.children))


def preamble_length(kinds: Sequence[str]) -> int:
    """How many of the items before the annexes belong to the preamble.

    `kinds` says of each item "Preambular", "Operative" or something else: a heading or table after
    the last preambular paragraph belongs to what follows.
    """
    return max((at for at, kind in enumerate(kinds, start=1) if kind == "Preambular"), default=0)


def _kinds(resolution: Resolution) -> list[str]:
    return [
        name if isinstance(item, Paragraph) else ""
        for name, items in (
            ("Preambular", resolution.preamble),
            ("Operative", resolution.operative),
        )
        for item in items
    ]


def named(resolution: Resolution, beside: Kept) -> Resolution:
    """`resolution` with the notes named and ordered as the draft had them.

    Where someone has put in or taken out notes since, the numbers on the page stand.
    """
    labels = {note.label for note in resolution.footnotes}
    if beside.called and labels >= {shown for shown, _ in beside.called}:
        named = relabel(resolution, dict(beside.called))
        if len({note.label for note in named.footnotes}) == len(labels):
            resolution = named
    return replace(resolution, footnotes=ordered(resolution.footnotes, beside.notes))


def ordered(footnotes: Iterable[Footnote], order: Sequence[str]) -> tuple[Footnote, ...]:
    """`footnotes` in `order` where that names just these, else as they are."""
    found = {note.label: note for note in footnotes}
    if set(order) == set(found):
        return tuple(found[label] for label in order)
    return tuple(found.values())


def kept(document: Document) -> tuple[Kept, ...]:
    """What has to stand beside the page, for each resolution of `document`."""
    return tuple(map(_kept, document.resolutions))


def _kept(resolution: Resolution) -> Kept:
    labels = tuple(note.label for note in resolution.footnotes)
    shown_labels = tuple(note.label for note in notes.printed(resolution).footnotes)
    pairs = tuple(pair for pair in zip(shown_labels, labels, strict=True) if len(set(pair)) > 1)
    plan = notes.plan(resolution, 1, 1)
    plain_order = (*plan.ids, *plan.uncalled)
    length = len(resolution.preamble)
    shown = preamble_length(_kinds(resolution))
    return Kept(
        resolution.masthead,
        length if shown != length else None,
        labels if plain_order != labels else (),
        pairs,
    )

"""Filled blocks on their way into a draft: what they render to is read like any draft.

So a block can only bring what a draft may hold. Nothing here knows how it is filled in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.editing.operations import insert_after
from drafter.editing.rows import RowPart
from drafter.editing.state import State
from drafter.model import Footnote, Item, Paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """A filled block: its paragraphs and the notes they call."""

    title: str
    part: RowPart
    items: tuple[Item, ...]
    notes: tuple[Footnote, ...] = ()


def parse_block(title: str, part: str, markdown: str) -> Block:
    """The filled block that `markdown` describes, for `part` ("preambular" or "operative")."""
    from drafter.formats.markdown import parse

    found = parse(markdown).value
    where: RowPart = "preamble" if part == "preambular" else "operative"
    # A block alone is printed with a number of its own; in the draft it takes that of its place.
    items = tuple(
        replace(item, label=None) if isinstance(item, Paragraph) else item
        for item in (*found.preamble, *found.operative)
    )
    return Block(title, where, items, found.footnotes)


def insert(state: State, block: Block) -> State:
    """`block` after the paragraph under the cursor, or at the end of its own part."""
    what = f"insert the block {block.title}"
    return insert_after(state, block.items, block.notes, part=block.part, what=what)

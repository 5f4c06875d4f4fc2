"""Paragraphs with their levels put together: subparagraphs under their parents, labels derived.

Takes paragraphs in reading order; a label that the numbering rules give anyway is not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from drafter.formats.docx import brackets
from drafter.formats.docx.brackets import Flat, Piece
from drafter.formats.printed import without_derived, without_derived_numbers
from drafter.model import Heading, Inlines, Item, Paragraph, Table

_LEVEL = re.compile(r"(\D+?)(\d+)$")


@dataclass(slots=True)
class Node:
    """An item as it is being read."""

    kind: str  # "Paragraph", "Heading", "Table"
    label: str = ""
    level: int = 0
    content: list[Flat] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    closing: list[Flat] = field(default_factory=list)
    rows: tuple[tuple[Inlines, ...], ...] = ()


@dataclass(slots=True)
class Annex:
    """An annex as it is being read."""

    label: str
    title: list[Flat] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)


def cut(piece: Piece, text: str) -> Piece:
    """`piece` with other text."""
    return replace(piece, text=text)


def put(nodes: list[Node], style: str, label: str, content: list[Flat], kinds: list[str]) -> None:
    """Add a paragraph in one of our styles to `nodes`; a new item is noted in `kinds`."""
    match = _LEVEL.match(style)
    name, level = (match[1], int(match[2])) if match else (style, 0)
    if name == "SectionHeading":
        nodes.append(Node("Heading", level=level, content=content))
        kinds.append("")
    elif name == "Subparagraph" and (parent := _last(nodes, level - 1)):
        parent.children.append(Node("Paragraph", label, level, content))
    elif name == "Closing" and (owner := _last(nodes, level)):
        owner.closing += [Piece(" "), *content] if owner.closing else content
    else:
        nodes.append(Node("Paragraph", bare(label), 0, content))
        kinds.append(style if style in {"Preambular", "Operative"} else "")


def _last(nodes: Sequence[Node], level: int) -> Node | None:
    """The last paragraph at `level`, or the deepest one above it."""
    if not nodes or nodes[-1].kind != "Paragraph":
        return None
    node = nodes[-1]
    while level > 0 and node.children:
        node, level = node.children[-1], level - 1
    return node


def bare(label: str) -> str:
    """A typed label as the model has it: `3` of `3.`, `(a)` as it is."""
    return label[:-1] if label.endswith(".") and label[-2:-1] not in {"", " ", ")"} else label


def items(nodes: Iterable[Node]) -> tuple[Item, ...]:
    """`nodes` as items that bear the labels they print."""
    return tuple(_item(node, node.label or None) for node in nodes)


def operative(nodes: Sequence[Node]) -> tuple[Item, ...]:
    """`nodes` as the operative part: a number that follows from its place is not kept."""
    return without_derived_numbers(tuple(_item(node, node.label) for node in nodes))


def _item(node: Node, label: str | None) -> Item:
    content = brackets.nest(node.content)
    if node.kind == "Heading":
        return Heading(content, node.level)
    if node.kind == "Table":
        return Table(node.rows)
    return Paragraph(content, _children(node.children, 1), brackets.nest(node.closing), label)


def _children(nodes: Iterable[Node], level: int) -> tuple[Paragraph, ...]:
    """Subparagraphs at `level`; a label that follows from its place is not kept."""
    printed = tuple(
        Paragraph(
            brackets.nest(node.content),
            _children(node.children, level + 1),
            brackets.nest(node.closing),
            node.label,
        )
        for node in nodes
    )
    return without_derived(printed, level)

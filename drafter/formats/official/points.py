"""Letter points and their levels (R-OP-8): which point is under which.

Works on labels alone. "(i)" after "(h)" is the ninth letter unless "(ii)" follows it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.formats.official import markup
from drafter.formats.official.walk import Piece, followers
from drafter.grammar.numbering import child_labels
from drafter.model import Inlines, Paragraph


@dataclass(slots=True)
class _Node:
    piece: Piece
    children: list[_Node]
    closing: list[Piece]


def tree(pieces: list[Piece]) -> Paragraph:
    """The paragraph whose first piece is its own text and whose other pieces are points."""
    root = _Node(pieces[0], [], [])
    path = [root]
    for index, piece in enumerate(pieces[1:], start=1):
        if piece.role == "closing":
            del path[1:]
            root.closing.append(piece)
            continue
        following = next((p.label for p in pieces[index + 1 :] if p.label), "")
        depth = _depth(path, piece.label, following)
        del path[depth:]
        node = _Node(piece, [], [])
        path[-1].children.append(node)
        path.append(node)
    return _paragraph(root, 0)


def _depth(path: list[_Node], label: str, following: str) -> int:
    """How deep `label` stands: 1 for a child of the paragraph itself."""
    begins = label.strip("().") in {"a", "i"}
    if begins and label.strip("().") == "i" and following in followers(label)[-1:]:
        # "(ii)" follows: the first of a run of roman numbers, one level down.
        return len(path) if _fresh(path, label) else len(path) - 1
    if label[:1].isdigit():
        return 1
    for depth in range(len(path) - 1, 0, -1):
        if label in followers(path[depth].piece.label):
            return depth
    if begins:
        return len(path)
    return max(1, len(path) - 1)


def _fresh(path: list[_Node], label: str) -> bool:
    return len(path) < 5 and path[-1].piece.label != label


def _paragraph(node: _Node, level: int) -> Paragraph:
    children = tuple(_paragraph(child, level + 1) for child in node.children)
    derived = child_labels(tuple(replace(child, label=None) for child in children), level + 1)
    children = tuple(
        replace(child, label=None) if child.label == due else child
        for child, due in zip(children, derived, strict=True)
    )
    closing: Inlines = ()
    for piece in node.closing:
        closing = markup.join(closing, piece.content)
    return Paragraph(
        node.piece.content,
        children,
        closing,
        label=node.piece.label or None if level else node.piece.label,
        line=node.piece.line,
    )

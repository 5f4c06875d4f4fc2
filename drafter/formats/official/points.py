"""Letter points and their levels (R-OP-8): which point is under which.

Works on labels alone. "(i)" after "(h)" is the ninth letter unless "(ii)" follows it.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.formats.official import markup, prose
from drafter.formats.official.labels import followers
from drafter.formats.official.taken import Piece
from drafter.formats.printed import without_derived
from drafter.model import Inlines, Paragraph

_DEEPEST = 4  # levels below the paragraph


@dataclass(slots=True)
class _Node:
    piece: Piece
    children: list[_Node]
    closing: list[Piece]


def tree(pieces: list[Piece]) -> Paragraph:
    """The paragraph whose first piece is its own text and whose other pieces are points."""
    root = _Node(pieces[0], [], [])
    path = [root]
    for piece, following in zip(pieces[1:], _following(pieces[1:]), strict=True):
        if piece.role == "closing":
            del path[1:]
            root.closing.append(piece)
            continue
        node = _Node(piece, [], [])
        if not _lettered(piece.label):
            # Without a letter it stands beside the point before it, a dash under one that opens it.
            opened = bool(piece.label) and prose.mark(path[-1].piece.text) == ":"
            path[-1 if opened else max(0, len(path) - 2)].children.append(node)
            continue
        depth = _depth(path, piece.label, following)
        del path[depth:]
        path[-1].children.append(node)
        path.append(node)
    return _paragraph(root, 0)


def _lettered(label: str) -> bool:
    return any(map(str.isalnum, label))


def _following(pieces: list[Piece]) -> list[str]:
    """For each piece the label of the next one that has any."""
    found: list[str] = []
    label = ""
    for piece in reversed(pieces):
        found.append(label)
        label = piece.label or label
    return found[::-1]


def _depth(path: list[_Node], label: str, following: str) -> int:
    """How deep `label` stands: 1 for a child of the paragraph itself."""
    if label[:1].isdigit():
        return 1
    core = label.strip("().")
    roman_run = core == "i" and following in followers(label)[-1:]  # "(ii)" is next
    if not roman_run:
        for depth in range(len(path) - 1, 0, -1):
            if label in followers(path[depth].piece.label):
                return depth
    for depth in range(len(path) - 1, 0, -1):
        if _style(path[depth].piece.label, roman=False) == _style(label, roman=roman_run):
            return depth
    if core in {"a", "i"}:
        return min(len(path), _DEEPEST)
    return max(1, len(path) - 1)


def _style(label: str, *, roman: bool) -> str:
    """The form of a label: letters or roman numbers, with two brackets, one or a point."""
    core = label.strip("().")
    return label.replace(core, "i" if roman or core in {"i", "ii", "iii", "iv"} else "a", 1)


def _paragraph(node: _Node, level: int) -> Paragraph:
    children = tuple(_paragraph(child, level + 1) for child in node.children)
    children = without_derived(children, level + 1)
    closing: Inlines = ()
    for piece in node.closing:
        closing = markup.join(closing, piece.content)
    return Paragraph(
        node.piece.content,
        children,
        closing,
        label=node.piece.label,
        line=node.piece.line,
    )

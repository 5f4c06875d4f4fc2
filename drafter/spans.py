"""Blocks and spans: a text as the comparison sees it, whatever file it came from.

A `Block` is one paragraph-like thing: its words, their formatting, its label and its place. The
comparison knows nothing else, so one result can be painted on a terminal or onto a Word file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Stands in a block's text for one thing that is not words: a footnote call, an image, a field.
OBJECT = "\ufffc"

BlockKind = Literal[
    "paragraph", "heading", "cell", "footnote", "endnote", "header", "footer", "masthead"
]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a text and their formatting, a canonical string."""

    start: int
    end: int
    style: str  # "" plain; "italic", "bold", "bold italic", or any canonical run formatting


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as the comparison sees it. Only blocks of one `kind` are ever paired."""

    text: str  # without number or label; OBJECT where a thing stands
    label: str = ""  # the number or letter as printed: never part of the text
    place: str = ""  # what a delegate would say: "OP3 (b)", "PP2", "footnote 4"
    kind: BlockKind = "paragraph"
    level: int = 0
    spans: tuple[Span, ...] = ()  # formatting, in order, covering only what is not plain
    objects: tuple[str, ...] = ()  # what each OBJECT is, in order: "footnote", "image:…"
    style: str = ""  # paragraph formatting, canonical

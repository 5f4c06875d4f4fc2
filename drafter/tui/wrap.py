"""Styled words laid out in lines of a given width, counted in terminal cells.

A piece is words and the name of their style. No Textual here, and no colours: names only.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

Piece = tuple[str, str]
Pieces = tuple[Piece, ...]


# Shown as the pictures of themselves: a terminal would obey them. The marks that turn the
# direction of a whole line, or hide what follows, go the same way.
_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
}


def visible(text: str) -> str:
    """`text`, character by character, with what would command a terminal made visible."""
    return text if text.isprintable() else text.translate(_PICTURES)


def cells(text: str) -> int:
    """How many terminal cells `text` takes."""
    return cell_len(text)


def wrap(pieces: Sequence[Piece], width: int) -> tuple[Pieces, ...]:
    """`pieces` in lines of at most `width` cells, broken at spaces; at least one line."""
    words = "".join(text for text, _ in pieces)
    return tuple(_cut(pieces, start, end) for start, end in breaks(words, max(width, 2)))


def breaks(words: str, width: int) -> list[tuple[int, int]]:
    """Where each line of `words` begins and ends; the space at a break belongs to neither."""
    if not words:
        return [(0, 0)]
    narrow = words.isascii() or cell_len(words) == len(words)
    out, start = [], 0
    while start < len(words):
        limit = start + width if narrow else _reach(words, start, width)
        if limit >= len(words):
            out.append((start, len(words)))
            break
        space = words.rfind(" ", start, limit + 1)
        if space <= start:
            out.append((start, limit))
            start = limit
        else:
            out.append((start, space))
            start = space + 1
    return out


def _reach(words: str, start: int, width: int) -> int:
    """How far from `start` one gets within `width` cells; one character at least."""
    used, at = 0, start
    while at < len(words):
        used += cell_len(words[at])
        if used > width and at > start:
            return at
        at += 1
    return at


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Pieces:
    out, at = [], 0
    for text, style in pieces:
        piece = text[max(0, start - at) : max(0, end - at)]
        if piece:
            out.append((piece, style))
        at += len(text)
        if at >= end:
            break
    return tuple(out)


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, its end replaced by "…" when it is longer."""
    if cell_len(text) <= width:
        return text
    room = max(width - 1, 0)
    kept = text[: _reach(text, 0, room)]
    # A first character two cells wide may not fit at all.
    kept = kept if cell_len(kept) <= room else ""
    return f"{kept.rstrip()}…"[: max(width, 0)]

"""Negotiation brackets in flat text (R-NEG-1, 6, 16): which are notation, and what they hold.

Word has no notation of its own for them, so they are read from the text. A sign that only looks
like notation is set in a character style of ours, `plain`, and stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.model import Bracket, Call, Inline, Inlines, Text, normal

_BY = re.compile(r"([^\[\]():]{1,80}):(?:\s|$)")
_POSITION = re.compile(r"\s?\(([^()\[\]]{1,80})\)")
_SIGNS = re.compile(r"([\[\]])")
_PARENTHESIS = re.compile(r"\s*\(")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of flat text in one style; `plain` keeps its signs from being notation."""

    text: str
    italic: bool = False
    bold: bool = False
    plain: bool = False


Flat = Piece | Call


def flatten(inlines: Inlines) -> Iterator[Flat]:
    """`inlines` as flat text that `nest` turns back into the same."""
    after_bracket = False
    for inline in inlines:
        if isinstance(inline, Text):
            yield from _guarded(inline, after_bracket=after_bracket)
        elif isinstance(inline, Call):
            yield inline
        else:
            yield from _bracket(inline)
        after_bracket = isinstance(inline, Bracket)


def _guarded(text: Text, *, after_bracket: bool = False) -> Iterator[Piece]:
    """`text` with every sign set plain that would be read as notation."""
    words = text.text
    if after_bracket and (match := _PARENTHESIS.match(words)):
        yield Piece(match[0], text.italic, text.bold, plain=True)
        words = words[match.end() :]
    for piece in _SIGNS.split(words):
        if piece:
            yield Piece(piece, text.italic, text.bold, plain=piece in "[]")


def _bracket(bracket: Bracket) -> Iterator[Flat]:
    yield Piece("[" + (f"{bracket.by}: " if bracket.by else ""))
    content = list(flatten(bracket.content))
    first = content[0] if content else None
    if not bracket.by and isinstance(first, Piece) and (match := _BY.match(first.text)):
        at = match.end(1)
        colon = (first.text[:at], first.text[at : at + 1], first.text[at + 1 :])
        split = [replace(first, text=part, plain=part == ":") for part in colon if part]
        content[:1] = split
    yield from content
    yield Piece("]" + "".join(f" ({position})" for position in bracket.positions))


def nest(flat: Iterable[Flat]) -> Inlines:
    """Inline content in normal form: balanced brackets become `Bracket`s, others stay text."""
    stack: list[list[Inline | Piece]] = [[]]
    for piece in _joined(flat):
        if isinstance(piece, Call) or piece.plain:
            stack[-1].append(piece)
            continue
        for part in _SIGNS.split(piece.text):
            if part == "[":
                stack.append([])
            elif part == "]" and len(stack) > 1:
                stack[-2].append(_closed(stack.pop()))
            elif part:
                _add(stack[-1], replace(piece, text=part))
    while len(stack) > 1:  # never closed: the sign is text
        left = stack.pop()
        stack[-1] += [Piece("["), *left]
    return _inlines(stack[0])


def _joined(flat: Iterable[Flat]) -> Iterator[Flat]:
    """`flat` with neighbouring pieces of one style joined, as typists see them."""
    last: Piece | None = None
    for piece in flat:
        if isinstance(piece, Piece) and last and _style(piece) == _style(last):
            last = replace(last, text=last.text + piece.text)
            continue
        if last:
            yield last
        last = piece if isinstance(piece, Piece) else None
        if isinstance(piece, Call):
            yield piece
    if last:
        yield last


def _style(piece: Piece) -> tuple[bool, bool, bool]:
    return (piece.italic, piece.bold, piece.plain)


def _add(row: list[Inline | Piece], piece: Piece) -> None:
    """Append `piece`; what it says in parentheses right after a bracket goes to the bracket."""
    words = piece.text
    while row and isinstance(last := row[-1], Bracket) and (match := _POSITION.match(words)):
        row[-1] = replace(last, positions=(*last.positions, match[1].strip()))
        words = words[match.end() :]
    if words:
        row.append(replace(piece, text=words))


def _closed(row: list[Inline | Piece]) -> Bracket:
    by = ""
    first = row[0] if row else None
    if isinstance(first, Piece) and not first.plain and (match := _BY.match(first.text)):
        by = match[1].strip()
        row = [replace(first, text=first.text[match.end() :]), *row[1:]]
    return Bracket(_inlines(row), by)


def _inlines(row: list[Inline | Piece]) -> Inlines:
    return normal(
        Text(item.text, item.italic, item.bold) if isinstance(item, Piece) else item for item in row
    )

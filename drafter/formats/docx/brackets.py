"""Negotiation brackets in flat text (R-NEG-1, 6, 16): which are notation, and what they hold.

Word has no notation of its own for them, so they are read from the text. A sign that only looks
like notation is set in a character style of ours, `plain`, and stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.formats.markdown.inline import names_end, position_end
from drafter.model import Bracket, Call, Inline, Inlines, Text, normal

_SIGNS = re.compile(r"([\[\]])")
_PARENTHESIS = re.compile(r"\s*\(")
_DEEPEST = 50  # brackets nested deeper are text: Python's stack is finite


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of flat text in one style."""

    text: str
    italic: bool = False
    bold: bool = False
    plain: bool = False  # its signs are text, whatever they look like
    notation: bool = False  # its signs are notation, whatever they look like
    raised: bool = False  # superscript


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
    if after_bracket and position_end(words[:200]) and (match := _PARENTHESIS.match(words)):
        yield Piece(match[0], text.italic, text.bold, plain=True)
        words = words[match.end() :]
    for piece in _SIGNS.split(words):
        if piece:
            yield Piece(piece, text.italic, text.bold, plain=piece in "[]")


def _bracket(bracket: Bracket) -> Iterator[Flat]:
    yield Piece("[")
    content = list(flatten(bracket.content))
    first = content[0] if content else None
    if bracket.by:
        usual = names_end(f"{bracket.by}: ") == len(bracket.by) and not _SIGNS.search(bracket.by)
        yield Piece(bracket.by, notation=not usual)
        yield Piece(": ")
    elif isinstance(first, Piece) and not first.plain and (at := names_end(first.text)) >= 0:
        parts = (first.text[:at], first.text[at], first.text[at + 1 :])
        content[:1] = [replace(first, text=part, plain=part == ":") for part in parts if part]
    yield from content
    yield Piece("]")
    for position in bracket.positions:
        words = f" ({position})"
        usual = position_end(words) == len(words) and not _SIGNS.search(words)
        yield Piece(" ")
        yield Piece(words[1:], notation=not usual)


def nest(flat: Iterable[Flat]) -> Inlines:
    """Inline content in normal form: balanced brackets become `Bracket`s, others stay text."""
    stack: list[list[Inline | Piece]] = [[]]
    for piece in _joined(flat):
        if isinstance(piece, Call) or piece.plain:
            stack[-1].append(piece)
            continue
        if piece.notation:
            _forced(stack[-1], piece)
            continue
        for part in _SIGNS.split(piece.text):
            if part == "[" and len(stack) <= _DEEPEST:
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


def _style(piece: Piece) -> tuple[bool, ...]:
    return (piece.italic, piece.bold, piece.plain, piece.notation)


def _add(row: list[Inline | Piece], piece: Piece) -> None:
    """Append `piece`; what it says in parentheses right after a bracket goes to the bracket."""
    words = piece.text
    while row and isinstance(last := row[-1], Bracket):
        if not (end := position_end(words[:200])):
            break
        position = words[:end].strip(" ")[1:-1].strip(" ")
        row[-1] = replace(last, positions=(*last.positions, position))
        words = words[end:]
    if words:
        row.append(replace(piece, text=words))


def _forced(row: list[Inline | Piece], piece: Piece) -> None:
    """Append `piece`, which is notation whatever it says: names, or a position in parentheses."""
    space = row[-1:] and isinstance(row[-1], Piece) and row[-1].text == " "
    before = row[-2 if space else -1] if len(row) > bool(space) else None
    if isinstance(before, Bracket) and piece.text.startswith("("):
        del row[len(row) - bool(space) :]
        row[-1] = replace(before, positions=(*before.positions, piece.text[1:-1]))
    else:
        row.append(piece)


def _closed(row: list[Inline | Piece]) -> Bracket:
    by = ""
    first = row[0] if row else None
    second = row[1] if len(row) > 1 else None
    if isinstance(first, Piece) and first.notation and isinstance(second, Piece):
        by = first.text
        row = [replace(second, text=second.text.removeprefix(":")), *row[2:]]
    elif isinstance(first, Piece) and not first.plain and (at := names_end(first.text)) >= 0:
        by = first.text[:at].strip(" ")
        row = [replace(first, text=first.text[at + 1 :]), *row[1:]]
    return Bracket(_inlines(row), by)


def _inlines(row: list[Inline | Piece]) -> Inlines:
    """`row` in normal form; stretches of one style are joined first, whatever their signs were."""
    out: list[Inline] = []
    for item in row:
        made = Text(item.text, item.italic, item.bold) if isinstance(item, Piece) else item
        last = out[-1] if out else None
        if isinstance(made, Text) and isinstance(last, Text) and _alike(made, last):
            out[-1] = replace(last, text=last.text + made.text)
        else:
            out.append(made)
    return normal(out)


def _alike(one: Text, other: Text) -> bool:
    return (one.italic, one.bold) == (other.italic, other.bold)

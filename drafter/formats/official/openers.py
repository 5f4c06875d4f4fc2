"""Openings set in italics again, where a scan lost them or cut them short (OCR-10, 11).

The grammar says which words they are. Italics that a source prints and the grammar does not know
stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.formats.official.markup import tidy
from drafter.formats.official.taken import Piece
from drafter.grammar import openings
from drafter.model import Bracket, Call, Inline, Inlines, Text, plain

_LONGEST = 90  # an italic span longer than this opens nothing


@dataclass(frozen=True, slots=True)
class Opened:
    """Pieces with their openings in italics."""

    pieces: list[Piece]
    restored: list[tuple[int, str]]  # line of the paragraph, the words
    doubts: list[tuple[int, str]]  # line, what is odd


def restore(
    pieces: list[Piece], *, decision: bool = False, language: str = "en", typeset: bool = False
) -> Opened:
    """`pieces` with every opening in italics; italics that are `typeset` stay as printed."""
    made: list[Piece] = []
    restored: list[tuple[int, str]] = []
    doubts: list[tuple[int, str]] = []
    for piece in pieces:
        opens = piece.role == "paragraph" or (decision and piece.role == "point")
        if piece.part == "annex" or not opens:
            made.append(piece)
            continue
        printed = _printed(piece.content)
        if typeset and 0 < len(printed) <= _LONGEST:
            made.append(piece)
            continue
        words = _opening(piece, language, decision=decision)
        if not words:
            if not printed:
                doubts.append((piece.line, "no opening was found"))
            made.append(piece)
            continue
        opening = words[_bracketed(piece.content) :]
        if printed and printed.startswith(opening) and len(printed) <= _LONGEST:
            made.append(piece)
        else:
            made.append(replace(piece, content=_italic(piece.content, len(words))))
            restored.append((piece.line, opening))
    return Opened(made, restored, doubts)


def _opening(piece: Piece, language: str, *, decision: bool) -> str:
    text = piece.text
    lead = _bracketed(piece.content)
    lead += len(text[lead:]) - len(text[lead:].lstrip("[“\"'"))
    if decision:
        return openings.past(text)
    part: openings.Part = "preambular" if piece.part == "preamble" else "operative"
    other: openings.Part = "operative" if part == "preambular" else "preambular"
    found = openings.find(text[lead:], part, language)
    if found is None or found.kind == openings.UNKNOWN:
        found = openings.find(text[lead:], other, language) or found
        if found and found.kind == openings.UNKNOWN and found.part != part:
            found = None
    return text[: lead + len(found.text)] if found else ""


def _bracketed(content: Inlines) -> int:
    """How many signs stand before the words of brackets that `content` begins with."""
    if not content or not isinstance(first := content[0], Bracket):
        return 0
    return _before(first) + _bracketed(first.content)


def _before(bracket: Bracket) -> int:
    return len(f"[{bracket.by}: " if bracket.by else "[")


def _printed(content: Inlines) -> str:
    first = content[0] if content else None
    if isinstance(first, Bracket):
        return _printed(first.content)
    return first.text if isinstance(first, Text) and first.italic else ""


def _italic(content: Inlines, count: int) -> Inlines:
    """`content` with its first `count` characters in italics; italics beyond them go."""
    made: list[Inline] = []
    first = True
    for inline in content:
        if isinstance(inline, Bracket) and count:
            inside = max(0, count - _before(inline))
            made.append(replace(inline, content=_italic(inline.content, inside)))
            count = max(0, count - len(plain((inline,))))
            first = False
            continue
        if not isinstance(inline, Text) or not count:
            made.append(inline)
            first = first and isinstance(inline, Call)
            continue
        head, tail = inline.text[:count], inline.text[count:]
        count -= len(head)
        made.append(Text(head, italic=True, bold=False))
        # An italic span that only began too early or ended too late is the opening itself.
        made.append(Text(tail, italic=inline.italic and not first, bold=inline.bold))
        first = False
    return tidy(made)

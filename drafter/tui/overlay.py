"""Colours laid over the printed words: where language is agreed, where a search found something.

A paint says which characters of a paragraph's flat text (`lint.flat`) take which style. No Textual.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.model import Bracket, Call, Inlines, Text
from drafter.tui.wrap import Piece, Pieces

Paint = tuple[int, int, str]  # from, to, the style's name


def overlaid(pieces: Pieces, paints: Sequence[Paint]) -> Pieces:
    """`pieces` of one paragraph with `paints`, which do not overlap, laid over them."""
    return tuple(_overlaid(pieces, sorted(paints))) if paints else pieces


def _overlaid(pieces: Pieces, paints: Sequence[Paint]) -> Iterator[Piece]:
    at = 0
    for words, style in pieces:
        if style == "call":
            yield words, style
            at += 1
        elif style == "by":
            yield words, style  # an attribution is no part of the text
        else:
            yield from _cut(words, style, at, paints)
            at += len(words)


def _cut(words: str, style: str, at: int, paints: Sequence[Paint]) -> Iterator[Piece]:
    done = 0
    for start, end, name in paints:
        first, last = max(start - at, done), min(end - at, len(words))
        if first >= last:
            continue
        if first > done:
            yield words[done:first], style
        yield words[first:last], f"{style} {name}".strip()
        done = last
    if done < len(words):
        yield words[done:], style


def flat_positions(content: Inlines) -> list[int]:
    """For each character of the plain words of `content`, and their end, where it stands flat."""
    out: list[int] = []
    end = _walk(content, 0, out)
    return [*out, end]


def _walk(content: Inlines, at: int, out: list[int]) -> int:
    for each in content:
        if isinstance(each, Text):
            out += range(at, at + len(each.text))
            at += len(each.text)
        elif isinstance(each, Call):
            at += 1
        else:
            at = _bracket(each, at, out)
    return at


def _bracket(bracket: Bracket, at: int, out: list[int]) -> int:
    out.append(at)
    out += [at + 1] * (len(bracket.by) + 2 if bracket.by else 0)
    at = _walk(bracket.content, at + 1, out)
    out.append(at)
    out += [at + 1] * sum(len(position) + 3 for position in bracket.positions)
    return at + 1

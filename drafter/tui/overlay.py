"""Colours laid over the printed words: where language is agreed, where a search found something.

A paint says which characters of a paragraph's flat text (`lint.flat`) take which style. No Textual.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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

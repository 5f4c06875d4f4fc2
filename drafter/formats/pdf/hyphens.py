"""Words parted at a line's end: rejoined where the same document prints them whole.

A hyphen at a line's end is most often the word's own ("follow-up"); it goes only when the word
stands elsewhere without it, and never with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.formats.official import markup
from drafter.formats.pdf.printed import Printed
from drafter.model import Inlines, Text

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2011’'][^\W\d_]+)*")
_HEAD = re.compile(r"([^\W\d_]+(?:[-\u2011’'][^\W\d_]+)*)[-\u00ad]$")
_TAIL = re.compile(r"[^\W\d_]+(?:[-\u2011’'][^\W\d_]+)*")


def words(lines: Iterable[Printed]) -> frozenset[str]:
    """Every word that `lines` print within a line."""
    return frozenset(word.casefold() for line in lines for word in _WORD.findall(line.text))


def joined(pieces: Sequence[Inlines], known: frozenset[str]) -> tuple[Inlines, tuple[str, ...]]:
    """The lines of a paragraph as one, and the words in it that were rejoined."""
    made: list[Inlines] = []
    found: list[str] = []
    for piece in pieces:
        word = _parted(made[-1], piece, known) if made else ""
        if word:
            last = made[-1][-1]
            assert isinstance(last, Text)  # noqa: S101 - only words end with a hyphen
            head = replace(last, text=last.text.rstrip()[:-1])
            made[-1] = markup.tidy((*made[-1][:-1], head, *piece))
            found.append(word)
        else:
            made.append(piece)
    return markup.join_all(made), tuple(found)


def _parted(before: Inlines, after: Inlines, known: frozenset[str]) -> str:
    """The word that the end of `before` and the start of `after` are the halves of, or ""."""
    last, first = before[-1] if before else None, after[0] if after else None
    if not (isinstance(last, Text) and isinstance(first, Text)):
        return ""
    if not last.text.rstrip().endswith(("-", "\u00ad")):
        return ""
    head, tail = _HEAD.search(last.text.rstrip()), _TAIL.match(first.text)
    if not (head and tail and tail[0][0].islower()):
        return ""
    whole = head[1] + tail[0]
    if last.text.rstrip().endswith("\u00ad"):
        return whole
    split = f"{head[1]}-{tail[0]}"
    return whole if whole.casefold() in known and split.casefold() not in known else ""

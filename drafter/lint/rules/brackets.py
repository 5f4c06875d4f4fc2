"""Square brackets balance.

Wrong:

    1. *Urges* States [to license ferries;

    2. *Requests* the Secretary-General to report].

    → OP1: “[” is not closed
    → OP2: “]” closes nothing

Also right:

    1. *Urges* States [EU: that have not yet done so] to license ferries;

    2. *Requests* the Secretary-General to report.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Stretch
from drafter.model import Bracket, Inlines, Text

LEVEL = "error"
SOURCES = ("R-NEG-5",)


def check(draft: Draft) -> Iterator[Fault]:
    """Brackets that stand alone: readers keep them as words."""
    for stretch in draft.stretches:
        if "[" not in stretch.words and "]" not in stretch.words:
            continue
        for sign, at in _strays(stretch):
            message = "“[” is not closed" if sign == "[" else "“]” closes nothing"
            yield Fault(stretch, message, start=at, end=at + 1)


def _strays(stretch: Stretch) -> Iterator[tuple[str, int]]:
    """The brackets in the words themselves that have no partner, and where they stand."""
    opened: list[int] = []
    for sign, at in _signs(stretch.content, 0):
        if sign == "[":
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            yield sign, at
    for at in opened:
        yield "[", at


def _signs(inlines: Inlines, at: int) -> Iterator[tuple[str, int]]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield from ((sign, at + i) for i, sign in enumerate(inline.text) if sign in "[]")
            at += len(inline.text)
        elif isinstance(inline, Bracket):
            yield from _signs(inline.content, at + 1)
            at += _length(inline)
        else:
            at += 1


def _length(bracket: Bracket) -> int:
    from drafter.lint.flat import flat

    return len(flat((bracket,)))

"""The mark each paragraph ends with, by its place: commas, semicolons, colons, the full stop.

A preambular paragraph ends with a comma (R-OPEN-3), an operative one with a semicolon and the last
with a full stop (R-OP-4); a chapeau ends with a colon (R-OP-6), a point with a semicolon and the
last point with its parent's mark (R-OP-7, R-OPEN-4). Knows places, not files; nothing here edits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.grammar.numbering import Placed, walk
from drafter.model import Heading, Inlines, Item, Paragraph, Resolution, Table, plain

# What may stand after the mark without being the end: closing quotes, brackets, spaces.
_AFTER = " \u00a0\u2009\u202f]”’\"'»"


@dataclass(frozen=True, slots=True)
class Ending:
    """The mark that one stretch of a paragraph should end with."""

    placed: Placed
    closing: bool  # the stretch is the text after the subparagraphs, not the paragraph itself
    expected: str
    allowed: str  # marks that may stand as well: a colon before a table

    @property
    def content(self) -> Inlines:
        """The stretch itself."""
        paragraph = self.placed.paragraph
        return paragraph.closing if self.closing else paragraph.content


def mark(words: str) -> str:
    """The punctuation mark that `words` end with, "" where they end with none.

    A mark inside closing quotes or brackets counts: a quotation may close a paragraph.
    """
    stripped = words.rstrip(_AFTER)
    return stripped[-1:] if stripped[-1:] in set(".,;:!?…") else ""


def mark_at(words: str) -> int:
    """Where in `words` the closing mark stands or should stand: before quotes and brackets."""
    stripped = words.rstrip(_AFTER)
    if mark(words):
        return len(stripped) - 1
    # A missing mark goes after a closing quotation mark, but inside a bracket.
    return len(words.rstrip(" \u00a0\u2009\u202f]"))


def endings(resolution: Resolution) -> Iterator[Ending]:
    """What every stretch of the preamble and the operative part of `resolution` should end with."""
    last = _last(resolution.operative)
    follows = {
        ("preamble", index): bool(_introduces(resolution.preamble, index))
        for index in range(len(resolution.preamble))
    } | {
        ("operative", index): bool(_introduces(resolution.operative, index))
        or (index == last and bool(resolution.annexes))
        for index in range(len(resolution.operative))
    }
    marks: dict[tuple[str, tuple[int, ...]], str] = {}
    for placed in walk(resolution):
        if placed.part == "annex":
            continue
        allowed = ":" if placed.level == 0 and follows[placed.part, placed.path[0]] else ""
        if placed.level:
            final = _point_mark(resolution, placed, marks)
            if final == ";" and _has_commas(resolution, placed):
                allowed = ","
        elif placed.part == "preamble":
            final = ","
        else:
            final = "." if placed.path[0] == last else ";"
        marks[placed.part, placed.path] = final
        paragraph = placed.paragraph
        if paragraph.children:
            yield Ending(placed, closing=False, expected=":", allowed="")
            if paragraph.closing:
                yield Ending(placed, closing=True, expected=final, allowed=allowed)
        else:
            yield Ending(placed, closing=False, expected=final, allowed=allowed)


def _point_mark(
    resolution: Resolution, placed: Placed, marks: dict[tuple[str, tuple[int, ...]], str]
) -> str:
    """The mark of a point: its parent's for the last one, else a semicolon (R-OP-7)."""
    parent = parent_of(resolution, placed)
    if placed.path[-1] < len(parent.children) - 1 or parent.closing:
        return ";"
    return marks[placed.part, placed.path[:-1]]


def _has_commas(resolution: Resolution, placed: Placed) -> bool:
    """Whether every point beside this one of a preamble ends with a comma: some texts do that."""
    beside = parent_of(resolution, placed).children
    return placed.part == "preamble" and all(mark(plain(p.content)) == "," for p in beside)


def parent_of(resolution: Resolution, placed: Placed) -> Paragraph:
    """The paragraph whose point `placed` is."""
    items = resolution.preamble if placed.part == "preamble" else resolution.operative
    first = items[placed.path[0]]
    assert isinstance(first, Paragraph)  # noqa: S101 - only paragraphs have points
    for index in placed.path[1:-1]:
        first = first.children[index]
    return first


def _last(items: tuple[Item, ...]) -> int:
    """The index of the last paragraph of `items`, -1 where there is none."""
    return max((i for i, item in enumerate(items) if isinstance(item, Paragraph)), default=-1)


def _introduces(items: tuple[Item, ...], index: int) -> bool:
    """Whether what follows paragraph `index` may be what it introduces: a table, a heading."""
    following = items[index + 1 : index + 2]
    return bool(following) and isinstance(following[0], Table | Heading)

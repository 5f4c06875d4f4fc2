"""The printed lines of a page: stretches on one baseline in reading order, raised signs apart.

A raised figure or star becomes a call that may still turn out to be text (`notes` decides). Every
stretch of the page ends in exactly one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.formats.official.markup import tidy
from drafter.formats.pdf.engine import Page, Span
from drafter.model import Call, Inline, Inlines, Text, plain

_SAME = 0.25  # of the type size: baselines so near are one
_RAISED = 0.82  # a raised sign is smaller than this part of its line's type
_WORD_GAP = 0.21  # of the type size: a gap so wide is a space
_CELL_GAP = 1.0  # so wide, another cell may begin
_SIGN = re.compile(r"\d{1,3}|[*†‡§]{1,3}|[a-z]")
_SIGNS = re.compile(rf"\s*(?:{_SIGN.pattern})(?:[\s,]+(?:{_SIGN.pattern}))*\s*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a line without wide gaps."""

    content: Inlines
    x: float
    right: float


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it is printed, in points; `y` is its baseline, down from the page's top."""

    cells: tuple[Cell, ...]
    page: int
    y: float
    size: float
    bold: bool  # all of it
    italic: bool
    coded: bool = False
    content: Inlines = field(default=())
    text: str = field(default="")

    def __post_init__(self) -> None:
        """Keep the whole content and its words: nearly every rule asks for them."""
        spaced: list[Inline] = []
        for cell in self.cells:
            if spaced:
                spaced.append(Text(" "))
            spaced.extend(cell.content)
        content = tidy(spaced) if len(self.cells) > 1 else self.cells[0].content
        object.__setattr__(self, "content", content)
        object.__setattr__(self, "text", plain(content))

    @property
    def x(self) -> float:
        """Where the line begins."""
        return self.cells[0].x

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.cells[-1].right


def lines(page: Page, number: int) -> list[Printed]:
    """The lines of `page` from top to bottom."""
    rows = _rows(sorted(page.spans, key=lambda span: (span.y, span.x)))
    return [_printed(row, number) for row in rows]


@dataclass(slots=True)
class _Row:
    y: float
    size: float
    spans: list[Span]

    @property
    def x(self) -> float:
        return min(span.x for span in self.spans)

    @property
    def right(self) -> float:
        return max(span.right for span in self.spans)


def _rows(spans: list[Span]) -> list[_Row]:
    """The spans on each baseline; then raised and lowered ones given to the line they belong to."""
    rows: list[_Row] = []
    for span in spans:
        last = rows[-1] if rows else None
        if last and abs(span.y - last.y) <= _SAME * max(min(span.size, last.size), 4.0):
            last.spans.append(span)
            if span.size > last.size:
                last.size, last.y = span.size, span.y
        else:
            rows.append(_Row(span.y, span.size, [span]))
    kept: list[_Row] = []
    for at, row in enumerate(rows):
        around = [*rows[max(0, at - 2) : at], *rows[at + 1 : at + 3]]
        if owner := _owner(row, around):
            owner.spans.extend(row.spans)
        else:
            kept.append(row)
    return kept


def _owner(row: _Row, around: list[_Row]) -> _Row | None:
    """The line to which `row` is raised or lowered, if its type is so small."""
    best: _Row | None = None
    for other in around:
        rise = other.y - row.y
        high = 0.15 * other.size < rise < 0.65 * other.size
        low = 0.1 * other.size < -rise < 0.35 * other.size
        # A note's sign may stand far to the left of its words.
        ahead = high and len(row.spans) == 1 and other.x - 15 * other.size < row.x < other.x
        within = other.x - 2.5 * other.size < row.x and row.right < other.right + 2 * other.size
        near = within or ahead
        small = row.size < _RAISED * other.size and len(row.spans) <= len(other.spans) * 2 + 2
        if small and near and (high or low) and (best is None or abs(rise) < abs(best.y - row.y)):
            best = other
    return best


def _printed(row: _Row, number: int) -> Printed:
    spans = sorted(row.spans, key=lambda span: span.x)
    worded = [span for span in spans if any(c.isalnum() for c in span.text)] or spans
    main = [span for span in worded if span.size >= _RAISED * row.size] or worded
    return Printed(
        tuple(_cells(spans, row)),
        number,
        row.y,
        _usual(main),
        all(span.bold for span in main),
        all(span.italic for span in main),
        all(span.coded for span in main),
    )


def _usual(spans: list[Span]) -> float:
    """The type size of most of the letters."""
    sizes: dict[float, int] = {}
    for span in spans:
        size = round(span.size * 2) / 2
        sizes[size] = sizes.get(size, 0) + len(span.text)
    return max(sizes, key=lambda size: sizes[size])


def _cells(spans: list[Span], row: _Row) -> Iterator[Cell]:
    made: list[Inline] = []
    start = right = spans[0].x
    for span in spans:
        gap = span.x - right
        if made and gap > _CELL_GAP * min(row.size, 14):
            yield Cell(tidy(made), start, right)
            made, start = [], span.x
        elif made and gap > _WORD_GAP * min(span.size, row.size) and not _spaced(made, span):
            made.append(_space(made[-1], span))
        more = list(_inlines(span, row))
        if made and isinstance(more[0], Call) and isinstance(last := made[-1], Text):
            made[-1] = Text(last.text.rstrip(), last.italic, last.bold)
        made.extend(more)
        right = max(right if made else span.x, span.right)
    if made:
        yield Cell(tidy(made), start, right)


def _spaced(made: list[Inline], span: Span) -> bool:
    """Whether a space already stands between what was `made` and `span`."""
    last = made[-1]
    return span.text[:1].isspace() or (isinstance(last, Text) and last.text[-1:].isspace())


def _space(last: Inline, span: Span) -> Text:
    same = isinstance(last, Text) and (last.italic, last.bold) == (span.italic, span.bold)
    return Text(" ", span.italic, span.bold) if same else Text(" ")


def _inlines(span: Span, row: _Row) -> Iterator[Inline]:
    raised = span.size < _RAISED * row.size and row.y - span.y > 0.15 * row.size
    words = span.text
    if not raised or not _SIGNS.fullmatch(words):
        yield Text(words, span.italic, span.bold)
        return
    for sign in _SIGN.findall(words):
        yield Call(sign)
    if words[-1:].isspace():
        yield Text(" ")

"""Tables on a page: lines whose cells stand in columns, taken out of the body as one piece.

Two lines with gaps at the same places make a table; one such line is a line with a wide gap. A
number or letter before a tab makes no column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.formats.official import labels, markup
from drafter.formats.pdf.printed import Cell, Printed
from drafter.model import Inlines, Table, plain

_APART = 3.2  # of the type size: rows no farther apart
_WRAPPED = 1.25  # of the type size: a line so near may go on with the row above
_NARROW = 0.7  # of a column's lines stand inside its neighbours' edges
_COLUMNS = 40
_FULL = 0.85  # of its width: a row prints less


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in the flow of lines."""

    table: Table
    page: int


def parted(lines: Sequence[Printed], start: int) -> Iterator[Printed | Grid]:
    """`lines` with each table after the place `start` as one `Grid`."""
    yield from lines[:start]
    at = start
    while at < len(lines):
        end = _end(lines, at)
        found = _grid(lines[at:end]) if end - at > 1 else None
        if found is None:
            yield lines[at]
            at += 1
        else:
            yield found
            at = end


def _end(lines: Sequence[Printed], at: int) -> int:
    """Where the rows that begin at `at` end; `at` where none begins."""
    if not _is_row(lines[at]):
        return at
    columns = [(cell.x, cell.right) for cell in lines[at].cells]
    last = end = at + 1
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        near = line.page == before.page and line.y - before.y < _APART * max(line.size, before.size)
        if not near or labels.is_meeting(line.text):
            break
        wider = _merged(columns, line.cells)
        if len(wider) < 2 or len(wider) > _COLUMNS:
            break
        if _is_row(line):
            columns = wider
            last = end + 1
        elif not _inside(line, columns):
            break
        end += 1
    # Lines of one cell after the last row belong to it only while they wrap.
    while last < end and lines[last].y - lines[last - 1].y < _WRAPPED * lines[last].size:
        last += 1
    return last


def _is_row(line: Printed) -> bool:
    if len(line.cells) < 2:
        return False
    words = plain(line.cells[0].content).strip()
    if len(words) < 8 and labels.label(f"{words} X"):
        return False
    # A justified line may have wide gaps, but is mostly words.
    printed = sum(cell.right - cell.x for cell in line.cells)
    return printed < _FULL * (line.right - line.x)


def _inside(line: Printed, columns: list[tuple[float, float]]) -> bool:
    """Whether the one cell of `line` stands in one column."""
    cell = line.cells[0]
    width = columns[-1][1] - columns[0][0]
    hit = [c for c in columns if c[0] - 4 <= cell.x and cell.x < c[1] + 4]
    return len(line.cells) == 1 and bool(hit) and cell.right - cell.x < _NARROW * width


def _merged(columns: list[tuple[float, float]], cells: Sequence[Cell]) -> list[tuple[float, float]]:
    """The columns widened by `cells`: stretches that overlap are one."""
    spans = sorted([*columns, *((cell.x, cell.right) for cell in cells)])
    made = [spans[0]]
    for left, right in spans[1:]:
        if left < made[-1][1] + 1:
            made[-1] = (made[-1][0], max(made[-1][1], right))
        else:
            made.append((left, right))
    return made


def _grid(lines: Sequence[Printed]) -> Grid | None:
    """The table that `lines` print, if they have two rows of the same columns."""
    if sum(len(line.cells) > 1 for line in lines) < 2:
        return None
    columns: list[tuple[float, float]] = []
    for line in lines:
        columns = _merged(columns, line.cells) if columns else [(c.x, c.right) for c in line.cells]
    if len(columns) < 2:
        return None
    rows: list[list[Inlines]] = []
    for at, line in enumerate(lines):
        row = _row(line, columns)
        near = at and line.y - lines[at - 1].y < _WRAPPED * line.size
        if rows and near and len(line.cells) < 2:
            rows[-1] = [
                markup.join(one, other) if one and other else one or other
                for one, other in zip(rows[-1], row, strict=True)
            ]
        else:
            rows.append(row)
    return Grid(Table(tuple(map(tuple, rows))), lines[0].page)


def _row(line: Printed, columns: list[tuple[float, float]]) -> list[Inlines]:
    row: list[Inlines] = [()] * len(columns)
    for cell in line.cells:
        at = next(i for i, (left, right) in enumerate(columns) if left <= cell.x <= right)
        row[at] = markup.join(row[at], cell.content) if row[at] else markup.tidy(cell.content)
    return row

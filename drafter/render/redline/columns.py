"""Which columns of a table are the same column, where one came or went or all moved along.

Told only of plain tables: as many cells in every row, none merged. Elsewhere a row that has other
cells goes out and comes in as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from typing import NamedTuple

from drafter.render.redline.job import Job
from drafter.render.redline.places import counterparts
from drafter.word.inline import Content
from drafter.word.story import Row, Table, paragraphs
from drafter.word.xml import Element, ensure, make, names, place, w

_MERGED = names("gridSpan vMerge hMerge gridBefore gridAfter")
_GAIN = 1.5  # how many times as much text must stay for columns to be told from their places


class Columns(NamedTuple):
    """For each column in order its number in the old and in the new table, None where it is not."""

    pairs: tuple[tuple[int | None, int | None], ...]

    @property
    def olds(self) -> list[int]:
        """The old columns that stay."""
        return [i for i, j in self.pairs if i is not None and j is not None]

    @property
    def news(self) -> list[int]:
        """The same columns in the new table."""
        return [j for i, j in self.pairs if i is not None and j is not None]


def columns(job: Job, old: Table, new: Table) -> Columns | None:
    """Which columns stay, go and come; None when cells are to be paired by their places."""
    widths = _width(old), _width(new)
    if not all(widths):
        return None
    olds = [_bag(job.old_content, old, k) for k in range(widths[0])]
    news = [_bag(job.new_content, new, k) for k in range(widths[1])]
    shared = {
        (i, j): sum(len(word) * times for word, times in (one & other).items())
        for i, one in enumerate(olds)
        for j, other in enumerate(news)
    }
    kept = heaviest(shared, widths)
    gain = sum(shared[pair] for pair in kept)
    if widths[0] == widths[1] and gain <= _GAIN * sum(shared[k, k] for k in range(widths[0])):
        return None
    return Columns(tuple(_in_order(kept, widths))) if kept else None


def _width(table: Table) -> int:
    """How many cells each row has; 0 where they differ or are merged."""
    widths = {len(row.cells) for row in table.rows}
    merged = next(table.element.iter(*_MERGED), None) is not None
    return 0 if merged or len(widths) != 1 else widths.pop()


def _bag(read: Callable[[Element], Content], table: Table, column: int) -> Counter[str]:
    """The words of a column."""
    return Counter(
        word
        for row in table.rows
        for paragraph in paragraphs(row.cells[column].element)
        for word in read(paragraph).text.split()
    )


def heaviest(shared: dict[tuple[int, int], int], sizes: tuple[int, int]) -> list[tuple[int, int]]:
    """Of all pairings in order, of so many things on each side, the one that shares most."""
    best = [[0] * (sizes[1] + 1) for _ in range(sizes[0] + 1)]
    for i in range(sizes[0]):
        for j in range(sizes[1]):
            best[i + 1][j + 1] = max(best[i][j] + shared[i, j], best[i][j + 1], best[i + 1][j])
    found = []
    i, j = sizes
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.append((i, j))
    return found[::-1]


def _in_order(
    kept: list[tuple[int, int]], widths: tuple[int, int]
) -> list[tuple[int | None, int | None]]:
    found: list[tuple[int | None, int | None]] = []
    i = j = 0
    for one, other in (*kept, widths):
        # As many out as in between two that stay: the same columns, with other words.
        same = one - i == other - j
        found += [(i + k, j + k if same else None) for k in range(one - i)]
        found += [(None, j + k) for k in range(0 if same else other - j)]
        found.append((one, other))
        i, j = one + 1, other + 1
    return found[:-1]


def delete_cell(job: Job, cell: Element) -> None:
    """Mark a cell as deleted, and what it says."""
    place(ensure(cell, "tcPr"), job.pen.revision("cellDel"))
    for paragraph in paragraphs(cell):
        job.pen.strike(paragraph, "del")


def insert_cell(job: Job, source: Element, parts: tuple[str, str]) -> Element:
    """A copy of a new cell, marked as inserted, and what it says."""
    made = job.carrier.content(source, parts[1], parts[0])
    job.counterparts += counterparts(made, source)
    place(ensure(made, "tcPr"), job.pen.revision("cellIns"))
    for paragraph in paragraphs(made):
        job.pen.strike(paragraph, "ins")
    return made


def track_grid(job: Job, old: Element, new: Element, told: Columns | None) -> None:
    """Give the grid of a table, tracked, room for all the cells that stand in it now.

    Those that go too: a reader that knows no tracked cells drops what has no column.
    """
    present = old.find(w("tblGrid"))
    if present is None or present.find(w("tblGridChange")) is not None:
        return
    olds, wanted = (table.findall(f"{w('tblGrid')}/{w('gridCol')}") for table in (old, new))
    if told is not None and wanted:
        wide = wanted[-1]  # where a table has more cells than its grid says
        here, there = dict(enumerate(olds)), dict(enumerate(wanted))
        wanted = [
            here.get(-1 if i is None else i, there.get(-1 if j is None else j, wide))
            for i, j in told.pairs
        ]
    if len(wanted) <= len(olds):
        return
    made = [deepcopy(column) for column in wanted]
    before = make("tblGrid")
    before.extend(list(present))
    present.extend(made)
    present.append(make("tblGridChange", {"id": str(next(job.pen.ids))}, before))


def cells(row: Row, kept: list[int] | None = None) -> list[Element]:
    """The cells of a row in the columns `kept`; all of them without."""
    return [row.cells[k].element for k in (range(len(row.cells)) if kept is None else kept)]

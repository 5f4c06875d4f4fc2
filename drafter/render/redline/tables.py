"""A table of the old file rewritten row by row, and a row cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain
from operator import eq

from drafter.diff import compare
from drafter.render.redline.columns import (
    Columns,
    cells,
    columns,
    delete_cell,
    heaviest,
    insert_cell,
    track_grid,
)
from drafter.render.redline.foreign import foreign_table, mark_rows
from drafter.render.redline.job import Job
from drafter.render.redline.layout import track
from drafter.spans import Block
from drafter.word.inline import Content
from drafter.word.story import Row, Table
from drafter.word.xml import Element, w

WriteFlow = Callable[[Job, Element, Element, tuple[str, str]], None]


def width(table: Table) -> int:
    """The most cells that a row of a table has."""
    return max((len(row.cells) for row in table.rows), default=0)


def words(read: Callable[[Element], Content], *elements: Element, most: int = 400) -> str:
    """The words that a table or the cells of a row begin with."""
    found: list[str] = []
    for paragraph in chain.from_iterable(element.iter(w("p")) for element in elements):
        found += read(paragraph).text.split()
        if len(found) > most:
            break
    return " ".join(found[:most])


def alike(olds: list[str], news: list[str]) -> list[tuple[int, int, int]]:
    """Pairs of texts that share a quarter of their words, in order, and how much they share.

    Of all pairings in order the one that shares most, in characters.
    """
    bags = [Counter(text.split()) for text in olds], [Counter(text.split()) for text in news]
    shared: dict[tuple[int, int], int] = {}
    for i, one in enumerate(bags[0]):
        for j, other in enumerate(bags[1]):
            common = one & other
            weight = sum(len(word) * times for word, times in common.items())
            enough = 4 * common.total() >= max(one.total(), other.total())
            shared[i, j] = weight + 1 if enough or olds[i] == news[j] else 0
    return [(i, j, shared[i, j]) for i, j in heaviest(shared, (len(olds), len(news)))]


def write_table(
    job: Job, old: Table, new: Table, parts: tuple[str, str], write_flow: WriteFlow
) -> None:
    """Mark the rows and cells of `old` so that it reads as `new` when accepted."""
    track(job, old.element, new.element, "tblPr")
    told = columns(job, old, new)
    if told is not None or width(old) != width(new):
        track_grid(job, old.element, new.element, told)
    pairs = _pairs(job, old, new, told)
    partner = dict(pairs)
    came = {j: i for i, j in pairs}
    cursor: Element | None = None
    position = 0
    for index, row in enumerate(old.rows):
        if index in partner:
            for other in range(position, partner[index]):
                if other not in came:
                    cursor = _insert(job, new.rows[other].element, cursor, row.element, parts)
            position = partner[index] + 1
            other_row = new.rows[partner[index]]
            track(job, row.element, other_row.element, "trPr")
            for one, two in _cells(job, row, other_row, parts, told):
                track(job, one, two, "tcPr")
                write_flow(job, one, two, parts)
        else:
            mark_rows(job, row.element, "del")
        cursor = row.element
    for other in range(position, len(new.rows)):
        cursor = _insert(job, new.rows[other].element, cursor, None, parts)


def _insert(
    job: Job,
    source: Element,
    cursor: Element | None,
    before: Element | None,
    parts: tuple[str, str],
) -> Element:
    """Put a copy of a new row behind `cursor`, or before `before`."""
    copied = foreign_table(job, source, parts)
    if cursor is not None:
        cursor.addnext(copied)
    elif before is not None:
        before.addprevious(copied)
    return copied


def _cells(
    job: Job, old: Row, new: Row, parts: tuple[str, str], told: Columns | None
) -> Iterable[tuple[Element, Element]]:
    """The cells that stay beside their new selves; those that go and come are marked."""
    if told is None:
        return list(zip(cells(old), cells(new), strict=True))
    staying = []
    cursor: Element | None = None
    first = old.cells[0].element
    for i, j in told.pairs:
        if i is None:
            made = insert_cell(job, new.cells[j or 0].element, parts)
            if cursor is None:
                first.addprevious(made)
            else:
                cursor.addnext(made)
            cursor = made
            continue
        cursor = old.cells[i].element
        if j is None:
            delete_cell(job, cursor)
        else:
            staying.append((cursor, new.cells[j].element))
    return staying


def _pairs(job: Job, old: Table, new: Table, told: Columns | None) -> list[tuple[int, int]]:
    """Which rows are the same row, in order: only rows of as many cells are paired.

    Where columns are told, by what the columns that stay say.
    """
    olds, news = old.rows, new.rows
    kept = (told.olds, told.news) if told is not None else (None, None)
    one = [words(job.old_content, *cells(row, kept[0])) for row in olds]
    other = [words(job.new_content, *cells(row, kept[1])) for row in news]
    same = sum(map(eq, one, other))
    alike_all = told or [len(r.cells) for r in olds] == [len(r.cells) for r in news]
    if alike_all and len(one) == len(other) and same * 2 >= len(one):
        return [(k, k) for k in range(len(olds))]
    diff = compare(
        [Block(text, kind="cell") for text in one],
        [Block(text, kind="cell") for text in other],
        moves=False,
    )
    found: list[tuple[int, int]] = []
    for change in sorted(diff.changes, key=lambda change: change.old):
        if len(change.old) == len(change.new) == 1:
            i, j = change.old[0], change.new[0]
            follows = not found or (i > found[-1][0] and j > found[-1][1])
            if follows and (told or _alike(olds[i], news[j])):
                found.append((i, j))
    return sorted([*found, *_left_over(found, old, new, told)])


def _left_over(
    found: Iterable[tuple[int, int]], old: Table, new: Table, told: Columns | None
) -> list[tuple[int, int]]:
    """Rows between paired ones, as many out as in, that have as many cells: paired in order."""
    made = []
    i = j = 0
    for one, other in (*found, (len(old.rows), len(new.rows))):
        if one - i == other - j:
            made += [
                (i + k, j + k)
                for k in range(one - i)
                if told or _alike(old.rows[i + k], new.rows[j + k])
            ]
        i, j = one + 1, other + 1
    return made


def _alike(old: Row, new: Row) -> bool:
    """Whether two rows have the same cells, side by side and one above another."""
    return [_span(c.element) for c in old.cells] == [_span(c.element) for c in new.cells]


def _span(cell: Element) -> str:
    found = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return found.get(w("val"), "1") if found is not None else "1"

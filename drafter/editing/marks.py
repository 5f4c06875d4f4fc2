"""What the outline marks, and where a delegate's "OP12" is. Derived; nothing here is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from drafter.editing.rows import Line, Row, rows
from drafter.model import Bracket, Inlines, Resolution, plain

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def changed_rows(now: Sequence[Row], before: Resolution | None) -> frozenset[int]:
    """The indices of the rows of `now` whose words do not stand in `before`, wherever they stood.

    A paragraph that only moved, or whose number alone changed, is not marked.
    """
    if before is None:
        return frozenset()
    left = Counter((row.kind, row.content, row.table) for row in rows(before))
    out = set()
    for index, row in enumerate(now):
        key = (row.kind, row.content, row.table)
        if left[key] > 0:
            left[key] -= 1
        else:
            out.add(index)
    return frozenset(out)


def brackets(content: Inlines) -> int:
    """How many brackets stand in `content`, nested ones too (R-NEG-1)."""
    return sum(1 + brackets(each.content) for each in content if isinstance(each, Bracket))


def bracket_count(lines: Sequence[Row]) -> int:
    """How many brackets stand in all of `lines`."""
    return sum(brackets(row.content) for row in lines)


def word_count(lines: Sequence[Row]) -> int:
    """The words of the preamble, the operative part and the annexes."""
    parts = {"preamble", "operative", "annex"}
    return sum(_words(row.content) for row in lines if row.part in parts)


@lru_cache(maxsize=4096)
def _words(content: Inlines) -> int:
    return len(_WORD.findall(plain(content)))


def find_place(lines: Sequence[Line], wanted: str) -> int | None:
    """The row that `wanted` names: "12" and "op12" an operative paragraph, "pp3", "3b", "3 (b)".

    Failing that the first row whose heading, annex or words contain `wanted`.
    """
    key = _squeezed(wanted)
    if not key:
        return None
    keys = [_squeezed(line.place) for line in lines]
    for candidate in (key, f"op{key}", f"annex{key}"):
        if candidate in keys:
            return keys.index(candidate)
    folded = wanted.strip().casefold()
    for index, line in enumerate(lines):
        if folded in plain(line.row.content).casefold():
            return index
    return None


def _squeezed(place: str) -> str:
    return re.sub(r"[\s().,]+", "", place).casefold()


def row_of_place(lines: Sequence[Line], place: str) -> int | None:
    """The row that a finding's place names, or the paragraph it begins with, or None."""
    return next(iter(rows_of_places(lines, (place,))), None)


def rows_of_places(lines: Sequence[Line], places: Iterable[str]) -> frozenset[int]:
    """The rows that `places` name, or the paragraphs these begin with; unknown ones left out."""
    index: dict[str, int] = {}
    for at, line in enumerate(lines):
        index.setdefault(line.place.casefold(), at)
    found = set()
    for place in places:
        wanted = place.casefold()
        at = index.get(wanted, index.get(wanted.split(" ")[0].rstrip(","), -1))
        if at >= 0:
            found.add(at)
    return frozenset(found)

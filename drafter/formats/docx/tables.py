"""How wide the columns of a table are: by what stands in them, so that no number is broken.

A table whose words do not fit the measure of the text takes the whole width between the margins, as
the Secretariat's do. Knows nothing of XML but twips.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.formats.docx.styles import INDENT
from drafter.model import Table, plain

_SIGN = 92  # twips of a letter of table text, on average
_MARGINS = 240  # at both sides of a cell, and a little air
_LONGEST = 40 * _SIGN  # beyond this a word may be broken


@dataclass(frozen=True, slots=True)
class Widths:
    """Where a table begins, from the margin, and the widths of its columns, in twips."""

    indent: int
    columns: tuple[int, ...]


def widths(table: Table, measure: int) -> Widths:
    """The widths of the columns of `table` in a text of `measure` twips."""
    count = max((len(row) for row in table.rows), default=1) or 1
    least, whole = [_MARGINS] * count, [_MARGINS] * count
    for row in table.rows:
        for at, cell in enumerate(row):
            words = plain(cell).split(" ")
            longest = max(map(len, words)) * _SIGN
            least[at] = max(least[at], min(longest, _LONGEST) + _MARGINS)
            whole[at] = max(whole[at], sum(map(len, words), len(words) - 1) * _SIGN + _MARGINS)
    if sum(least) <= measure:
        return Widths(INDENT, _shared(measure, least, whole))
    return Widths(0, _shared(measure + 2 * INDENT, least, whole))


def _shared(width: int, least: list[int], whole: list[int]) -> tuple[int, ...]:
    """`width` in columns: what each needs first, then what it would need not to break lines."""
    needed = sum(least)
    if needed > width:
        return tuple(each * width // needed for each in least)
    wanted = [each - low for each, low in zip(whole, least, strict=True)]
    spare = width - needed
    if sum(wanted) > spare:
        more = [each * spare // sum(wanted) for each in wanted]
    else:
        even = (spare - sum(wanted)) // len(least)
        more = [each + even for each in wanted]
    return tuple(low + each for low, each in zip(least, more, strict=True))

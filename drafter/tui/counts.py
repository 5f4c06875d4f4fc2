"""What is counted in a draft and shown beside it: words, brackets, marks by row. No Textual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.editing.marks import bracket_count, changed_rows, rows_of_places, word_count
from drafter.editing.rows import Line
from drafter.model import Resolution

if TYPE_CHECKING:
    from drafter.lint.findings import Finding


def marks_of(
    lines: Sequence[Line], findings: Sequence[Finding], saved: Resolution | None
) -> dict[int, str]:
    """One character a row: a finding before a change."""
    changed = changed_rows([line.row for line in lines], saved)
    found = rows_of_places(lines, (each.place for each in findings))
    return {**dict.fromkeys(changed, "~"), **dict.fromkeys(found, "•")}


def counted(lines: Sequence[Line]) -> str:
    """The counts in words: "623 words · 2 brackets"."""
    every = [line.row for line in lines]
    count = bracket_count(every)
    brackets = f" · {count} bracket{'s' * (count != 1)}" if count else ""
    return f"{word_count(every)} words{brackets}"

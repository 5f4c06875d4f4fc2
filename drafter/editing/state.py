"""One moment of a draft under the pen: the text, the cursor, and what was done to get here.

A state is what history keeps, so it is small and frozen, and holds nothing a screen knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.editing.footnotes import follow
from drafter.editing.rows import Row, build, rows
from drafter.errors import DrafterError
from drafter.model import Resolution


class EditError(DrafterError):
    """An operation that makes no sense where it was asked for; the draft is as it was."""


@dataclass(frozen=True, slots=True)
class State:
    """A draft and where one stands in it."""

    resolution: Resolution
    cursor: int = 0  # an index into `rows(resolution)`
    what: str = ""  # what led here, as undo names it: "delete OP3"
    typed: str | None = None  # the markup as typed where it is not yet in normal form

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the draft."""
        return rows(self.resolution)

    def at(self, cursor: int) -> State:
        """This state with the cursor at row `cursor`, or at the nearest there is."""
        last = len(self.rows) - 1
        return replace(self, cursor=max(0, min(cursor, last)), typed=None)

    def having(self, lines: Sequence[Row], cursor: int, what: str) -> State:
        """The state with `lines` as its rows; footnote numbers follow their calls (R-FN-2)."""
        resolution = follow(self.resolution, build(lines, self.resolution))
        return State(resolution, what=what).at(cursor)

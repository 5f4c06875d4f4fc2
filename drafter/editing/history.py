"""One history of states: undo and redo belong to the draft, never to a widget.

Knows nothing of what a state is. Nothing here is ever thrown away but the future of a new branch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class History(Generic[T]):
    """The present state, the states before it (last is nearest) and those undone (likewise)."""

    present: T
    past: tuple[T, ...] = ()
    future: tuple[T, ...] = ()

    def record(self, state: T, *, joins: bool = False) -> History[T]:
        """`state` as the present; `joins` makes this one step with the state before it."""
        past = self.past if joins and self.past else (*self.past, self.present)
        return History(state, past)

    def undo(self) -> History[T]:
        """The history one step back; itself when there is nothing to undo."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (*self.future, self.present))

    def redo(self) -> History[T]:
        """The history one step forward again; itself when nothing was undone."""
        if not self.future:
            return self
        return History(self.future[-1], (*self.past, self.present), self.future[:-1])

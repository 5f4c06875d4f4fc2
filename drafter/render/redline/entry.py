"""What becomes of the items of two flows: the plan that `plan` makes and `flows` writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.diff.changes import Edit
from drafter.word.story import Flow, Table


@dataclass(frozen=True, slots=True)
class Entry:
    """What becomes of some items of the two flows; `mark` is what becomes of their mark."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    mark: str = ""  # "" stays; "ins", "del", "moveFrom", "moveTo"
    edits: tuple[Edit, ...] = ()
    move: str = ""  # its name, when it moves
    partner: int = -1  # the item at the other end of the move
    whole: bool = False  # out and in as a whole
    behind: tuple[Entry, ...] = ()  # all out or all in, the last with this one's mark: see `ends`


@dataclass(frozen=True, slots=True)
class Plan:
    """The entries of two flows in order."""

    olds: Flow
    news: Flow
    entries: tuple[Entry, ...]


def with_table(old: Iterable[int], new: Iterable[int], olds: Flow, news: Flow) -> bool:
    """Whether there is a table among these items."""
    return any(isinstance(olds[i], Table) for i in old) or any(
        isinstance(news[j], Table) for j in new
    )

"""What a reader hands over: the value, and what it could not keep. A reader never prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value read from a file, with what its reader has to say about it."""

    value: T
    notes: tuple[str, ...] = ()  # "draft.md:12: table after OP4 was left out"
    furniture: tuple[str, ...] = ()  # page numbers and running heads that were dropped

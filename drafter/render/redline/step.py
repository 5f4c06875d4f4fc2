"""One step of a change over whole paragraphs, and the paragraphs on one side of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from drafter.word.inline import Content
from drafter.word.xml import Element

Op = Literal["equal", "delete", "insert"]


class Step(NamedTuple):
    """What becomes of `size` characters: at `old` in the old text, at `new` in the new text."""

    op: Op
    old: int
    new: int
    size: int
    number: bool = False  # part of a typed number
    inside: bool = False  # new words for the shown text of a field that stays


@dataclass(frozen=True, slots=True)
class Side:
    """The paragraphs on one side of a change, with how much of each is its typed number."""

    elements: tuple[Element, ...]
    contents: tuple[Content, ...]
    prefixes: tuple[str, ...]
    part: str = ""  # the part of the file they stand in

    @property
    def starts(self) -> list[int]:
        """Where each paragraph begins in the joined text."""
        starts, position = [], 0
        for content in self.contents:
            starts.append(position)
            position += len(content.text) + 1
        return starts

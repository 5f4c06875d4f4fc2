"""What a check finds and what would mend it, as frozen data.

A finding says where, which rule and what to do; a fix is a few edits of the draft and says whether
they are safe, that is whether they cannot change what the text means. Nothing here decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from drafter.model import Resolution

Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")

SpotPart = Literal["preamble", "operative", "annex", "annex title", "footnote", "title"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of inline content in a resolution: where an edit takes place."""

    part: SpotPart
    path: tuple[int, ...] = ()  # as in `numbering.Placed`; of a table: item, row, cell
    closing: bool = False  # the text after the subparagraphs


@dataclass(frozen=True, slots=True)
class Words:
    """Replace characters `start` to `end` of the flat text at `spot` by `text`."""

    spot: Spot
    start: int
    end: int
    text: str
    italic: bool | None = None  # None: as the characters replaced
    bold: bool | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """Let the paragraph at `spot` bear `label`; None for the number or letter of its place."""

    spot: Spot
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """Set a field of the masthead, or `enacting`, to `value`."""

    name: str
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Redraft:
    """Put `resolution` in place of the whole: for what touches many paragraphs at once."""

    resolution: Resolution = field(repr=False)


Edit = Words | Label | Field | Redraft


@dataclass(frozen=True, slots=True)
class Fix:
    """How to mend a finding."""

    edits: tuple[Edit, ...]
    about: str = ""  # "insert a semicolon"
    safe: bool = True  # cannot change what the text means


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found, in the words a delegate would use."""

    place: str  # "OP3 (b)", "PP2", "title", "masthead", "footnote 4"
    rule: str  # the rule's id: "operative-ending"
    level: Level
    message: str
    line: int = 0  # of the source, 0 where there is none
    fix: Fix | None = None
    spot: Spot | None = None  # the stretch and the characters meant, for those who paint
    start: int = 0
    end: int = 0

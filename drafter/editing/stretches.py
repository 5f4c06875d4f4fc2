"""An agreed text laid beside one's own: where they part, and one stretch of it taken over.

A stretch is what the agreed text says where one's own says something else, or nothing. Taking it
over leaves every other word, note and bracket of the paragraph as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.editing.state import EditError
from drafter.model import Bracket, Call, Inlines, Text, plain

if TYPE_CHECKING:
    from drafter.diff.changes import Edit


@dataclass(frozen=True, slots=True)
class Stretch:
    """One place where the texts part: characters `start` to `end` of one's own plain words."""

    start: int
    end: int
    mine: str
    agreed: str

    @property
    def missing(self) -> bool:
        """Whether one's own text says nothing here, where the agreed one does."""
        return not self.mine.strip() and bool(self.agreed.strip(" .,;:"))


def edits(mine: str, agreed: str) -> tuple[Edit, ...]:
    """What turns `mine` into `agreed`."""
    from drafter.diff import words

    return words.edits(mine, agreed)


def stretches(pieces: Sequence[Edit]) -> tuple[Stretch, ...]:
    """Every place where the texts part, in reading order."""
    out: list[Stretch] = []
    at, start, mine, agreed = 0, 0, "", ""
    for op, words in (*pieces, ("equal", "")):
        if op == "equal":
            if mine or agreed:
                out.append(Stretch(start, start + len(mine), mine, agreed))
                mine = agreed = ""
            at += len(words)
            start = at
        elif op == "delete":
            mine += words
            at += len(words)
        else:
            agreed += words
    return tuple(out)


def taken(content: Inlines, chosen: Iterable[Stretch]) -> Inlines:
    """`content` with the agreed words of each of `chosen`, stretches of its plain words."""
    from drafter.lint.flat import replaced

    flat = flat_positions(content)
    for each in sorted(chosen, key=lambda each: -each.start):
        try:
            content = replaced(content, flat[each.start], flat[each.end], each.agreed)
        except ValueError:
            raise EditError("a bracket stands across these words", hint="edit it there") from None
    return content


def missing(content: Inlines, agreed: str) -> Inlines:
    """`content` with what the agreed text has beyond it, its own words all kept.

    What follows the words typed so far, or else every stretch that is simply missing in them.
    """
    mine = plain(content)
    found = [each for each in stretches(edits(mine, agreed)) if each.missing]
    if agreed.casefold().startswith(mine.casefold()):
        end = len(mine)
        found = [Stretch(end, end, "", agreed[end:])] if agreed[end:] else []
    if not found:
        raise EditError("nothing is missing that this text has", hint="m sets them side by side")
    return taken(content, found)


def flat_positions(content: Inlines) -> list[int]:
    """For each character of the plain words of `content`, and their end, where it stands flat."""
    out: list[int] = []
    end = _walk(content, 0, out)
    return [*out, end]


def _walk(content: Inlines, at: int, out: list[int]) -> int:
    for each in content:
        if isinstance(each, Text):
            out += range(at, at + len(each.text))
            at += len(each.text)
        elif isinstance(each, Call):
            at += 1
        else:
            at = _bracket(each, at, out)
    return at


def _bracket(bracket: Bracket, at: int, out: list[int]) -> int:
    out.append(at)
    out += [at + 1] * (len(bracket.by) + 2 if bracket.by else 0)
    at = _walk(bracket.content, at + 1, out)
    out.append(at)
    out += [at + 1] * sum(len(position) + 3 for position in bracket.positions)
    return at + 1

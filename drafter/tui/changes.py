"""A comparison laid out to be read as one text: what stayed, what went, what came. No Textual.

Each entry is one change. Words deleted and inserted are told apart by style and, where there is no
colour, by the marks [-…-] and {+…+}.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.diff.changes import Change, Diff
from drafter.spans import OBJECT, Block
from drafter.tui.page import MARGIN
from drafter.tui.wrap import Piece, Pieces, shorten, wrap

_SIGNS = {"inserted": "+", "deleted": "-", "moved": "→", "edited": "~", "split": "⑂", "merged": "⑃"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as lines of pieces."""

    lines: tuple[Pieces, ...]
    changed: bool
    place: str  # of the new text, else of the old one


def entries(diff: Diff, width: int, *, colour: bool) -> tuple[Entry, ...]:
    """Every change of `diff` in `width` columns, in reading order."""
    return tuple(_entry(diff, change, width, colour=colour) for change in diff.changes)


def _entry(diff: Diff, change: Change, width: int, *, colour: bool) -> Entry:
    old = [diff.old[index] for index in change.old]
    new = [diff.new[index] for index in change.new]
    place = _named((new or old)[0])
    if change.kind == "unchanged":
        words = shorten(_shown(new[0].text), width - MARGIN - len(place) - 2)
        line: Pieces = ((" " * MARGIN, ""), (f"{place}  ", "faint"), (words, "faint"))
        return Entry((line,), changed=False, place=place)
    sign = _SIGNS.get(change.kind, "~")
    head = (
        (f"  {sign}  ", "label"),
        (place, "heading"),
        (f"  {_about(change, old, new)}", "label"),
    )
    body = wrap(_pieces(change, colour=colour), width - MARGIN)
    margin = (" " * MARGIN, "")
    return Entry((head, *((margin, *line) for line in body), ()), changed=True, place=place)


def _named(block: Block) -> str:
    return block.place or block.kind


def _about(change: Change, old: list[Block], new: list[Block]) -> str:
    """What happened, in words."""
    marked = any(edit.op != "equal" for edit in change.edits)
    if change.kind == "renumbered":
        return f"was {_named(old[0])}"
    if change.kind == "moved":
        return f"moved from {_named(old[0])}" + (" and edited" if marked else "")
    if change.kind == "split":
        return f"split from {_named(old[0])}"
    if change.kind == "merged":
        return "joined from " + " and ".join(_named(block) for block in old)
    if change.kind == "edited" and not marked:
        return "formatting changed"
    was = f", was {_named(old[0])}" if old and new and _named(old[0]) != _named(new[0]) else ""
    return f"{change.kind}{was}"


def _pieces(change: Change, *, colour: bool) -> Pieces:
    out: list[Piece] = []
    for op, words in change.edits:
        shown = _shown(words)
        if op == "equal":
            out.append((shown, ""))
        elif op == "insert":
            out.append((shown if colour else f"{{+{shown}+}}", "inserted"))
        else:
            out.append((shown if colour else f"[-{shown}-]", "deleted"))
    return tuple(out)


def _shown(words: str) -> str:
    return words.replace(OBJECT, "ⁿ").replace("\n", " ¶ ")

"""A comparison laid out to be read: what stayed, what went, what came. No Textual.

Each entry is one change, as one text or as two columns. Words deleted and inserted are told apart
by style and, where there is no colour, by the marks [-…-] and {+…+}.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from drafter.diff.changes import Change
from drafter.editing.comparing import Comparison
from drafter.spans import OBJECT, Block
from drafter.tui.page import MARGIN, raised
from drafter.tui.wrap import Piece, Pieces, cells, shorten, wrap

_SIGNS = {"inserted": "+", "deleted": "-", "moved": "→", "edited": "~", "split": "⑂", "merged": "⑃"}
_GAP = 3  # columns between old and new


@dataclass(frozen=True, slots=True)
class Look:
    """How a comparison is shown."""

    width: int
    colour: bool
    columns: bool = False  # old and new side by side
    kept: frozenset[Change] = frozenset()  # changes that were looked at and stay as they are


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as lines of pieces; or where something that moved has gone from."""

    lines: tuple[Pieces, ...]
    changed: bool
    place: str  # of the new text, else of the old one
    change: Change

    @property
    def marked(self) -> tuple[int, ...]:
        """The lines that show what is other, the first line with its heading among them."""
        names = {"inserted", "deleted"}
        found = (n for n, line in enumerate(self.lines) if any(name in names for _, name in line))
        return (0, *found) if self.changed else (0,)


def entries(comparison: Comparison, look: Look) -> tuple[Entry, ...]:
    """Every change of `comparison`, in reading order, and where each that moved came from."""
    out: list[Entry] = []
    left = sorted((c for c in comparison.diff.changes if c.kind == "moved"), key=lambda c: c.old)
    for change in comparison.diff.changes:
        if change.kind != "moved" and change.old:
            while left and left[0].old < change.old:
                out.append(_gone(comparison, left.pop(0), look))
        out.append(_entry(comparison, change, look))
    return (*out, *(_gone(comparison, change, look) for change in left))


def _gone(comparison: Comparison, change: Change, look: Look) -> Entry:
    """The place that `change` moved from, in a line."""
    old, new = comparison.diff.old[change.old[0]], comparison.diff.new[change.new[0]]
    head = f"{_named(old)}  moved to {_named(new)}  "
    words = shorten(_shown(old.text, []), max(look.width - MARGIN - len(head), 0))
    line: Pieces = (("  →  ", "label"), (head, "faint"), (words, "faint"))
    return Entry((line,), changed=False, place=_named(old), change=change)


def _entry(comparison: Comparison, change: Change, look: Look) -> Entry:
    diff = comparison.diff
    old = [diff.old[index] for index in change.old]
    new = [diff.new[index] for index in change.new]
    place = _named((new or old)[0])
    pieces = tuple(_pieces(comparison, change, colour=look.colour))
    if change.kind == "unchanged":
        words = shorten("".join(words for words, _ in pieces), look.width - MARGIN - len(place) - 2)
        line: Pieces = ((" " * MARGIN, ""), (f"{place}  ", "faint"), (words, "faint"))
        return Entry((line,), changed=False, place=place, change=change)
    sign = _SIGNS.get(change.kind, "~")
    seen = "  ✓ settled" if change in look.kept else ""
    head = (
        (f"  {sign}  ", "label"),
        (place, "heading"),
        (f"  {_about(change, old, new)}", "label"),
        (seen, "changed"),
    )
    body = _columns(pieces, look.width) if look.columns else wrap(pieces, look.width - MARGIN)
    margin = (" " * MARGIN, "")
    lines = (head, *((margin, *line) for line in body), ())
    return Entry(lines, changed=True, place=place, change=change)


def _columns(pieces: Pieces, width: int) -> Iterator[Pieces]:
    """Old words at the left, new ones at the right."""
    each = (width - MARGIN - _GAP) // 2
    left = wrap([piece for piece in pieces if piece[1] != "inserted"], each)
    right = wrap([piece for piece in pieces if piece[1] != "deleted"], each)
    for old, new in zip_longest(left, right, fillvalue=()):
        used = sum(cells(words) for words, _ in old)
        yield (*old, (" " * (each - used) + " │ ", "faint"), *new)


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


def _pieces(comparison: Comparison, change: Change, *, colour: bool) -> Iterator[Piece]:
    """The words of `change`, each footnote call as its own text prints it."""
    old = [label for index in change.old for label in comparison.old_calls[index]]
    new = [label for index in change.new for label in comparison.new_calls[index]]
    for op, words in change.edits:
        count = words.count(OBJECT)
        came, gone = (new[:count], old[:count])
        shown = _shown(words, gone if op == "delete" else came)
        if op != "insert":
            old = old[count:]
        if op != "delete":
            new = new[count:]
        if op == "equal":
            yield shown, ""
        elif op == "insert":
            yield (shown if colour else f"{{+{shown}+}}"), "inserted"
        else:
            yield (shown if colour else f"[-{shown}-]"), "deleted"


def _shown(words: str, labels: list[str]) -> str:
    for label in labels:
        words = words.replace(OBJECT, raised(label), 1)
    return words.replace(OBJECT, "ⁿ").replace("\n", " ¶ ")

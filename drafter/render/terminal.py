"""A comparison for a terminal, in colour or, without, with [-deleted-] and {+inserted+} marks.

Each change stands under its place and kind, wrapped to the width. What a stranger's file holds can
never steer the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from drafter.diff.changes import Diff, counts
from drafter.render.outline import (
    Piece,
    Shown,
    Skipped,
    formatting,
    heading,
    outline,
    pieces,
    place,
    summary,
    visible,
    words_marked,
)

_INDENT = "    "
_RESET, _BOLD, _DIM = "\x1b[0m", "\x1b[1m", "\x1b[2m"
# Underlined and struck through as well: not everyone tells red from green.
_PAINT = {"equal": "", "delete": "\x1b[31;9m", "insert": "\x1b[32;4m"}
_MARKS = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def render(diff: Diff, *, colour: bool = False, width: int = 100, context: int | None = 1) -> str:
    """The changes in reading order with `context` unchanged paragraphs around, then a summary."""
    lines: list[str] = []
    for item in outline(diff, context):
        lines += _item(diff, item, colour=colour, width=width)
    lines.append(_painted(summary(diff), _BOLD, colour=colour))
    return "\n".join(lines) + "\n"


def stat(diff: Diff, *, width: int = 100) -> str:
    """How many changes of each kind and where, and how many words are marked."""
    lines = []
    for kind, number in counts(diff).items():
        if not number or kind == "unchanged":
            continue
        where = ", ".join(
            place(diff.new, change.new[0]) if change.new else place(diff.old, change.old[0])
            for change in diff.changes
            if change.kind == kind
        )
        line = f"{kind:>11} {number:>4}  {_CONTROL.sub('�', where)}"
        lines.append(line if len(line) <= width else line[: width - 1] + "…")
    deleted, inserted = words_marked(diff)
    lines.append(f"{summary(diff)}; {deleted} words deleted, {inserted} inserted")
    return "\n".join(lines) + "\n"


def _item(diff: Diff, item: Shown | Skipped, *, colour: bool, width: int) -> Iterator[str]:
    if isinstance(item, Skipped):
        yield _painted(f"… {item.count} unchanged …", _DIM, colour=colour)
        return
    change = item.change
    if change.kind == "unchanged":
        block = diff.new[change.new[0]]
        words = _CONTROL.sub("�", visible(block.text)).replace("\n", " ")
        yield _painted(
            _cut(f"{place(diff.new, change.new[0])}  {words}", width), _DIM, colour=colour
        )
        return
    yield _painted(_CONTROL.sub("�", heading(diff, item)), _BOLD, colour=colour)
    if change.kind == "renumbered":
        return
    yield from _wrapped(pieces(diff, change), width, colour=colour)
    for line in formatting(diff, change):
        yield _INDENT + _painted(f"({_CONTROL.sub('�', line)})", _DIM, colour=colour)


def _wrapped(stretches: Iterable[Piece], width: int, *, colour: bool) -> Iterator[str]:
    """The stretches as lines: broken at spaces only, never inside a mark's own sign."""
    room = max(width - len(_INDENT), 20)
    line, used = "", 0
    unit, size = "", 0  # what must stay on one line
    for text, painted in _units(stretches, colour=colour):
        if text in (" ", "\n"):
            if used and used + 1 + size > room:
                yield _INDENT + line
                line, used = unit, size
            else:
                line, used = (f"{line} {unit}", used + 1 + size) if used else (unit, size)
            unit, size = "", 0
            if text == "\n":
                yield _INDENT + line
                line, used = "", 0
        else:
            unit, size = unit + painted, size + _columns(text)
    if used and size and used + 1 + size > room:
        yield _INDENT + line
        line = unit
    elif size:
        line = f"{line} {unit}" if used else unit
    if line:
        yield _INDENT + line


def _units(stretches: Iterable[Piece], *, colour: bool) -> Iterator[tuple[str, str]]:
    """Words and single spaces with their marks, as (what is seen, what is written)."""
    for op, words, style in _joined(stretches, colour=colour):
        text = _CONTROL.sub("�", visible(words) if op != "equal" else visible(words + "x")[:-1])
        before, after = _MARKS[op]
        if not colour:
            # The mark closes on the line that it ends.
            end = "\n" if op != "equal" and text.endswith("\n") else ""
            text = before + text.removesuffix(end) + after + end
        paint = _PAINT[op] + ("\x1b[3m" if "italic" in style else "") if colour else ""
        for part in re.split(r"([ \n])", text):
            if part:
                yield part, f"{paint}{part}{_RESET}" if paint else part


def _joined(stretches: Iterable[Piece], *, colour: bool) -> Iterator[Piece]:
    """Without colour style is not shown: stretches that differ in it alone are one."""
    last: Piece | None = None
    for piece in stretches:
        if last and not colour and last.op == piece.op:
            last = Piece(last.op, last.text + piece.text, "")
        else:
            if last:
                yield last
            last = piece
    if last:
        yield last


def _columns(text: str) -> int:
    """How many columns `text` takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _painted(text: str, paint: str, *, colour: bool) -> str:
    return f"{paint}{text}{_RESET}" if colour else text

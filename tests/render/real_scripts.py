"""Random edit scripts on real paragraphs, as pairs of Word files by seed.

A draft is a run of real paragraphs with notes and tables among them. A script edits words, puts in,
takes out, moves (and edits on the way), splits, joins; works on notes, rows, columns and tables.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import cycle
from pathlib import Path
from random import Random

from tests.word.specimens import docx, note, p, raw, row, run, table

_UNPRINTED = re.compile(r"[\x00-\x1f]")  # page breaks of a scan, which no Word file can hold
_TAB = raw("<w:tab/>")
_FILES = (
    "general_assembly_78_79.jsonl.xz",
    "drafts_and_adopted_80.jsonl.xz",
    "security_council_1946_94.jsonl.xz",
)


@dataclass(frozen=True)
class Line:
    """A real paragraph; how long its opening is; the notes called behind which words."""

    text: str
    opening: int = 0
    numbered: bool = False
    notes: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table by rows."""

    rows: tuple[tuple[str, ...], ...]


Item = Line | Grid
Draft = tuple[Item, ...]


@cache
def texts(folder: Path) -> tuple[tuple[Line, ...], ...]:
    """The paragraphs of every resolution of more than five."""
    found = []
    for name in _FILES:
        with lzma.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                held = tuple(
                    Line(
                        _UNPRINTED.sub(" ", each["text"]),
                        len(each.get("lead") or ""),
                        each["kind"] == "operative",
                    )
                    for each in json.loads(line)["paragraphs"]
                    if each.get("role") != "front" and each["text"].strip()
                )
                if len(held) > 5:
                    found.append(held)
    return tuple(found)


def pair(folder: Path, seed: int) -> tuple[bytes, bytes]:
    """A Word file of real paragraphs, and the same after a script."""
    chance = Random(seed)
    known = texts(folder)
    lines = chance.choice(known)
    start = chance.randrange(max(len(lines) - 25, 1))
    draft = _furnished(lines[start : start + chance.randint(4, 25)], chance)
    new = draft
    for _ in range(chance.randint(1, 12)):
        new = _edited(new, chance, chance.choice(known))
    return written(draft), written(new)


def _furnished(lines: Sequence[Line], chance: Random) -> Draft:
    """`lines` with notes called here and there, and a table or two among them."""
    items: list[Item] = []
    for line in lines:
        noted = chance.random() < 0.2
        items.append(_noted(line, chance) if noted else line)
        if chance.random() < 0.06:
            columns = chance.randint(1, 4)
            words = chance.choice(lines).text.split()
            cell = cycle(words)
            rows = chance.randint(1, 5)
            items.append(
                Grid(tuple(tuple(_few(cell, chance) for _ in range(columns)) for _ in range(rows)))
            )
    return tuple(items)


def _few(words: Iterator[str], chance: Random) -> str:
    return " ".join(next(words) for _ in range(chance.randint(0, 5)))


def _noted(line: Line, chance: Random) -> Line:
    places = [at for at, letter in enumerate(line.text) if letter == " "] or [len(line.text)]
    at = chance.choice(places)
    said = f"A/{chance.randint(60, 80)}/{chance.randint(1, 990)}, para. {chance.randint(1, 40)}."
    kept = [other for other in line.notes if other[0] != at]
    return replace(line, notes=tuple(sorted([*kept, (at, said)])))


def _edited(draft: Draft, chance: Random, others: Sequence[Line]) -> Draft:
    items = list(draft)
    at = chance.randrange(len(items))
    item = items[at]
    what = chance.choice(_WHAT)
    if what == "in":
        items.insert(at, chance.choice(others))
    elif what == "table":
        items.insert(at, Grid((tuple(chance.choice(others).text.split()[:3]) or ("x",),)))
    elif what == "out":
        del items[at : at + chance.randint(1, 3)]
    elif what == "move":
        items.insert(chance.randrange(len(items)), items.pop(at))
    elif what == "move and edit" and isinstance(item, Line):
        moved = _words(items.pop(at), chance)
        items.insert(chance.randrange(len(items) + 1), moved)
    elif what == "join" and at + 1 < len(items):
        after = items[at + 1]
        if isinstance(item, Line) and isinstance(after, Line):
            items[at : at + 2] = [_joined(item, after)]
    elif isinstance(item, Line):
        items[at : at + 1] = _line_edited(item, what, chance)
    else:
        items[at] = _grid_edited(item, what, chance)
    return tuple(items) or (Line("The end."),)


_WHAT = (
    *("words", "words", "words", "in", "out", "move", "move and edit", "split", "join", "note"),
    *("no note", "number", "table", "row", "no row", "cell", "column", "no column"),
)


def _line_edited(line: Line, what: str, chance: Random) -> list[Item]:
    if what == "words":
        return [_words(line, chance)]
    if what == "note":
        return [_noted(line, chance)]
    if what == "no note" and line.notes:
        return [replace(line, notes=line.notes[1:])]
    if what == "number":
        return [replace(line, numbered=not line.numbered)]
    if what == "split":
        places = [at for at, letter in enumerate(line.text) if letter == " "]
        if places:
            at = chance.choice(places)
            first = tuple(n for n in line.notes if n[0] <= at)
            rest = tuple((a - at - 1, said) for a, said in line.notes if a > at)
            return [
                replace(line, text=line.text[:at], notes=first, opening=min(line.opening, at)),
                Line(line.text[at + 1 :], 0, line.numbered, rest),
            ]
    return [line]


def _words(item: Item, chance: Random) -> Item:
    """Some words of a paragraph out, others in, wherever; its notes stay behind the words."""
    if not isinstance(item, Line):
        return item
    words = item.text.split(" ")
    at = chance.randrange(len(words))
    gone = chance.choice([0, 0, 1, 1, 2, 5])
    come = chance.choice(
        [[], ["all"], ["most", "States"], ["2031;"], ["(a)", "sub-regional"], [""]]
    )
    offset = len(" ".join(words[:at]))
    words[at : at + gone] = come
    text = " ".join(words)
    shift = len(text) - len(item.text)
    notes = {min(a if a <= offset else max(a + shift, offset), len(text)): s for a, s in item.notes}
    return replace(
        item, text=text, opening=min(item.opening, len(text)), notes=tuple(sorted(notes.items()))
    )


def _joined(one: Line, other: Line) -> Line:
    start = len(one.text) + 1
    notes = {**dict(one.notes), **{at + start: said for at, said in other.notes}}
    return replace(one, text=f"{one.text} {other.text}", notes=tuple(sorted(notes.items())))


def _grid_edited(grid: Grid, what: str, chance: Random) -> Grid:
    rows = [list(each) for each in grid.rows]
    at = chance.randrange(len(rows))
    width = len(rows[0])
    if what == "row":
        rows.insert(at, [str(chance.randint(1, 99)) for _ in range(width)])
    elif what == "no row" and len(rows) > 1:
        del rows[at]
    elif what == "column":
        column = chance.randint(0, width)
        for number, each in enumerate(rows):
            each.insert(column, f"new {number}")
    elif what == "no column" and width > 1:
        column = chance.randrange(width)
        for each in rows:
            del each[column]
    else:
        rows[at][chance.randrange(width)] = f"{chance.randint(1, 99)} per cent"
    return Grid(tuple(map(tuple, rows)))


def written(draft: Draft) -> bytes:
    """The draft as a Word file with typed numbers."""
    notes: dict[int, str] = {}
    blocks = []
    number = 0
    for item in draft:
        if isinstance(item, Grid):
            blocks.append(table(*(row(*cells) for cells in item.rows), columns=len(item.rows[0])))
            continue
        number += item.numbered
        inner = [f"{number}.", _TAB] if item.numbered else []
        start = 0
        for at, said in (*item.notes, (len(item.text), "")):
            stretch = item.text[start:at]
            opening = max(item.opening - start, 0)
            if stretch[:opening]:
                inner.append(run(stretch[:opening], "i"))
            if stretch[opening:]:
                inner.append(run(stretch[opening:]))
            if said:
                notes[len(notes) + 1] = said
                inner.append(note(len(notes)))
            start = at
        blocks.append(p(*inner))
    if isinstance(draft[-1], Grid):
        blocks.append(p())
    return docx(*blocks, footnotes=notes, header="A/C.3/80/L.909")

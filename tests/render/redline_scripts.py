"""Random edit scripts on an invented draft, as pairs of Word files by seed."""

# ruff: noqa: E501 - word lists

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from tests.word.specimens import docx, note, p, raw, row, run, table

TAB = raw("<w:tab/>")
_VERBS = ["Urges", "Encourages", "Requests", "Invites", "Calls upon", "Takes note of", "Stresses"]
_WHO = [
    "Member States",
    "the Secretary-General",
    "donors",
    "regional commissions",
    "river basin bodies",
]
_WHAT = ["to license ferries", "to train crews", "to publish manuals", "to repair bridges", "to share data",
         "to map crossings", "to report on floods", "to fund schools"]  # fmt: skip
_HOW = ["at all levels", "by 2031", "in accordance with national law", "without delay",
        "on a voluntary basis", "in line with resolution 79/901", "as appropriate"]  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A paragraph of the draft: its opening, its words, perhaps a note."""

    opening: str
    words: tuple[str, ...]
    lettered: bool = False
    note: str = ""


@dataclass(frozen=True)
class Draft:
    lines: tuple[Line, ...]
    rows: tuple[tuple[str, str], ...]
    symbol: str = "A/C.3/80/L.909"


def invented(chance: Random) -> Draft:
    lines = []
    for number in range(chance.randint(4, 14)):
        words = f"{chance.choice(_WHO)} {chance.choice(_WHAT)}, {chance.choice(_HOW)}, and {chance.choice(_WHAT)} {chance.choice(_HOW)};"
        called = f"A/80/{900 + number}." if chance.random() < 0.2 else ""
        lines.append(
            Line(chance.choice(_VERBS), tuple(words.split()), chance.random() < 0.2, called)
        )
    rows = tuple((str(2020 + k), str(chance.randint(10, 99))) for k in range(chance.randint(1, 4)))
    return Draft(tuple(lines), rows)


def edited(draft: Draft, chance: Random) -> Draft:
    lines, rows = list(draft.lines), list(draft.rows)
    for _ in range(chance.randint(1, 6)):
        if not lines:
            break
        at = chance.randrange(len(lines))
        line = lines[at]
        what = chance.choice(
            ["words", "words", "in", "out", "move", "split", "join", "note", "row", "cell"]
        )
        if what == "words":
            words = list(line.words)
            words[chance.randrange(len(words))] = chance.choice(
                ["all", "most", "inclusive", "2032"]
            )
            lines[at] = replace(line, words=tuple(words))
        elif what == "in":
            fresh = Line(
                chance.choice(_VERBS),
                tuple(f"{chance.choice(_WHO)} {chance.choice(_WHAT)};".split()),
            )
            lines.insert(at, fresh)
        elif what == "out" and len(lines) > 1:
            del lines[at]
        elif what == "move":
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        elif what == "split" and len(line.words) > 6:
            middle = len(line.words) // 2
            second = Line(line.words[middle], line.words[middle + 1 :], line.lettered)
            lines[at : at + 1] = [replace(line, words=line.words[:middle]), second]
        elif what == "join" and at + 1 < len(lines):
            after = lines.pop(at + 1)
            joined = (*line.words, after.opening, *after.words)
            lines[at] = replace(line, words=joined, note=line.note or after.note)
        elif what == "note":
            lines[at] = replace(line, note="" if line.note else f"A/80/{chance.randint(950, 999)}.")
        elif what == "row":
            rows.insert(chance.randint(0, len(rows)), (str(chance.randint(2000, 2019)), "7"))
        elif what == "cell" and rows:
            rows[0] = (rows[0][0], str(chance.randint(100, 999)))
    symbol = f"{draft.symbol}/Rev.1" if chance.random() < 0.2 else draft.symbol
    return Draft(tuple(lines), tuple(rows), symbol)


def written(draft: Draft, *, tail: bool = True) -> bytes:
    """The draft as a Word file with typed numbers; `tail`: words after the table."""
    notes: dict[int, str] = {}
    blocks = [p(run("The General Assembly", "i"), ",")]
    number = letter = 0
    for line in draft.lines:
        if line.lettered:
            label = f"({chr(ord('a') + letter % 26)})"
            letter += 1
        else:
            number, letter = number + 1, 0
            label = f"{number}."
        inner = [label, TAB, run(line.opening, "i"), " " + " ".join(line.words)]
        if line.note:
            notes[len(notes) + 1] = line.note
            inner.append(note(len(notes)))
        blocks.append(p(*inner))
    if draft.rows:
        blocks.append(table(*(row(*cells) for cells in draft.rows)))
    if tail or draft.rows:
        blocks.append(p("82nd plenary meeting"))
    return docx(*blocks, footnotes=notes, header=draft.symbol)


def pair(seed: int) -> tuple[bytes, bytes]:
    """A Word file and an edited version of it."""
    chance = Random(seed)
    draft = invented(chance)
    if seed % 3 == 0:
        draft = replace(draft, rows=())
    new = edited(draft, chance)
    if not draft.rows:
        new = replace(new, rows=())
    tail = seed % 2 == 0
    return written(draft, tail=tail), written(new, tail=tail)

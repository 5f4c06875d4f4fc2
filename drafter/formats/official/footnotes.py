"""Footnotes as lines: told from the text they interrupt (OCR-1, 5, 6).

A note's line begins with its sign. Which text a note belongs to is decided in `calls`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.formats.official import markup
from drafter.formats.official.lines import Line
from drafter.grammar.symbols import SYMBOL
from drafter.model import Call, Inlines, plain


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as it stands in the source."""

    label: str
    content: Inlines
    line: int
    digits: bool = False  # its number had become plain digits


@dataclass(frozen=True, slots=True)
class Parted:
    """A document's text and its notes, each in order."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]


_PLAIN = re.compile(r"(\d{1,3}|\*{1,3})\s{1,4}(?=\S)")
# What the notes of resolutions are made of (R-FN-6 to R-FN-11).
_SOURCE = re.compile(
    r"\b(?:See|Ibid|Resolutions?|Decisions?|Treaty|Official Records|annex|Available|Report|"
    r"Agreed|Adopted|United Nations,|League of Nations|Assembly|Council|chap|sect|para|vol|No)\b"
)


def part(lines: tuple[Line, ...], *, wrapped: bool) -> Parted:
    """`lines` without the notes between them."""
    kept: list[Line] = []
    notes: list[Note] = []
    more: dict[int, list[Inlines]] = {}  # the further lines of each note
    in_note = False
    for line in lines:
        in_note = line.ruled or (in_note and not (wrapped and line.broken))
        if note := _note(line, notes, wrapped=wrapped, in_note=in_note):
            notes.extend(_each(note))
            in_note = True
        elif in_note and wrapped and not line.gap and notes:
            more.setdefault(len(notes) - 1, []).append(line.content)
        else:
            broken = line.broken or in_note
            kept.append(replace(line, broken=broken, gap=line.gap or broken))
            in_note = False
    for index, lines_of_note in more.items():
        content = markup.join_all([notes[index].content, *lines_of_note])
        notes[index] = replace(notes[index], content=content)
    return Parted(tuple(kept), tuple(notes))


def _each(note: Note) -> list[Note]:
    """The notes that one line holds: the next one begins with the next number after a stop."""
    content, found, start = note.content, [note], 0
    for at in range(1, len(content) - 1):
        inline, last = content[at], found[-1]
        if not (isinstance(inline, Call) and inline.label.isdigit() and last.label.isdigit()):
            continue
        ended = plain(content[at - 1 : at]).endswith(".")
        if ended and int(inline.label) == int(last.label) + 1 and plain(content[at + 1 : at + 2]):
            found[-1] = replace(last, content=markup.tidy(content[start:at]))
            found.append(Note(inline.label, (), note.line))
            start = at + 1
    if len(found) > 1:
        found[-1] = replace(found[-1], content=markup.tidy(content[start:]))
    return found


def _note(line: Line, notes: list[Note], *, wrapped: bool, in_note: bool) -> Note | None:
    """`line` as a note, if it is one."""
    if line.heading:
        return None
    first = line.content[0] if line.content else None
    if isinstance(first, Call) and len(line.content) > 1:
        rest = markup.tidy(line.content[1:])
        words = plain(rest)
        # A fragment of text may begin with a call; notes begin with a capital (R-FN-6).
        low = words[:1].islower() and not words.startswith(("http", "www."))
        return None if low else Note(first.label, rest, line.number)
    match = _PLAIN.match(line.text)
    if in_note and wrapped and line.text.isdecimal() and len(line.text) < 4:
        # A raised number may have a line to itself, its note on the next.
        return Note(line.text, (), line.number, digits=True) if _follows(line.text, notes) else None
    if not match:
        return None
    begins = line.text[match.end()]
    if not begins.isalnum() and begins not in "“\"'[":
        return None
    label, words = match[1], line.text[match.end() :]
    rest = markup.cut(line.content, match.end())
    if label.startswith("*"):
        return Note(label, rest, line.number) if line.gap or in_note else None
    if _reads_as_note(words, label, notes, wrapped=wrapped, in_note=in_note):
        return Note(label, rest, line.number, digits=True)
    return None


def _reads_as_note(
    words: str, label: str, notes: list[Note], *, wrapped: bool, in_note: bool
) -> bool:
    """Whether digits and `words` are a note whose sign lost its height (OCR-6)."""
    if words[0].islower() and not words.startswith(("http", "www.")):
        return False
    follows = _follows(label, notes)
    if wrapped:
        # Under the rule every line that begins with the next number is a note.
        return in_note and follows
    source = bool(_SOURCE.search(words) or SYMBOL.search(words))
    return follows and source and len(words) < 400 and words.rstrip()[-1] in ".)]"


def _follows(label: str, notes: list[Note]) -> bool:
    last = next((n.label for n in reversed(notes) if n.label.isdigit()), "0")
    return int(label) in {int(last) + 1, int(last) + 2, 1}

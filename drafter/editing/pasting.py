"""Words pasted from elsewhere, Word, a PDF or a message, as paragraphs of the right kind.

They are read as any text is: lines broken on paper are joined, numbers and letters typed before
paragraphs become numbers that follow, and what opens as a preambular paragraph goes to the
preamble. Words of no such kind are paragraphs where the cursor stands. Nothing pasted is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from drafter.editing import operations
from drafter.editing.rows import Row, RowPart, family_end, item_rows
from drafter.editing.state import State
from drafter.model import Footnote, Inlines, Item, Paragraph, plain, text

_POINT = re.compile(r"\(?(?:[a-z]{1,2}|[ivx]{1,5})\)\s+")
_NUMBER = re.compile(r"^[ \t]*(\d{1,3})\.(?=\s)", re.M)
_BLANK_LINES = re.compile(r"\n\s*\n")
_OURS = re.compile(r"(?<!\w)[*_]\S[^*\n]*[*_](?!\w)|\[\^\w+\]")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted, read."""

    preamble: tuple[Item, ...] = ()
    operative: tuple[Item, ...] = ()
    loose: tuple[Inlines, ...] = ()  # paragraphs of no known kind
    points: bool = False  # whether the loose ones bore letters
    notes: tuple[Footnote, ...] = ()

    @property
    def words(self) -> Inlines | None:
        """The words, where they are of one paragraph alone; None where there are more."""
        several = (*self.preamble, *self.operative)
        contents = [each.content for each in several if isinstance(each, Paragraph)]
        contents += self.loose
        if len(contents) != 1 or len(several) > len(contents) or self.notes:
            return None
        if several and isinstance(several[0], Paragraph) and several[0].children:
            return None
        return contents[0]

    @property
    def count(self) -> int:
        """How many paragraphs there are, points within others not counted."""
        return len(self.preamble) + len(self.operative) + len(self.loose)


def read(words: str) -> Pasted:
    """`words` as paragraphs."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    if _OURS.search(words):
        return _read_draft(words)
    from drafter.formats import text as official

    words = _from_one(words)
    document = official.read(words.encode("utf-8", "replace"), "paste").value
    if document.resolutions:
        found = document.resolutions[0]
        preamble, operative = _bare(found.preamble), _bare(found.operative)
        if _told(words, found.preamble, found.operative):
            return Pasted(preamble, operative, notes=found.footnotes)
    passages = [each.text for each in document.rest] if not document.resolutions else []
    passages = passages or [each for each in _BLANK_LINES.split(words) if each.strip()]
    pieces = [" ".join(each.split()) for each in passages]
    points = bool(pieces) and all(_POINT.match(each) for each in pieces)
    if points:
        pieces = [_POINT.sub("", each, count=1) for each in pieces]
    return Pasted(loose=tuple(text(each) for each in pieces if each), points=points)


def _from_one(words: str) -> str:
    """`words` with their numbers beginning at 1, as the reader expects, where they run on."""
    numbers = [int(found[1]) for found in _NUMBER.finditer(words)]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return words
    shift = numbers[0] - 1
    return _NUMBER.sub(lambda found: found[0].replace(found[1], str(int(found[1]) - shift)), words)


def _told(words: str, *parts: Iterable[Item]) -> bool:
    """Whether every letter and digit pasted, numbers before paragraphs apart, stands in `parts`."""
    read_words = "".join(
        plain(row.content) for part in parts for row in item_rows(part, "operative")
    )
    pasted = re.sub(r"^\s*(?:\d{1,3}\.|\(\w{1,4}\))\s", "", words, flags=re.M)
    return _squeezed(read_words) == _squeezed(pasted)


def _squeezed(words: str) -> str:
    return "".join(character for character in words if character.isalnum())


def _read_draft(words: str) -> Pasted:
    """Words in the marks of a draft file."""
    from drafter.formats.markdown import parse, parse_inline

    found = parse(words).value
    if re.search(r"^\s*\d+\.\s", words, re.M) or found.footnotes:
        return Pasted(_bare(found.preamble), _bare(found.operative), notes=found.footnotes)
    pieces = (" ".join(each.split()) for each in _BLANK_LINES.split(words))
    return Pasted(loose=tuple(parse_inline(each) for each in pieces if each))


def _bare(items: Iterable[Item]) -> tuple[Item, ...]:
    """`items` without the numbers they were printed with: these follow."""
    return tuple(replace(i, label=None) if isinstance(i, Paragraph) else i for i in items)


def paste(state: State, pasted: Pasted) -> State:
    """The draft with `pasted` after the paragraph under the cursor, each part in its own.

    An empty paragraph under the cursor gives way.
    """
    row = state.rows[state.cursor]
    what = f"paste {pasted.count} paragraph{'s' * (pasted.count != 1)}"
    empty = row.kind == "paragraph" and not row.content
    here, after = state.cursor, state
    for part, items in _in_order(row.part, pasted):
        before = after.rows
        after = operations.insert_after(after.at(here), items, pasted.notes, part=part)
        first = after.cursor
        added = sum(r.part != "notes" for r in after.rows) - sum(r.part != "notes" for r in before)
        here += added if first <= here else 0
    if pasted.loose:
        after = _paste_loose(after.at(here), pasted)
        first = after.cursor
    if empty and after is not state:
        first -= first > here
        after = operations.delete(after.at(here)).at(first)
    return replace(after.at(first) if after is not state else state, what=what)


def _in_order(here: RowPart, pasted: Pasted) -> list[tuple[RowPart | None, tuple[Item, ...]]]:
    """The parts and what goes into them, the one where the cursor stands last."""
    if here == "annex":
        both = (*pasted.preamble, *pasted.operative)
        return [(None, both)] if both else []
    parts: list[tuple[RowPart | None, tuple[Item, ...]]] = [
        ("operative", pasted.operative),
        ("preamble", pasted.preamble),
    ]
    ordered = parts if here in {"front", "preamble"} else parts[::-1]
    return [(part, items) for part, items in ordered if items]


def _paste_loose(state: State, pasted: Pasted) -> State:
    """Paragraphs of no kind, at the level of the one under the cursor; points one deeper."""
    every = state.rows
    row = every[state.cursor]
    if row.kind not in {"paragraph", "closing"}:
        return operations.insert_after(state, tuple(map(Paragraph, pasted.loose)))
    level = row.level + (pasted.points and not row.level)
    where = family_end(every, state.cursor)
    new = [Row("paragraph", row.part, content, level) for content in pasted.loose]
    return state.having([*every[:where], *new, *every[where:]], where, "paste")

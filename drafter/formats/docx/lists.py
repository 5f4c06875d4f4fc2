"""Automatic numbers for a circulation file: Word's own lists, which count as the draft does.

A list goes on where its next number is the one wanted; where it is not (the letters under an
unnumbered paragraph, an annex that begins at 1 again, a printed number that leaps) a new list
begins. What no list can say, such as "3 bis", stays typed. Nothing here knows a package.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.formats.docx import markup, styles
from drafter.grammar.numbering import sublabel

LEVELS = 9  # as many as Word knows
_FORMS = (
    ("decimal", "%{}."),
    ("lowerLetter", "(%{})"),
    ("lowerRoman", "(%{})"),
    ("lowerLetter", "%{}."),
    ("lowerRoman", "%{}."),
)
_MOST = 200  # the highest letter or numeral that is sought in a label

Starts = dict[int, int]  # level → the number that it starts at, where that is not 1


@dataclass(slots=True)
class Lists:
    """The lists of a file in the making, and how far each level has counted."""

    starts: list[Starts] = field(default_factory=list)  # one entry a list
    _at: list[tuple[int, int] | None] = field(default_factory=lambda: [None] * LEVELS)

    def number(self, label: str, level: int) -> str:
        """The properties that number a paragraph `label` at `level`; "" where it must be typed.

        Ask for every paragraph in order, those without a label too.
        """
        wanted = _value(label, level) if level < LEVELS else 0
        if not wanted:
            self._at[level + 1 :] = [None] * (LEVELS - level - 1)
            return ""
        now = self._at[level]
        if now is None or now[1] + 1 != wanted:
            self.starts.append({level: wanted} if wanted > 1 else {})
            now = (len(self.starts), wanted - 1)
        which = now[0]
        self._at[level] = (which, wanted)
        self._at[level + 1 :] = [(which, 0)] * (LEVELS - level - 1)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{which}"/></w:numPr>'

    def part(self) -> bytes:
        """The numbering part."""
        abstracts = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
            f"{''.join(_level(level, starts.get(level, 1)) for level in range(LEVELS))}"
            "</w:abstractNum>"
            for number, starts in enumerate(self.starts, start=1)
        )
        lists = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in range(1, len(self.starts) + 1)
        )
        return markup.part("numbering", abstracts + lists)


def _value(label: str, level: int) -> int:
    """The number that `label` says at `level`, 0 where a list would print something else."""
    if level == 0:
        plain = label.isascii() and label.isdecimal() and not label.startswith("0")
        return int(label) if plain and len(label) < 5 else 0
    return next((n for n in range(1, _MOST) if sublabel(level, n) == label), 0)


def _level(level: int, start: int) -> str:
    form, text = _FORMS[0] if level == 0 else _FORMS[(level - 1) % 4 + 1]
    first = styles.FIRST * max(level, 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text.format(level + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{styles.INDENT}" w:firstLine="{first}"/></w:pPr>'
        '<w:rPr><w:b w:val="0"/><w:i w:val="0"/></w:rPr></w:lvl>'
    )

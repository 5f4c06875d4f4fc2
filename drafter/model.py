"""The draft as frozen data: what a resolution is, and nothing about how any file spells it.

Numbers and letters are derived (`drafter.grammar.numbering`); a `label` is kept only where a source
printed something else. Two drafts are equal when they mean the same: source lines do not count.
Values are held in one normal form (see `normal`), so that equal means equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

Kind = Literal[
    "draft resolution",
    "revised draft resolution",
    "adopted resolution",
    "decision",
    "draft decision",
    "amendment",
]


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of words in one style."""

    text: str
    italic: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A footnote call; `label` names a `Footnote` of the same resolution."""

    label: str


@dataclass(frozen=True, slots=True)
class Bracket:
    """Text that is not agreed (R-NEG-1): `[by: content] (position) (position)`. Brackets nest."""

    content: Inlines
    by: str = ""  # as printed before the colon inside: "EU, CANZ"
    positions: tuple[str, ...] = ()  # as printed in parentheses after it: "G77", "EU: delete"


Inline = Text | Call | Bracket
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A preambular, operative, annex or lettered paragraph."""

    content: Inlines  # the chapeau, when there are children
    children: tuple[Paragraph, ...] = ()
    closing: Inlines = ()  # text after the last subparagraph
    label: str | None = None  # what the source printed, None where that is the derived label
    line: int = field(default=0, compare=False, repr=False)  # 1-based in the source, 0 if none


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading between paragraphs, with its printed number ("I. Ports")."""

    content: Inlines
    level: int = 1
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row; a cell is one run of inline content."""

    rows: tuple[tuple[Inlines, ...], ...]
    line: int = field(default=0, compare=False, repr=False)


Item = Paragraph | Heading | Table


@dataclass(frozen=True, slots=True)
class Annex:
    """What follows the operative part: its paragraphs bear only the labels they print."""

    label: str = "Annex"
    title: Inlines = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note; `label` is its number or sign, unique in its resolution."""

    label: str
    content: Inlines
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """`Agenda item 19 (b)` and its title (R-ANAT-6)."""

    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Masthead:
    """Everything printed above the title, and what a drafter keeps in the front matter."""

    body: str = ""  # a body profile: "ga-c3"
    organ: str = ""  # "General Assembly"
    symbol: str = ""  # "A/C.3/80/L.909"
    number: str = ""  # of an adopted text: "79/901", "7/1"; of a draft in a report: "II"
    distribution: str = ""  # "Limited"
    date: str = ""  # ISO 8601 where it could be understood, else as printed
    language: str = ""  # the language line as printed: "Original: English"
    session: str = ""  # "Eightieth session"
    place: str = ""  # place and dates (R-ANAT-5): "Vienna, 12–16 May 2025"
    committee: str = ""  # "Third Committee"
    agenda_item: AgendaItem = AgendaItem()
    sponsors: tuple[str, ...] = ()
    sponsor_notes: tuple[str, ...] = ()  # "European Union: Also on behalf of …" (R-ANAT-9)
    kind: Kind = "draft resolution"
    adopted: str = ""  # "Resolution adopted by the General Assembly on 12 December 2024"
    report: str = ""  # "[on the report of the Third Committee (A/79/461, para. 30)]"
    second_title: str = ""  # the title again, in the second language of a body that prints two
    meeting: str = ""  # the closing lines of an adopted text: "82nd plenary meeting, 3 May 2025"
    base: tuple[tuple[str, object], ...] = ()  # the text this one is built on: symbol, file
    extra: tuple[tuple[str, object], ...] = ()  # front matter we do not know, in order


@dataclass(frozen=True, slots=True)
class Resolution:
    """One resolution or decision."""

    masthead: Masthead = Masthead()
    title: Inlines = ()
    enacting: str = ""  # with its comma: "The General Assembly,"
    preamble: tuple[Item, ...] = ()
    operative: tuple[Item, ...] = ()
    annexes: tuple[Annex, ...] = ()
    footnotes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of a document that belongs to no resolution: a report's paragraph, a heading."""

    text: str
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: its resolutions in order, and the other text around them."""

    resolutions: tuple[Resolution, ...] = ()
    rest: tuple[Passage, ...] = ()


_SPACE = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.S)


def normal(inlines: Iterable[Inline]) -> Inlines:
    """`inlines` in normal form, as every reader hands them over.

    Runs of spaces and line ends are one space (a no-break space is kept), space at the edge of an
    emphasized stretch is plain, neighbours alike in style are one `Text`, none is empty, and
    nothing begins or ends with space, inside a bracket too.
    """
    joined: list[Inline] = []
    for style, stretch in groupby(inlines, _style):
        if style is not None:
            whole = "".join(inline.text for inline in stretch if isinstance(inline, Text))
            for piece in _edges_plain(Text(whole, *style)):
                _join(joined, piece)
            continue
        for inline in stretch:
            if isinstance(inline, Bracket):
                joined.append(replace(inline, content=normal(inline.content)))
            elif isinstance(inline, Call):
                joined.append(inline)
    return _trimmed(joined)


def _style(inline: Inline) -> tuple[bool, bool] | None:
    """Italic and bold of a stretch of words; None for anything else."""
    return (inline.italic, inline.bold) if isinstance(inline, Text) else None


def _edges_plain(styled: Text) -> Iterator[Text]:
    """`styled` with the space at its edges set plain, as Markdown and typists have it."""
    words = styled.text
    if not (styled.italic or styled.bold) or not (words[:1].isspace() or words[-1:].isspace()):
        yield styled
    elif match := _EDGES.fullmatch(words):
        before, core, after = match.groups()
        yield Text(before)
        yield Text(core, styled.italic, styled.bold)
        yield Text(after)


def _join(joined: list[Inline], piece: Text) -> None:
    """Append `piece` to `joined`, to its last `Text` where both are alike in style."""
    last = joined[-1] if joined else None
    text = _SPACE.sub(" ", piece.text)
    if not text:
        return
    if isinstance(last, Text):
        if (last.italic, last.bold) == (piece.italic, piece.bold):
            joined[-1] = Text(_SPACE.sub(" ", last.text + text), last.italic, last.bold)
            return
        if last.text.endswith(" "):
            text = text.removeprefix(" ")
    if text:
        joined.append(Text(text, piece.italic, piece.bold))


def _trimmed(inlines: list[Inline]) -> Inlines:
    """`inlines` without space at either end; what becomes empty goes."""
    while inlines and isinstance(first := inlines[0], Text):
        if rest := first.text.lstrip():
            inlines[0] = Text(rest, first.italic, first.bold)
            break
        del inlines[0]
    while inlines and isinstance(last := inlines[-1], Text):
        if rest := last.text.rstrip():
            inlines[-1] = Text(rest, last.italic, last.bold)
            break
        del inlines[-1]
    return tuple(inlines)


def text(string: str, *, italic: bool = False, bold: bool = False) -> Inlines:
    """`string` as inline content in one style, in normal form."""
    return normal((Text(string, italic, bold),))


def plain(inlines: Iterable[Inline]) -> str:
    """The words of `inlines`: no emphasis, no footnote calls, brackets with their attribution."""
    return "".join(map(_plain, inlines))


def _plain(inline: Inline) -> str:
    if isinstance(inline, Text):
        return inline.text
    if isinstance(inline, Call):
        return ""
    by = f"{inline.by}: " if inline.by else ""
    return f"[{by}{plain(inline.content)}]" + "".join(f" ({p})" for p in inline.positions)


def calls(inlines: Iterable[Inline]) -> Iterator[str]:
    """The labels of the footnotes called in `inlines`, in order, those inside brackets too."""
    for inline in inlines:
        if isinstance(inline, Call):
            yield inline.label
        elif isinstance(inline, Bracket):
            yield from calls(inline.content)


def opening(paragraph: Paragraph) -> str:
    """The words that `paragraph` sets in italics at its start (R-OPEN-5), or ""."""
    first = paragraph.content[0] if paragraph.content else None
    while isinstance(first, Bracket):
        first = first.content[0] if first.content else None
    return first.text.strip(" ,") if isinstance(first, Text) and first.italic else ""

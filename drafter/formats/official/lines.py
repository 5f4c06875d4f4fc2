"""Lines with attributes: the common ground of every reader of official documents.

A line is what one source line says, with its emphasis and the footnote calls that are certain. No
line is joined or dropped here; that a heading is large is known here, what it heads is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.formats.official import markup
from drafter.model import Inlines, plain


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document, of whatever length."""

    content: Inlines
    number: int  # 1-based, in the source
    gap: bool = False  # an empty line stood before it
    broken: bool = False  # a page ended, or a note stood, between it and the line before
    ruled: bool = False  # the rule over footnotes stood right before it
    heading: int = 0  # level of a heading, 0 for none
    quoted: bool = False
    bullet: str = ""  # the mark of a list item: "–"
    cells: tuple[Inlines, ...] = ()  # of a row of a table
    text: str = field(default="")  # the words of `content`

    def __post_init__(self) -> None:
        """Keep the words beside the content: nearly every rule asks for them."""
        object.__setattr__(self, "text", plain(self.content))


@dataclass(frozen=True, slots=True)
class Raw:
    """A source line before its markup is read."""

    text: str
    number: int
    gap: bool


_HEADING = re.compile(r"(#{1,6})[ \t]+")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_LIST = re.compile(r"([-–—•·∙▪♦*+])[ \t]+(?=\S)")
# A star that calls a note to the sponsors' line or to the symbol is no list mark (R-ANAT-9).
_STARRED = re.compile(
    r"\*\s+(?:(?:Also |Également |También )?(?:on behalf|au nom|en nombre)|States? not|États? non"
    r"|Estados? no|Reissued|Nouveau tirage|Publicado|(?:The )?present|Le présent|El presente)",
    re.I,
)
_TABLE = re.compile(r"\|.*\|\s*")
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_RULE_OF_TABLE = re.compile(r"\|?(?:\s*:?-{1,}:?\s*\|)+\s*(?::?-{1,}:?\s*)?")


def decode(data: bytes) -> str:
    """`data` as text, never an error: UTF-8; UTF-16 by its mark or its zeros; else Windows-1252.

    A text of which only some characters are damaged stays UTF-8, with U+FFFD for those.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    head = data[:2000]
    for zeros, encoding in ((head[1::2], "utf-16-le"), (head[::2], "utf-16-be")):
        if len(head) > 20 and zeros.count(0) > 0.4 * len(zeros) and head.count(0) < 0.6 * len(head):
            return data.decode(encoding, errors="replace")
    text = data.decode("utf-8-sig", errors="replace")
    if "\ufffd" in text and not any(c > "\x7f" and c != "\ufffd" for c in text):
        return data.decode("cp1252", errors="replace")
    return text


def split(text: str) -> list[Raw]:
    """The lines of `text` that are not empty."""
    found = []
    gap = True
    for number, line in enumerate(re.split(r"\r\n|[\n\r\f\v\x85\u2028]", text), start=1):
        stripped = line.strip(" \t\u00a0\x00\ufeff")
        if stripped:
            found.append(Raw(stripped, number, gap))
            gap = False
        else:
            gap = True
    return found


def parse(raw: Raw, *, broken: bool = False, ruled: bool = False) -> Line:
    """`raw` with its block marks taken off and its inline markup read."""
    text = raw.text
    quoted = bool(match := _QUOTE.match(text))
    if match:
        text = text[match.end() :]
    heading, bullet = 0, ""
    cells: tuple[Inlines, ...] = ()
    if match := _HEADING.match(text):
        heading = len(match[1])
        text = text[match.end() :].rstrip("#").strip()
    elif (match := _LIST.match(text)) and not _STARRED.match(text):
        bullet = match[1]
        text = text[match.end() :]
    elif _TABLE.fullmatch(text):
        cells = _cells(text)
    content = markup.join_all([cell for cell in cells if cell]) if cells else markup.parse(text)
    if heading:
        content = markup.without_emphasis(content)
    return Line(content, raw.number, raw.gap, broken, ruled, heading, quoted, bullet, cells)


def _cells(row: str) -> tuple[Inlines, ...]:
    """The cells of a row, its outer bars taken off."""
    inner = row.strip().removeprefix("|").removesuffix("|")
    return tuple(markup.parse(cell.strip()) for cell in _BETWEEN_CELLS.split(inner))


def is_table_rule(text: str) -> bool:
    """Whether `text` is the line under the head of a Markdown table, which says nothing."""
    return "|" in text and _RULE_OF_TABLE.fullmatch(text) is not None


def is_wrapped(raws: list[Raw]) -> bool:
    """Whether the lines are those of a page, so that a paragraph runs over many of them."""
    inner = [raw for raw in raws if not raw.gap and not _STARTS.match(raw.text)]
    following = sum(1 for raw in raws if not raw.gap)
    long = sum(1 for raw in raws if len(raw.text) > 160)
    return following > 4 and len(inner) > 0.4 * len(raws) and long < 0.1 * len(raws)


_STARTS = re.compile(r"[-•*>#|]|\d{1,3}\.\s|\([a-z]{1,4}\)")


# Small words that only one language has, and every page of it.
_LANGUAGES = {
    "en": frozenset(["the", "of", "and", "to", "its"]),
    "fr": frozenset(["des", "du", "les", "et", "aux", "que", "sa"]),
    "es": frozenset(["los", "del", "las", "y", "el", "su", "con"]),
}


def language(raws: Sequence[Raw] | Sequence[Line]) -> str:
    """The language of a document, by its small words: "en" where nothing else is plain."""
    counts = dict.fromkeys(_LANGUAGES, 0)
    for raw in raws[:2000]:
        for word in raw.text[:2000].lower().split():
            for name, words in _LANGUAGES.items():
                counts[name] += word in words
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > 2 * counts["en"] else "en"

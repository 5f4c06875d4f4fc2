"""A draft as plain text set for reading: masthead, hanging numbers, footnotes at the end.

Also what `drafter show` prints: the same lines, painted. Written only; nothing here reads, and
nothing is said that the draft does not hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from drafter.formats.sponsors import sponsor_line
from drafter.grammar import wording
from drafter.grammar.numbering import child_labels, operative_labels
from drafter.grammar.wording import Wording
from drafter.model import (
    Annex,
    Call,
    Document,
    Heading,
    Inlines,
    Item,
    Masthead,
    Paragraph,
    Resolution,
    Table,
    Text,
    text,
)

Style = Literal["", "italic", "bold", "bold italic", "bracket", "note"]
Paint = Callable[[str, Style], str]
Word = tuple[tuple[str, Style], ...]  # pieces that no line end may part

WIDTH = 80
_STEP = 5  # columns for a number, and for each level below
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def write(document: Document) -> bytes:
    """The resolutions of `document` as plain text, 80 columns wide."""
    return "\n\n\n".join(map(format, document.resolutions)).encode("utf-8", "replace")


def format(  # noqa: A001 - read/write touch bytes, parse/format strings
    resolution: Resolution, width: int = WIDTH, paint: Paint | None = None
) -> str:
    """`resolution` set in lines of at most `width` columns, ended by a line end."""
    page = _Page(max(width, 30), paint or _unpainted)
    lines = [line.rstrip(" ") for line in page.lines(resolution)]
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def _unpainted(words: str, style: Style) -> str:
    return words


def call(label: str) -> str:
    """A footnote call as it is printed: raised where it is a number."""
    return label.translate(_SUPERSCRIPT) if label.isdecimal() and label.isascii() else label


class _Page:
    """Sets a resolution in lines of one width."""

    def __init__(self, width: int, paint: Paint) -> None:
        self.width = width
        self.paint = paint

    def lines(self, resolution: Resolution) -> Iterator[str]:
        yield from self.masthead(resolution.masthead, wording.of(resolution))
        if resolution.title:
            yield from self.set(_styled(resolution.title, "bold"), 0)
        if second := resolution.masthead.second_title:
            yield from self.set(_styled(text(second), "bold"), 0)
        if resolution.title or second:
            yield ""
        if resolution.enacting:
            yield from self.set(text(resolution.enacting, italic=True), _STEP)
            yield ""
        yield from self.items(resolution.preamble)
        yield from self.items(resolution.operative, operative_labels(resolution))
        for annex in resolution.annexes:
            yield from self.annex(annex)
        if resolution.masthead.meeting:
            meeting = resolution.masthead.meeting
            yield from (line.rjust(self.width) for line in self.set(text(meeting, italic=True), 0))
            yield ""
        if resolution.footnotes:
            yield "_" * 12
        for note in resolution.footnotes:
            yield from self.set(note.content, 3, call(note.label), at=0)

    def masthead(self, masthead: Masthead, fixed: Wording) -> Iterator[str]:
        from drafter.grammar import dates

        item = masthead.agenda_item
        left = [masthead.organ, masthead.session, masthead.place, masthead.committee]
        left += [wording.agenda_item(item.number, fixed), item.title]
        right = [masthead.symbol or masthead.number]
        right += [wording.distribution(masthead.distribution, fixed)]
        right += [dates.printed(masthead.date, fixed.dates) or masthead.date, masthead.language]
        yield from self.columns([w for w in left if w], [w for w in right if w])
        for words in (masthead.adopted, masthead.report, sponsor_line(masthead, fixed)):
            if words:
                yield from self.set(_styled(text(words), "bold"), 0)
                yield ""
        for note in masthead.sponsor_notes:
            yield from self.set(text(note, italic=True), 0, "*")
            yield ""

    def columns(self, left: list[str], right: list[str]) -> Iterator[str]:
        """Two columns, one under the other where there is no room beside each other."""
        column = self.width - max(map(len, right), default=0)
        if column < self.width // 3:
            left, right, column = [*right, *left], [], self.width
        set_left = [line for words in left for line in self.set(text(words), 0, width=column - 2)]
        for index in range(max(len(set_left), len(right))):
            begin = set_left[index] if index < len(set_left) else ""
            yield begin.ljust(column) + (right[index] if index < len(right) else "")
        if left or right:
            yield ""

    def items(self, items: Iterable[Item], numbers: tuple[str, ...] | None = None) -> Iterator[str]:
        labels = iter(numbers or ())
        for item in items:
            if isinstance(item, Heading):
                yield from self.set(_styled(item.content, "bold"), 0)
                yield ""
            elif isinstance(item, Table):
                yield from self.table(item)
                yield ""
            else:
                label = next(labels) if numbers is not None else item.label or ""
                yield from self.family(item, label, 0)

    def family(self, paragraph: Paragraph, label: str, level: int) -> Iterator[str]:
        indent = min(_STEP * (level + 1), self.width // 2)
        printed = f"{label}." if label[-1:].isalnum() else label
        yield from self.set(paragraph.content, indent, printed, at=indent - _STEP)
        yield ""
        children = paragraph.children
        for child, each in zip(children, child_labels(children, level + 1), strict=True):
            yield from self.family(child, each, level + 1)
        if paragraph.closing:
            yield from self.set(paragraph.closing, indent)
            yield ""

    def annex(self, annex: Annex) -> Iterator[str]:
        for content in (text(annex.label), annex.title):
            if content:
                yield from self.set(_styled(content, "bold"), 0)
        yield ""
        yield from self.items(annex.items)

    def table(self, table: Table) -> Iterator[str]:
        """Cells side by side, each in a column of its own width."""
        count = max(map(len, table.rows))
        natural = [
            max((_width(r[c]) for r in table.rows if c < len(r)), default=1) for c in range(count)
        ]
        room = max(self.width - 2 * (count - 1), 4 * count)
        widths = [max(4, min(each, room * each // max(sum(natural), 1) + 1)) for each in natural]
        if sum(natural) <= room:
            widths = natural
        for row in table.rows:
            cells = [list(self.set(cell, 0, width=w)) for cell, w in zip(row, widths, strict=False)]
            for index in range(max(map(len, cells), default=0)):
                parts = []
                for content, cell, wide in zip(row, cells, widths, strict=False):
                    words = cell[index] if index < len(cell) else ""
                    bare = list(_Page(wide, _unpainted).set(content, 0, width=wide))
                    seen = len(bare[index]) if index < len(bare) else 0
                    parts.append(words + " " * (wide - seen))
                yield "  ".join(parts)

    def set(
        self, content: Inlines, indent: int, label: str = "", *, at: int = 0, width: int = 0
    ) -> Iterator[str]:
        """`content` broken into lines that hang at `indent`, `label` at column `at` before it."""
        prefix = (" " * at + (f"{label} " if label else "")).ljust(indent)
        room = max((width or self.width) - len(prefix), 8)
        line: list[Word] = []
        length = 0
        for word in _words(content, room):
            size = sum(len(piece) for piece, _ in word)
            if line and length + 1 + size > room:
                yield prefix + self.line(line)
                prefix, room = " " * indent, max((width or self.width) - indent, 8)
                line, length = [], 0
            length += size + (1 if line else 0)
            line.append(word)
        if line or label:
            yield prefix + self.line(line)

    def line(self, words: list[Word]) -> str:
        """One line painted; what stands between two words alike in style is painted with them."""
        runs: list[tuple[str, Style]] = []
        for index, word in enumerate(words):
            for at, (piece, style) in enumerate(word):
                gap = " " if index and at == 0 else ""
                if runs and runs[-1][1] == style:
                    runs[-1] = (runs[-1][0] + gap + piece, style)
                else:
                    if gap:
                        runs.append((gap, ""))
                    runs.append((piece, style))
        return "".join(self.paint(piece, style) if style else piece for piece, style in runs)


def _width(content: Inlines) -> int:
    return sum(len(piece) for piece, _ in _pieces(content))


def _styled(content: Inlines, style: Literal["bold"]) -> Inlines:
    return tuple(
        Text(each.text, each.italic, style == "bold") if isinstance(each, Text) else each
        for each in content
    )


def _pieces(content: Inlines) -> Iterator[tuple[str, Style]]:
    for inline in content:
        if isinstance(inline, Text):
            style: Style = "italic" if inline.italic else ""
            if inline.bold:
                style = "bold italic" if inline.italic else "bold"
            yield inline.text, style
        elif isinstance(inline, Call):
            yield call(inline.label), "note"
        else:
            yield (f"[{inline.by}: " if inline.by else "["), "bracket"
            yield from _pieces(inline.content)
            yield "]" + "".join(f" ({position})" for position in inline.positions), "bracket"


def _words(content: Inlines, room: int) -> Iterator[Word]:
    """The words of `content`; one that no line could hold is cut."""
    word: list[tuple[str, Style]] = []
    for piece, style in _pieces(content):
        for index, part in enumerate(piece.split(" ")):
            if index and word:
                yield tuple(word)
                word = []
            for start in range(0, len(part), room):
                if word and start:
                    yield tuple(word)
                    word = []
                word.append((part[start : start + room], style))
    if word:
        yield tuple(word)

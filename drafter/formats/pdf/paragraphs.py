"""Printed lines as whole paragraphs: one official line each, joined by place, not by words.

A paragraph begins where a line is set in or stands off from the one above; over a page's end it
goes on where the first line is not set in. No line is dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.formats.official import labels, markup, prose
from drafter.formats.official.lines import Line
from drafter.formats.pdf import hyphens
from drafter.formats.pdf.printed import Printed
from drafter.formats.pdf.tables import Grid
from drafter.grammar import openings
from drafter.grammar.enacting import is_enacting
from drafter.model import Table, Text, plain

_STANDS_OFF = 1.42  # of the type size: a distance between baselines so large parts paragraphs
_SET_IN = 8.0  # points
_HANGING = 40.0  # points: how far the second line of a title may be set in
_ASIDE = 30.0  # points: a gap so wide in a masthead parts two columns
_MASTHEAD = 0.3  # of the page's height
_SPONSORED = re.compile(r": ?(?:revised )?draft (?:resolution|decision)\W*$", re.I)
_SHORT = 0.12  # of the measure: a line that ends so early is the last of its paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as printed: its lines, and whether they stand above the enacting clause."""

    lines: tuple[Printed, ...]
    head: bool = False
    tables: tuple[Table, ...] = ()  # that stand right after it

    @property
    def pages(self) -> range:
        """The pages it stands on."""
        return range(self.lines[0].page, self.lines[-1].page + 1)


@dataclass(frozen=True, slots=True)
class Measure:
    """The edges of the text."""

    left: float
    right: float
    margin: float = 0.0  # where the longest lines end


def measure(lines: Sequence[Printed]) -> Measure:
    """The edges at which many lines begin and most end."""
    lefts = Counter(round(line.x) for line in lines)
    often = [x for x, times in lefts.items() if times * 10 >= len(lines)]
    left = float(min(often or lefts, default=0))
    rights = sorted(line.right for line in lines)
    if not rights:
        return Measure(left, 0.0)
    return Measure(left, rights[int(len(rights) * 0.8)], rights[int(len(rights) * 0.98)])


@dataclass(slots=True)
class _Growing:
    lines: list[Printed]
    head: bool
    tables: list[Table] = field(default_factory=list)


def blocks(flow: Sequence[Printed | Grid], height: float) -> list[Block]:
    """The paragraphs that the lines of `flow` print, each with the tables after it."""
    lines = [line for line in flow if isinstance(line, Printed)]
    made: list[_Growing] = []
    start = next((at for at, line in enumerate(lines) if is_enacting(line.text)), 0)
    edges = measure(lines[start:])
    head = start > 0
    for item in flow:
        if isinstance(item, Grid):
            made[-1].tables.append(item.table)
            continue
        above = head and item.page == 0 and item.y < _MASTHEAD * height
        for line in _columns(item) if above else (item,):
            if is_enacting(line.text):
                head = False
            last = made[-1] if made and made[-1].head == head else None
            if last and not last.tables and _joins(last.lines, line, edges, head=head):
                last.lines.append(line)
            else:
                made.append(_Growing([line], head))
    return [Block(tuple(each.lines), each.head, tuple(each.tables)) for each in made]


def _columns(line: Printed) -> Iterator[Printed]:
    """`line` cut where a gap parts two columns of a masthead."""
    start = 0
    for at in range(1, len(line.cells) + 1):
        if at == len(line.cells) or line.cells[at].x - line.cells[at - 1].right > _ASIDE:
            yield replace(line, cells=line.cells[start:at])
            start = at


def _joins(group: list[Printed], line: Printed, edges: Measure, *, head: bool) -> bool:
    """Whether `line` is the next line of the paragraph begun by `group`."""
    before = group[-1]
    if abs(line.size - before.size) > 0.6:
        return False
    clause = is_enacting(group[0].text) and prose.is_finished(before.text)
    if labels.is_meeting(group[0].text) or clause or is_enacting(line.text):
        return False
    if before.page != line.page:
        return not head and _goes_over(group, line, edges)
    if line.y - before.y > _STANDS_OFF * max(line.size, before.size):
        return False
    if head:
        starts = [cell.x for cell in before.cells]
        hanging = line.bold and 0 < line.x - before.x < _HANGING
        beside = hanging or any(abs(line.x - x) < _SET_IN for x in starts)
        ended = not line.bold and before.right < (edges.left + edges.margin) / 2
        short = ended and _would_fit(before, line, edges)
        closed = _SPONSORED.search(before.text) is not None
        return line.bold == before.bold and beside and not short and not closed
    if line.bold and before.bold:
        return True
    if prose.is_finished(before.text) and (_is_labelled(line, edges) or _opens(line)):
        return False
    if line.bold != before.bold and not _mid_sentence(before, line):
        return False
    if _begins(line) and prose.is_finished(before.text) and _would_fit(before, line, edges):
        return False
    return not (line.x > before.x + _SET_IN and line.x > edges.left + _SET_IN)


def _would_fit(before: Printed, line: Printed, edges: Measure) -> bool:
    """Whether the first words of `line` had room at the end of the line `before` it.

    Two words, for a space between them may be one that does not break.
    """
    width = (line.right - line.x) / max(len(line.text), 1)
    words = line.text.split(" ")[:2]
    return before.right + width * (len(" ".join(words)) + 2) < edges.margin


def _begins(line: Printed) -> bool:
    """Whether `line` begins as a paragraph does: with a label, or an opening in any type."""
    return labels.label(line.text) is not None or openings.is_known(line.text)


def _is_labelled(line: Printed, edges: Measure) -> bool:
    """Whether a number or letter stands before `line`, set in or before a tab."""
    label = labels.label(line.text)
    tabbed = (
        label is not None and plain(line.cells[0].content).strip() == line.text[: label.end].strip()
    )
    return label is not None and (tabbed or line.x > edges.left + _SET_IN)


def _opens(line: Printed) -> bool:
    """Whether `line` begins with words in italics that open a paragraph of a resolution."""
    first = line.content[0] if line.content else None
    italic = isinstance(first, Text) and first.italic and not line.italic
    return italic and openings.is_known(line.text)


def _mid_sentence(before: Printed, line: Printed) -> bool:
    return not prose.is_finished(before.text) and prose.starts_low(line.text)


def _goes_over(group: list[Printed], line: Printed, edges: Measure) -> bool:
    """Whether the paragraph at a page's end goes on with `line`, the first of the next."""
    before = group[-1]
    if line.bold != before.bold:
        return False
    labelled = labels.label(line.text)
    if labelled and prose.is_finished(before.text):
        return False
    if prose.starts_low(line.text) and not labelled:
        return True
    # A point may be set in with all its lines.
    left = before.x if len(group) > 1 else edges.left
    if line.x > max(left, edges.left) + _SET_IN:
        return False
    ended = before.right < edges.right - _SHORT * (edges.right - edges.left)
    return not (ended and prose.is_finished(before.text))


def lines(found: Sequence[Block]) -> tuple[list[Line], list[str]]:
    """Each paragraph as one line for the readers of official text, and what was mended."""
    known = hyphens.words(line for block in found for line in block.lines)
    made: list[Line] = []
    said: list[str] = []
    for number, block in enumerate(found, start=1):
        content, rejoined = hyphens.joined([line.content for line in block.lines], known)
        if block.head or _is_bold(block):  # emphasis that tells nothing
            content = markup.without_emphasis(content)
        made.append(Line(content, number, gap=True, heading=_heading(block)))
        for word in rejoined:
            page = block.lines[0].page + 1
            said.append(f"page {page}: a word parted at a line's end was rejoined: {word}")
    return made, said


def _is_bold(block: Block) -> bool:
    return all(line.bold for line in block.lines)


def _heading(block: Block) -> int:
    """The level of a section heading: by the size of its bold type."""
    if not _is_bold(block):
        return 0
    large = block.lines[0].size > 11
    if block.head:
        return int(large)
    return 1 if large else 2

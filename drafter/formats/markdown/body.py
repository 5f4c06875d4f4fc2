"""The pieces of a draft's text assembled: which paragraph belongs under which, and in which part.

Columns say what belongs where; where a text was typed flush left, the run of labels does. Comments
of our own (OPERATIVE, ANNEX, LABEL) settle what neither can say. The operative part begins at the
first number, else at the first opening that only an operative paragraph has. Nothing is dropped
without a note.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from drafter.formats.markdown import labels
from drafter.formats.markdown.inline import parse_inline
from drafter.formats.markdown.scan import Piece
from drafter.formats.printed import without_derived, without_derived_numbers
from drafter.model import (
    Annex,
    Footnote,
    Heading,
    Inlines,
    Item,
    Paragraph,
    Resolution,
    Table,
    Text,
    calls,
    plain,
)

Note = Callable[[int, str], None]

# Comments that say outright what is otherwise inferred.
OPERATIVE = "operative part"
ANNEX = "annex"  # the heading that follows is the label of an annex, whatever its words
ANNEX_TITLE = "annex title"
LABEL = "label"  # of the paragraph that follows, as a JSON string
EMPTY = "empty"  # a paragraph without words, and its label

_ANNEX = re.compile(
    r"((?:Annex|Annexe|Anexo|Appendix|Appendice|Apéndice|Enclosure)(?: [IVXL]+| \d+| [A-Z])?)"
    r"(?:\s*[.:–—-]\s*(.*))?$",
    re.I,
)


_LEVELS = 5  # a paragraph and four levels below it (R-OP-8): a run of labels opens no more
_DEEPEST = 30  # columns may; Python's stack is finite


@dataclass(slots=True)
class _Node:
    """A paragraph being put together."""

    column: int
    label: str  # "" where nothing is printed
    content: Inlines
    line: int
    fixed: bool = False  # label and column were stated outright
    below: list[_Node] = field(default_factory=list)
    run: labels.Run = labels.NO_RUN  # the labels printed below so far


@dataclass(slots=True)
class _Part:
    """A run of items: the text before the annexes, or one annex."""

    label: str = ""
    title: Inlines | None = None
    items: list[_Node | Heading | Table] = field(default_factory=list)
    run: labels.Run = labels.NO_RUN  # the labels printed at the top level so far
    operative_from: int | None = None  # where a comment says that the operative part begins


class _Assembly:
    """Takes pieces in order and keeps the open paragraphs, outermost first."""

    def __init__(self, note: Note, *, titled: bool) -> None:
        self.note = note
        self.titled = titled
        self.parts = [_Part()]
        self.open: list[_Node] = []
        self.footnotes: list[Footnote] = []
        self.title: Inlines = ()
        self.stated: _Node | None = None  # what a comment says of the next paragraph
        self.heading_is = ""  # ANNEX or ANNEX_TITLE when a comment says so of the next one

    def inline(self, source: str, line: int) -> Inlines:
        return parse_inline(source, lambda what: self.note(line, what))

    def take(self, piece: Piece) -> None:
        if piece.kind != "paragraph":
            self.flush()
        if piece.kind == "paragraph":
            self.paragraph(piece)
        elif piece.kind == "heading":
            self.heading(piece)
        elif piece.kind == "table":
            rows = tuple(tuple(self.inline(c, piece.line) for c in row) for row in piece.rows)
            self.add(Table(rows, piece.line))
        elif piece.kind == "footnote":
            content = self.inline(piece.source, piece.line)
            label = re.sub(r"\\([\\\[\]])", r"\1", piece.label or "")
            self.footnotes.append(Footnote(label, content, piece.line))
        elif piece.kind == "comment":
            self.comment(piece)

    def add(self, item: Heading | Table) -> None:
        self.parts[-1].items.append(item)
        self.open = []

    def comment(self, piece: Piece) -> None:
        word, _, value = piece.source.partition(" ")
        if piece.source == OPERATIVE and len(self.parts) == 1:
            self.parts[0].operative_from = len(self.parts[0].items)
            self.open = []
        elif piece.source in {ANNEX, ANNEX_TITLE}:
            self.heading_is = piece.source
        elif word in {LABEL, EMPTY} and (stated := _json_string(value)) is not None:
            self.stated = _Node(piece.column, stated, (), piece.line, fixed=True)
            if word == EMPTY:
                self.flush()
        else:
            self.note(piece.line, "a comment was left out")

    def heading(self, piece: Piece) -> None:
        content = self.inline(piece.source, piece.line)
        stated, self.heading_is = self.heading_is, ""
        part = self.parts[-1]
        untitled = len(self.parts) > 1 and part.title is None and not part.items
        if stated == ANNEX_TITLE and untitled:
            part.title = content
        elif stated == ANNEX:
            self.annex(plain(content), None)
        elif piece.level > 1:
            self.add(Heading(content, piece.level - 1, piece.line))
        elif found := _ANNEX.match(plain(content)):
            self.annex(found[1], found[2])
        elif untitled:
            part.title = content
        elif len(self.parts) == 1 and not part.items and not self.titled and not self.title:
            self.title = content
        else:
            self.add(Heading(content, 1, piece.line))

    def annex(self, label: str, title: str | None) -> None:
        self.parts.append(_Part(label, (Text(title),) if title else None))
        self.open = []

    def paragraph(self, piece: Piece) -> None:
        node = self.stated or _Node(piece.column, piece.label or "", (), piece.line)
        node.content = self.inline(piece.source, piece.line)
        self.stated = None
        self.place(node)

    def flush(self) -> None:
        """A label that was stated and has no paragraph after it is a paragraph without words."""
        if self.stated is not None:
            self.place(self.stated)
            self.stated = None

    def place(self, node: _Node) -> None:
        """Put `node` where its column says, or its label where columns say nothing."""
        depth = min(self.depth(node), _DEEPEST)
        if not node.fixed:
            node.label = labels.at_level(node.label, depth)
        over: _Part | _Node = self.open[depth - 1] if depth else self.parts[-1]
        if isinstance(over, _Node):
            over.below.append(node)
        else:
            over.items.append(node)
        over.run = over.run.after(node.label)
        self.open = [*self.open[:depth], node]

    def depth(self, node: _Node) -> int:
        """How many of the open paragraphs `node` stands under."""
        depth = sum(1 for each in self.open if each.column < node.column)
        if node.fixed:
            return depth
        if not node.label:
            return self.depth_of_words(node, depth)
        if not self.open or (labels.is_number(node.label) and depth == 0):
            return depth
        return self.depth_of_label(node, depth)

    def depth_of_words(self, node: _Node, depth: int) -> int:
        """Words without a label: text after subparagraphs, or a paragraph of its own."""
        if depth:
            over = self.open[depth - 1]
            return depth if node.column > 2 or over.label or over.below else 0
        # Typed flush left after (a), (b): "and to report to it, …".
        top = self.open[0] if self.open else None
        goes_on = top is not None and any(below.label for below in top.below)
        return 1 if goes_on and plain(node.content)[:1].islower() else 0

    def depth_of_label(self, node: _Node, depth: int) -> int:
        """A label that its column does not place: flush left, or all at one column."""
        if depth and self.open[depth - 1].run.continues(node.label, depth):
            return depth
        for deeper in range(len(self.open), 0, -1):
            run = self.open[deeper - 1].run
            if run.count and run.continues(node.label, deeper):
                return deeper
        if len(self.open) >= _LEVELS:
            return depth
        top = self.open[0]
        lettered = bool(top.label) and not labels.is_number(top.label)
        if depth == 0 and lettered and self.parts[-1].run.continues(node.label, 1):
            return 0
        under_way = depth > 0 or lettered or bool(top.below)
        if labels.is_first(node.label) and (
            under_way or plain(self.open[-1].content).endswith(":")
        ):
            return len(self.open)
        return depth


def assemble(
    pieces: Iterable[Piece], note: Note, *, title: Inlines, enacting: str | None
) -> Resolution:
    """The resolution that `pieces` make, without masthead.

    `title` and `enacting` are what the front matter says; None means that the text says it.
    """
    assembly = _Assembly(note, titled=bool(title))
    for piece in pieces:
        assembly.take(piece)
    assembly.flush()
    body, annexes = assembly.parts[0], assembly.parts[1:]
    if enacting is None:
        enacting, body = _enacting(body)
    cut = body.operative_from
    if cut is None:
        cut = _boundary(body.items)
    resolution = Resolution(
        title=title or assembly.title,
        enacting=enacting,
        preamble=_items(body.items[:cut]),
        operative=without_derived_numbers(_items(body.items[cut:])),
        annexes=tuple(Annex(part.label, part.title or (), _items(part.items)) for part in annexes),
        footnotes=tuple(assembly.footnotes),
    )
    _check_calls(resolution, note)
    return resolution


def _enacting(body: _Part) -> tuple[str, _Part]:
    """The enacting clause at the head of `body`, "" if none, and what follows it."""
    first = body.items[0] if body.items else None
    if not isinstance(first, _Node) or first.label or first.fixed or body.operative_from == 0:
        return "", body
    words = plain(first.content)
    if not (_is_decision(first) if first.below else _is_enacting(first.content)):
        return "", body
    cut = body.operative_from
    if cut is not None:
        cut += len(first.below) - 1
    rest = replace(body, items=[*first.below, *body.items[1:]], operative_from=cut)
    return words, rest


def _is_decision(first: _Node) -> bool:
    """Whether `first` opens a decision: "At its 13th meeting, …:" with lettered points."""
    from drafter.grammar import enacting

    return enacting.is_decision(plain(first.content)) and all(each.label for each in first.below)


def _is_enacting(content: Inlines) -> bool:
    from drafter.grammar import enacting

    if not all(isinstance(inline, Text) for inline in content):
        return False
    words = plain(content)
    if enacting.is_enacting(words) or enacting.is_decision(words):
        return True
    first, *rest = content or (Text(""),)
    italic = isinstance(first, Text) and first.italic and not first.bold
    if not italic or plain(tuple(rest)) not in {"", ",", ":"}:
        return False
    # Only a clause that no table knows comes here: the tables of openings are worth 20 ms.
    from drafter.grammar import openings

    return openings.find(words) is None


def _boundary(items: list[_Node | Heading | Table]) -> int:
    """The index in `items` at which the operative part begins."""
    cut = next((i for i, item in enumerate(items) if _is_operative(item)), len(items))
    unnumbered = _first_operative_opening(items[:cut]) if cut == len(items) else cut
    cut = min(cut, unnumbered)
    while cut and cut < len(items) and isinstance(items[cut - 1], Heading):
        cut -= 1
    return cut


def _is_operative(item: _Node | Heading | Table) -> bool:
    return isinstance(item, _Node) and bool(item.label) and not item.label.startswith("PP")


def _first_operative_opening(items: list[_Node | Heading | Table]) -> int:
    from drafter.grammar import openings

    for index, item in enumerate(items):
        if isinstance(item, _Node):
            words = plain(item.content)
            if openings.is_known(words, "operative") and not openings.is_known(words, "preambular"):
                return index
    return len(items)


def _items(nodes: list[_Node | Heading | Table]) -> tuple[Item, ...]:
    return tuple(_paragraph(node, 0) if isinstance(node, _Node) else node for node in nodes)


def _paragraph(node: _Node, level: int) -> Paragraph:
    below = node.below
    closing: Inlines = ()
    if below and not below[-1].label and not below[-1].fixed and not below[-1].below:
        closing, below = below[-1].content, below[:-1]
    children = tuple(_paragraph(each, level + 1) for each in below)
    label = node.label if level or node.label else None
    return Paragraph(node.content, without_derived(children, level + 1), closing, label, node.line)


def _check_calls(resolution: Resolution, note: Note) -> None:
    """Report calls without a footnote and footnotes that stand twice."""
    labels_seen: set[str] = set()
    for footnote in resolution.footnotes:
        if footnote.label in labels_seen:
            note(footnote.line, f"footnote {footnote.label} stands twice")
        labels_seen.add(footnote.label)
    for content, line in _contents(resolution):
        for label in calls(content):
            if label not in labels_seen:
                note(line, f"footnote {label} is called but not there")
                labels_seen.add(label)


def _contents(resolution: Resolution) -> Iterable[tuple[Inlines, int]]:
    yield resolution.title, 0
    for annex in resolution.annexes:
        yield annex.title, 0
    parts = (resolution.preamble, resolution.operative, *(a.items for a in resolution.annexes))
    waiting: list[Item] = [item for part in reversed(parts) for item in reversed(part)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Table):
            for row in item.rows:
                yield from ((cell, item.line) for cell in row)
        else:
            yield item.content, item.line
        if isinstance(item, Paragraph):
            yield item.closing, item.line
            waiting += reversed(item.children)


def _json_string(source: str) -> str | None:
    try:
        value = json.loads(source)
    except ValueError:
        return None
    return value if isinstance(value, str) else None

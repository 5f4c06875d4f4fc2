"""A draft's lines as a flat run of pieces: paragraphs with label and column, headings, tables.

markdown-it finds headings, rules and paragraphs, a rule of our own finds comments, and what only a
draft has is found within the paragraphs. markdown-it's lists are off: they know two of a draft's
labels, and drop what is nested too deep; here a label and its column say where a paragraph stands.
Its tables are off because they drop what is wider than the first row. Nothing is interpreted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from drafter.formats.markdown import labels

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

Kind = Literal["paragraph", "heading", "table", "footnote", "comment", "rule"]
_Line = tuple[int, int, str]  # its number, its column, what stands there

_INDENT = re.compile(r"[ \t]*")
_FOOTNOTE = re.compile(r"\[\^((?:\\.|[^\]\\\s])(?:\\.|[^\]\\])*)\]:[ \t]*(.*)")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL = re.compile(r"((?:\\.|[^\\|])*)(?:\||$)")
_ITALIC_OPENING = re.compile(r"[*_][A-Z]")
_LONGEST_COMMENT = 200  # lines; a comment that never closes is text


@dataclass(slots=True)
class Piece:
    """One block of the source as it stands there."""

    kind: Kind
    line: int
    column: int = 0
    label: str | None = None  # of a paragraph, as printed; of a footnote
    source: str = ""  # inline Markdown
    level: int = 0  # of a heading: the number of signs
    rows: list[list[str]] = field(default_factory=list)


def scan(text: str, first_line: int = 1) -> list[Piece]:
    """The pieces of `text`, whose first line is line `first_line` of its file."""
    lines = [(at, *_indented(line)) for at, line in enumerate(text.split("\n"), first_line)]
    parser = _parser()
    # No indentation makes code of a draft's words, so markdown-it is shown none.
    source = "\n".join(body for _, _, body in lines)
    tokens = parser.block.parse(source, parser, {}, []) or []
    pieces: list[Piece] = []
    for at, token in enumerate(tokens):
        if token.map is None or token.type == "inline":
            continue
        block = lines[slice(*token.map)]
        line, column, _ = block[0]
        last = pieces[-1] if pieces else None
        if token.type == "comment":
            pieces.append(Piece("comment", line, column, source=token.content))
        elif token.type == "hr":
            pieces.append(Piece("rule", line, column))
        elif token.markup.startswith("#"):
            heading = tokens[at + 1].content
            pieces.append(Piece("heading", line, column, source=heading, level=len(token.markup)))
        elif token.type == "heading_open":
            pieces += _underlined(block, int(token.tag[1]))
        elif last and last.kind == "footnote" and column >= last.column + 4:
            last.source += "".join(f"\n{body}" for _, _, body in block)
        else:
            pieces += _paragraphs(block)
    return pieces


@cache
def _parser() -> MarkdownIt:
    """markdown-it with the blocks that a draft has."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["heading", "lheading", "hr"])
    parser.block.ruler.before("hr", "comment", _comment, {"alt": ["paragraph"]})
    return parser


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """A comment that stands alone in its lines."""
    at = state.bMarks[start]
    if not state.src.startswith("<!--", at):
        return False
    last = min(end, start + _LONGEST_COMMENT) - 1
    close = state.src.find("-->", at + 4, state.eMarks[last])
    line = bisect_left(state.eMarks, close, start)
    if close < 0 or close + 3 < state.eMarks[line]:
        return False
    if not silent:
        token = state.push("comment", "", 0)
        token.map = [start, line + 1]
        token.content = state.src[at + 4 : close].strip()
        state.line = line + 1
    return True


def _underlined(lines: list[_Line], level: int) -> Iterator[Piece]:
    """The heading that `lines` make, unless it has a label or its underline is one sign."""
    *before, last = _paragraphs(lines[:-1])
    line, _, underline = lines[-1]
    if len(underline) > 1 and last.kind == "paragraph" and last.label is None:
        yield from (*before, replace(last, kind="heading", level=level))
    elif underline.startswith("---"):
        yield from (*before, last, Piece("rule", line))
    else:
        yield from _paragraphs(lines)


def _paragraphs(lines: list[_Line]) -> Iterator[Piece]:
    """The paragraphs, footnotes and tables in `lines`, among which no blank line stands.

    CommonMark sees one paragraph there; a draft half typed has one a line.
    """
    gathered: list[tuple[Piece, list[str]]] = []
    for line, column, body in lines:
        if gathered and not _begins(body, *gathered[-1]):
            gathered[-1][1].append(_unquoted(body))
        else:
            gathered += _opened(Piece("paragraph", line, column), _unquoted(body))
    for piece, parts in gathered:
        if piece.kind == "table":
            if len(parts) > 1 and _DELIMITER.match(parts[1]):
                del parts[1]
            piece.rows = list(map(_cells, parts))
        else:
            piece.source = "\n".join(parts)
        yield piece


def _begins(body: str, piece: Piece, parts: list[str]) -> bool:
    """Whether `body` begins a piece though no blank line stands between it and `parts`."""
    if body.startswith("|") or piece.kind == "table":
        return not (body.startswith("|") and piece.kind == "table")
    if _FOOTNOTE.match(body) or piece.kind == "footnote":
        return _FOOTNOTE.match(body) is not None
    before = parts[-1].rstrip()
    if found := labels.take(body):
        label = found[0]
        if label == "-":
            return True
        ended = before.rstrip("*_ \t")[-1:] in {",", ";", ":", ".", "]", ""}
        return ended and (labels.is_first(label) or piece.label is not None)
    # One line a paragraph, no blank lines: "*Recalling* …,\n*Noting* …".
    return before[-1:] in {",", ";"} and bool(_ITALIC_OPENING.match(body))


def _opened(piece: Piece, body: str) -> Iterator[tuple[Piece, list[str]]]:
    """`piece` as what `body` makes of it; a second one where a second label stands there."""
    if found := _FOOTNOTE.match(body):
        piece.kind, piece.label, body = "footnote", found[1], found[2]
    elif body.startswith("|"):
        piece.kind = "table"
    elif taken := labels.take(body):
        if taken[0] == "-" and (second := labels.take(taken[1])):
            # "- 1. Takes note": a list mark that a converter set before the number (OCR-12).
            piece.column, taken = piece.column + 2, second
        piece.label, body = taken
        if labels.is_number(piece.label) and body[:1] == "(" and (second := labels.take(body)):
            # "3. (a) Decides": a number and at once its first letter.
            yield piece, []
            piece, body = Piece("paragraph", piece.line, piece.column + 3, second[0]), second[1]
    yield piece, [body]


def _indented(line: str) -> tuple[int, str]:
    """The column at which `line` begins and what stands there, tabs counted to four."""
    body = line.strip(" \t\r")
    if not body or line[0] not in " \t":
        return 0, body
    white = _INDENT.match(line)
    return len((white[0] if white else "").expandtabs(4)), body


def _unquoted(body: str) -> str:
    """`body` without marks of quotation, which a draft does not have."""
    return body.lstrip("> \t") if body.startswith(">") else body


def _cells(row: str) -> list[str]:
    """The cells of one line of a table; a cell keeps its escapes."""
    cells = [found[1].strip(" \t") for found in _CELL.finditer(row.removeprefix("|"))]
    # A bar at the end closes the last cell; without it what follows the last bar is a cell.
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells

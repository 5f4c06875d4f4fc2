"""A draft's lines as a flat run of pieces: paragraphs with label and column, headings, tables.

CommonMark's blocks as far as a draft has them, more forgiving where a draft is half typed: lists
are not nested here, a label and its column say where a paragraph stands. Nothing is interpreted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from drafter.formats.markdown import labels

Kind = Literal["paragraph", "heading", "table", "footnote", "comment", "rule"]

_INDENT = re.compile(r"[ \t]*")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)(.*)")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=[ \t]))#+[ \t]*$")
_FOOTNOTE = re.compile(r"\[\^((?:\\.|[^\]\\\s])(?:\\.|[^\]\\])*)\]:[ \t]*(.*)")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r"(?:={2,}|-{2,})[ \t]*$")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_COMMENT = re.compile(r"<!--(.*?)-->[ \t]*", re.S)
_CELL = re.compile(r"((?:\\.|[^\\|])*)(?:\||$)")
_ITALIC_OPENING = re.compile(r"[*_][A-Z]")


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


class _Scanner:
    """Reads lines from top to bottom, one piece at a time."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self.lines = lines
        self.first_line = first_line
        self.at = 0
        self.no_comment_before = 0  # up to this line no comment ends

    def pieces(self) -> Iterator[Piece]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            start = self.at
            self.at += 1
            column, body = _indented(line)
            if body:
                yield from self._block(body, column, start + self.first_line)

    def _block(self, body: str, column: int, line: int) -> Iterator[Piece]:
        if body.startswith("<!--") and (comment := self._comment(body)) is not None:
            yield Piece("comment", line, column, source=comment)
        elif heading := _HEADING.match(body):
            text = _CLOSING_HASHES.sub("", heading[2]).rstrip(" \t")
            yield Piece("heading", line, column, source=text, level=len(heading[1]))
        elif _RULE.match(body):
            yield Piece("rule", line, column, source=body)
        elif footnote := _FOOTNOTE.match(body):
            yield self._footnote(footnote[1], footnote[2], column, line)
        elif body.startswith("|"):
            yield self._table(body, column, line)
        else:
            yield from self._paragraph(body, column, line)

    def _comment(self, body: str) -> str | None:
        """The words of a comment that stands alone in its lines, else None."""
        end = self.at
        if "-->" not in body:
            if self.at < self.no_comment_before:
                return None
            last = min(len(self.lines), self.at + _LONGEST_COMMENT)
            end = next((n for n in range(self.at, last) if "-->" in self.lines[n]), -1) + 1
            if not end:
                self.no_comment_before = last
                return None
        text = "\n".join((body, *self.lines[self.at : end]))
        comment = _COMMENT.fullmatch(text)
        if comment is None:
            return None
        self.at = end
        return comment[1].strip()

    def _footnote(self, label: str, text: str, column: int, line: int) -> Piece:
        """A footnote with the lines that continue it, indented paragraphs too."""
        parts = [text]
        while self.at < len(self.lines):
            indent, body = _indented(self.lines[self.at])
            if not body:
                after = next(
                    (n for n in range(self.at, len(self.lines)) if self.lines[n].strip(" \t")), -1
                )
                if after < 0 or _indented(self.lines[after])[0] < column + 4:
                    break
                self.at = after
                continue
            if indent < column + 4 and _starts_block(body):
                break
            parts.append(body)
            self.at += 1
        return Piece("footnote", line, column, label, "\n".join(parts))

    def _table(self, body: str, column: int, line: int) -> Piece:
        rows = [_cells(body)]
        while self.at < len(self.lines):
            _, body = _indented(self.lines[self.at])
            if not body.startswith("|"):
                break
            if not (len(rows) == 1 and _DELIMITER.match(body)):
                rows.append(_cells(body))
            self.at += 1
        return Piece("table", line, column, rows=rows)

    def _paragraph(self, body: str, column: int, line: int) -> Iterator[Piece]:
        while body.startswith(">"):
            body = body[1:].lstrip(" \t")
        if (found := labels.take(body)) and found[0] == "-" and labels.take(found[1]):
            # "- 1. Takes note": a list mark that a converter set before the number (OCR-12).
            column, body = column + 2, found[1]
        piece = Piece("paragraph", line, column)
        if found := labels.take(body):
            piece.label, body = found
            if labels.is_number(piece.label) and body[:1] == "(" and (found := labels.take(body)):
                # "3. (a) Decides": a number and at once its first letter.
                yield piece
                piece, body = Piece("paragraph", line, column + 3, found[0]), found[1]
        lines = [body]
        while self.at < len(self.lines):
            _, body = _indented(self.lines[self.at])
            if not body or self._interrupts(body, lines[-1], piece):
                break
            self.at += 1
            if _UNDERLINE.match(body) and piece.label is None:
                level = 1 if body[0] == "=" else 2
                yield Piece("heading", line, column, source="\n".join(lines), level=level)
                return
            lines.append(body.lstrip("> \t") if body.startswith(">") else body)
        piece.source = "\n".join(lines)
        yield piece

    def _interrupts(self, body: str, before: str, piece: Piece) -> bool:
        """Whether `body` begins a new block though no blank line stands before it."""
        if _UNDERLINE.match(body) and piece.label is None:
            return False
        if _starts_block(body):
            return True
        ended = before.rstrip("*_ \t")[-1:] in {",", ";", ":", ".", "]", ""}
        if found := labels.take(body):
            label = found[0]
            if label == "-":
                return True
            return ended and (labels.is_first(label) or piece.label is not None)
        # One line a paragraph, no blank lines: "*Recalling* …,\n*Noting* …".
        return before.rstrip()[-1:] in {",", ";"} and bool(_ITALIC_OPENING.match(body))


_LONGEST_COMMENT = 200  # lines; a comment that never closes is text


def scan(text: str, first_line: int = 1) -> Iterator[Piece]:
    """The pieces of `text`, whose first line is line `first_line` of its file."""
    return _Scanner(text.split("\n"), first_line).pieces()


def _indented(line: str) -> tuple[int, str]:
    """The column at which `line` begins and what stands there, tabs counted to four."""
    body = line.strip(" \t\r")
    if not body or line[0] not in " \t":
        return 0, body
    white = _INDENT.match(line)
    return len((white[0] if white else "").expandtabs(4)), body


def _starts_block(body: str) -> bool:
    return bool(
        body[0] in "#[|<-*_"
        and (
            _HEADING.match(body)
            or _FOOTNOTE.match(body)
            or _RULE.match(body)
            or body[0] == "|"
            or body.startswith("<!--")
        )
    )


def _cells(row: str) -> list[str]:
    """The cells of one line of a table; a cell keeps its escapes."""
    inside = row.strip(" \t").removeprefix("|")
    cells = [found[1].strip(" \t") for found in _CELL.finditer(inside)]
    # A bar at the end closes the last cell; without it what follows the last bar is a cell.
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells

"""How a row of the draft prints: its label, its indent and its words with the names of styles.

This is the page as text; `widgets.text_view` puts it on the screen. No Textual here.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.editing.rows import Line
from drafter.grammar import dates
from drafter.model import Call, Inlines, Masthead, Table, Text, plain
from drafter.tui.overlay import Paint, overlaid
from drafter.tui.wrap import Piece, Pieces, wrap

# Columns before the words of a paragraph, and more for each level of subparagraph.
MARGIN = 5
STEP = 4

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Printed:
    """A row laid out: one tuple of pieces a line, labels and indents included."""

    indent: int  # where the words begin, and where the pen goes
    lines: tuple[Pieces, ...]
    space: int = 0  # empty lines before it


def printed(line: Line, masthead: Masthead, width: int, paints: tuple[Paint, ...] = ()) -> Printed:
    """`line` as it prints in `width` columns, with `paints` laid over its words."""
    row = line.row
    indent = indent_of(line)
    space = _space_before(line)
    if row.kind == "masthead":
        return Printed(0, masthead_lines(masthead, width), 0)
    if row.kind == "table" and row.table:
        return Printed(MARGIN, _table_lines(row.table, width - MARGIN), space)
    pieces = overlaid(pieces_of(row.content, _base_style(row.kind)), paints)
    if not row.content:
        pieces = (_placeholder(line),)
    wrapped = wrap(pieces, width - indent)
    if row.kind == "title" and masthead.second_title:
        wrapped = (*wrapped, *wrap(((masthead.second_title, "title"),), width - indent))
    first = _label(line, indent)
    blank = (" " * indent, "")
    lines = tuple(((first if number == 0 else blank), *each) for number, each in enumerate(wrapped))
    return Printed(indent, lines, space)


def indent_of(line: Line) -> int:
    """The column where the words of `line` begin."""
    return MARGIN + STEP * line.row.level if line.row.kind in {"paragraph", "closing"} else MARGIN


def label_of(line: Line) -> Piece:
    """What is printed before the words of `line`, as wide as its indent."""
    return _label(line, indent_of(line))


def _space_before(line: Line) -> int:
    row = line.row
    if row.kind in {"paragraph", "closing"}:
        return 1 if row.kind == "paragraph" and row.level == 0 else 0
    return 0 if row.kind in {"masthead", "footnote"} else 1


def _label(line: Line, indent: int) -> Piece:
    row = line.row
    if row.kind == "annex":
        return (" " * indent, "")
    if row.kind == "paragraph" and row.level == 0:
        label = f"{line.label}." if line.label and line.label[-1].isalnum() else line.label
        return (f"{label:>{MARGIN - 1}} ", "label")
    if row.kind == "footnote":
        return (f"{line.label:>{MARGIN - 1}} ", "label")
    if row.kind == "paragraph":
        return (f"{line.label:<{STEP}}".rjust(indent), "label")
    return (" " * indent, "")


def _base_style(kind: str) -> str:
    return {
        "title": "title",
        "enacting": "italic",
        "heading": "heading",
        "annex": "heading",
        "footnote": "note",
    }.get(kind, "")


_EMPTY = {
    "title": "no title yet",
    "enacting": "no enacting clause yet",
    "annex": "",
    "heading": "an empty heading",
    "footnote": "an empty note",
}


def _placeholder(line: Line) -> Piece:
    what = _EMPTY.get(line.row.kind, "an empty paragraph")
    return (f"‹{what or line.place}›", "faint")


def raised(label: str) -> str:
    """The call of footnote `label` as it prints: ¹²."""
    return label.translate(_RAISED) if label.isdecimal() else f"({label})"


def pieces_of(content: Inlines, style: str = "") -> Pieces:
    """`content` as pieces: emphasis, raised footnote numbers, brackets with their attribution."""
    out: list[Piece] = []
    for each in content:
        if isinstance(each, Text):
            names = (style, "italic" * each.italic, "bold" * each.bold)
            out.append((each.text, " ".join(filter(None, names))))
        elif isinstance(each, Call):
            out.append((raised(each.label), "call"))
        else:
            inner = f"{style} bracket".strip()
            by = [(f"{each.by}: ", "by")] if each.by else []
            out += [("[", "mark"), *by, *pieces_of(each.content, inner), ("]", "mark")]
            out += [(f" ({position})", "by") for position in each.positions]
    return tuple(out)


def masthead_lines(masthead: Masthead, width: int) -> tuple[Pieces, ...]:
    """What is printed above the title, in a few lines."""
    distribution = f"Distr.: {masthead.distribution}" if masthead.distribution else ""
    item = masthead.agenda_item
    agenda = f"Agenda item {item.number}" if item.number else ""
    head = _ends(masthead.symbol or masthead.number, distribution, width)
    second = _ends(masthead.organ or masthead.committee, dates.printed(masthead.date), width)
    third = _ends(masthead.session, masthead.language, width)
    fourth = ": ".join(filter(None, (agenda, item.title)))
    sponsors = _listed(masthead.sponsors)
    fifth = f"{sponsors}: {masthead.kind}" if sponsors else ""
    shown = [line for line in (head, second, third, fourth, fifth) if line.strip()]
    if not shown:
        return (((" " * MARGIN, ""), ("‹masthead: nothing filled in yet›", "faint")),)
    out: list[Pieces] = []
    for line in shown:
        margin = (" " * MARGIN, "")
        out += [(margin, *each) for each in wrap(((line, "masthead"),), width - MARGIN)]
    return tuple(out)


def _ends(left: str, right: str, width: int) -> str:
    """`left` and `right` at the two ends of a line, or one after the other."""
    gap = width - MARGIN - len(left) - len(right)
    return f"{left}{' ' * gap}{right}" if right and gap > 1 else f"{left}  {right}".strip()


def _listed(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _table_lines(table: Table, width: int) -> tuple[Pieces, ...]:
    columns = max((len(row) for row in table.rows), default=1)
    each = max(4, (width - 3 * (columns - 1)) // columns)
    out: list[Pieces] = []
    for row in table.rows:
        cells = [wrap(pieces_of(cell), each) for cell in row]
        for number in range(max(map(len, cells), default=0)):
            line: list[Piece] = [(" " * MARGIN, "")]
            for cell in cells:
                words = cell[number] if number < len(cell) else ()
                used = sum(len(text) for text, _ in words)
                line += [*words, (" " * (each - used) + " │ ", "faint")]
            out.append(tuple(line[:-1] if line else line))
    return tuple(out) or (((" " * MARGIN, ""), ("‹an empty table›", "faint")),)


def outline_words(line: Line) -> tuple[str, str]:
    """What the outline says of `line`: its label and its first words."""
    row = line.row
    words = plain(row.content)
    if row.kind == "paragraph":
        if row.level:
            return "  " * row.level + line.label, words
        return line.place, words
    if row.kind == "closing":
        return "  " * row.level + " …", words
    names = {"masthead": "Masthead", "title": "Title", "enacting": "", "table": "Table"}
    if row.kind in names:
        return names[row.kind], words
    if row.kind == "footnote":
        return f"¹{line.label}".replace("¹", "note "), words
    if row.kind == "annex":
        return line.label or "Annex", words
    return "§", words

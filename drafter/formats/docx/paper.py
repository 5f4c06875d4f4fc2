"""The page: paper by body, margins, sections, and the headers and footers of each section.

First pages bear the masthead between its two rules; later ones the symbol and the page number at
the outer edge. The emblem is not reproduced: its place stays empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from drafter.formats.docx import direction, masthead
from drafter.formats.docx.markup import field, paragraph, part, run
from drafter.formats.docx.notes import Counting
from drafter.grammar import bodies, wording
from drafter.model import Masthead, Resolution, plain

_COLUMN = 6740  # twips from the margin to the distribution column: 397 points from the edge
_EMBLEM = 1267
_NAME = 2117
_HEAD_TITLE = 66  # characters of a running title in half the width
_HEAD_LINES = 4


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins, in twips."""

    width: int
    height: int
    left: int
    right: int
    top: int = 1492
    bottom: int = 1152
    header: int = 432
    footer: int = 680

    @property
    def text(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right


LETTER = Paper(12240, 15840, 1200, 1200)
A4 = Paper(11906, 16838, 1134, 1134)


def of(resolution: Resolution | None) -> Paper:
    """A4 for the bodies in Vienna and Geneva, Letter for those in New York and for any other."""
    body = bodies.of(resolution.masthead, resolution.enacting) if resolution else None
    return A4 if body and body.paper == "a4" else LETTER


def first_header(resolution: Resolution, paper: Paper) -> bytes:
    """The first page's header: the masthead."""
    head = resolution.masthead
    lines = {line.style: line.text for line in masthead.printed(head, resolution.enacting)}
    fixed = wording.of(resolution)
    side = fixed.right_to_left
    rest = paper.text - _COLUMN
    columns = (_EMBLEM, _NAME, _COLUMN - _EMBLEM - _NAME, rest)
    top = (
        _cell(columns[0], paragraph("MastheadName", ""), foot=4)
        + _cell(columns[1], paragraph("MastheadName", run(fixed.name)), foot=4)
        + _cell(columns[2] + rest, _symbol(lines.get("MastheadSymbol", "")), span=2, foot=4)
    )
    column = "".join(
        paragraph(style, run(lines[style]), direction.latin_line(lines[style]) if side else "")
        for style in ("MastheadDistribution", "MastheadDate", "MastheadLanguage")
        if style in lines
    )
    organ = paragraph("MastheadOrgan", run(lines.get("MastheadOrgan", "")))
    low = (
        _cell(columns[0], paragraph("MastheadOrgan", ""), foot=8)
        + _cell(columns[1] + columns[2], organ, span=2, foot=8)
        + _cell(rest, column or paragraph("MastheadDate", ""), foot=8)
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{paper.text}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{_row(top, 864)}{_row(low, 2880)}</w:tbl>"
    )
    content = table + paragraph("MastheadEnd", "")
    return part("hdr", direction.turned(content) if side else content)


def _row(cells: str, height: int) -> str:
    return f'<w:tr><w:trPr><w:trHeight w:hRule="exact" w:val="{height}"/></w:trPr>{cells}</w:tr>'


def _cell(width: int, content: str, *, foot: int, span: int = 1) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    rule = f'<w:bottom w:val="single" w:sz="{foot}" w:space="0" w:color="auto"/>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}'
        f"<w:tcBorders>{rule}</w:tcBorders></w:tcPr>{content}</w:tc>"
    )


def _symbol(symbol: str) -> str:
    """The symbol, its first letters large: `A` of `A/C.3/80/L.909`."""
    letters, slash, rest = symbol.partition("/")
    large = '<w:sz w:val="40"/><w:szCs w:val="40"/>'
    return paragraph("MastheadSymbol", run(letters, large) + run(slash + rest))


def later_header(resolution: Resolution | None, *, odd: bool) -> bytes:
    """The header of pages 2 and on: the symbol at the outer edge, the rule below.

    An adopted text has its short title at the other edge.
    """
    head = resolution.masthead if resolution else Masthead()
    title = plain(resolution.title) if resolution and head.adopted else ""
    titles = wrap(title, _HEAD_TITLE, max_lines=_HEAD_LINES, placeholder=" …") or [""]
    if odd:
        content = run("\n".join(titles)) + _across(head.symbol)
    else:
        above = "".join(f"\t{words}\n" for words in titles[:-1])
        content = run(above + head.symbol) + _across(titles[-1])
    higher = 796 - 196 * len(titles)  # the last line stays where a single one stands
    raised = (
        f'<w:spacing w:before="{higher}" w:after="0" w:line="196" w:lineRule="exact"/>'
        if len(titles) > 1
        else ""
    )
    return part("hdr", paragraph("Header", content, raised))


def later_footer(*, odd: bool) -> bytes:
    """The footer of pages 2 and on: the page and the number of pages at the outer edge."""
    number = field("PAGE", "2") + run("/") + field("NUMPAGES", "2")
    return part("ftr", paragraph("Footer", (run("\t") if odd else "") + number))


def first_footer() -> bytes:
    """The first page's footer, an empty band: the Secretariat adds job number and bar code."""
    room = '<w:spacing w:line="1048" w:lineRule="exact"/>'
    return part("ftr", paragraph("Footer", "", room))


def _across(words: str) -> str:
    return run(f"\t{words}") if words else ""


def section(paper: Paper, links: dict[str, str], counting: Counting, *, lines: bool) -> str:
    """The properties of a section; `links` are the relationship ids of its headers and footers."""
    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="{key}"/>'
        for name, key in links.items()
        for kind, _, which in (name.partition(" "),)
    )
    numbering = (
        f'<w:footnotePr><w:numStart w:val="{counting.start}"/>'
        f'<w:numRestart w:val="{"eachSect" if counting.restarts else "continuous"}"/>'
        "</w:footnotePr>"
    )
    counted = '<w:lnNumType w:countBy="5" w:restart="newPage"/>' if lines else ""
    return (
        f'<w:sectPr>{references}{numbering}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{paper.width}" w:h="{paper.height}"/>'
        f'<w:pgMar w:top="{paper.top}" w:right="{paper.right}" w:bottom="{paper.bottom}"'
        f' w:left="{paper.left}" w:header="{paper.header}" w:footer="{paper.footer}" w:gutter="0"/>'
        f'{counted}<w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )

"""The styles of a circulation file: what each element of the page looks like, as data.

The measures are those of issued documents. Names are what a typist sees in Word and what our
reader knows our own elements by: renaming one breaks the reading of files already sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drafter.formats.docx import markup

INDENT = 1267  # twips from the margin to the text: 60 + 63.4 = 123.4 points
FIRST = 475  # twips from the text to a first line: 147.1 points; also from a number to its words
_TABS = "".join(f'<w:tab w:val="left" w:pos="{INDENT + FIRST * n}"/>' for n in range(11))


@dataclass(frozen=True, slots=True)
class Style:
    """One named style. `paragraph` and `run` are its properties, in schema order."""

    id: str
    name: str
    based: str = "Normal"
    follows: str = ""  # the style of the next paragraph that a typist begins
    paragraph: str = ""
    run: str = ""
    kind: Literal["paragraph", "character", "table"] = "paragraph"


def _spacing(*, before: float = 0, after: float = 0, line: float | None = 0) -> str:
    """Spacing in points; `line` is exact, 0 as in Normal, None as the type needs."""
    exact = f' w:line="{line * 20:.0f}" w:lineRule="exact"' if line else ""
    if line is None:
        exact = ' w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"{exact}/>'


def _indent(left: int = INDENT, right: int = INDENT, *, first: int = 0, hanging: int = 0) -> str:
    beyond = f' w:hanging="{hanging}"' if hanging else f' w:firstLine="{first}"'
    return f'<w:ind w:left="{left}" w:right="{right}"{beyond}/>'


def note_indent(signs: int) -> str:
    """The indent of a footnote whose label is `signs` long: it ends just left of the text.

    A tab before the label would align it too, but LibreOffice sets the label before the tab.
    """
    return _indent(hanging=50 + 70 * min(signs, 10))


def _type(size: float, *, bold: bool = False, italic: bool = False, spread: int = 4) -> str:
    """Run properties: the originals space their letters a little wide (`spread`, twips)."""
    weight = "<w:b/><w:bCs/>" if bold else ""
    slope = "<w:i/><w:iCs/>" if italic else ""
    half = round(size * 2)
    width = f'<w:spacing w:val="{spread}"/>'
    return f'{weight}{slope}{width}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


_KEEP = "<w:keepNext/><w:keepLines/>"
# A line above the text: `--lines` numbers the lines of the text only.
_ABOVE = _KEEP + "<w:suppressLineNumbers/>"
_BOTH = '<w:jc w:val="both"/>'
_RULE = '<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="auto"/></w:pBdr>'
_OUTLINE = '<w:outlineLvl w:val="{}"/>'
_TEXT = f"<w:tabs>{_TABS}</w:tabs>" + _spacing(after=6, line=12)


# Word squeezes the spaces of a justified line; LibreOffice does not, and would break it earlier.
# Typists of the Secretariat draw lines closer too where a page can be saved.
_SQUEEZED = _type(10, spread=0)


def _block(first: int) -> str:
    return _TEXT + _indent(first=first) + _BOTH


def _masthead() -> tuple[Style, ...]:
    # Space before and lines as the type needs: what Word and LibreOffice place alike in a cell.
    line = _spacing(line=12)
    return (
        Style(
            "MastheadName",
            "Masthead name",
            paragraph=_spacing(before=23.2, line=None),
            run=_type(14, spread=0),
        ),
        Style(
            "MastheadSymbol",
            "Masthead symbol",
            paragraph=_spacing(before=16.4, line=None) + '<w:jc w:val="right"/>',
            run=_type(10, spread=0),
        ),
        Style(
            "MastheadOrgan",
            "Masthead organ",
            paragraph=_spacing(before=2.8, line=None) + '<w:ind w:right="480"/>',
            run=_type(20, bold=True, spread=-4),
        ),
        Style("MastheadDistribution", "Masthead distribution", paragraph=_spacing(before=12)),
        Style("MastheadDate", "Masthead date", paragraph=line),
        Style("MastheadLanguage", "Masthead language", paragraph=_spacing(before=12, line=12)),
        Style("Session", "Session", paragraph=_ABOVE + line, run=_type(10, bold=True)),
        Style("Place", "Place and dates", paragraph=_ABOVE + line, run=_type(10, bold=True)),
        Style(
            "Committee",
            "Committee",
            follows="AgendaItem",
            paragraph=_ABOVE + _spacing(line=13.5),
            run=_type(12, bold=True, spread=0),
        ),
        Style("AgendaItem", "Agenda item", follows="AgendaTitle", paragraph=_ABOVE + line),
        Style(
            "AgendaTitle",
            "Agenda item title",
            follows="Sponsors",
            paragraph=_ABOVE + line + '<w:ind w:right="4040"/>',
            run=_type(10, bold=True),
        ),
        Style(
            "Adopted",
            "Adopted by",
            paragraph=_ABOVE + _spacing(before=18, line=15) + _indent(right=INDENT),
            run=_type(14, bold=True, spread=-2),
        ),
        Style(
            "Report",
            "On the report of",
            paragraph=_ABOVE + _spacing(before=12, after=12, line=12) + _indent(),
            run=_type(10),
        ),
        Style(
            "Sponsors",
            "Sponsors",
            follows="ResolutionTitle",
            paragraph=_ABOVE + _spacing(before=18, after=12, line=12) + _indent(),
            run=_type(10, bold=True),
        ),
        Style(
            "ResolutionNumber",
            "Resolution number",
            paragraph=_ABOVE + _spacing(before=12, line=15) + _indent(),
            run=_type(12, bold=True),
        ),
        Style(
            "ResolutionTitle",
            "Resolution title",
            follows="Enacting",
            paragraph=_KEEP
            + '<w:tabs><w:tab w:val="left" w:pos="1267"/></w:tabs>'
            + _spacing(before=0, after=12, line=13.5)
            + _indent()
            + _OUTLINE.format(0),
            run=_type(12, bold=True),
        ),
        Style(
            "SecondTitle",
            "Title in a second language",
            follows="Enacting",
            paragraph=_ABOVE + _spacing(after=12, line=13.5) + _indent(),
            run=_type(12, bold=True),
        ),
    )


def _text() -> tuple[Style, ...]:
    return (
        Style(
            "Enacting",
            "Enacting clause",
            follows="Preambular",
            paragraph="<w:keepNext/>" + _spacing(after=6, line=12) + _indent(first=FIRST),
        ),
        Style("Preambular", "Preambular paragraph", paragraph=_block(FIRST), run=_SQUEEZED),
        Style("Operative", "Operative paragraph", paragraph=_block(FIRST), run=_SQUEEZED),
        Style("AnnexText", "Annex paragraph", paragraph=_block(FIRST), run=_SQUEEZED),
        Style("OtherText", "Other text", paragraph=_block(0), run=_SQUEEZED),
        Style(
            "Meeting",
            "Meeting",
            paragraph="<w:keepLines/>"
            + _spacing(before=12, line=12)
            + '<w:ind w:right="1267"/><w:jc w:val="right"/>',
            run=_type(10, italic=True),
        ),
        Style(
            "AnnexLabel",
            "Annex label",
            follows="AnnexTitle",
            paragraph=_KEEP
            + "<w:pageBreakBefore/>"
            + _spacing(after=6, line=15)
            + '<w:ind w:left="1267" w:right="1267"/>'
            + _OUTLINE.format(0),
            run=_type(14, bold=True, spread=-2),
        ),
        Style(
            "AnnexTitle",
            "Annex title",
            follows="AnnexText",
            paragraph=_KEEP + _spacing(after=12, line=13.5) + _indent() + _OUTLINE.format(1),
            run=_type(12, bold=True),
        ),
        Style(
            "UncalledNote",
            "Note without a call",
            paragraph='<w:tabs><w:tab w:val="left" w:pos="1267"/></w:tabs>'
            + _spacing(before=3, line=10.5)
            + _indent(hanging=FIRST),
            run=_type(8.5, spread=5),
        ),
        Style(
            "TableText",
            "Table text",
            paragraph=_spacing(before=2, after=2, line=10.5) + '<w:jc w:val="left"/>',
            run=_type(8.5, spread=5),
        ),
        Style("TableEnd", "After a table", paragraph=_spacing(line=6)),
        Style(
            "EndRule",
            "End rule",
            paragraph="<w:suppressLineNumbers/>"
            + _RULE.format(side="top", size=8, space=1)
            + _spacing(before=14, line=1)
            + '<w:ind w:left="4200" w:right="4200"/>',
        ),
    )


def _levels(deepest: int) -> tuple[Style, ...]:
    """Section headings, and subparagraphs with the text that may follow them, by level."""
    sub = [
        Style(f"Subparagraph{n}", f"Subparagraph {n}", paragraph=_block(FIRST * n), run=_SQUEEZED)
        for n in range(1, deepest + 1)
    ]
    closing = [
        Style(
            f"Closing{n}",
            f"Text after subparagraphs {n}" if n else "Text after subparagraphs",
            paragraph=_block(0),
            run=_SQUEEZED,
        )
        for n in range(deepest + 1)
    ]
    headings = [
        Style(
            f"SectionHeading{n}",
            f"Section heading {n}",
            follows="Operative",
            paragraph=_KEEP
            + _spacing(before=6, after=6, line=13.5 if n == 1 else 12)
            + _indent()
            + _OUTLINE.format(min(n, 8)),
            run=_type(12 if n == 1 else 10, bold=n < 3, italic=n > 2),
        )
        for n in range(1, max(deepest, 4) + 1)
    ]
    return (*sub, *closing, *headings)


def _furniture(width: int) -> tuple[Style, ...]:
    right = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    return (
        Style(
            "Header",
            "header",
            paragraph=_RULE.format(side="bottom", size=2, space=4) + right + _spacing(before=27.8),
            run=_type(8.5, bold=True, spread=0),
        ),
        Style("MastheadEnd", "Masthead end", paragraph=_spacing(line=2.8), run=_type(1, spread=0)),
        Style("Footer", "footer", paragraph=right, run=_type(8.5, bold=True, spread=0)),
        Style(
            "FootnoteText",
            "footnote text",
            paragraph=f'<w:tabs><w:tab w:val="left" w:pos="{INDENT}"/></w:tabs>'
            + _spacing(line=10.5)
            + note_indent(1),
            run=_type(8.5, spread=5),
        ),
        Style(
            "FootnoteReference",
            "footnote reference",
            based="DefaultParagraphFont",
            # A raised smaller type, not Word's superscript: that has another size in every program.
            run='<w:position w:val="7"/><w:sz w:val="13"/><w:szCs w:val="13"/>',
            kind="character",
        ),
        Style(
            "NoteCall",
            "Note call",
            based="FootnoteReference",
            kind="character",
        ),
        Style("PlainSign", "Plain sign", based="DefaultParagraphFont", kind="character"),
        Style("NotationSign", "Notation sign", based="DefaultParagraphFont", kind="character"),
        Style("DirectionSign", "Direction sign", based="DefaultParagraphFont", kind="character"),
    )


def all_styles(deepest: int, width: int) -> tuple[Style, ...]:
    """Every style of a file whose subparagraphs go `deepest` levels down on a `width` of text."""
    return (*_masthead(), *_text(), *_levels(max(deepest, 4)), *_furniture(width))


def part(deepest: int, width: int, language: str, *, right_to_left: bool = False) -> bytes:
    """The styles part."""
    font = "Times New Roman"
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    lang = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>'
    # Normal is the Secretariat's: letters 3 per cent wide and spaced by 0.2 points.
    run = f"{_type(10)}".replace("<w:sz ", '<w:w w:val="103"/><w:kern w:val="14"/><w:sz ', 1)
    bidi = "<w:bidi/>" if right_to_left else ""
    head = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="20"/><w:szCs w:val="20"/>'
        f"{lang}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr><w:widowControl/><w:suppressAutoHyphens/>{bidi}"
        f'<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/></w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    return markup.part("styles", head + "".join(map(_style, all_styles(deepest, width))))


_BUILT_IN = {"header", "footer", "footnote text", "footnote reference"}


def _style(style: Style) -> str:
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    follows = f'<w:next w:val="{style.follows}"/>' if style.follows else ""
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="{style.kind}"{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based}"/>{follows}'
        f"<w:qFormat/>{paragraph}{run}</w:style>"
    )

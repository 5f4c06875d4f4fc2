"""What a Word file may hold, one structure at a time, and pairs of files that differ in just that.

Every structure is made by a function of a few words; a pair inserts, deletes, edits, moves or
reformats it among plain paragraphs. The files hold the parts that their structures need, no others.
"""

# ruff: noqa: E501 - a line of XML reads best whole

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.word.specimens import W, dele, escape, ins, mark, p, raw, row, run, table, zipped

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = {
    "w": W,
    "r": R,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>'
    "</w:styles>"
)
NUMBERING = (
    f'<w:numbering xmlns:w="{W}">'
    + "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        for n, form, text in ((1, "decimal", "%1."), (2, "lowerLetter", "(%1)"))
    )
    + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
)


@dataclass
class Parts:
    """What the blocks of one file refer to, gathered while they are made."""

    relations: list[tuple[str, str, str, bool]] = field(default_factory=list)
    files: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    numbered: bool = False
    first_id: int = 1  # so that two files give the same note other ids

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        name = f"rId{len(self.relations) + 10 * self.first_id}"
        self.relations.append((name, f"{R}/{kind}", target, external))
        return name

    def part(self, kind: str, name: str, data: bytes, type_: str = "") -> str:
        self.files[f"word/{name}"] = data, type_
        return self.relate(kind, name)

    def note(self, kind: str, *paragraphs: str) -> str:
        """The call of a new note."""
        held = self.footnotes if kind == "footnote" else self.endnotes
        held.append("".join(paragraphs))
        number = len(held) + self.first_id
        return raw(
            f'<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/>'
        )


Make = Callable[[Parts, str], str]  # a structure that says some words
MAKERS: dict[str, Make] = {}


def structure(make: Make) -> Make:
    MAKERS[make.__name__.strip("_").replace("_", " ")] = make
    return make


def root(tag: str, inner: str) -> bytes:
    return f'<w:{tag} {_NAMESPACES} mc:Ignorable="w14">{inner}</w:{tag}>'.encode()


def instr(text: str) -> str:
    return raw(f'<w:instrText xml:space="preserve">{escape(text)}</w:instrText>')


def char(kind: str, inner: str = "") -> str:
    return raw(f'<w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar>')


def complex_field(code: str, *shown: str) -> str:
    return char("begin") + instr(code) + char("separate") + "".join(shown) + char("end")


# Paragraphs and characters


@structure
def paragraph(_: Parts, words: str) -> str:
    return p(f"The ferries {words} shall be licensed,")


@structure
def two_paragraphs(_: Parts, words: str) -> str:
    return p(f"Ferries {words} by night,") + p(f"Bridges {words} by day;")


@structure
def styled_paragraph(_: Parts, words: str) -> str:
    return p(f"Crossings {words}", properties='<w:pStyle w:val="Heading1"/>')


@structure
def mixed_runs(_: Parts, words: str) -> str:
    return p(run("Urges", "i"), " all ", run(words, "b"), " to ", run("repair", "u"), " bridges;")


@structure
def character_style(_: Parts, words: str) -> str:
    return p(
        "See ",
        f'<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>{words}</w:t></w:r>',
        " on rivers",
    )


@structure
def list_items(parts: Parts, words: str) -> str:
    parts.numbered = True
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return p(f"First {words}", properties=numbered) + p("Second item", properties=numbered)


@structure
def typed_numbers(_: Parts, words: str) -> str:
    tab = raw("<w:tab/>")
    return p("1.", tab, f"Urges {words};") + p("2.", tab, "Requests the same;")


@structure
def breaks_and_tabs(_: Parts, words: str) -> str:
    return p(
        "One", raw("<w:br/>"), words, raw("<w:tab/>"), "two", raw("<w:cr/>"), "three",
        raw('<w:br w:type="page"/>'), "four", raw('<w:br w:type="column"/>'), "five",
    )  # fmt: skip


@structure
def hyphens_and_symbols(_: Parts, words: str) -> str:
    return p(
        "co", raw("<w:noBreakHyphen/>"), "operate", raw("<w:softHyphen/>"), f" {words} ",
        raw('<w:sym w:font="Wingdings" w:char="F0FC"/>'), " end",
        raw('<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>'), "right",
    )  # fmt: skip


@structure
def bare_spaces(_: Parts, words: str) -> str:
    return f"<w:p><w:r><w:t> ferry </w:t></w:r><w:r><w:t>{words}</w:t></w:r><w:r><w:t>  on\n the river</w:t></w:r></w:p>"


@structure
def ruby(_: Parts, words: str) -> str:
    inner = (
        '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="ja-JP"/></w:rubyPr>'
        "<w:rt><w:r><w:t>kawa</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>river</w:t></w:r></w:rubyBase>"
    )
    return p(f"By {words} the ", raw(f"<w:ruby>{inner}</w:ruby>"), " bank")


@structure
def right_to_left(_: Parts, words: str) -> str:
    return p(
        "See ", f'<w:dir w:val="rtl">{run(f"left {words}")}</w:dir>',
        f'<w:bdo w:val="rtl">{run("over")}</w:bdo>', " end", properties="<w:bidi/>",
    )  # fmt: skip


@structure
def frame(_: Parts, words: str) -> str:
    return p(
        f"Framed {words}",
        properties='<w:framePr w:w="2000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>',
    )


@structure
def empty_paragraphs(_: Parts, words: str) -> str:
    return p() + p(words) + p() + p()


@structure
def proofing(_: Parts, words: str) -> str:
    return (
        '<w:p w:rsidR="00AB12CD" w14:paraId="1A2B3C4D"><w:proofErr w:type="spellStart"/>'
        f'<w:r w:rsidRPr="00AB12CE"><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>{words}</w:t></w:r>'
        '<w:proofErr w:type="spellEnd"/><w:permStart w:id="7" w:edGrp="everyone"/><w:r><w:t xml:space="preserve"> may sail</w:t></w:r><w:permEnd w:id="7"/></w:p>'
    )


# Links, fields, places


@structure
def link(parts: Parts, words: str) -> str:
    address = parts.relate("hyperlink", f"https://rivers.test/{words[:3]}", external=True)
    return p(
        "See ",
        f'<w:hyperlink r:id="{address}" w:history="1">{run(f"the {words} page")}</w:hyperlink>',
        " now",
    )


@structure
def link_alone(parts: Parts, words: str) -> str:
    address = parts.relate("hyperlink", "https://rivers.test/", external=True)
    return p(f'<w:hyperlink r:id="{address}">{run(words)}</w:hyperlink>')


@structure
def link_inside(_: Parts, words: str) -> str:
    return (
        f'<w:p><w:bookmarkStart w:id="31" w:name="ferry"/>{run(f"Ferries {words}")}<w:bookmarkEnd w:id="31"/></w:p>'
        + p("See ", f'<w:hyperlink w:anchor="ferry">{run("above")}</w:hyperlink>', ".")
    )


@structure
def simple_field(_: Parts, words: str) -> str:
    return p(
        "Table ", f'<w:fldSimple w:instr=" SEQ Table \\* ARABIC ">{run("3")}</w:fldSimple>',
        f": {words}",
    )  # fmt: skip


@structure
def simple_page_field(_: Parts, words: str) -> str:
    return p(f"{words}, page ", f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>', " of 9")


@structure
def shown_field(_: Parts, words: str) -> str:
    return p("See ", complex_field(" QUOTE x ", run(words)), " there")


@structure
def formatted_field(_: Parts, words: str) -> str:
    return p(complex_field(" QUOTE x ", run(words, "b"), run(" ferry"), run(" now", "i")))


@structure
def nested_field(_: Parts, words: str) -> str:
    inner = complex_field(" QUOTE y ", run("1"))
    return p(
        "If ", char("begin"), instr(" IF "), inner, instr(' = "1" "a" "b" '),
        char("separate"), run(words), char("end"), " so",
    )  # fmt: skip


@structure
def link_field(_: Parts, words: str) -> str:
    return p("See ", complex_field(' HYPERLINK "https://rivers.test/x" ', run(words, "u")), ".")


@structure
def page_field(_: Parts, words: str) -> str:
    return p(f"{words}, page ", complex_field(" PAGE ", run("3")), " of many")


@structure
def form_field(_: Parts, words: str) -> str:
    data = '<w:ffData><w:name w:val="Text1"/><w:enabled/><w:calcOnExit w:val="0"/><w:textInput/></w:ffData>'
    return p(
        "Name: ", char("begin", data), instr(" FORMTEXT "), char("separate"), run(words),
        char("end"), ".",
    )  # fmt: skip


@structure
def contents(_: Parts, words: str) -> str:
    return (
        p(char("begin"), instr(' TOC \\o "1-3" '), char("separate"), f"Part {words}", raw("<w:tab/>"), "1")
        + p("Part two", raw("<w:tab/>"), complex_field(" PAGEREF _Toc1 ", run("2")))
        + p(char("end"))
    )  # fmt: skip


@structure
def cross_reference(_: Parts, words: str) -> str:
    return (
        f'<w:p><w:bookmarkStart w:id="41" w:name="_Ref41"/>{run(f"Rule {words}")}<w:bookmarkEnd w:id="41"/></w:p>'
        + p("As in ", complex_field(" REF _Ref41 \\h ", run(f"Rule {words}")), " above")
    )


@structure
def comment(parts: Parts, words: str) -> str:
    number = len(parts.comments) + parts.first_id
    parts.comments.append(
        f'<w:comment w:id="{number}" w:author="Norway" w:date="2025-11-04T10:00:00Z" w:initials="N">{p(raw("<w:annotationRef/>"), f"Why {words}?")}</w:comment>'
    )
    return (
        f'<w:p>{run("We say ")}<w:commentRangeStart w:id="{number}"/>{run(words)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>{run(" again")}</w:p>'
    )


# Content controls and custom markup

_CONTROL = '<w:sdtPr><w:alias w:val="River"/><w:tag w:val="river"/><w:id w:val="918273"/></w:sdtPr>'


@structure
def control_around_paragraphs(_: Parts, words: str) -> str:
    return (
        f"<w:sdt>{_CONTROL}<w:sdtContent>{p(f'Held {words}')}{p('Held too')}</w:sdtContent></w:sdt>"
    )


@structure
def control_in_paragraph(_: Parts, words: str) -> str:
    return p(
        "Dear ",
        f"<w:sdt>{_CONTROL}<w:sdtContent>{run(words)}</w:sdtContent></w:sdt>",
        ", greetings",
    )


@structure
def control_around_cell(_: Parts, words: str) -> str:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{p(words)}</w:tc>'
    return table(
        f"<w:tr><w:sdt>{_CONTROL}<w:sdtContent>{cell}</w:sdtContent></w:sdt>{cell.replace(words, 'x')}</w:tr>",
        row("a", "b"),
    )


@structure
def control_around_row(_: Parts, words: str) -> str:
    return table(
        row("a", "b"), f"<w:sdt>{_CONTROL}<w:sdtContent>{row(words, 'x')}</w:sdtContent></w:sdt>"
    )


_BOX = "\u2610"


@structure
def tick_box(_: Parts, words: str) -> str:
    box = '<w:sdtPr><w:id w:val="5511"/><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
    return p(f"<w:sdt>{box}<w:sdtContent>{run(_BOX)}</w:sdtContent></w:sdt>", f" {words}")


@structure
def smart_tag(_: Parts, words: str) -> str:
    return p(
        "In ",
        f'<w:smartTag w:uri="urn:rivers" w:element="place">{run(words)}</w:smartTag>',
        " town",
    )


@structure
def custom_markup(_: Parts, words: str) -> str:
    inline = f'<w:customXml w:uri="urn:rivers" w:element="name">{run(words)}</w:customXml>'
    return f'<w:customXml w:uri="urn:rivers" w:element="part">{p("Name: ", inline, " end")}</w:customXml>'


# Pictures, objects, boxes


def inline_drawing(data: str, uri: str) -> str:
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="90000" cy="90000"/><wp:docPr id="1" name="Picture 1"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{data}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def picture(relation: str) -> str:
    data = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="90000" cy="90000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return inline_drawing(data, _SPACES["pic"])


@structure
def image(parts: Parts, words: str) -> str:
    return p(
        f"Map {words}: ",
        raw(picture(parts.part("image", "media/image1.png", _PICTURE))),
        " as drawn",
    )


@structure
def other_image(parts: Parts, words: str) -> str:
    """The picture's bytes change with the words, its name does not."""
    data = _PICTURE + words.encode()
    return p("Map: ", raw(picture(parts.part("image", "media/image1.png", data))), " as drawn")


@structure
def image_alone(parts: Parts, words: str) -> str:
    return p(raw(picture(parts.part("image", "media/image1.png", _PICTURE)))) + p(f"Map {words}")


@structure
def floating_image(parts: Parts, words: str) -> str:
    drawing = picture(parts.part("image", "media/image1.png", _PICTURE))
    start = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    )
    drawing = drawing.replace('<wp:inline distT="0" distB="0" distL="0" distR="0">', start)
    drawing = drawing.replace("<wp:docPr", "<wp:wrapNone/><wp:docPr")
    return p(raw(drawing.replace("</wp:inline>", "</wp:anchor>")), f"Beside {words}")


@structure
def chart(parts: Parts, words: str) -> str:
    space = (
        f'<c:chartSpace xmlns:c="{_SPACES["c"]}" xmlns:a="{_SPACES["a"]}"><c:chart><c:plotArea><c:layout/></c:plotArea>'
        '<c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    )
    name = parts.part(
        "chart",
        "charts/chart1.xml",
        space.encode(),
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    )
    return p(
        f"Figures {words}", raw(inline_drawing(f'<c:chart r:id="{name}"/>', _SPACES["c"])), " above"
    )


@structure
def embedded_object(parts: Parts, words: str) -> str:
    shown = parts.part("image", "media/image2.png", _PICTURE)
    held = parts.part(
        "oleObject",
        "embeddings/oleObject1.bin",
        b"\xd0\xcf\x11\xe0 sheet",
        "application/vnd.openxmlformats-officedocument.oleObject",
    )
    inner = (
        '<w:object w:dxaOrig="1440" w:dyaOrig="1440"><v:shape id="_x0000_i1025" style="width:72pt;height:72pt" o:ole="">'
        f'<v:imagedata r:id="{shown}" o:title=""/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="_x0000_i1025" DrawAspect="Content" ObjectID="_1" r:id="{held}"/></w:object>'
    )
    return p(f"Sheet {words} ", raw(inner), " end")


def vml_box(inner: str) -> str:
    return f'<w:pict><v:shape id="box1" type="#_x0000_t202" style="width:100pt;height:50pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>'


def drawn_box(inner: str, number: int = 1) -> str:
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="900000"/>'
        f'<wp:docPr id="{number}" name="Text Box {number}"/><a:graphic><a:graphicData uri="{_SPACES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def both_boxes(inner: str, number: int = 1) -> str:
    return f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn_box(inner, number)}</mc:Choice><mc:Fallback>{vml_box(inner)}</mc:Fallback></mc:AlternateContent>'


@structure
def older_text_box(_: Parts, words: str) -> str:
    return p("Box: ", raw(vml_box(p(f"Boxed {words} here"))), " end")


@structure
def text_box(_: Parts, words: str) -> str:
    return p("Box: ", raw(both_boxes(p(f"Boxed {words} here") + p("second line"))), " end")


@structure
def text_box_alone(_: Parts, words: str) -> str:
    return p(raw(both_boxes(p(f"Boxed {words}"))))


@structure
def text_box_with_table(_: Parts, words: str) -> str:
    return p("Box: ", raw(both_boxes(table(row("a", words), row("b", "c")) + p("end"))))


@structure
def two_text_boxes(_: Parts, words: str) -> str:
    return p(raw(both_boxes(p(f"One {words}"))), " and ", raw(both_boxes(p("Two"), 2)))


@structure
def box_in_cell(_: Parts, words: str) -> str:
    return table(row(p("In ", raw(both_boxes(p(f"Boxed {words}")))), "b"), row("c", "d"))


# Equations


def equation(words: str) -> str:
    return f"<m:oMath><m:r><m:t>x={words}</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"


@structure
def equation_in_line(_: Parts, words: str) -> str:
    return p("Where ", equation(words), " holds")


@structure
def equation_alone(_: Parts, words: str) -> str:
    return f"<w:p><m:oMathPara>{equation(words)}</m:oMathPara></w:p>"


@structure
def equation_beside_words(_: Parts, words: str) -> str:
    return p(f"Flow {words} is ", equation("5"), " and ", equation("6"), ".")


# Notes


@structure
def footnote(parts: Parts, words: str) -> str:
    return p(
        "The Convention",
        parts.note("footnote", p(raw("<w:footnoteRef/>"), f" See {words}, p. 3.")),
        " applies",
    )


@structure
def two_footnotes(parts: Parts, words: str) -> str:
    first = parts.note("footnote", p(raw("<w:footnoteRef/>"), " A/80/901."))
    second = parts.note("footnote", p(raw("<w:footnoteRef/>"), f" A/80/{words}."))
    return p("One", first, " and two", second, ".")


@structure
def long_footnote(parts: Parts, words: str) -> str:
    return p(
        "Text",
        parts.note(
            "footnote", p(raw("<w:footnoteRef/>"), " First."), p(f"More {words}."), p("Last.")
        ),
        " goes on",
    )


@structure
def footnote_with_table(parts: Parts, words: str) -> str:
    return p(
        "Text",
        parts.note(
            "footnote",
            p(raw("<w:footnoteRef/>"), " See:"),
            table(row("a", words), row("b", "c")),
            p("end"),
        ),
        ".",
    )


@structure
def footnote_without_sign(parts: Parts, words: str) -> str:
    return p("Text", parts.note("footnote", p(f"Bare {words}.")), " goes on")


@structure
def footnote_with_own_mark(parts: Parts, words: str) -> str:
    call = parts.note("footnote", p("* ", f"Own {words}."))
    call = call.replace("<w:footnoteReference", '<w:footnoteReference w:customMarkFollows="1"')
    return p("Text", call.replace("</w:r>", "<w:t>*</w:t></w:r>"), " goes on")


@structure
def footnote_with_link(parts: Parts, words: str) -> str:
    """The link's relationship belongs to the notes, so it is a field here."""
    inner = complex_field(' HYPERLINK "https://rivers.test" ', run(words))
    return p("Text", parts.note("footnote", p(raw("<w:footnoteRef/>"), " See ", inner, ".")), ".")


@structure
def endnote(parts: Parts, words: str) -> str:
    return p("Text", parts.note("endnote", p(raw("<w:endnoteRef/>"), f" End {words}.")), " goes on")


@structure
def both_notes(parts: Parts, words: str) -> str:
    one = parts.note("footnote", p(raw("<w:footnoteRef/>"), f" Foot {words}."))
    other = parts.note("endnote", p(raw("<w:endnoteRef/>"), f" End {words}."))
    return p("Text", one, " and", other, ".")


@structure
def note_in_cell(parts: Parts, words: str) -> str:
    call = parts.note("footnote", p(raw("<w:footnoteRef/>"), f" Cell {words}."))
    return table(row(p("a", call), "b"), row("c", "d"))


# Tables


def wide(words: str, span: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="{span}"/></w:tcPr>{p(words)}</w:tc>'


def tall(words: str, merge: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:vMerge{merge}/></w:tcPr>{p(words)}</w:tc>'


@structure
def plain_table(_: Parts, words: str) -> str:
    return table(row("Year", "Ferries"), row("2024", words), row("2025", "many"))


@structure
def one_cell(_: Parts, words: str) -> str:
    return table(row(words), columns=1)


@structure
def merged_columns(_: Parts, words: str) -> str:
    return table(f"<w:tr>{wide(words, 2)}</w:tr>", row("a", "b"), row("c", "d"))


_RESTART = ' w:val="restart"'


@structure
def merged_rows(_: Parts, words: str) -> str:
    return table(
        f"<w:tr>{tall(words, _RESTART)}{row('a')[6:-7]}</w:tr>",
        f"<w:tr>{tall('', '')}{row('b')[6:-7]}</w:tr>",
        row("c", "d"),
    )


@structure
def nested_table(_: Parts, words: str) -> str:
    return table(row("a", table(row("in", words), row("x", "y")) + p()), row("b", "c"))


@structure
def cell_of_paragraphs(_: Parts, words: str) -> str:
    return table(row(p("One") + p(words) + p("three"), "b"), row("c", ""))


@structure
def heading_row(_: Parts, words: str) -> str:
    return table(row("Year", words, properties="<w:cantSplit/><w:tblHeader/>"), row("2024", "9"))


@structure
def numbers_in_cells(_: Parts, words: str) -> str:
    return table(*(row(str(2000 + k), words if k == 3 else str(k * 17)) for k in range(8)))


@structure
def two_tables(_: Parts, words: str) -> str:
    return table(row("a", words)) + p("between") + table(row("c", "d"), row("e", "f"))


@structure
def adjoining_tables(_: Parts, words: str) -> str:
    return table(row("a", words)) + p() + table(row("c", "d"))


@structure
def list_in_cell(parts: Parts, words: str) -> str:
    parts.numbered = True
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    return table(row(p(words, properties=numbered) + p("two", properties=numbered), "b"))


@structure
def exceptions_in_row(_: Parts, words: str) -> str:
    cells = row(words, "x")[6:-7]
    return table(
        f'<w:tr><w:tblPrEx><w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPrEx>{cells}</w:tr>',
        row("a", "b"),
    )


@structure
def skipped_grid(_: Parts, words: str) -> str:
    return table(
        row(words, properties='<w:gridBefore w:val="1"/><w:wBefore w:w="2000" w:type="dxa"/>'),
        row("a", "b"),
    )


# Sections, other streams


@structure
def section_break(_: Parts, words: str) -> str:
    page = '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:cols w:num="2" w:space="720"/></w:sectPr>'
    return p(f"Section {words}", properties=page)


@structure
def empty_section_break(_: Parts, words: str) -> str:
    page = '<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return p(f"Before {words}") + p(properties=page)


@structure
def section_with_header(parts: Parts, words: str) -> str:
    header = parts.part(
        "header", "header9.xml", root("hdr", p(f"Top {words}")), f"{_TYPE}.header+xml"
    )
    page = f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return p("Section end", properties=page)


@structure
def foreign_chunk(parts: Parts, words: str) -> str:
    name = parts.part(
        "aFChunk", "chunk1.htm", b"<html><body>chunk</body></html>", "application/xhtml+xml"
    )
    return p(f"Chunk {words}") + f'<w:altChunk r:id="{name}"/>'


# Changes that the file already has


@structure
def changes_of_words(_: Parts, words: str) -> str:
    return p("Keep ", dele(run("old", tag="delText"), number=81), ins(run(words), number=82), " so")


@structure
def changed_mark(_: Parts, words: str) -> str:
    return p(f"First {words}", properties=mark("ins", 83)) + p("second")


# Files


def document(blocks: Callable[[Parts], str], *, number: int = 1, **options: str) -> bytes:
    """A Word file of blocks; `number` 1 or 2 tells old from new, so that ids differ."""
    parts = Parts(first_id=number)
    body = blocks(parts)
    section = options.get("section", '<w:pgSz w:w="11906" w:h="16838"/>')
    references = ""
    for kind in ("header", "footer"):
        for shown in ("default", "first", "even"):
            inner = options.get(f"{shown}_{kind}")
            if inner:
                tag = "hdr" if kind == "header" else "ftr"
                content = inner if inner.startswith("<") else p(inner)
                name = parts.part(
                    kind, f"{shown}{kind}.xml", root(tag, content), f"{_TYPE}.{kind}+xml"
                )
                references += f'<w:{kind}Reference w:type="{shown}" r:id="{name}"/>'
    if "first_header" in options or "first_footer" in options:
        section += "<w:titlePg/>"
    body += f"<w:sectPr>{references}{section}</w:sectPr>"
    if options.get("styles") != "none":
        parts.part("styles", "styles.xml", STYLES.encode(), f"{_TYPE}.styles+xml")
    if options.get("settings") != "none":
        even = "<w:evenAndOddHeaders/>" if "even_header" in options else ""
        parts.part("settings", "settings.xml", root("settings", even), f"{_TYPE}.settings+xml")
    if parts.numbered:
        parts.part("numbering", "numbering.xml", NUMBERING.encode(), f"{_TYPE}.numbering+xml")
    for kind, held in (("footnote", parts.footnotes), ("endnote", parts.endnotes)):
        if held:
            inner = "".join(
                f'<w:{kind} w:type="{n}" w:id="{k}"><w:p><w:r><w:{n}/></w:r></w:p></w:{kind}>'
                for k, n in ((-1, "separator"), (0, "continuationSeparator"))
            )
            inner += "".join(
                f'<w:{kind} w:id="{k}">{note}</w:{kind}>'
                for k, note in enumerate(held, start=1 + number)
            )
            parts.part(f"{kind}s", f"{kind}s.xml", root(f"{kind}s", inner), f"{_TYPE}.{kind}s+xml")
    if parts.comments:
        inner = "".join(parts.comments)
        parts.part("comments", "comments.xml", root("comments", inner), f"{_TYPE}.comments+xml")
    main = options.get("type", f"{_TYPE}.document.main+xml")
    return _packed(parts, root("document", f"<w:body>{body}</w:body>"), main)


def _packed(parts: Parts, main: bytes, type_: str) -> bytes:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, (_, kind) in parts.files.items()
        if kind
    )
    relations = "".join(
        f'<Relationship Id="{n}" Type="{kind}" Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if external else ""}/>'
        for n, kind, target, external in parts.relations
    )
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{type_}"/>{overrides}</Types>'
    )
    return zipped(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": f'{head}<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'.encode(),
            "word/document.xml": main,
            "word/_rels/document.xml.rels": f"{head}{relations}</Relationships>".encode(),
            **{name: data for name, (data, _) in parts.files.items()},
        }
    )


_BEFORE = p("The General Assembly,") + p("Recalling its resolution 79/901 on ferries,")
_BEHIND = p("Noting that rivers rise in spring,") + p("Decides to return to the matter.")


def filed(*blocks: Make | str, words: str, number: int, **options: str) -> bytes:
    """A file of blocks: XML, or structures that say `words`."""

    def made(parts: Parts) -> str:
        return "".join(block if isinstance(block, str) else block(parts, words) for block in blocks)

    return document(made, number=number, **options)


def in_cell(make: Make) -> Make:
    """The structure in the first cell of a table."""
    return lambda parts, words: table(row(make(parts, words) + p("z"), "b"))


def pairs() -> Iterator[tuple[str, bytes, bytes]]:
    """Every structure inserted, deleted, edited, moved, beside an edit, doubled, at the end."""
    one, other = "slow and green", "slow and blue"
    for name, make in MAKERS.items():
        without = filed(_BEFORE, _BEHIND, words=one, number=1)
        with_it = filed(_BEFORE, make, _BEHIND, words=one, number=2)
        edited = filed(_BEFORE, make, _BEHIND, words=other, number=1)
        yield f"{name} inserted", without, with_it
        yield f"{name} deleted", with_it, without
        yield f"{name} edited", with_it, edited
        yield (
            f"{name} moved",
            filed(_BEFORE, make, _BEHIND, words=one, number=1),
            filed(_BEHIND, _BEFORE, make, p("Last words."), words=one, number=2),
        )
        yield (
            f"{name} doubled",
            edited,
            filed(_BEFORE, make, p("In between,"), make, _BEHIND, words=one, number=2)
            if "cross" not in name and "link inside" not in name and "control" not in name
            else with_it,
        )
        yield (
            f"{name} beside an edit",
            filed(_BEFORE, make, _BEHIND, words=one, number=1),
            filed(_BEFORE, p("A new paragraph,"), make, _BEHIND.replace("spring", "autumn"),
                  words=one, number=2),
        )  # fmt: skip
        yield (
            f"{name} bare",
            filed(make, p(), words=one, number=1),
            filed(p(), words=one, number=2),
        )
        yield (
            f"{name} alone",
            filed(p(), words=one, number=1),
            filed(make, p(), words=one, number=2),
        )
        yield (
            f"{name} in a cell",
            filed(table(row("a", "b")), p(), words=one, number=1),
            filed(in_cell(make), p(), words=one, number=2),
        )


# The same words, laid out or packed otherwise


def laid_out() -> Iterator[tuple[str, bytes, bytes]]:
    """Pairs that differ in sections, tables, numbering, headers, or in how the file is packed."""
    body = _BEFORE + _BEHIND

    def pair(
        name: str, one: Make | str, other: Make | str, old: Options = None, new: Options = None
    ) -> tuple[str, bytes, bytes]:
        return (
            name,
            filed(_BEFORE, one, _BEHIND, words="fast", number=1, **(old or {})),
            filed(_BEFORE, other, _BEHIND, words="fast", number=2, **(new or {})),
        )

    page, wide_page = (
        '<w:pgSz w:w="11906" w:h="16838"/>',
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    )
    yield pair("page turned", "", p("New."), {"section": page}, {"section": wide_page})
    yield pair(
        "columns",
        "",
        "",
        {"section": page},
        {"section": page + '<w:cols w:num="2" w:space="720"/>'},
    )
    for name, properties in _PARAGRAPHS.items():
        yield pair(name, p("A ferry sails"), p("A ferry sails", properties=properties))
        yield pair(f"not {name}", p("A ferry sails", properties=properties), p("A ferry sails by"))
    for name, properties in _RUNS.items():
        looked = f"<w:r><w:rPr>{properties}</w:rPr><w:t>sails</w:t></w:r>"
        yield pair(name, p("A ferry ", "sails"), p("A ferry ", looked))
        yield pair(f"not {name}", p("A ferry ", looked), p("A ferry ", "sails", " by"))
    grid = table(row("a", "b"), row("c", "d"))
    for name, (found, put) in _TABLES.items():
        yield pair(name, grid, grid.replace(found, put, 1))
        yield pair(f"not {name}", grid.replace(found, put, 1), grid.replace(">d<", ">e<"))
    for kind in ("header", "footer"):
        for shown in ("default", "first", "even"):
            given = {f"{shown}_{kind}": "A/C.3/80/L.909"}
            yield pair(f"{shown} {kind} comes", "", "", {}, given)
            yield pair(f"{shown} {kind} goes", "", p("New."), given, {})
            yield pair(
                f"{shown} {kind} edited", "", "", given, {f"{shown}_{kind}": "A/C.3/80/L.909/Rev.1"}
            )
    for name, inner in _HEADERS.items():
        old, new = (
            {"default_header": inner.replace("words", w_)} for w_ in ("slow", "slow and blue")
        )
        yield pair(f"{name} in a header edited", "", "", old, new)
        yield pair(f"{name} in a header goes", "", "", old, {"default_header": p("plain")})
        yield pair(f"{name} in a header comes", "", "", {"default_header": p("plain")}, old)
    for name, options in _PACKED.items():
        yield pair(f"{name} both", "", p("New."), options, options)
        yield pair(f"{name} old", "", two_footnotes, options, {})
        yield pair(f"{name} new", list_items, "", {}, options)
    plain = document(lambda _: body)
    edited = document(lambda _: body.replace("spring", "autumn") + p("New."), number=2)
    for name, change in (("strict names", _strict), ("wide characters", _utf16)):
        yield f"{name} both", change(plain), change(edited)
        yield f"{name} old", change(plain), edited
        yield f"{name} new", plain, change(edited)


Options = dict[str, str] | None
_PARAGRAPHS = {
    "style": '<w:pStyle w:val="Heading1"/>',
    "indented": '<w:ind w:left="720" w:hanging="360"/>',
    "centred": '<w:jc w:val="center"/>',
    "kept together": '<w:keepNext/><w:spacing w:before="240" w:after="120"/>',
    "framed by lines": '<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>',
    "tab stops": '<w:tabs><w:tab w:val="left" w:pos="1200"/></w:tabs>',
    "bold mark": "<w:rPr><w:b/></w:rPr>",
    "page break before": "<w:pageBreakBefore/>",
}
_RUNS = {
    "bold": "<w:b/>",
    "underlined": '<w:u w:val="single"/>',
    "larger": '<w:sz w:val="32"/>',
    "coloured": '<w:color w:val="FF0000"/>',
    "raised": '<w:vertAlign w:val="superscript"/>',
    "hidden": "<w:vanish/>",
    "marked": '<w:highlight w:val="yellow"/>',
    "other font": '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>',
    "styled": '<w:rStyle w:val="Strong"/>',
    "capitals": "<w:caps/><w:strike/>",
}
_TABLES = {
    "table style": ("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="TableGrid"/>'),
    "table centred": (
        'w:type="auto"/></w:tblPr>',
        'w:type="auto"/><w:jc w:val="center"/></w:tblPr>',
    ),
    "heading row": ("<w:tr>", "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"),
    "row height": ("<w:tr>", '<w:tr><w:trPr><w:trHeight w:val="600"/></w:trPr>'),
    "cell shaded": ("</w:tcPr>", '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/></w:tcPr>'),
    "cell centred": ("</w:tcPr>", '<w:vAlign w:val="center"/></w:tcPr>'),
    "rows merged": ("</w:tcPr>", '<w:vMerge w:val="restart"/></w:tcPr>'),
    "widths": ('<w:tcW w:w="2000"', '<w:tcW w:w="3000"'),
}
_HEADERS = {
    "field": p("A words, page ", complex_field(" PAGE ", run("2"))),
    "simple field": p("A words, page ", f'<w:fldSimple w:instr=" PAGE ">{run("2")}</w:fldSimple>'),
    "table": table(row("left", "words")) + p(),
    "box": p("A ", raw(both_boxes(p("Boxed words")))),
    "paragraphs": p("One") + p("words") + p("three"),
    "tabs": p("left", raw("<w:tab/>"), "words", raw("<w:tab/>"), "right"),
    "control": f"<w:sdt>{_CONTROL}<w:sdtContent>{p('Held words')}</w:sdtContent></w:sdt>",
    "equation": p("Where ", equation("words")),
}
_PACKED = {
    "no styles": {"styles": "none"},
    "no settings": {"settings": "none"},
    "macros": {"type": "application/vnd.ms-word.document.macroEnabled.main+xml"},
    "template": {"type": f"{_TYPE}.template.main+xml"},
}


def _strict(data: bytes) -> bytes:
    """The file with the names of ISO's strict kind."""
    strict = {
        W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }

    def renamed(_: str, part: bytes) -> bytes:
        for name, other in strict.items():
            part = part.replace(name.encode(), other.encode())
        return part

    return _repacked(data, renamed)


def _utf16(data: bytes) -> bytes:
    """The file with its text in UTF-16."""

    def recoded(name: str, part: bytes) -> bytes:
        if not name.startswith("word/") or not name.endswith("document.xml"):
            return part
        return b"\xff\xfe" + ('<?xml version="1.0" encoding="UTF-16"?>' + part.decode()).encode(
            "utf-16-le"
        )

    return _repacked(data, recoded)


def _repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: change(name, archive.read(name)) for name in archive.namelist()})

"""The circulation file: a document as the Secretariat lays out an L. document.

Puts the parts together; what each looks like is said in `styles`, `paper` and `body`. The same
document and date give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from drafter.formats.docx import body, direction, kept, masthead, notes, paper, shape, styles
from drafter.formats.docx.lists import Lists
from drafter.formats.docx.markup import DECLARATION, escape, paragraph, part, relationships, run
from drafter.grammar import wording
from drafter.model import Document, Resolution, plain
from drafter.word.package import Package

Numbering = Literal["typed", "auto"]

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT = "officeDocument/2006/relationships"


@dataclass(slots=True)
class _Parts:
    """What has been written so far, and how the main part is related to it."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    links: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, name: str, data: bytes, kind: str, content_type: str = "") -> str:
        """Store a part that the main part is related to; the relationship's id."""
        key = f"rId{len(self.links) + 1}"
        self.parts[name] = data
        if content_type:
            self.types[name] = content_type
        target = name.removeprefix("word/") if name.startswith("word/") else f"../{name}"
        self.links[key] = (f"{_DOCUMENT}/{kind}", target)
        return key


def write(
    document: Document,
    *,
    author: str = "",
    date: datetime | None = None,
    lines: bool = False,
    numbering: Numbering = "typed",
) -> bytes:
    """The bytes of a Word file that prints `document` for circulation.

    `author` and `date` go to the file's properties; `lines` numbers the lines for the floor.
    Paragraph numbers are typed text, as the Secretariat types them; "auto" has Word count them.
    """
    made = _Parts()
    beside = kept.part(shape.kept(document))
    document = replace(document, resolutions=tuple(map(notes.printed, document.resolutions)))
    first = document.resolutions[0] if document.resolutions else None
    sheet = paper.of(first)
    fixed = wording.of(first) if first else wording.named("en")
    deepest = max((shape.depth(resolution) for resolution in document.resolutions), default=0)
    side = fixed.right_to_left
    style_part = styles.part(deepest, sheet.text, fixed.locale, right_to_left=side)
    made.add("word/styles.xml", style_part, "styles", f"{_MAIN}.styles+xml")
    made.add("word/settings.xml", _settings(), "settings", f"{_MAIN}.settings+xml")
    lists = Lists() if numbering == "auto" else None
    content = _content(document, made, lists, lines=lines)
    if side:
        content = direction.turned(content)
        data = made.parts["word/footnotes.xml"]
        made.parts["word/footnotes.xml"] = direction.turned(data.decode()).encode()
    if lists and lists.starts:
        made.add("word/numbering.xml", lists.part(), "numbering", f"{_MAIN}.numbering+xml")
    made.add(kept.PART, beside, "customXml")
    return _package(made, content, _core(first, author, date, fixed.locale))


def _content(document: Document, made: _Parts, lists: Lists | None, *, lines: bool) -> str:
    """The body of the main part; headers, footers and footnotes are added to `made`."""
    out: list[str] = []
    written: list[notes.Note] = []
    counting = notes.counting(document.resolutions)
    expected = counting.start
    footers = {
        "footer even": _furniture(made, "footer", paper.later_footer(odd=False)),
        "footer default": _furniture(made, "footer", paper.later_footer(odd=True)),
        "footer first": _furniture(made, "footer", paper.first_footer()),
    }
    for index, resolution in enumerate(document.resolutions):
        sheet = paper.of(resolution)
        signs, plan = _notes(resolution, written, expected)
        expected = counting.start if counting.restarts else plan.following
        ink = body.Ink(plan, lists)
        out.append(body.resolution(resolution, ink, signs, width=sheet.text - 2 * styles.INDENT))
        first = paper.first_header(resolution, sheet)
        links = {
            "header even": _furniture(made, "header", paper.later_header(resolution, odd=False)),
            "header default": _furniture(made, "header", paper.later_header(resolution, odd=True)),
            "header first": _furniture(made, "header", first),
            **footers,
        }
        section = paper.section(sheet, links, counting, lines=lines)
        is_last = index == len(document.resolutions) - 1 and not document.rest
        out.append(paragraph("EndRule", "", "" if is_last else section))
        out.append(section if is_last else "")
    if document.rest or not document.resolutions:
        out += [paragraph("OtherText", run(passage.text)) for passage in document.rest]
        blank = _furniture(made, "header", paper.later_header(None, odd=True))
        links = dict.fromkeys(("header even", "header default"), blank) | footers
        out.append(paper.section(paper.LETTER, links, counting, lines=lines))
    width = paper.of(document.resolutions[0] if document.resolutions else None).text
    data = notes.part(written, width)
    made.add("word/footnotes.xml", data, "footnotes", f"{_MAIN}.footnotes+xml")
    return "".join(out)


def _furniture(made: _Parts, kind: str, data: bytes) -> str:
    number = sum(name.startswith(f"word/{kind}") for name in made.parts) + 1
    return made.add(f"word/{kind}{number}.xml", data, kind, f"{_MAIN}.{kind}+xml")


def _notes(
    resolution: Resolution, written: list[notes.Note], expected: int
) -> tuple[dict[str, int], notes.Plan]:
    """Write the notes of `resolution`: ids of its sponsor notes by sign, and the plan of others."""
    signs = {}
    for sign, words in masthead.sponsor_notes(resolution.masthead):
        signs[sign] = len(written) + 1
        written.append(notes.Note(signs[sign], sign, run(words), len(sign)))
    plan = notes.plan(resolution, len(written) + 1, expected)
    contents = {note.label: note.content for note in resolution.footnotes}
    for label, number in plan.ids.items():
        shown = None if label in plan.automatic else label
        content = body.inlines(contents[label], None)
        written.append(notes.Note(number, shown, content, len(label)))
    return signs, plan


def _settings() -> bytes:
    return part(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="475"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    )


def _package(made: _Parts, content: str, core: bytes) -> bytes:
    main = "word/document.xml"
    made.types |= {
        main: f"{_MAIN}.document.main+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    top = {
        "rId1": (f"{_DOCUMENT}/officeDocument", main),
        "rId2": ("package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    }
    parts = {
        "[Content_Types].xml": _content_types(made.types),
        "_rels/.rels": relationships(top),
        main: part("document", f"<w:body>{content}</w:body>"),
        "word/_rels/document.xml.rels": relationships(made.links),
        **made.parts,
        "docProps/core.xml": core,
    }
    return Package(parts).save()


def _content_types(types: dict[str, str]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _core(first: Resolution | None, author: str, date: datetime | None, language: str) -> bytes:
    moment = (date or datetime(1980, 1, 1, tzinfo=UTC)).astimezone(UTC)
    stamp = moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
    title = escape(plain(first.title)) if first else ""
    symbol = escape(first.masthead.symbol) if first else ""
    base = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{base}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:subject>{symbol}</dc:subject>"
        f"<dc:creator>{escape(author)}</dc:creator><dc:language>{language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()

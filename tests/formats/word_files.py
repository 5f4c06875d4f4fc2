"""Word files built from one-line pieces, as others' programs might write them."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.word.package import Package

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_WHEN = 'w:date="2025-01-01T00:00:00Z"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    made = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{made}<w:t xml:space="preserve">{text}</w:t></w:r>'


def i(text: str) -> str:
    """An italic run."""
    return r(text, "<w:i/>")


def p(*content: str, properties: str = "") -> str:
    """A paragraph; bare text becomes a run."""
    runs = "".join(each if each.startswith("<") else r(each) for each in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def ins(*content: str, by: str = "Norway") -> str:
    """A tracked insertion."""
    return (
        f'<w:ins w:id="1" w:author="{by}" w:date="2025-01-01T00:00:00Z">{"".join(content)}</w:ins>'
    )


def deleted(text: str, by: str = "Norway") -> str:
    """A tracked deletion."""
    words = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="{by}" {_WHEN}>{words}</w:del>'


def note(number: int) -> str:
    """A footnote's call."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def table(*rows: Sequence[str]) -> str:
    """A table of one-paragraph cells."""
    made = "".join(
        "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


def numbered(level: int, list_id: int = 1) -> str:
    """The paragraph properties of a list item."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def part(root: str, content: str) -> str:
    """A whole part."""
    return f"<w:{root} {_W} {_R} {_MC} {_WPS}>{content}</w:{root}>"


LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '</w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def word_file(*body: str, **parts: str) -> bytes:
    """A Word file with `body` and more parts, named by kind: footnotes, numbering, styles."""
    links = "".join(
        f'<Relationship Id="{kind}" Type="{_KIND}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *zip(parts, parts, strict=True))
    )
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'{head}<Relationship Id="d" Type="{_KIND}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": part("document", f"<w:body>{''.join(body)}</w:body>"),
        "word/_rels/document.xml.rels": f"{head}{links}</Relationships>",
        **{f"word/{kind}.xml": content for kind, content in parts.items()},
    }
    return Package({name: text.encode() for name, text in files.items()}).save()


def footnotes(**notes: str) -> str:
    """A footnotes part: n1="…" is note 1."""
    made = "".join(
        f'<w:footnote w:id="{key[1:]}">{p("<w:r><w:footnoteRef/></w:r>", " " + text)}</w:footnote>'
        for key, text in notes.items()
    )
    return part("footnotes", made)

"""Word files from one-line helpers: what a test needs to see, and nothing else."""

# ruff: noqa: E501 - a line of XML reads best whole

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BY = 'w:author="Norway" w:date="2025-11-04T10:00:00Z"'


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def run(text: str, style: str = "", tag: str = "t") -> str:
    """A run; `style` names toggles: "b i"."""
    properties = "".join(f"<w:{name}/>" for name in style.split())
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def raw(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def ins(*runs: str, number: int = 1) -> str:
    return f'<w:ins w:id="{number}" {_BY}>{"".join(runs)}</w:ins>'


def dele(*runs: str, number: int = 2) -> str:
    return f'<w:del w:id="{number}" {_BY}>{"".join(runs)}</w:del>'


def mark(name: str, number: int = 3) -> str:
    return f'<w:rPr><w:{name} w:id="{number}" {_BY}/></w:rPr>'


def note(number: int, kind: str = "footnote") -> str:
    return raw(
        f'<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/>'
    )


def p(*content: str, properties: str = "") -> str:
    """A paragraph; a piece that is not XML becomes a run."""
    inner = "".join(piece if piece.startswith("<") else run(piece) for piece in content)
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{properties}{inner}</w:p>"


def row(*cells: str, properties: str = "") -> str:
    properties = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{c if c.startswith("<") else p(c)}</w:tc>'
        for c in cells
    )
    return f"<w:tr>{properties}{inner}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    head = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{head}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def notes_part(kind: str, notes: dict[int, str]) -> str:
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    body = "".join(
        f'<w:{kind} w:id="{number}">'
        + (text if text.startswith("<") else p(raw(f"<w:{kind}Ref/>"), f" {text}"))
        + f"</w:{kind}>"
        for number, text in notes.items()
    )
    return f'<w:{kind}s xmlns:w="{W}" xmlns:r="{R}">{separators}{body}</w:{kind}s>'


def docx(
    *blocks: str,
    footnotes: dict[int, str] | None = None,
    endnotes: dict[int, str] | None = None,
    header: str = "",
    footer: str = "",
    links: dict[str, str] | None = None,
    parts: dict[str, bytes] | None = None,
    others: tuple[str, ...] = (),
) -> bytes:
    """A whole Word file; `header` and `footer` are the text or the paragraphs of the default ones.

    `others` names kinds of parts among `parts` that the document is related to.
    """
    files: dict[str, str] = {}
    relations, overrides, references = [], [], []

    def add(kind: str, name: str, xml: str) -> str:
        files[f"word/{name}"] = xml
        relations.append(f'<Relationship Id="rId{kind}" Type="{R}/{kind}" Target="{name}"/>')
        overrides.append(f'<Override PartName="/word/{name}" ContentType="{_TYPE}.{kind}+xml"/>')
        return f"rId{kind}"

    add("styles", "styles.xml", STYLES)
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes is not None:
            add(f"{kind}s", f"{kind}s.xml", notes_part(kind, notes))
    for kind, tag, text in (("header", "hdr", header), ("footer", "ftr", footer)):
        if text:
            inner = text if text.startswith("<") else p(text)
            reference = add(
                kind, f"{kind}1.xml", f'<w:{tag} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{tag}>'
            )
            references.append(f'<w:{kind}Reference w:type="default" r:id="{reference}"/>')
    for number, address in (links or {}).items():
        relations.append(
            f'<Relationship Id="{number}" Type="{R}/hyperlink" Target="{address}" TargetMode="External"/>'
        )
    for kind in others:
        add(kind, f"{kind}.xml", "")
    body = "".join(blocks)
    section = f"<w:sectPr>{''.join(references)}</w:sectPr>"
    document = (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>'
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f"{''.join(overrides)}</Types>"
    )
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    everything = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'{head}<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f"{head}{''.join(relations)}</Relationships>",
        **files,
    }
    return zipped({n: x.encode() for n, x in everything.items()} | (parts or {}))


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    "</w:styles>"
)

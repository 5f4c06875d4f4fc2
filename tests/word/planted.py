"""A Word file with a marker planted wherever a Word file can carry what its page does not show."""

# ruff: noqa: E501 - a line of XML reads best whole

import io
import struct
import zipfile
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MS = "http://schemas.microsoft.com/office"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    f' xmlns:w14="{MS}/word/2010/wordml" xmlns:w15="{MS}/word/2012/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:zz="urn:stranger" mc:Ignorable="w14 w15 zz"'
)


class Planter:
    """Gives out markers, and remembers them."""

    def __init__(self) -> None:
        self.markers: list[str] = []

    def __call__(self) -> str:
        self.markers.append(f"Kingfisher-{len(self.markers) + 1:03}-Secret")
        return self.markers[-1]

    def hex(self) -> str:
        self.markers.append(f"00F1{len(self.markers):04X}")
        return self.markers[-1]


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(words: str, after: str) -> bytes:
    """A picture of one grey point, with `words` in it and `after` behind it."""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"tEXt", b"Author\0" + words.encode())
        + chunk(b"IDAT", zlib.compress(b"\0\x80"))
        + chunk(b"IEND", b"")
        + after.encode()
    )


def jpeg(exif: str, comment: str) -> bytes:
    """The smallest grey picture, with Exif and a comment."""
    body = bytes.fromhex(
        "ffdb004300" + "10" * 64 + "ffc0000b080001000101011100ffc4001f0000010501010101010100000000"
        "000000000102030405060708090a0bffda0008010100003f00d2cf20ffd9"
    )

    def segment(mark: int, data: bytes) -> bytes:
        return bytes((0xFF, mark)) + struct.pack(">H", len(data) + 2) + data

    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
        + segment(0xE1, b"Exif\0\0" + exif.encode())
        + segment(0xFE, comment.encode())
        + body
    )


def picture(relation: str, number: int, name: str, descr: str, title: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{descr}" title="{title}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def field(instruction: str, shown: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def hidden(words: str) -> str:
    return f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{words}</w:t></w:r>"


def planted() -> tuple[bytes, list[str]]:
    """The file, and the markers in it."""
    m = Planter()
    when = 'w:date="2025-11-04T10:00:00Z"'
    body = "".join(
        (
            f'<!-- {m()} --><?note {m()}?>',
            f'<w:p w:rsidR="{m.hex()}" w14:paraId="{m.hex()}" zz:seen="{m()}"><zz:note>{m()}</zz:note><w:r><w:t>Shown one.</w:t></w:r></w:p>',
            '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Shown two.</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
            f'<w:p><w:ins w:id="1" w:author="{m()}" {when}><w:r><w:t>Shown three.</w:t></w:r></w:ins><w:del w:id="2" w:author="Fiji" {when}><w:r><w:delText>{m()}</w:delText></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:del></w:p>',
            f'<w:p><w:pPr><w:pPrChange w:id="3" w:author="{m()}" {when}><w:pPr><w:pStyle w:val="Quiet"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Shown four.</w:t></w:r></w:p>',
            f'<w:p><w:r><w:t>Shown five.</w:t></w:r>{hidden(m())}<w:r><w:rPr><w:rStyle w:val="Whisper"/></w:rPr><w:t>{m()}</w:t></w:r></w:p>',
            f'<w:p><w:pPr><w:pStyle w:val="Quiet"/></w:pPr><w:r><w:t>{m()}</w:t></w:r></w:p>',
            f'<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{hidden(m())}</w:p>',
            f'<w:p>{field("AUTHOR " + m(), "Shown six.")}{field("DOCPROPERTY " + m(), "")}{field("ADDIN " + m(), "Shown seven.")}</w:p>',
            f'<w:p><w:fldSimple w:instr="FILENAME {m()}"><w:r><w:t>Shown eight.</w:t></w:r></w:fldSimple></w:p>',
            f'<w:p><w:bookmarkStart w:id="9" w:name="{m()}"/><w:r><w:t>Shown nine.</w:t></w:r><w:bookmarkEnd w:id="9"/></w:p>',
            f'<w:sdt><w:sdtPr><w:alias w:val="{m()}"/><w:tag w:val="{m()}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Shown ten.</w:t></w:r></w:p></w:sdtContent></w:sdt>',
            f'<w:p><w:smartTag w:uri="urn:x" w:element="{m()}"><w:r><w:t>Shown eleven.</w:t></w:r></w:smartTag></w:p>',
            f'<w:p><w:hyperlink r:id="rId20" w:tooltip="{m()}"><w:r><w:t>Shown twelve.</w:t></w:r></w:hyperlink></w:p>',
            f'<w:p>{picture("rId21", 7, m(), m(), m())}{picture("rId22", 8, "x", "y", "z")}</w:p>',
            f'<w:p><w:r><w:pict><v:shape id="{m()}" o:gfxdata="{m()}" alt="{m()}" style="width:9pt;height:9pt"><v:imagedata r:id="rId21" o:title="{m()}"/></v:shape></w:pict></w:r></w:p>',
            '<w:p><w:r><w:t>Shown with a note.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
            f'<w:p><w:permStart w:id="4" w:ed="{m()}"/><w:r><w:t>Shown last.</w:t></w:r><w:permEnd w:id="4"/></w:p>',
        )
    )  # fmt: skip
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:headerReference w:type="first" r:id="rId11"/>'
        '<w:pgSz w:w="12240" w:h="15840"/><w:printerSettings r:id="rId23"/></w:sectPr>'
    )

    def part(root: str, inner: str) -> bytes:
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{inner}</w:{root}>'.encode()
        )

    def note(number: int, words: str) -> str:
        return f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{words}</w:p></w:footnote>'

    comment = f'<w:comment w:id="0" w:author="{m()}" w:initials="{m()}" {when}><w:p><w:r><w:t>{m()}</w:t></w:r></w:p></w:comment>'
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:rsid w:val="{m.hex()}"/></w:style>'
        '<w:style w:type="character" w:styleId="Whisper"><w:name w:val="Whisper"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    settings = (
        f'<w:attachedTemplate r:id="rId1"/><w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/><w:query w:val="{m()}"/></w:mailMerge>'
        f'<w:rsids><w:rsidRoot w:val="{m.hex()}"/><w:rsid w:val="{m.hex()}"/></w:rsids>'
        f'<w:docVars><w:docVar w:name="{m()}" w:val="{m()}"/></w:docVars>'
        f'<w15:docId w15:val="{{{m()}}}"/>'
    )
    parts: dict[str, bytes] = {
        "word/document.xml": part("document", f"<w:body>{body}{section}</w:body>"),
        "word/styles.xml": part("styles", styles),
        "word/settings.xml": part("settings", settings),
        "word/comments.xml": part("comments", comment),
        "word/header1.xml": part("hdr", f"<w:p><w:r><w:t>Shown head.</w:t></w:r>{hidden(m())}</w:p>"),
        "word/header2.xml": part("hdr", f"<w:p><w:r><w:t>{m()}</w:t></w:r></w:p>"),
        "word/footnotes.xml": part(
            "footnotes", note(1, "<w:r><w:t>Shown note.</w:t></w:r>") + note(3, f"<w:r><w:t>{m()}</w:t></w:r>")
        ),
        "word/glossary/document.xml": part(
            "glossaryDocument", f"<w:docParts><w:docPart><w:docPartBody><w:p><w:r><w:t>{m()}</w:t></w:r></w:p></w:docPartBody></w:docPart></w:docParts>"
        ),
        "word/people.xml": f'<w15:people xmlns:w15="{MS}/word/2012/wordml"><w15:person w15:author="{m()}"/></w15:people>'.encode(),
        "word/media/image1.png": png(m(), m()),
        "word/media/image2.jpg": jpeg(m(), m()),
        f"word/media/{m()}.png": png(m(), ""),
        "word/printerSettings1.bin": m().encode("utf-16-le"),
        "word/vbaProject.bin": m().encode(),
        "customXml/item1.xml": f"<x><y>{m()}</y></x>".encode(),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{m()}</dc:title><dc:creator>{m()}</dc:creator><cp:lastModifiedBy>{m()}</cp:lastModifiedBy><dc:description>{m()}</dc:description></cp:coreProperties>'.encode(),
        "docProps/app.xml": f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>{m()}</Template><Manager>{m()}</Manager><Company>{m()}</Company><HyperlinkBase>{m()}</HyperlinkBase></Properties>'.encode(),
        "docProps/custom.xml": f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{m()}"><vt:lpwstr>{m()}</vt:lpwstr></property></Properties>'.encode(),
        "docProps/thumbnail.jpeg": jpeg(m(), m()),
        "stranger.dat": m().encode(),
    }  # fmt: skip

    def relations(*links: tuple[str, str, str]) -> bytes:
        lines = "".join(
            f'<Relationship Id="{key}" Type="{kind if "://" in kind else f"{OFFICE}/{kind}"}" Target="{target}"'
            + (' TargetMode="External"/>' if "://" in target else "/>")
            for key, kind, target in links
        )
        return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'.encode()

    parts["word/_rels/settings.xml.rels"] = relations(
        ("rId1", "attachedTemplate", f"file:///C:/Users/{m()}/Normal.dotm")
    )
    parts["word/_rels/document.xml.rels"] = relations(
        ("rId2", "styles", "styles.xml"), ("rId3", "settings", "settings.xml"),
        ("rId4", "comments", "comments.xml"), ("rId5", "footnotes", "footnotes.xml"),
        ("rId6", "glossaryDocument", "glossary/document.xml"),
        ("rId7", f"{MS}/2011/relationships/people", "people.xml"),
        ("rId8", "customXml", "../customXml/item1.xml"),
        ("rId9", f"{MS}/2006/relationships/vbaProject", "vbaProject.bin"),
        ("rId10", "header", "header1.xml"), ("rId11", "header", "header2.xml"),
        ("rId20", "hyperlink", f"file:///C:/Users/{m()}/a.docx"),
        ("rId21", "image", "media/image1.png"), ("rId22", "image", "media/image2.jpg"),
        ("rId23", "printerSettings", "printerSettings1.bin"),
    )  # fmt: skip
    parts["_rels/.rels"] = relations(
        ("rId1", "officeDocument", "word/document.xml"),
        ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
        ("rId4", "custom-properties", "docProps/custom.xml"),
        ("rId5", f"{PACKAGE}/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg"),
    )  # fmt: skip
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {
        "document": "document.main", "styles": "styles", "settings": "settings", "comments": "comments",
        "header1": "header", "header2": "header", "footnotes": "footnotes",
    }  # fmt: skip
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="{PACKAGE.replace("http://schemas.openxmlformats.org/package/2006", "application/vnd.openxmlformats-package")}.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Default Extension="dat" ContentType="application/octet-stream"/>{overrides}</Types>'
    ).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = m().encode()
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            archive.writestr(info, data)
    return buffer.getvalue(), m.markers

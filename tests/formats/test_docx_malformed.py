"""Whatever the bytes: a document or one clear error, in bounded time."""

import io
import zipfile
from random import Random

import pytest

from drafter.errors import ReadError
from drafter.formats import docx
from drafter.model import Document
from drafter.word.package import Package
from tests.formats.test_docx_layout import DATE, draft
from tests.formats.word_files import p, part, r, word_file


def outcome(data: bytes) -> str:
    """What reading gives: "read", or the one line of the error."""
    try:
        found = docx.read(data, "odd.docx")
    except ReadError as error:
        said = str(error)
    else:
        assert isinstance(found.value, Document)
        return "read"
    assert said.startswith("odd.docx: ")
    assert "\n" not in said
    return said


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", b"Urges States", b"PK\x03\x04" * 99],
)
def test_no_word_file_is_said_to_be_none(data: bytes) -> None:
    assert outcome(data) != "read"


def test_truncations_and_flipped_bytes_read_or_are_refused() -> None:
    whole = docx.write(draft(), date=DATE)
    for at in range(0, len(whole), 397):
        outcome(whole[:at])
    random = Random(1)
    for _ in range(60):
        flipped = bytearray(whole)
        for _ in range(3):
            flipped[random.randrange(len(flipped))] ^= 1 << random.randrange(8)
        outcome(bytes(flipped))


def test_parts_in_disorder_read_or_are_refused() -> None:
    whole = Package.open(docx.write(draft(), date=DATE))
    random = Random(2)
    for name in whole.names:
        text = whole.data(name)
        for damage in (b"", b"<x/>", text[: len(text) // 2], text.replace(b"w:val", b"w:lav")):
            broken = whole.copy()
            broken.put(name, damage)
            outcome(broken.save())
        scrambled = text.split(b"<")
        random.shuffle(scrambled)
        broken = whole.copy()
        broken.put(name, b"<".join(scrambled))
        outcome(broken.save())


def test_entities_are_not_followed() -> None:
    bomb = (
        '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
    )
    package = Package.open(word_file(p("x")))
    body = package.data("word/document.xml").decode()
    package.put("word/document.xml", (bomb + body.replace(">x<", ">&b;&c;<")).encode())
    assert "document type declaration" in outcome(package.save())


def test_a_zip_bomb_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 200_000_000)
    assert "more than a document needs" in outcome(buffer.getvalue())


def test_depth_is_bounded() -> None:
    nested = "<w:smartTag>" * 5_000 + r("deep") + "</w:smartTag>" * 5_000
    assert outcome(word_file(p(nested))) != "read"
    cells = "<w:tbl><w:tr><w:tc>" * 60 + p("deep") + "</w:tc></w:tr></w:tbl>" * 60
    assert outcome(word_file(cells)) == "read"
    brackets = p("[" * 4_000 + "deep" + "]" * 4_000)
    assert outcome(word_file(brackets)) == "read"


def test_styles_and_lists_that_go_in_circles_read() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    )
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="X"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    item = p("x", properties='<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>')
    assert outcome(word_file(item, p("y"), styles=styles, numbering=numbering)) == "read"


def test_what_the_file_keeps_beside_the_page_may_be_damaged() -> None:
    package = Package.open(docx.write(draft(), date=DATE))
    kept = package.data("customXml/item1.xml")
    for damage in (
        kept.replace(b"masthead", b"mostheed"),
        kept.replace(b"[", b"{", 1),
        kept.replace(b"draft resolution", b"draught"),
        kept.replace(b"sponsors", b"symbol", 1),
        kept[:200],
        b'<kept xmlns="urn:drafter:kept">' + b"[" * 90_000 + b"</kept>",
        b'<kept xmlns="urn:drafter:kept">[{"masthead": {"sponsors": [[[1]]]}}]</kept>',
        b'<kept xmlns="urn:drafter:kept">[{"masthead": {"date": ["date", "x"]}}]</kept>',
    ):
        broken = package.copy()
        broken.put("customXml/item1.xml", damage)
        found = docx.read(broken.save(), "odd.docx").value.resolutions
        assert found[0].masthead.symbol == "A/C.3/80/L.909"
        assert found[0].masthead.sponsors == ("Fiji", "Guyana", "Togo")
        assert found[0].masthead.sponsor_notes == ("Guyana: On behalf of the States of the delta.",)
        assert found[0].masthead.date == "2025-11-04"

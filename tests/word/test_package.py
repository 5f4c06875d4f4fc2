"""A package opens within bounds and saves what it did not touch as it was."""

import io
import random
import zipfile
from collections.abc import Callable

import pytest

from drafter.errors import ReadError
from drafter.word import package as package_module
from drafter.word.package import Package
from tests.word.specimens import docx, p, zipped


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_saving_an_untouched_package_keeps_every_part() -> None:
    data = docx(p("Urges States"), footnotes={1: "A/80/912."}, header="A/C.3/80/L.909")
    saved = Package.open(data).save()
    assert parts(saved) == parts(data)
    assert list(parts(saved)) == list(parts(data))
    assert Package.open(saved).save() == saved


def test_editing_one_part_leaves_the_others_byte_for_byte() -> None:
    data = docx(p("Urges States"), footnotes={1: "A/80/912."})
    package = Package.open(data)
    package.part("word/footnotes.xml")
    package.edit(package.main).set("changed", "yes")
    before, after = parts(data), parts(package.save())
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_a_new_part_has_a_content_type_and_a_relationship() -> None:
    package = Package.open(docx(p("Urges")))
    package.put("word/media/image1.png", b"png", "image/png")
    made = package.relate(package.main, "http://example.org/image", "word/media/image1.png")
    again = Package.open(package.save())
    assert again.content_type("word/media/image1.png") == "image/png"
    assert again.related(again.main, "image") == ("word/media/image1.png",)
    assert package.relate(package.main, "http://example.org/image", "word/media/image1.png") == made


def _bomb() -> bytes:
    return zipped(parts(docx(p("x"))) | {"word/media/a.bin": b"\0" * 30_000_000})


def _dtd() -> bytes:
    entity = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    good = parts(docx(p("x")))
    return zipped(good | {"word/document.xml": entity + good["word/document.xml"]})


def _deep() -> bytes:
    good = parts(docx(p("@")))
    deep = good["word/document.xml"].replace(b"@", b"<a>" * 100_000 + b"</a>" * 100_000)
    return zipped(good | {"word/document.xml": deep})


MALFORMED: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "not a zip": lambda: b"Dear colleagues",
    "an old or encrypted file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100,
    "cut short": lambda: docx(p("x"))[:-40],
    "no document": lambda: zipped({"[Content_Types].xml": b"<a/>"}),
    "not XML": lambda: zipped(parts(docx(p("x"))) | {"word/document.xml": b"<w:document"}),
    "not Word": lambda: zipped(parts(docx(p("x"))) | {"word/document.xml": b"<workbook/>"}),
    "a bomb": _bomb,
    "a document type": _dtd,
    "too deep": _deep,
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_file_is_a_read_error(name: str) -> None:
    with pytest.raises(ReadError):
        Package.open(MALFORMED[name]())


def test_a_file_damaged_anywhere_opens_or_is_a_read_error() -> None:
    good = docx(p("Urges States"), footnotes={1: "A/80/912."})
    for seed in range(200):
        chance = random.Random(seed)
        bad = bytearray(good)
        for _ in range(chance.randint(1, 8)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        try:
            package = Package.open(bytes(bad))
            for name in package.names:
                package.part(name)
        except ReadError:
            pass


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MOST_PARTS", 3)
    with pytest.raises(ReadError, match="parts"):
        Package.open(docx(p("x")))

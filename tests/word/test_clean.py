"""The clean copy: markers planted across all parts are gone, the words shown are not."""

# ruff: noqa: E501 - a line of XML reads best whole

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from drafter.errors import DrafterBug, DrafterError
from drafter.word import clean as cleaning
from drafter.word.clean import clean, pictures
from drafter.word.package import Package
from tests.word.planted import jpeg, planted, png
from tests.word.specimens import docx, p, row, run, table


def raw(data: bytes) -> bytes:
    """Everything in the archive, unpacked, with names and comment."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) + name.encode() for name in archive.namelist()]
        return b"\n".join([*parts, archive.comment])


def holds(data: bytes, marker: str) -> bool:
    return any(marker.encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be"))


def shown(data: bytes) -> list[bytes]:
    """The sentences that are shown, as a raw search finds them."""
    return sorted(re.findall(rb"Shown [\w ]+\.", raw(data)))


def main(data: bytes) -> str:
    return Package.open(data).data("word/document.xml").decode()


def words(data: bytes) -> list[str]:
    """The paragraphs of the body."""
    root = Package.open(data).part("word/document.xml")
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [
        "".join(t.text or "" for t in each.iter(f"{space}t")) for each in root.iter(f"{space}p")
    ]


def test_no_planted_marker_is_left() -> None:
    data, markers = planted()
    before = raw(data)
    assert len(markers) >= 60
    assert [m for m in markers if not holds(before, m)] == []
    cleaned = clean(data, "planted.docx")
    after = raw(cleaned.data)
    assert [m for m in markers if holds(after, m)] == []
    assert shown(cleaned.data) == shown(data)
    assert len(shown(data)) == 16
    assert all(count.left == 0 < count.found for count in cleaned.removed)
    assert len(cleaned.removed) == len(cleaning.traces.KINDS)


def test_cleaning_again_finds_nothing_and_changes_nothing() -> None:
    once = clean(planted()[0]).data
    twice = clean(once)
    assert twice.data == once
    assert twice.removed == ()


def test_the_copy_is_valid_and_opens(tmp_path: Path, ooxml_validator: str, soffice: str) -> None:
    path = tmp_path / "clean.docx"
    path.write_bytes(clean(planted()[0]).data)
    done = subprocess.run([ooxml_validator, path], capture_output=True, text=True, check=False)
    assert '"ok": true' in done.stdout, done.stdout
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command: list[str | Path] = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        tmp_path,
        path,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    said = (tmp_path / "clean.txt").read_text("utf-8", "replace")
    for sentence in ("one", "three", "ten", "twelve", "with a note", "last"):
        assert f"Shown {sentence}." in said


def test_a_copy_that_does_not_stand_the_proof_is_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.word.clean.text.fields.clean", lambda root, styles: None)
    with pytest.raises(DrafterBug, match="still holds traces"):
        clean(planted()[0])
    monkeypatch.undo()
    monkeypatch.setattr("drafter.word.clean.text._unhide", lambda root, styles: root.clear())
    with pytest.raises((DrafterBug, DrafterError)):
        clean(planted()[0])


def test_a_name_that_the_text_says_is_no_trace() -> None:
    data = docx(
        p("Submitted by Norway and Togo."),
        p('<w:ins w:id="1" w:author="Norway and Togo"><w:r><w:t>More.</w:t></w:r></w:ins>'),
    )
    cleaned = clean(data)
    assert words(cleaned.data) == ["Submitted by Norway and Togo.", "More."]
    assert "w:ins" not in main(cleaned.data)


@pytest.mark.parametrize(
    "struck", ["center", "document", "rsid", "Times New Roman", "w:t", "42", ""]
)
def test_a_struck_word_that_is_a_word_of_the_format_is_no_trace(struck: str) -> None:
    gone = f'<w:del w:id="1" w:author="A"><w:r><w:delText>{struck}</w:delText></w:r></w:del>'
    data = docx(p("Kept", gone, properties='<w:jc w:val="center"/>'))
    assert words(clean(data).data) == ["Kept"]


def test_a_paragraph_with_a_hidden_mark_runs_into_the_next() -> None:
    data = docx(p("One ", properties="<w:rPr><w:vanish/></w:rPr>"), p("two."))
    assert words(clean(data).data) == ["One two."]


def test_a_style_separator_stays() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert words(clean(docx(p("Head", properties=mark), p("text"))).data) == ["Head", "text"]


def test_a_hidden_row_goes_and_a_cell_keeps_a_paragraph() -> None:
    hidden = run("secret", "vanish")
    rows = (row("a", "b"), row(p(hidden), p(hidden), properties="<w:hidden/>"), row(p(hidden), "c"))
    made = clean(docx(table(*rows), p("End")))
    assert words(made.data) == ["a", "b", "", "c", "End"]


def test_public_links_stay_and_others_become_words() -> None:
    link = '<w:hyperlink r:id="{}"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
    links = {"rId70": "https://www.example.org/x", "rId71": "file:///home/someone/x.docx"}
    data = docx(p(link.format("rId70", "open")), p(link.format("rId71", "own")), links=links)
    made = clean(data)
    assert words(made.data) == ["open", "own"]
    assert main(made.data).count("<w:hyperlink") == 1
    assert b"https://www.example.org/x" in raw(made.data)


def test_fields_that_count_stay() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    data = docx(p(field.format("PAGE", "3")), p(field.format('IF a = "b" "c" "d"', "d")))
    made = clean(data)
    assert words(made.data) == ["3", "d"]
    assert "PAGE" in main(made.data)
    assert "IF a" not in main(made.data)


def test_a_file_that_shows_another_file_is_refused() -> None:
    with pytest.raises(DrafterError, match="another file"):
        clean(docx(p("One"), '<w:altChunk r:id="rId99"/>'))


def test_fields_without_bottom_are_refused_in_bounded_time() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    with pytest.raises(DrafterError, match="deep"):
        clean(docx(p(begin * 50_000)))


def test_a_file_with_macros_becomes_one_without() -> None:
    data = docx(p("Words"), parts={"word/vbaProject.bin": b"Sub Kingfisher()"})
    package = Package.open(data)
    types = package.data("[Content_Types].xml").replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        b"vnd.ms-word.document.macroEnabled.main",
    )
    package.put("[Content_Types].xml", types)
    made = clean(package.save())
    assert b"Kingfisher" not in raw(made.data)
    assert b"macroEnabled" not in raw(made.data)


def test_a_strict_file_becomes_a_common_one() -> None:
    data = docx(p("Strict words"))
    package = Package.open(data)
    for name in package.names:
        strict = package.data(name)
        for old, new in (
            (b"schemas.openxmlformats.org/wordprocessingml/2006/main", b"purl.oclc.org/ooxml/wordprocessingml/main"),
            (b"schemas.openxmlformats.org/officeDocument/2006/relationships", b"purl.oclc.org/ooxml/officeDocument/relationships"),
        ):  # fmt: skip
            strict = strict.replace(old, new)
        package.put(name, strict)
    made = clean(package.save())
    assert words(made.data) == ["Strict words"]
    assert b"purl.oclc.org" not in raw(made.data)


def test_descriptions_stay_on_request() -> None:
    data, markers = planted()
    kept = raw(clean(data, descriptions=True).data)
    assert sum(holds(kept, marker) for marker in markers) == 2


def test_pictures_keep_their_points() -> None:
    made = pictures.stripped(png("Author", "behind"), "a.png")
    assert made == pictures.stripped(made, "a.png")
    assert b"IDAT" in made
    assert b"tEXt" not in made
    photo = jpeg("Camera", "Comment")
    assert pictures.stripped(photo, "a.jpg") == photo.replace(
        b"\xff\xe1\x00\x0eExif\0\0Camera", b""
    ).replace(b"\xff\xfe\x00\x09Comment", b"")
    for broken in (b"", b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xd8\xff", b"GIF89a", b"<svg"):
        assert pictures.stripped(broken, "a.svg") == broken


def test_a_vector_picture_keeps_its_shapes() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><!-- me --><metadata>me</metadata><path d="M0 0"/></svg>'
    made = pictures.stripped(svg, "a.svg")
    assert b"path" in made
    assert b"me" not in made.replace(b"metadata", b"")


def test_every_real_file_shows_the_same_words(shared: Path) -> None:
    files = sorted((shared / "docx").glob("*/*.docx"))
    small = [path for path in files if path.stat().st_size < 60_000][::6]
    assert len(small) > 15
    for path in small:
        cleaned = clean(path.read_bytes(), path.name)
        assert all(count.left == 0 for count in cleaned.removed)

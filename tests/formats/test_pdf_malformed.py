"""Files that are no proper PDF: a document or one clear error, in bounded time."""

import time
from random import Random

import pytest

from drafter.errors import ReadError
from drafter.formats import read_data
from tests.formats import pdf_files
from tests.formats.pdf_files import Ink, page, pdf

TEXT = page(
    Ink(147, 100, "The General Assembly", "italic"),
    Ink(235, 100, ","),
    Ink(147, 118, "Recalling", "italic"),
    Ink(190, 118, "its resolution 79/901 of 12 December 2024,"),
    Ink(147, 136, "Urges", "italic"),
    Ink(180, 136, "Member States to keep their ferries."),
)
LOCKED = "/Encrypt << /Filter /Standard /V 1 /R 2 /O ({0}) /U ({0}) /P -4 >> /ID [(a)(a)]"


def test_a_small_pdf_is_read() -> None:
    (text,) = read_data(pdf(TEXT), "draft.pdf").value.resolutions
    assert (len(text.preamble), len(text.operative)) == (1, 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "draft.pdf: the file is empty"),
        (b"\n \n", "draft.pdf: the file is empty"),
        (b"<html>Not found</html>", "draft.pdf: not a PDF"),
        (b"%PDF-1.7\n", "draft.pdf: this PDF is damaged"),
        (pdf(), "draft.pdf: this PDF is damaged"),
        (pdf(b"0 0 m 9 9 l S"), "draft.pdf: this PDF holds no text"),
        (pdf(TEXT, trailer=LOCKED.format("x" * 32)), "this PDF is locked with a password"),
        (pdf(b" " * (40 << 20)), "draft.pdf: unpacks to more than can be read"),
        (pdf(b" " * (40 << 20), packed=2), "draft.pdf: unpacks to more than can be read"),
        (pdf(*[TEXT] * 2001), "draft.pdf: has more than 2000 pages"),
    ],
    ids=[
        "empty", "blank", "a web page", "its head only", "no page", "a scan", "locked", "a bomb",
        "a bomb in a bomb", "too many pages",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_clear_error(data: bytes, said: str) -> None:
    start = time.monotonic()
    with pytest.raises(ReadError) as raised:
        read_data(data, "draft.pdf")
    assert said in str(raised.value)
    assert time.monotonic() - start < 10


def test_forms_that_draw_forms_without_end_are_refused() -> None:
    with pytest.raises(ReadError, match="draws more than can be read"):
        read_data(pdf(b"/X Do", more=tuple(nested(9))), "draft.pdf")


def nested(depth: int) -> list[bytes]:
    content = b"/X Do " * 10
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length %d >>\nstream\n" % len(
        content
    )
    return [head + content + b"\nendstream"] * depth


def test_a_page_of_countless_words_ends_soon() -> None:
    start = time.monotonic()
    outcome(pdf(b"BT /roman 10 Tf (a) Tj ET " * 300_000))
    assert time.monotonic() - start < 20


def test_any_part_of_a_pdf_is_a_document_or_one_error() -> None:
    whole = pdf(TEXT, TEXT)
    for end in range(0, len(whole), 50):
        outcome(whole[:end])


def test_a_pdf_with_flipped_bytes_is_a_document_or_one_error() -> None:
    whole = pdf(TEXT, TEXT)
    for seed in range(200):
        outcome(flipped(whole, Random(seed)))


def flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice([1, 3, 20])):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def outcome(data: bytes) -> str:
    said = ""
    try:
        read_data(data, "draft.pdf")
    except ReadError as error:
        said = str(error)
    assert not said or said.startswith("draft.pdf: ")
    return said


def test_a_pdf_by_any_name_is_a_pdf() -> None:
    assert read_data(pdf(TEXT), "draft.txt").value.resolutions


def test_packing_once_more_than_needed_is_still_read() -> None:
    assert read_data(pdf(TEXT, packed=2), "draft.pdf").value.resolutions
    assert read_data(pdf(TEXT, packed=0), "draft.pdf").value.resolutions
    assert pdf_files.stream(b"x", 0).endswith(b"endstream")

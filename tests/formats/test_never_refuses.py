"""Damaged files of every kind: a document or one clear error, in bounded time.

A slice in every run, a longer one with DRAFTER_SOAK=1.
"""

import json
import os
import time
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from lxml import etree

from drafter.errors import DrafterError
from drafter.formats import docx, markdown, read_data
from drafter.formats import json as json_format
from drafter.model import Document
from drafter.word.package import Package
from tests.formats import delegation_files as typed
from tests.formats.drafts_in_languages import FRENCH
from tests.formats.pdf_files import pdf
from tests.formats.test_docx_round_trip import again
from tests.formats.test_pdf_malformed import TEXT, flipped

SOAK = os.environ.get("DRAFTER_SOAK") == "1"
TIMES = 2_000 if SOAK else 60
SECONDS = 5.0  # far above what any of these takes, on a busy machine
DRAFT = Document((markdown.parse(FRENCH).value,))
WHOLE: dict[str, Callable[[], bytes]] = {
    "ours.docx": lambda: docx.write(DRAFT),
    "typed.docx": typed.automatic,
    "draft.md": FRENCH.encode,
    "scan.txt": lambda: FRENCH.partition("---\n\n")[2].replace("*", "").encode(),
    "draft.json": lambda: json_format.write(DRAFT),
    "draft.pdf": lambda: pdf(TEXT, TEXT),
}
ODD = ("", "-1", "0", "9" * 20, "x", "²", "٣", "%1", "begin", "*", "  ")


def read(data: bytes, name: str) -> Document | None:
    """The document in `data`, None where it is refused with one clear line."""
    start = time.process_time()
    document, said = None, "read"
    try:
        document = read_data(data, name).value
    except DrafterError as error:
        said = str(error)
    assert said.strip()
    assert "\n" not in said
    assert time.process_time() - start < SECONDS
    return document


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_cut_at_every_fiftieth_byte(name: str) -> None:
    whole = WHOLE[name]()
    cuts = range(0, len(whole), 50)
    for end in cuts if SOAK else cuts[:: 1 + len(cuts) // 100]:
        read(whole[:end], name)


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_with_flipped_bytes(name: str) -> None:
    whole = WHOLE[name]()
    for seed in range(TIMES):
        read(flipped(whole, Random(seed)), name)


def test_a_word_file_whose_xml_was_disturbed_reads_and_what_was_read_is_written() -> None:
    sources = [docx.write(DRAFT), *(make() for make in typed.FILES)]
    for seed in range(TIMES):
        random = Random(seed)
        package = Package.open(random.choice(sources)).copy()
        for _ in range(random.choice((1, 2, 5))):
            _disturb(package, random)
        document = read(package.save(), "draft.docx")
        if document is not None:
            assert again(document) == document, seed


def _disturb(package: Package, random: Random) -> None:
    """Change, take out or double one element somewhere."""
    name = random.choice([each for each in package.names if each.endswith(".xml")])
    root = etree.fromstring(package.data(name))
    element = random.choice([each for each in root.iter() if isinstance(each.tag, str)])
    parent = element.getparent()
    act = random.randrange(4)
    if act == 0 and element.attrib:
        element.set(random.choice(list(element.attrib)), random.choice(ODD))
    elif act == 1:
        element.text = random.choice(ODD)
    elif parent is not None and act == 2:
        parent.remove(element)
    elif parent is not None:
        element.addnext(etree.fromstring(etree.tostring(element)))
    package.put(name, etree.tostring(root))


def test_json_with_other_values_reads_or_is_refused() -> None:
    whole = json.loads(json_format.write(DRAFT))
    for seed in range(TIMES):
        changed = json.dumps(_other(whole, Random(seed))).encode()
        document = read(changed, "draft.json")
        if document is not None:
            docx.write(document)


def _other(value: Any, random: Random) -> Any:
    if random.random() < 0.02:
        return random.choice([None, 1, 1.5, True, "x", [], {}, [1], {"a": 1}, "\0", [[[]]], -1])
    if isinstance(value, dict):
        return {key: _other(each, random) for key, each in value.items()}
    if isinstance(value, list):
        return [_other(each, random) for each in value]
    return value


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("draft.json", b"[" * 5_000 + b"]" * 5_000),
        ("draft.json", b'{"resolutions":[' * 5_000),
        ("draft.json", b'{"operative":[{"text":"' + b"[" * 5_000 + b'"}]}'),
        ("draft.json", b'{"operative":[' + b'{"subparagraphs":[' * 900 + b"]}" * 900 + b"]}"),
        ("draft.md", b"[EU: " * 5_000),
        ("draft.md", b"> " * 5_000 + b"Urges"),
        ("draft.md", b"".join(b"%s(a) Urges\n\n" % (b" " * n) for n in range(500))),
        ("draft.md", b"---\nextra: " + b"[" * 5_000 + b"\n---\n"),
        ("draft.md", b"---\na: &a [x]\n" + b"b: &b [*a, *a, *a]\n" * 30 + b"---\n"),
        ("scan.txt", b"1. Urges (a) (i) " * 5_000),
    ],
    ids=range(10),
)  # fmt: skip
def test_depth_and_repetition_come_to_an_end(name: str, data: bytes) -> None:
    read(data, name)


def test_thousands_of_pages_are_refused_or_read_soon() -> None:
    read(pdf(*[b""] * 2_100), "draft.pdf")

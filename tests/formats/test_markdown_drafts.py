"""The draft file: what is written reads back, byte for byte, whatever the draft holds."""

from random import Random

import pytest

from drafter.formats import markdown
from drafter.model import Document, Resolution
from tests.formats import drafts


@pytest.mark.parametrize("block", range(10))
def test_a_draft_written_reads_as_itself(block: int) -> None:
    for seed in range(30 * block, 30 * block + 30):
        draft = drafts.resolution(Random(seed))
        text = markdown.format(draft)
        assert markdown.parse(text).value == draft, seed
        assert markdown.format(markdown.parse(text).value) == text, seed


def test_a_masthead_written_reads_as_itself() -> None:
    for seed in range(200):
        draft = Resolution(drafts.masthead(Random(seed)))
        assert markdown.parse(markdown.format(draft)).value == draft, seed


def test_a_file_of_several_drafts_reads_as_itself() -> None:
    for seed in range(20):
        random = Random(seed)
        document = Document(tuple(drafts.resolution(random) for _ in range(random.randint(0, 3))))
        data = markdown.write(document)
        assert markdown.read(data, "drafts.md").value == document, seed
        assert markdown.write(markdown.read(data, "drafts.md").value) == data, seed


def test_an_empty_file_holds_no_draft() -> None:
    for data in (b"", b"\n\n", b"\xef\xbb\xbf", b" \r\n"):
        assert markdown.read(data, "a.md").value == Document()

"""A body that prints its titles in two languages: the second stands right under the first."""

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.formats import blocks, format_named, read_file
from drafter.model import Document

FIRST, SECOND = "Safe river crossings", "Traversées fluviales sûres"


@pytest.fixture
def bilingual() -> Document:
    document = read_file(Path("examples/river-crossings.md")).value
    text = document.resolutions[0]
    head = replace(text.masthead, second_title=SECOND)
    return replace(document, resolutions=(replace(text, masthead=head),))


@pytest.mark.parametrize("name", ["markdown", "docx", "json"])
def test_is_read_back(name: str, bilingual: Document) -> None:
    form = format_named(name)
    assert form.read(form.write(bilingual), "draft").value == bilingual


@pytest.mark.parametrize("name", ["text", "html"])
def test_stands_right_under_the_title(name: str, bilingual: Document) -> None:
    printed = format_named(name).write(bilingual).decode()
    between = printed.rpartition(FIRST)[2] if name == "html" else printed.partition(FIRST)[2]
    assert FIRST in printed
    assert SECOND in between[: len(SECOND) + 40]


def test_is_compared_as_a_line_of_its_own(bilingual: Document) -> None:
    found = [block for block in blocks.blocks(bilingual) if block.place == "second title"]
    assert [block.text for block in found] == [SECOND]

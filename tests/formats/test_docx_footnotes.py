"""Footnotes are printed in the order of their calls, and come back under the draft's own labels."""

import pytest

from drafter.formats import docx
from drafter.formats.docx import kept
from drafter.formats.markdown import parse
from drafter.model import Document, Resolution
from drafter.word.package import Package

DRAFT = """*The General Assembly*,

*Recalling* the Convention,[^{0}]

*Taking note* of the report,[^{1}] and recalling the Convention,[^{0}]

1. *Requests* a report.[^{2}]

[^{0}]: One.

[^{1}]: Two.

[^{2}]: Three.
"""


def draft(*labels: str) -> Resolution:
    return parse(DRAFT.format(*labels)).value


def written(resolution: Resolution) -> bytes:
    return docx.write(Document((resolution,)))


@pytest.mark.parametrize(
    "labels",
    [("1", "2", "3"), ("1", "3", "7"), ("2", "1", "3"), ("6", "7", "9"), ("*", "1", "4")],
)
def test_word_numbers_the_notes_and_the_labels_come_back(labels: tuple[str, ...]) -> None:
    data = written(draft(*labels))
    assert docx.read(data, "draft.docx").value.resolutions == (draft(*labels),)
    main = Package.open(data).data("word/document.xml").decode()
    marks = main.count("customMarkFollows")
    assert marks == ("*" in labels)


def test_without_what_the_draft_knew_the_page_is_read() -> None:
    package = Package.open(written(draft("1", "3", "7")))
    package.put(kept.PART, b'<kept xmlns="urn:drafter:kept">[]</kept>')
    (found,) = docx.read(package.save(), "draft.docx").value.resolutions
    assert [note.label for note in found.footnotes] == ["1", "2", "3"]


def test_a_note_that_nobody_calls_leaves_no_gap() -> None:
    left_behind = parse(DRAFT.format("1", "3", "4") + "\n[^2]: Nobody calls it.\n").value
    data = written(left_behind)
    assert docx.read(data, "draft.docx").value.resolutions == (left_behind,)
    assert "customMarkFollows" not in Package.open(data).data("word/document.xml").decode()
    assert "Nobody calls it." in Package.open(data).data("word/document.xml").decode()


def test_a_call_without_a_note_is_taken_for_no_other() -> None:
    dangling = parse(DRAFT.format("1", "3", "4").replace("a report.", "a report,[^2] soon.")).value
    assert docx.read(written(dangling), "draft.docx").value.resolutions == (dangling,)

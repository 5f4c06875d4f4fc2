"""Every real text, written as Markdown, as Word and as JSON, reads back as the same draft.

A sample in every run; all of them with DRAFTER_SOAK=1.
"""

import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from drafter.formats import docx, json, markdown
from drafter.model import Document
from tests.formats.real_drafts import every
from tests.formats.test_docx_round_trip import differences

STEP = 1 if os.environ.get("DRAFTER_SOAK") else 150
SHARES = 1 if STEP > 1 else 8  # so that several workers can take the whole


def through_markdown(document: Document) -> Document:
    written = markdown.write(document)
    found = markdown.read(written, "draft.md").value
    assert markdown.write(found) == written, "a second writing gives other bytes"
    return found


def through_word(document: Document) -> Document:
    return docx.read(docx.write(document), "draft.docx").value


def through_json(document: Document) -> Document:
    return json.read(json.write(document), "draft.json").value


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("through", [through_markdown, through_word, through_json])
def test_a_real_text_reads_back(
    shared: Path, through: Callable[[Document], Document], share: int
) -> None:
    faults = list(islice(changed(shared, through, share), 20))
    assert not faults, "\n".join(faults)


def changed(shared: Path, through: Callable[[Document], Document], share: int) -> Iterator[str]:
    """What came back otherwise: the text, and the first difference."""
    for number, (name, make) in enumerate(every(shared)):
        if number % (STEP * SHARES) != share:
            continue
        document = make()
        if through is through_markdown:  # a draft file has no room for other text
            document = Document(document.resolutions)
        if document.resolutions or document.rest:
            for difference in islice(differences(document, through(document)), 1):
                yield f"{name}: {difference[:300]}"

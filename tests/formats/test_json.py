"""Drafts as JSON: without loss, and in the shape that outside checks rely on."""

import json
from random import Random

import pytest

from drafter.errors import ReadError
from drafter.formats import json as drafter_json
from drafter.formats import markdown
from drafter.model import Document, Passage
from tests.formats import drafts


def test_a_document_written_reads_as_itself() -> None:
    for seed in range(150):
        random = Random(seed)
        document = Document(
            tuple(drafts.resolution(random) for _ in range(random.randint(0, 2))),
            tuple(Passage(drafts.words(random)) for _ in range(random.randint(0, 2))),
        )
        data = drafter_json.write(document)
        assert drafter_json.read(data, "a.json").value == document, seed


def test_the_shape_is_the_one_that_was_promised() -> None:
    draft = markdown.parse(
        "*The General Assembly*,\n\n*Recalling also* its resolution,[^1]\n\n"
        "1. *Urges* States to:\n\n   (a) Swim;\n\n2. *Decides* to rest.\n\n[^1]: A/80/912.\n"
    ).value
    value = drafter_json.to_dict(draft)
    assert value["symbol"] is None
    assert value["kind"] == "draft resolution"
    assert value["agenda_item"] == {"number": None, "title": None}
    assert value["enacting"] == "The General Assembly,"
    assert value["preambular"] == [
        {
            "opening": "Recalling also",
            "text": "*Recalling also* its resolution,[^1]",
            "footnote_refs": ["1"],
            "subparagraphs": [],
        }
    ]
    assert value["operative"][0] == {
        "number": "1",
        "opening": "Urges",
        "text": "*Urges* States to:",
        "footnote_refs": [],
        "subparagraphs": [
            {"label": "(a)", "text": "Swim;", "footnote_refs": [], "subparagraphs": []}
        ],
    }
    assert value["footnotes"] == [{"label": "1", "text": "A/80/912."}]


def test_a_lone_resolution_and_a_list_of_documents_are_read() -> None:
    alone = {"title": "Rivers", "operative": [{"number": "1", "text": "x"}]}
    several = [{"resolutions": [alone]}, alone]
    assert len(drafter_json.read(json.dumps(alone).encode(), "a").value.resolutions) == 1
    assert len(drafter_json.read(json.dumps(several).encode(), "a").value.resolutions) == 2


@pytest.mark.parametrize(
    "data", [b"{", b"[[[", b'{"resolutions": 3}', b'{"resolutions": [3]}', b"3", b'"x"', b"null"]
)
def test_what_is_no_draft_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(ReadError):
        drafter_json.read(data, "a.json")

"""Which words at the start of a paragraph stand in italics."""

import json
import lzma
from pathlib import Path

import pytest

from drafter.grammar import openings


@pytest.mark.parametrize(
    ("paragraph", "opening", "verb", "adverb"),
    [
        ("Recalling its resolution 79/901,", "Recalling", "Recalling", ""),
        ("Recalling also its resolution 79/901,", "Recalling also", "Recalling", "also"),
        ("Also recalling the report,", "Also recalling", "Recalling", "also"),
        (
            "Noting with concern that ferries sink,",
            "Noting with concern",
            "Noting with concern",
            "",
        ),
        (
            "Noting also with great concern that ferries sink,",
            "Noting also with great concern",
            "Noting with great concern",
            "also",
        ),
        ("Deeply concerned about the rivers,", "Deeply concerned", "Deeply concerned", ""),
        ("Having considered further the item,", "Having considered further", None, "further"),
        ("Expressing its deep concern at floods,", "Expressing its deep concern", None, ""),
        ("Taking note with appreciation of the report,", "Taking note with appreciation", None, ""),
        ("Guided by the Charter,", "Guided", "Guided", ""),
        ("Bearing in mind the tides,", "Bearing in mind", None, ""),
        ("Reaffirming further its resolution 70/1,", "Reaffirming further", None, "further"),
        ("Encouraging further steps,", "Encouraging", "Encouraging", ""),
    ],
)
def test_a_preambular_paragraph_opens_with(
    paragraph: str, opening: str, verb: str | None, adverb: str
) -> None:
    found = openings.find(paragraph, "preambular")
    assert found is not None
    assert found.text == opening
    assert found.adverb == adverb
    assert verb is None or found.verb == verb
    assert found.strength is None


@pytest.mark.parametrize(
    ("paragraph", "opening", "verb", "strength"),
    [
        ("Urges Member States to license ferries;", "Urges", "Urges", 4),
        ("Also urges Member States to train;", "Also urges", "Urges", 4),
        ("Calls once again upon States;", "Calls once again upon", "Calls once again upon", 4),
        ("Reiterates its call upon States;", "Reiterates its call upon", None, 1),
        ("Recalls its resolution 79/901;", "Recalls", "Recalls", 1),
        ("Expresses the hope that crews rest;", "Expresses the hope", None, 1),
        ("Takes note of the report;", "Takes note", "Takes note", 0),
        ("Encourages further efforts;", "Encourages", "Encourages", 2),
        ("Decides to remain seized of the matter.", "Decides", "Decides", 5),
        ("Condemns in the strongest terms piracy;", "Condemns in the strongest terms", None, 4),
    ],
)
def test_an_operative_paragraph_opens_with(
    paragraph: str, opening: str, verb: str | None, strength: int
) -> None:
    found = openings.find(paragraph, "operative")
    assert found is not None
    assert found.text == opening
    assert verb is None or found.verb == verb
    assert found.strength == strength


def test_the_part_need_not_be_known() -> None:
    urges, recalling = openings.find("Urges all"), openings.find("Recalling all")
    assert urges is not None
    assert urges.part == "operative"
    assert recalling is not None
    assert recalling.part == "preambular"


def test_an_unknown_verb_of_the_right_form_counts_and_says_so() -> None:
    found = openings.find("Sequencing the works with care,", "preambular")
    assert found is not None
    assert (found.text, found.kind) == ("Sequencing", openings.UNKNOWN)
    assert not openings.is_known("Sequencing the works", "preambular")


@pytest.mark.parametrize("text", ["", "States parties shall", "the Recalling", "12 rivers", "“"])
def test_what_opens_with_no_verb_has_no_opening(text: str) -> None:
    assert openings.find(text) is None


def test_the_opening_is_the_start_of_the_text() -> None:
    for text in ("Recalling", "Calls", "Having", "Remains deeply", "Noting with", "Expressing its"):
        found = openings.find(text)
        assert found is None or text.startswith(found.text)


def test_openings_of_two_sessions_are_those_the_assembly_printed(shared: Path) -> None:
    right = of = 0
    path = shared / "corpus/texts/general_assembly_78_79.jsonl.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for paragraph in json.loads(line)["paragraphs"]:
                kind, lead = paragraph["kind"], paragraph.get("lead")
                if lead and kind in {"preambular", "operative"}:
                    found = openings.find(paragraph["text"].lstrip(". "), kind)
                    of += 1
                    right += found is not None and found.text == lead.strip(". ,")
    assert right / of > 0.99, f"{right} of {of}"

"""What is pasted from Word, a PDF or a message becomes paragraphs of the right kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.editing.pasting import paste, read
from drafter.editing.rows import lines
from drafter.editing.state import State
from drafter.formats.markdown import parse
from drafter.model import plain
from tests.tui.driving import RIVER

WORD = """\
Recalling its resolution 78/901 of 12 December 2023,
Noting with concern that ferries sink,
7.\tUrges Member States to light crossings, including by:
(a)\tPaying for lamps;
(b)\tPaying for oil;
8.\tDecides to meet again.
"""
PDF = """\
     Recalling its resolution 78/901 of 12 December 2023 on the lighting
of crossings,
     7.   Urges Member States to light crossings and to keep them in
repair, including by:
     (a)  Paying for lamps and for oil in all of the villages of the
basin;
"""


def at(place: str) -> State:
    draft = parse(RIVER).value
    return State(draft, [line.place for line in lines(draft)].index(place))


def shown(state: State) -> list[str]:
    return [
        f"{line.label} {plain(line.row.content)}".strip()
        for line in lines(state.resolution)
        if line.row.kind == "paragraph"
    ]


def test_paragraphs_from_word_go_to_their_parts_and_are_numbered_anew() -> None:
    after = paste(at("OP2"), read(WORD))
    assert shown(after)[2:4] == [
        "Recalling its resolution 78/901 of 12 December 2023,",
        "Noting with concern that ferries sink,",
    ]
    assert shown(after)[8:12] == [
        "3 Urges Member States to light crossings, including by:",
        "(a) Paying for lamps;",
        "(b) Paying for oil;",
        "4 Decides to meet again.",
    ]
    assert plain(after.rows[after.cursor].content).startswith("Urges Member States to light")
    assert after.what == "paste 4 paragraphs"


def test_lines_broken_on_paper_are_joined() -> None:
    after = paste(at("PP1"), read(PDF))
    assert "Recalling its resolution 78/901 of 12 December 2023 on the lighting of crossings," in (
        shown(after)
    )
    assert "(a) Paying for lamps and for oil in all of the villages of the basin;" in shown(after)
    assert plain(after.rows[after.cursor].content).startswith("Recalling its resolution 78")


def test_points_alone_become_points_of_the_paragraph_under_the_cursor() -> None:
    after = paste(at("OP2"), read("(a)\tFunding;\n(b)\tPublishing;\n"))
    assert shown(after)[6:8] == ["(a) Funding;", "(b) Publishing;"]
    beside = paste(at("OP1 (a)"), read("(a) Funding;\n\n(b) Publishing;\n"))
    assert shown(beside)[4:6] == ["(b) Funding;", "(c) Publishing;"]


def test_one_paragraph_is_words() -> None:
    words = read("that have not yet done\nso to license ferries").words
    assert words is not None
    assert plain(words) == "that have not yet done so to license ferries"
    assert read("First thing\n\nSecond thing").words is None


def test_the_marks_of_a_draft_file_are_understood() -> None:
    pasted = read("1. *Urges* all,[^1]\n\n2. *Asks* some.\n\n[^1]: A/80/1.\n")
    after = paste(at("OP3"), pasted)
    assert shown(after)[-2:] == ["4 Urges all,", "5 Asks some."]
    assert len(after.resolution.footnotes) == 2


def test_an_empty_paragraph_gives_way() -> None:
    from drafter.editing.operations import new_paragraph

    after = paste(new_paragraph(at("OP2")), read("7.\tDecides to meet;\n8.\tInvites all;"))
    assert shown(after)[5:8] == [
        "2 Invites Member States to train crews;",
        "3 Decides to meet;",
        "4 Invites all;",
    ]
    assert plain(after.rows[after.cursor].content) == "Decides to meet;"


@pytest.mark.parametrize("place", ["masthead", "title", "footnote 1", "OP1 (b)"])
def test_anything_can_be_pasted_anywhere(place: str) -> None:
    after = paste(at(place), read(WORD))
    assert len(shown(after)) == len(shown(at(place))) + 6
    assert 0 <= after.cursor < len(after.rows)


PIECES = ["Urges all,", "1.", "(a)", "\n", "\n\n", "\t", "Noting that", "words", "*it*", "—", "7;"]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_no_word_pasted_is_lost(words: str) -> None:
    after = paste(at("OP2"), read(words))
    said = "".join(plain(row.content) for row in after.rows)
    for word in ("Urges", "Noting", "words"):
        assert said.count(word) - RIVER.count(word) >= words.count(word)

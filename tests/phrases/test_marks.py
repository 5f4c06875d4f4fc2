"""What is marked beside an answer."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.phrases.marks import marks

WORDS = st.lists(
    st.sampled_from(["ferry", "crews", "the", "the", "upper-reach", ",", " ", "  ", "[", "]", ";"])
).map("".join)


def test_whole_words_are_marked() -> None:
    told = marks("Urges States to train crews;", "Urges all States to train ferry crews;")
    assert [mark for mark in told if mark[0] != "equal"] == [
        ("insert", "all "),
        ("insert", " ferry"),
    ]


def test_words_that_follow_each_other_are_marked_together() -> None:
    assert marks("the old ferry crews", "the new barge crews") == [
        ("equal", "the "),
        ("delete", "old ferry"),
        ("insert", "new barge"),
        ("equal", " crews"),
    ]


@given(WORDS, WORDS)
def test_the_marks_rebuild_both_texts(asked: str, found: str) -> None:
    told = marks(asked, found)
    assert "".join(text for op, text in told if op != "insert") == asked
    assert "".join(text for op, text in told if op != "delete") == found
    assert all(text for _, text in told)

"""The marks inside a paragraph: whole words, few of them, and nothing that does not add up."""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from random import Random

import pytest
from diff_match_patch import diff_match_patch
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from benchmarks.texts import Writer
from drafter.diff.changes import Edit, new_text, old_text
from drafter.diff.words import edits
from drafter.spans import OBJECT, tokens
from tests.diff.test_scripts import SOAK

_UNITS = ["Urges ", "States", " ", "  ", ",", ";", ".", "[", "]", "the ", "\n", OBJECT, "79/901"]
_UNITS += ["sub-Saharan", "’s", "“", "”", "敦促", "各国", "\u00a0", "1.5", "e\u0301", "\t", "¶"]
TEXTS = st.lists(st.sampled_from(_UNITS), max_size=14).map("".join)


@given(TEXTS, TEXTS)
def test_edits_rebuild_both_texts(old: str, new: str) -> None:
    found = edits(old, new)
    assert old_text(found) == old
    assert new_text(found) == new
    assert all(edit.text for edit in found)
    # Deletions before insertions, and no two of one kind in a row.
    pairs = pairwise(found)
    assert all((a.op, b.op) != ("insert", "delete") and a.op != b.op for a, b in pairs)
    assert found == edits(old, new)


@given(TEXTS, TEXTS)
def test_no_word_is_cut(old: str, new: str) -> None:
    assert_whole_words(edits(old, new), old, new)


def assert_whole_words(found: Iterable[Edit], old: str, new: str) -> None:
    olds, news = (set(accumulate(map(len, tokens(text)), initial=0)) for text in (old, new))
    before = after = 0
    for op, text in found:
        before += len(text) * (op != "insert")
        after += len(text) * (op != "delete")
        assert before in olds
        assert after in news


@given(TEXTS, st.lists(st.sampled_from("abc"), max_size=3), st.lists(st.sampled_from("abc")))
def test_objects_are_matched_by_what_they_are(text: str, one: list[str], other: list[str]) -> None:
    found = edits(text, text, tuple(one), tuple(other))
    assert old_text(found) == new_text(found) == text
    calls = text.count(OBJECT)
    named = [(names + [""] * calls)[:calls] for names in (one, other)]
    if named[0] == named[1]:
        assert all(edit.op == "equal" for edit in found)


def marked(found: Iterable[Edit]) -> int:
    return sum(len(edit.text) for edit in found if edit.op != "equal")


def coded(old: str, new: str) -> tuple[str, str, list[str]]:
    """Both texts with a code point for each word, and the words."""
    known: dict[str, str] = {}
    one, other = (
        "".join(known.setdefault(unit, chr(0x4E00 + len(known))) for unit in tokens(text))
        for text in (old, new)
    )
    return one, other, list(known)


def least(old: str, new: str) -> int:
    """The characters marked by a script of the fewest words."""
    one, other, _ = coded(old, new)
    codes = Indel.opcodes(one, other)
    olds, news = tokens(old), tokens(new)
    return sum(
        len("".join(olds[code.src_start : code.src_end] + news[code.dest_start : code.dest_end]))
        for code in codes
        if code.tag != "equal"
    )


def semantic(old: str, new: str) -> int:
    """The characters that Google's diff-match-patch marks, word by word, cleaned up."""
    one, other, words = coded(old, new)
    peer = diff_match_patch()
    peer.Diff_Timeout = 0
    found = peer.diff_main(one, other, False)
    peer.diff_cleanupSemantic(found)
    return sum(len(words[ord(c) - 0x4E00]) for op, text in found for c in text if op)


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3])
def test_marks_are_near_the_fewest_and_below_a_peer_of_note(share: float) -> None:
    writer = Writer(5)
    ours = fewest = peers = 0
    for _ in range(400 if SOAK else 60):
        old = writer.paragraph()
        new = writer.edited(old, share)
        found = edits(old, new)
        assert_whole_words(found, old, new)
        ours += marked(found)
        fewest += least(old, new)
        peers += semantic(old, new)
    assert ours <= 1.1 * fewest
    assert ours <= peers


def test_a_paragraph_that_is_no_longer_the_last_has_one_small_mark() -> None:
    for seed in range(20):
        text = Writer(seed).paragraph().rstrip(",;.")
        assert edits(text + ".", text + ";") == (
            Edit("equal", text),
            Edit("delete", "."),
            Edit("insert", ";"),
        )


def test_marks_of_other_scripts_are_marks() -> None:
    found = edits("قرر ذلك، ثم", "قرر ذلك؛ ثم")
    assert [(edit.op, edit.text) for edit in found if edit.op != "equal"] == [
        ("delete", "،"),
        ("insert", "؛"),
    ]


def test_rewritten_stretches_are_few_marks() -> None:
    """No more marks than a reader can follow: a rewritten half is not a hundred scraps."""
    random, writer = Random(3), Writer(3)
    for _ in range(20):
        words = writer.paragraph(80).split(" ")
        half = len(words) // 2
        new = words[:half] + random.sample(words[half:], len(words) - half)
        found = edits(" ".join(words), " ".join(new))
        assert len(found) <= 40


def test_characters_that_are_words_are_marked_one_by_one() -> None:
    told = [(edit.op, edit.text) for edit in edits("敦促各国", "敦促会员国")]
    assert told == [("equal", "敦促"), ("delete", "各"), ("insert", "会员"), ("equal", "国")]


def test_a_lone_control_character_is_no_empty_word() -> None:
    found = edits("a  b", "a \0 b")
    assert (old_text(found), new_text(found)) == ("a  b", "a \0 b")

"""Hashes made of many texts at once are those of each text by itself."""

from __future__ import annotations

from array import array
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from drafter.phrases import inverting, lanes, words

_WORDS = st.lists(
    st.sampled_from(
        ["the", "river", "basin", "of", "a", "Board's", "12", "Ünder", "ÿ", "water", "and"]
    )
)


@given(st.lists(_WORDS), st.integers(0, 3))
def test_lanes_hold_what_each_text_has_by_itself(texts: list[list[str]], seed: int) -> None:
    alone = [words.hashed(text) for text in texts]
    known = sorted({gram & words.RARITY for each in alone for gram in each.grams})
    frequent = frozenset(Random(seed).sample(known, len(known) // 2))
    held = lanes.hashed(texts)
    least = lanes.lowest(held.grams, frequent)
    for (start, end), each in zip(held.spans, alone, strict=True):
        assert tuple(held.pairs[start : end - 1]) == each.pairs
        assert tuple(held.grams[start : end - words.GRAM + 1]) == each.grams
        whole = slice(start, end - words.VERBATIM_WORDS + 1)
        assert tuple(held.runs[whole]) == each.runs
        assert tuple(least[whole]) == words.lowest(each.grams, frequent)[: len(each.runs)]


def test_numbers_at_the_edges_of_a_lane_are_told_apart() -> None:
    most = (1 << words.HASH_BITS) - 1
    chosen = Random(3)
    grams = [chosen.choice((0, 1, most, most - 1, 1 << 29, 5)) for _ in range(400)]
    least = lanes.lowest(array("I", grams), frozenset({0, 5}))
    assert tuple(least[:396]) == words.lowest(grams, frozenset({0, 5}))[:396]


@given(st.text())
def test_words_in_plain_letters_are_cut_as_all_others(text: str) -> None:
    assert words.printed(text.lower()) == words.words(text.lower())
    plain = text.encode("ascii", "ignore").decode()
    assert words.printed(plain) == words.printed(f"{plain} é")[:-1]


def test_what_two_processes_sort_is_what_one_sorts() -> None:
    chosen = Random(5)
    counts = array("I", [chosen.randrange(60) for _ in range(4000)])
    hashes = array("I", [chosen.randrange(1 << words.HASH_BITS) for _ in range(sum(counts))])
    one, two = (
        inverting._joined(map(inverting._sorted, inverting._shelves(hashes, counts, parts, most=9)))
        for parts in (1, 2)
    )
    assert one == two
    starts, wordings = one
    assert len(wordings) == starts[-1] <= len(hashes)
    first = hashes[0] & len(starts) - 2
    assert (
        list(counts).index(next(filter(None, counts)))
        in wordings[starts[first] : starts[first + 1]]
    )

"""Inputs made to be slow end, in bounded work: what is bounded is counted, not timed."""

import sys
import tracemalloc
from collections.abc import Callable

import pytest

from benchmarks.texts import Writer
from drafter.diff import compare
from drafter.diff.changes import counts
from drafter.diff.sequences import CELLS, matches
from drafter.spans import Block, Span
from tests.diff.test_scripts import assert_adds_up, false_moves, numbered

MANY = 1_000


def invented(seed: int, count: int = MANY) -> list[str]:
    writer = Writer(seed)
    return [writer.paragraph() for _ in range(count)]


def shuffled(text: str) -> str:
    return " ".join(reversed(text.split(" ")))


OLD, OTHER = invented(1), invented(2)
LONG, LONGER = Writer(3).paragraph(30_000), Writer(4).paragraph(30_000)
HARD: dict[str, tuple[list[str], list[str]]] = {
    "nothing in common": (OLD, OTHER),
    "all identical": (OLD[:1] * MANY, OLD[:1] * (MANY - 1)),
    "numbers apart": (
        [f"{OLD[0]} {n}" for n in range(MANY)],
        [f"{OLD[0]} {n}" for n in range(9, MANY + 9)],
    ),
    "two kinds, mixed": (OLD[:2] * (MANY // 2), sorted(OLD[:2] * (MANY // 2))),
    "reversed": (OLD, OLD[::-1]),
    "marks only": (["; "] * MANY, [", "] * MANY),
    "all empty": ([""] * MANY, [""] * (MANY // 2)),
    "one text": (OLD, [" ".join(OLD)]),
    "long, nothing in common": ([LONG], [LONGER]),
    "long, reversed": ([LONG], [shuffled(LONG)]),
    "long, one word": (["shall " * 33_000], ["shall " * 32_000 + "may"]),
    "long, one word fewer": (["shall " * 33_000 + "x"], ["shall " * 20_000 + "x"]),
    "long, marks only": ([";,." * 20_000], [";.," * 20_000]),
    "long, no space": (["a" * 200_000], ["b" * 200_000]),
    "long against many": ([LONG], OLD),
}


def steps(run: Callable[[], object]) -> int:
    """How many functions of the comparison are entered: the same on every machine."""
    entered = 0

    def count(*_: object) -> None:
        nonlocal entered
        entered += 1

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return entered


@pytest.mark.parametrize("name", HARD)
def test_hard_inputs_end_and_add_up(name: str) -> None:
    old, new = (numbered(texts) for texts in HARD[name])
    diff = compare(old, new)
    assert_adds_up(diff)
    assert false_moves(diff) == 0 or name == "reversed"
    assert diff == compare(old, new)


@pytest.mark.parametrize("name", ["nothing in common", "numbers apart"])
def test_twice_as_many_paragraphs_are_not_four_times_the_work(name: str) -> None:
    old, new = HARD[name]
    half = steps(lambda: compare(numbered(old[: MANY // 2]), numbered(new[: MANY // 2])))
    whole = steps(lambda: compare(numbered(old), numbered(new)))
    assert whole <= 3 * half


def test_memory_is_bounded() -> None:
    one, other = (Block(LONG),), (Block(LONGER),)
    tracemalloc.start()
    compare(one, other)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 * 2**20


def test_sequences_above_the_cap_are_divided_and_still_match() -> None:
    size = int(CELLS**0.5) + 500
    old, new = list(range(size)), [*range(10, size), *range(10)]
    found = matches(old, new)
    assert all(old[a : a + n] == new[b : b + n] for a, b, n in found)
    assert sum(n for _, _, n in found) == size - 10


def test_a_paragraph_of_many_styles_is_no_square() -> None:
    words = LONG.split(" ")[:6_000]
    text, place, spans = " ".join(words), 0, []
    for number, word in enumerate(words):
        if number % 2:
            spans.append(Span(place, place + len(word), "italic"))
        place += len(word) + 1
    other = Block(text.replace("the ", "a "), spans=tuple(spans[::2]))
    assert counts(compare((Block(text, spans=tuple(spans)),), (other,)))["edited"] == 1

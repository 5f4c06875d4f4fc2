"""Inputs made to be slow end, in bounded work: what is bounded is counted, not timed."""

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.texts import Writer
from drafter.diff import compare
from drafter.diff.changes import counts
from drafter.diff.sequences import CELLS, matches
from drafter.spans import Block, Span
from tests.diff.test_scripts import assert_adds_up, false_moves, numbered

ROOT = Path(__file__).parents[2]
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
    "long, nested brackets": (["[" * 5_000 + "]" * 5_000], ["[" * 4_000 + "]" * 6_000]),
    "long, ideographs": (["敦促各国政府" * 10_000], ["敦促各国人民" * 10_000]),
    "all edited, reversed": (OLD, [Writer(5).edited(text) for text in OLD[::-1]]),
    "one word each": (
        [f"{OLD[0]} x{n}" for n in range(MANY)],
        [f"{OLD[0]} y{n}" for n in range(MANY)],
    ),
    "few words": ([text[:18] for text in OLD], [text[:18] for text in OTHER]),
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


# Calls are counted as time is not the same twice; what is done in C within a call is bounded above.
@pytest.mark.parametrize("name", HARD)
def test_no_input_is_ten_times_the_work_of_an_ordinary_one(name: str) -> None:
    ordinary = Writer(6).script(OLD).new
    usual = steps(lambda: compare(numbered(OLD), numbered(ordinary)))
    assert steps(lambda: compare(*map(numbered, HARD[name]))) <= 40 * usual


TWICE = """
from hashlib import sha256
from benchmarks.texts import Writer
from drafter.diff import compare
from drafter.spans import Block
writer = Writer(8)
old = [writer.paragraph() for _ in range(200)]
for new in ([writer.paragraph() for _ in old], writer.script(old, moved_and_edited=1.0).new):
    changes = compare([Block(text) for text in old], [Block(text) for text in new]).changes
    print(sha256(repr(changes).encode()).hexdigest())
"""


def test_the_result_does_not_hang_on_the_hashes_of_a_run() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", TWICE],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != ""


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


def test_long_sequences_that_begin_and_end_alike_are_cut_there() -> None:
    size = int(CELLS**0.5) + 500
    old, new = [1] * size + [2] * 50 + [3] * size, [1] * size + [4] + [3] * size
    assert sum(n for _, _, n in matches(old, new)) == 2 * size


def test_a_paragraph_of_many_styles_is_no_square() -> None:
    words = LONG.split(" ")[:6_000]
    text, place, spans = " ".join(words), 0, []
    for number, word in enumerate(words):
        if number % 2:
            spans.append(Span(place, place + len(word), "italic"))
        place += len(word) + 1
    other = Block(text.replace("the ", "a "), spans=tuple(spans[::2]))
    assert counts(compare((Block(text, spans=tuple(spans)),), (other,)))["edited"] == 1

"""The comparison against difflib, by ratios so wide that a busy machine keeps them."""

from collections.abc import Callable
from time import process_time

import pytest

from benchmarks.diff import blocks, read_again, two_level
from benchmarks.texts import Writer
from drafter.diff import compare
from drafter.spans import Block


def fastest(*runs: Callable[[], object]) -> list[float]:
    """The least CPU time of each of `runs`, one of each at a time."""
    spent: list[list[float]] = [[] for _ in runs]
    for _ in range(5):
        for times, run in zip(spent, runs, strict=True):
            start = process_time()
            run()
            times.append(process_time() - start)
    return [min(times) for times in spent]


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_a_comparison_is_faster_than_difflib_in_two_levels(share: float) -> None:
    writer = Writer(7)
    script = writer.script([writer.paragraph() for _ in range(2_000)], edited=share)
    texts = read_again(script.new)
    old, new = blocks(script.old), blocks(texts)
    ours, theirs = fastest(lambda: compare(old, new), lambda: two_level(script.old, texts))
    assert ours <= theirs


def test_what_has_nothing_in_common_is_no_trap() -> None:
    writer = Writer(8)
    old = [writer.paragraph() for _ in range(2_000)]
    usual = blocks(writer.script(old).new)
    other = blocks([writer.paragraph() for _ in old])
    turned = blocks([writer.edited(text) for text in reversed(old)])
    known: tuple[Block, ...] = blocks(old)
    base, nothing, backward = fastest(
        lambda: compare(known, usual), lambda: compare(known, other), lambda: compare(known, turned)
    )
    assert nothing <= 25 * base
    assert backward <= 25 * base

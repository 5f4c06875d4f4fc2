"""Random edit scripts on invented paragraphs: nothing lost, nothing called moved that is not.

A bounded slice by default; DRAFTER_SOAK=1 runs two thousand scripts.
"""

import os
from collections import Counter
from itertools import pairwise
from random import Random

import pytest

from benchmarks.texts import Script, Writer
from drafter.diff import Diff, compare
from drafter.diff.changes import joined, new_text, old_text
from drafter.spans import Block

SOAK = os.environ.get("DRAFTER_SOAK") == "1"
SEEDS = range(2_000 if SOAK else 60)
# What moves is told by its words; of a formula it cannot be told which of its likes went.
_KINDS = (
    {"edited": 0.1},
    {"edited": 0.3, "moved": 0.1, "moved_and_edited": 0.5},
    {"edited": 0.1, "moved": 0.05, "inserted": 0.1, "deleted": 0.1},
    {"edited": 0.5, "moved": 0.0, "inserted": 0.2, "deleted": 0.2},
    {"edited": 0.1, "moved": 0.05, "split": 0.08, "merged": 0.08},
)
_FORMULAS = (
    "Taking note of the report of the Secretary-General,",
    "Recalling all its previous resolutions on this question,",
    "",
)


def written(seed: int) -> Script:
    """The script of `seed`: of one of several kinds, with repeated formulas in every other."""
    random, writer = Random(seed), Writer(seed)
    old = [writer.paragraph() for _ in range(random.randint(0, 60))]
    if seed % 2:
        for place in sorted(random.choices(range(len(old) + 1), k=5)):
            old.insert(place, random.choice(_FORMULAS))
    return writer.script(old, **_KINDS[seed % len(_KINDS)])


def numbered(texts: list[str]) -> tuple[Block, ...]:
    return tuple(Block(text, f"{number}.") for number, text in enumerate(texts, start=1))


def compared(script: Script) -> Diff:
    return compare(numbered(script.old), numbered(script.new))


def assert_adds_up(diff: Diff) -> None:
    """Every index in one change, edits that rebuild both texts, kinds that mean what they say."""
    olds = [index for change in diff.changes for index in change.old]
    news = [index for change in diff.changes for index in change.new]
    assert sorted(olds) == list(range(len(diff.old)))
    assert news == list(range(len(diff.new))), "changes stand in the order of the new text"
    for change in diff.changes:
        old = [diff.old[index] for index in change.old]
        new = [diff.new[index] for index in change.new]
        assert old_text(change.edits) == joined(old)
        assert new_text(change.edits) == joined(new)
        assert all(edit.text for edit in change.edits)
        assert all(one.op != other.op for one, other in pairwise(change.edits))
        assert {block.kind for block in (*old, *new)} == {(*old, *new)[0].kind}
        sizes = {
            "inserted": (0, 1), "deleted": (1, 0), "split": (1, len(new)), "merged": (len(old), 1),
        }.get(change.kind, (1, 1))  # fmt: skip
        assert (len(old), len(new)) == sizes
        if change.kind in ("unchanged", "renumbered"):
            assert old[0].text == new[0].text
            assert (change.kind == "unchanged") == (old[0].label == new[0].label)


def false_moves(diff: Diff) -> int:
    """How many moved blocks keep their order against every block that stayed as it was."""
    kept = [c for c in diff.changes if c.kind in ("unchanged", "renumbered")]
    return sum(
        all((move.old < c.old) == (move.new < c.new) for c in kept)
        for move in diff.changes
        if move.kind == "moved"
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_any_script_adds_up_and_moves_nothing_that_stayed(seed: int) -> None:
    diff = compared(written(seed))
    assert_adds_up(diff)
    assert false_moves(diff) == 0


@pytest.mark.parametrize("seed", range(0, len(SEEDS), 10))
def test_the_way_back_adds_up_too(seed: int) -> None:
    script = written(seed)
    assert_adds_up(compare(numbered(script.new), numbered(script.old)))


@pytest.mark.parametrize("seed", range(1, len(SEEDS), 10))
def test_without_moves_nothing_moves(seed: int) -> None:
    script = written(seed)
    diff = compare(numbered(script.old), numbered(script.new), moves=False)
    assert_adds_up(diff)
    assert not [change for change in diff.changes if change.kind == "moved"]


def test_the_same_texts_give_the_same_result() -> None:
    script = written(4)
    assert compared(script) == compared(script)


def test_seeded_moves_splits_and_mergers_are_found() -> None:
    found: Counter[str] = Counter()
    seeded: Counter[str] = Counter()
    for seed in range(40 if SOAK else 12):
        writer = Writer(1000 + seed)
        script = writer.script(
            [writer.paragraph() for _ in range(80)],
            edited=0.1, moved=0.05, moved_and_edited=0.5, split=0.05, merged=0.05,
        )  # fmt: skip
        diff = compared(script)
        kinds = {(c.kind, index) for c in diff.changes for index in c.new}
        kinds |= {("split", index) for c in diff.changes if c.kind == "split" for index in c.old}
        crossing = {new for new in script.moved if _crosses(script, new)}
        split = {
            index for index in script.split if sum(index in origin for origin in script.origins) > 1
        }
        for kind, indices in (("moved", crossing), ("split", split), ("merged", script.merged)):
            seeded[kind] += len(indices)
            found[kind] += sum((kind, index) in kinds for index in indices)
    assert found["moved"] >= 0.95 * seeded["moved"] > 20
    assert found["split"] >= 0.9 * seeded["split"] > 20
    assert found["merged"] >= 0.9 * seeded["merged"] > 20


def _crosses(script: Script, new: int) -> bool:
    """Whether a paragraph that was taken out and put in stands on another side of one that was not
    and that says the same as before; between two that moved nobody can tell which went.
    """
    old = script.origins[new][0]
    return any(
        (origin[0] < old) != (place < new)
        for place, origin in enumerate(script.origins)
        if len(origin) == 1
        and place not in script.moved
        and script.new[place] == script.old[origin[0]]
    )


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_paragraphs_are_paired_with_their_own(share: float) -> None:
    writer = Writer(77)
    script = writer.script([writer.paragraph() for _ in range(600)], edited=share)
    diff = compared(script)
    true = {(old, new) for new, olds in enumerate(script.origins) for old in olds}
    found = {(old, new) for change in diff.changes for old in change.old for new in change.new}
    least = 0.995 if share < 0.5 else 0.985
    assert len(true & found) >= least * len(found)
    assert len(true & found) >= least * len(true)

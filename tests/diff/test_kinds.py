"""What a comparison calls each change: cases in files, told line by line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.diff import compare
from drafter.diff.words import edits
from drafter.spans import Block
from tests.diff.lines import blocks, marked, told

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> Iterator[tuple[str, str, str, str]]:
    lines: list[str] = []
    parts: list[str] = []
    for line in (CASES / name).read_text("utf-8").splitlines():
        if line != ".":
            lines.append(line)
            continue
        parts.append("\n".join(lines))
        lines = []
        if len(parts) == 4:
            yield parts[0].strip(), parts[1], parts[2], parts[3]
            parts = []


def named(name: str) -> list[object]:
    return [pytest.param(*case[1:], id=case[0]) for case in cases(name)]


@pytest.mark.parametrize(("old", "new", "expected"), named("kinds.txt"))
def test_a_change_is_told_as(old: str, new: str, expected: str) -> None:
    assert "\n".join(told(compare(blocks(old), blocks(new)))) == expected


@pytest.mark.parametrize(("old", "new", "expected"), named("words.txt"))
def test_words_are_marked_as(old: str, new: str, expected: str) -> None:
    assert marked(edits(old, new)) == expected


def test_without_moves_a_moved_paragraph_is_out_here_and_in_there() -> None:
    words = ("agree on common signals for floods", "license every ferry in use", "train all crews")
    old = tuple(Block(f"Urges States to {each} and to report on it;") for each in words)
    diff = compare(old, old[1:] + old[:1], moves=False)
    kinds = [change.kind for change in diff.changes]
    assert kinds == ["deleted", "unchanged", "unchanged", "inserted"]


@pytest.mark.parametrize(("one", "other"), [("1", "1."), ("1.", "1"), (" 1. ", "1")])
def test_a_number_is_the_same_however_it_is_printed(one: str, other: str) -> None:
    diff = compare((Block("Urges", one),), (Block("Urges", other),))
    assert diff.same


def test_a_layout_that_changed_is_formatting() -> None:
    diff = compare((Block("Urges", style="a"),), (Block("Urges", style="b"),))
    assert [(c.kind, c.formatting) for c in diff.changes] == [("edited", True)]


def test_objects_are_told_apart_by_what_they_are() -> None:
    old = Block("See \ufffc here", objects=("image:a",))
    new = Block("See \ufffc here", objects=("image:b",))
    diff = compare((old,), (new,))
    assert [marked(c.edits) for c in diff.changes] == ["See [-[^]-]{+[^]+} here"]

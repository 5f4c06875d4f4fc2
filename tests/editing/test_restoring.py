"""Taking changes back one by one gives the older text again."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.editing.buffer import Buffer, opened
from drafter.editing.comparing import Against, compare
from drafter.editing.restoring import restore
from drafter.editing.state import EditError
from drafter.formats import markdown
from drafter.formats.markdown import parse
from drafter.model import Document
from tests.tui.driving import RIVER


def taken_back(old: str, new: str, folder: Path, *, newer: bool = False) -> Buffer:
    """The draft `new` after every change since `old` was taken back, one after the other.

    Where `newer`, the other text is the newer one and every change in it is accepted.
    """
    file = folder / "old.md"
    file.write_text(old, "utf-8")
    buffer = opened(Document((parse(new).value,)))
    for _ in range(30):
        comparison = compare(buffer, Against("file", file, newer=newer))
        changes = [c for c in comparison.diff.changes if c.kind not in {"unchanged", "renumbered"}]
        for change in changes:
            try:
                state = restore(buffer.state, comparison, change)
            except EditError:
                continue
            buffer = buffer.do(state)
            break
        else:
            break
    return buffer


def words(buffer: Buffer) -> str:
    return markdown.format(buffer.resolution)


def old_words() -> str:
    return markdown.format(parse(RIVER).value)


def test_an_edited_paragraph_gets_its_old_words(tmp_path: Path) -> None:
    new = RIVER.replace("train crews", "feed crews").replace("A/80/912", "A/80/913")
    assert words(taken_back(RIVER, new, tmp_path)) == old_words()


def test_a_deleted_paragraph_comes_back_to_its_place_with_its_note(tmp_path: Path) -> None:
    new = RIVER.replace(
        "*Recalling* its resolution 79/901 of 12 December 2024 on river safety,[^1]\n\n", ""
    ).replace("[^1]: A/80/912.\n", "")
    assert words(taken_back(RIVER, new, tmp_path)) == old_words()


def test_an_inserted_paragraph_goes(tmp_path: Path) -> None:
    new = RIVER.replace("2. *Invites*", "2. *Decides* to meet;\n\n3. *Invites*").replace(
        "3. *Requests*", "4. *Requests*"
    )
    assert words(taken_back(RIVER, new, tmp_path)) == old_words()


def test_a_moved_paragraph_goes_back(tmp_path: Path) -> None:
    points = "   (a) Funding schools;\n\n   (b) Publishing manuals;\n\n"
    first = f"1. *Urges* Member States to license ferries, including by:\n\n{points}"
    second = "2. *Invites* Member States to train crews;\n\n"
    moved = second.replace("2.", "1.") + first.replace("1.", "2.")
    new = RIVER.replace(first + second, moved)
    assert new != RIVER
    assert words(taken_back(RIVER, new, tmp_path)) == old_words()


def test_the_masthead_and_the_title_too(tmp_path: Path) -> None:
    new = RIVER.replace("L.909", "L.909/Rev.1").replace("title: Safe", "title: Safer")
    assert words(taken_back(RIVER, new, tmp_path)) == old_words()


PARAGRAPHS = [
    "*Urges* States to build bridges and to keep them in repair;",
    "*Invites* donors to fund the training of the crews of ferries;",
    "*Requests* the Secretary-General to publish data on accidents;",
    "*Decides* to observe a day of rivers in the month of May;",
    "*Calls upon* owners to insure every boat that carries children;",
]


def draft(picked: list[int]) -> str:
    numbered = [f"{n}. {PARAGRAPHS[i]}" for n, i in enumerate(picked, start=1)]
    return "*The General Assembly*,\n\n" + "\n\n".join(numbered) + "\n"


PICKED = st.lists(st.integers(0, 4), min_size=2, max_size=5, unique=True)


@settings(max_examples=30, deadline=None)
@given(PICKED, PICKED)
def test_any_two_drafts(old: list[int], new: list[int]) -> None:
    with TemporaryDirectory() as folder:
        buffer = taken_back(draft(old), draft(new), Path(folder))
    assert words(buffer) == markdown.format(parse(draft(old)).value)


@settings(max_examples=30, deadline=None)
@given(PICKED, PICKED)
def test_accepting_every_change_of_a_newer_text_gives_that_text(
    mine: list[int], theirs: list[int]
) -> None:
    with TemporaryDirectory() as folder:
        buffer = taken_back(draft(theirs), draft(mine), Path(folder), newer=True)
    assert words(buffer) == markdown.format(parse(draft(theirs)).value)

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from drafter.editing import moves, operations
from drafter.editing.comments import moved, placed, read
from drafter.editing.rows import rows
from drafter.editing.state import State
from drafter.formats import read_file
from drafter.model import Resolution, plain
from drafter.word.comments import Comment
from tests.editing.commented import commented
from tests.editing.drafts import RIVER, drafts

SAID = Comment("Fiji", "Why?", "train crews", "3. Invites States to train crews;")


def test_a_comment_stands_at_its_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "return.docx"
    path.write_bytes(commented("Invites States to ", "train", " crews;"))
    resolution = read_file(path).value.resolutions[0]
    found = placed(read(path), rows(resolution))
    ((row, (comment,)),) = found.items()
    assert plain(rows(resolution)[row].content) == "Invites States to train crews;"
    assert comment.author == "Fiji"


def test_a_broken_file_and_one_of_another_kind_have_no_comments(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"nothing")
    (tmp_path / "a.md").write_text("words", "utf-8")
    assert read(tmp_path / "a.docx") == read(tmp_path / "a.md") == ()


def test_a_comment_goes_along_with_its_paragraph() -> None:
    state = State(RIVER)
    found = placed([SAID], state.rows)
    (row,) = found
    assert plain(state.rows[row].content).startswith("Invites")
    after = moves.move_up(state.at(row))
    (now,) = moved(found, state.rows, after.rows)
    assert plain(after.rows[now].content).startswith("Invites")
    gone = operations.delete(state.at(4))
    (now,) = moved(found, state.rows, gone.rows)
    assert plain(gone.rows[now].content).startswith("Invites")


@given(drafts(), drafts(), st.integers(0, 30))
def test_a_comment_always_has_a_row(before: Resolution, after: Resolution, row: int) -> None:
    old, new = rows(before), rows(after)
    (now,) = moved({row % len(old): (SAID,)}, old, new)
    assert 0 <= now < len(new)

from hypothesis import given
from hypothesis import strategies as st

from drafter.editing import moves, operations
from drafter.editing.buffer import Buffer, opened
from drafter.editing.history import History
from drafter.model import Document, plain, text
from tests.editing.drafts import RIVER


@given(st.lists(st.integers()), st.integers(0, 30), st.integers(0, 30))
def test_undo_then_redo_is_where_you_were(states: list[int], back: int, forth: int) -> None:
    history = History(0)
    for state in states:
        history = history.record(state)
    back = min(back, len(states))
    undone = history
    for _ in range(back):
        undone = undone.undo()
    assert undone.present == [0, *states][len(states) - back]
    for _ in range(back):
        undone = undone.redo()
    assert undone == history


@given(st.lists(st.booleans(), min_size=1))
def test_joined_steps_undo_together(joins: list[bool]) -> None:
    history = History(0)
    for number, join in enumerate(joins, 1):
        history = history.record(number, joins=join)
    steps = 0
    while history.past:
        history, steps = history.undo(), steps + 1
    assert history.present == 0
    assert steps == 1 + sum(not join for join in joins[1:])


def test_a_new_step_forgets_what_was_undone() -> None:
    assert History(0).record(1).undo().record(2).redo().present == 2


def test_undo_at_the_beginning_stays_there() -> None:
    history = History(0)
    assert history.undo() is history
    assert history.redo() is history


def open_river(place: int = 3) -> Buffer:
    return opened(Document((RIVER,))).go(place)


def test_keystrokes_close_in_time_are_one_step() -> None:
    buffer = open_river()
    for moment, letters in enumerate(("R", "Re", "Rec")):
        buffer = buffer.type(text(letters), letters, float(moment))
    buffer = buffer.type(text("Recall"), "Recall", 9.0)
    assert plain(buffer.undo().state.rows[3].content) == "Rec"
    assert buffer.undo().undo().resolution == RIVER


def test_typing_elsewhere_is_a_step_of_its_own() -> None:
    buffer = open_river(3).type(text("one"), "one", 0.0).go(4).type(text("two"), "two", 0.1)
    assert plain(buffer.undo().state.rows[3].content) == "one"


def test_undo_brings_back_the_typed_markup() -> None:
    buffer = open_river().type(text("half"), "*half ", 0.0).type(text("whole"), "whole", 9.0)
    assert buffer.undo().state.typed == "*half "


def test_one_history_for_typing_and_moving() -> None:
    buffer = open_river(10).type(text("Requests more."), "Requests more.", 0.0)
    buffer = buffer.do(moves.move_up(buffer.state))
    buffer = buffer.do(operations.delete(buffer.state))
    for _ in range(3):
        buffer = buffer.undo()
    assert buffer.resolution == RIVER
    for _ in range(3):
        buffer = buffer.redo()
    assert len(buffer.resolution.operative) == 3


def test_every_change_has_a_higher_revision_even_undone() -> None:
    buffer = open_river()
    seen = [buffer.revision]
    for _ in range(2):
        buffer = buffer.do(moves.move_down(buffer.state))
        seen.append(buffer.revision)
    buffer = buffer.undo()
    seen.append(buffer.revision)
    assert seen == sorted(set(seen))


def test_walking_about_is_not_a_step() -> None:
    buffer = open_river().go(4).go(5)
    assert buffer.history.past == ()
    assert buffer.revision == 0


def test_a_saved_draft_is_unchanged_until_the_next_change() -> None:
    from pathlib import Path

    buffer = open_river()
    assert buffer.changed
    buffer = buffer.as_saved(Path("a.md"), buffer.resolution)
    assert not buffer.changed
    moved = buffer.do(moves.move_down(buffer.state))
    assert moved.changed
    assert not moved.undo().changed


def test_the_other_resolutions_of_a_file_stay() -> None:
    buffer = opened(Document((RIVER, RIVER)), which=1).go(3)
    buffer = buffer.do(operations.delete(buffer.state))
    assert buffer.whole.resolutions == (RIVER, buffer.resolution)

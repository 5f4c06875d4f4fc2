from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.editing import moves, operations
from drafter.editing.footnotes import called, in_order
from drafter.editing.rows import build, lines, rows
from drafter.editing.state import EditError, State
from drafter.model import Call, Footnote, Paragraph, Resolution, normal, plain, text
from tests.editing.drafts import RIVER, all_words, drafts, words

Data = st.DataObject
Operation = Callable[[State], State]


def at(place: str, draft: Resolution = RIVER) -> State:
    return State(draft, [line.place for line in lines(draft)].index(place))


def places(state: State) -> list[str]:
    return [f"{line.label} {plain(line.row.content)}"[:14] for line in lines(state.resolution)][3:]


def split_in_two(state: State) -> State:
    content = state.rows[state.cursor].content
    return operations.split(state, content[:1], content[1:])


KEEPING: list[Operation] = [
    moves.move_up,
    moves.move_down,
    moves.demote,
    moves.promote,
    operations.join,
    operations.renumbered,
    operations.new_paragraph,
    operations.new_heading,
    split_in_two,
]


@pytest.mark.parametrize("operation", KEEPING)
@given(data=st.data(), draft=drafts())
def test_no_operation_loses_a_word(
    operation: Operation, data: st.DataObject, draft: Resolution
) -> None:
    cursor = data.draw(st.integers(0, len(rows(draft)) - 1))
    try:
        after = operation(State(draft, cursor))
    except EditError:
        return
    assert all_words(after.resolution) == all_words(draft)
    assert build(after.rows, after.resolution) == after.resolution
    assert 0 <= after.cursor < len(after.rows)


@given(data=st.data(), draft=drafts())
def test_carrying_a_paragraph_keeps_the_cursor_on_it(
    data: st.DataObject, draft: Resolution
) -> None:
    state = State(draft, data.draw(st.integers(0, len(rows(draft)) - 1)))
    move = data.draw(st.sampled_from([moves.move_up, moves.move_down, moves.demote, moves.promote]))
    try:
        after = move(state)
    except EditError:
        return
    before = state.rows[state.cursor].content
    kept = after.rows[after.cursor].content
    assert plain(before) == plain(kept)


@given(data=st.data(), draft=drafts())
def test_down_and_up_again_is_where_you_were(data: Data, draft: Resolution) -> None:
    state = State(draft, data.draw(st.integers(0, len(rows(draft)) - 1)))
    try:
        back = moves.move_up(moves.move_down(state))
    except EditError:
        return
    assert all_words(back.resolution) == all_words(draft)
    if not draft.footnotes:
        assert (back.resolution, back.cursor) == (draft, state.cursor)


@given(data=st.data(), draft=drafts())
def test_notes_stay_in_order_once_they_are(data: Data, draft: Resolution) -> None:
    if not in_order(draft):
        return
    state = State(draft, data.draw(st.integers(0, len(rows(draft)) - 1)))
    for name in data.draw(st.lists(st.sampled_from(["delete", "duplicate", "up", "down"]))):
        act = {
            "delete": operations.delete,
            "duplicate": operations.duplicate,
            "up": moves.move_up,
            "down": moves.move_down,
        }[name]
        try:
            state = act(state)
        except EditError:
            continue
        if called(state.resolution):
            assert in_order(state.resolution) or name == "delete"


def test_numbers_follow_a_move() -> None:
    state = moves.move_up(at("OP3"))
    assert places(state)[5:8] == [" Crews", "2 Requests the", "3 Invites Stat"]
    assert operations.place(state) == "OP2"


def test_a_paragraph_moves_with_its_subparagraphs() -> None:
    state = moves.move_down(moves.move_down(at("OP1")))
    assert places(state)[2:7] == [
        " Crews",
        "1 Invites Stat",
        "2 Urges Member",
        "(a) Funding sc",
        "(b) Publishing",
    ]


def test_the_last_preambular_paragraph_moves_into_the_operative_part() -> None:
    state = moves.move_down(at("PP2"))
    assert operations.place(state) == "OP1"
    assert operations.place(moves.move_up(state)) == "PP2"


def test_the_first_paragraph_cannot_go_higher() -> None:
    with pytest.raises(EditError, match="already the first"):
        moves.move_up(at("PP1"))


def test_deleting_a_paragraph_takes_its_subparagraphs_and_notes() -> None:
    state = operations.delete(at("OP1"))
    assert places(state)[2:5] == [" Crews", "1 Invites Stat", "2 Requests the"]
    state = operations.delete(at("PP1"))
    assert state.resolution.footnotes == (Footnote("1", text("A/80/912.")),)
    assert state.resolution.preamble[0].content[-1] == Call("1")  # type: ignore[union-attr]


def test_deleting_a_footnote_takes_its_call() -> None:
    state = operations.delete(at("footnote 1"))
    assert called(state.resolution) == ("1",)
    assert state.resolution.footnotes == (Footnote("1", text("A/80/912.")),)


def test_demoting_makes_a_subparagraph_of_the_one_before() -> None:
    state = moves.demote(at("OP3"))
    assert operations.place(state) == "OP2 (a)"
    assert operations.place(moves.promote(state)) == "OP3"


def test_joining_a_paragraph_with_the_next_puts_a_space_between() -> None:
    state = operations.join(at("OP1 (a)"))
    assert plain(state.rows[state.cursor].content) == "Funding schools; Publishing manuals;"


def test_splitting_leaves_the_subparagraphs_with_the_second_half() -> None:
    state = operations.split(at("OP1"), text("Urges all"), text("to:"))
    assert places(state)[2:5] == ["1 Urges all", "2 to:", "(a) Funding sc"]


def test_a_new_paragraph_goes_after_the_whole_family() -> None:
    assert operations.place(operations.new_paragraph(at("OP1"))) == "OP2"
    assert operations.place(operations.new_paragraph(at("OP1 (a)"))) == "OP1 (b)"
    assert operations.place(operations.new_paragraph(at("title"))) == "PP1"
    assert operations.place(operations.new_paragraph(at("footnote 2"))) == "OP4"


def test_an_operative_block_inserted_from_the_preamble_goes_to_the_end() -> None:
    block = Paragraph(words("Decides", "to meet.", Call("7")))
    notes = (Footnote("7", text("See A/80/1.")),)
    state = operations.insert_after(at("PP1"), (block,), notes, part="operative")
    assert operations.place(state) == "OP4"
    assert state.resolution.footnotes[-1] == Footnote("3", text("See A/80/1."))


def test_an_inserted_note_is_numbered_in_its_place() -> None:
    block = Paragraph(words("Guided by", "the Charter,", Call("1")))
    state = operations.insert_after(at("PP1"), (block,), (Footnote("1", text("Charter.")),))
    assert operations.place(state) == "PP2"
    assert [plain(note.content) for note in state.resolution.footnotes] == [
        "Resolution 79/901.",
        "Charter.",
        "A/80/912.",
    ]


def test_a_note_typed_comes_into_being_when_the_pen_is_lifted() -> None:
    typed = operations.edit(at("PP1"), normal((*text("Recalling all that,"), Call("9"), Call("1"))))
    settled = operations.settle(typed, RIVER).resolution
    assert [note.label for note in settled.footnotes] == ["1", "2", "3"]
    assert plain(settled.footnotes[0].content) == ""
    assert plain(settled.footnotes[1].content) == "Resolution 79/901."


def test_a_single_operative_paragraph_has_no_number() -> None:
    draft = replace(RIVER, operative=RIVER.operative[:1])
    assert lines(draft)[5].label == ""


def test_a_new_annex_stands_before_the_notes() -> None:
    state = operations.new_annex(at("OP3"))
    assert operations.place(state) == "Annex"
    assert operations.place(operations.new_annex(state)) == "Annex II"


def test_closing_text_that_was_emptied_can_be_typed_anew() -> None:
    paragraph = Paragraph(text("Urges all:"), (Paragraph(text("To train;")),), text("by 2030."))
    draft = Resolution(operative=(paragraph, Paragraph(text("Invites all."))))
    state = operations.edit(operations.edit(State(draft, 5), ()), text("by 2031."))
    assert state.rows[5].content == text("by 2031.")
    assert state.rows[6].content == text("Invites all.")
    left = operations.settle(operations.edit(State(draft, 5), ()), draft)
    assert [row.kind for row in left.rows[3:]] == ["paragraph"] * 3


@given(st.data(), drafts())
def test_carrying_a_paragraph_anywhere_loses_no_words(data: Data, draft: Resolution) -> None:
    state = State(draft)
    row = st.integers(0, len(state.rows) - 1)
    source, target = data.draw(row), data.draw(row)
    try:
        after = moves.carry(state, source, target)
    except EditError:
        return
    assert sorted(all_words(after.resolution)) == sorted(all_words(draft))
    assert after.rows[after.cursor].content == state.rows[source].content


def test_what_is_carried_takes_the_level_of_its_neighbour() -> None:
    state = at("OP3")
    child = at("OP1 (a)").cursor
    up = moves.carry(state, state.cursor, child)
    assert places(up)[2:5] == ["1 Urges Member", "(a) Requests t", "(b) Funding sc"]
    out = moves.carry(up, up.cursor, at("OP1").cursor)
    assert places(out)[2:4] == ["1 Requests the", "2 Urges Member"]


def test_a_heading_is_carried_between_whole_paragraphs() -> None:
    heading, child = at("heading").cursor, at("OP1 (b)").cursor
    assert places(moves.carry(State(RIVER), heading, child))[2] == " Crews"

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from drafter.editing.marks import changed_rows, find_place, row_of_place, word_count
from drafter.editing.retyping import retyped, retyped_lines
from drafter.editing.rows import build, lines, rows
from drafter.model import Inlines, Resolution
from tests.editing.drafts import RIVER, all_words, contents, drafts


@given(drafts())
def test_rows_build_the_draft_again(draft: Resolution) -> None:
    assert build(rows(draft), draft) == draft


@given(drafts(), st.integers(1, 40), contents())
def test_typing_in_a_row_is_building_the_draft_anew(
    draft: Resolution, at: int, content: Inlines
) -> None:
    every = list(rows(draft))
    at = 1 + at % (len(every) - 1)
    every[at] = replace(every[at], content=content)
    typed = retyped(draft, at, content)
    assert typed == build(every, draft)
    assert typed is not None
    assert retyped_lines(lines(draft), at, content) == lines(typed)


@given(drafts(), st.randoms())
def test_rows_in_any_order_lose_no_word(draft: Resolution, random: object) -> None:
    front = [row for row in rows(draft) if row.part == "front"]
    rest = [row for row in rows(draft) if row.part in {"preamble", "operative"}]
    random.shuffle(rest)  # type: ignore[attr-defined]
    built = build([*front, *rest], draft)
    kept = [row for row in rows(draft) if row.part not in {"annex", "notes"}]
    assert all_words(built) == all_words(build(kept, draft))


def test_every_row_has_a_place_and_its_printed_label() -> None:
    shown = [(line.place, line.label) for line in lines(RIVER)]
    assert shown == [
        ("masthead", ""),
        ("title", ""),
        ("enacting clause", ""),
        ("PP1", ""),
        ("PP2", ""),
        ("OP1", "1"),
        ("OP1 (a)", "(a)"),
        ("OP1 (b)", "(b)"),
        ("heading", ""),
        ("OP2", "2"),
        ("OP3", "3"),
        ("footnote 1", "1"),
        ("footnote 2", "2"),
    ]


def test_a_delegate_finds_a_paragraph_by_what_they_call_it() -> None:
    every = lines(RIVER)
    for wanted, place in (
        ("2", "OP2"),
        ("op3", "OP3"),
        ("PP 1", "PP1"),
        ("1b", "OP1 (b)"),
        ("1 (a)", "OP1 (a)"),
        ("train crews", "OP2"),
    ):
        found = find_place(every, wanted)
        assert found is not None
        assert every[found].place == place
    assert find_place(every, "") is None
    assert find_place(every, "no such words") is None


def test_a_finding_on_a_vanished_subparagraph_leads_to_its_paragraph() -> None:
    every = lines(RIVER)
    found = row_of_place(every, "OP1 (z)")
    assert found is not None
    assert every[found].place == "OP1"


def test_only_new_words_are_marked_as_changed() -> None:
    swapped = (*RIVER.operative[2:], *RIVER.operative[:2])
    from dataclasses import replace

    assert changed_rows(rows(replace(RIVER, operative=swapped)), RIVER) == frozenset()
    assert changed_rows(rows(RIVER), replace(RIVER, title=())) == {1}


def test_words_are_those_of_the_text() -> None:
    assert word_count(rows(RIVER)) == 38

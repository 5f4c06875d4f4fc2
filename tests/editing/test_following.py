"""What follows by itself, and what is left alone."""

import pytest

from drafter.editing.finding import find, replace_all, replace_one
from drafter.editing.following import follow
from drafter.editing.marks import find_place
from drafter.editing.operations import delete
from drafter.editing.rows import lines
from drafter.editing.state import EditError, State
from drafter.formats.markdown import parse
from drafter.model import Resolution, plain

DRAFT = """\
*The General Assembly*,

*Recalling* its resolution 79/901 of 12 December 2024,

*Recalling also* its resolution 78/901 of 12 December 2023,

1. *Urges* Member States to license ferries;

2. *Also urges* Member States to train crews;

3. *Further urges* Member States to publish data;

4. *Requests* the Secretary-General to report.
"""


def read(markdown: str) -> Resolution:
    return parse(markdown).value


def operative(resolution: Resolution) -> list[str]:
    return [plain(item.content) for item in resolution.operative]  # type: ignore[union-attr]


def without(first: str) -> str:
    return "\n\n".join(p for p in DRAFT.split("\n\n") if first not in p)


def test_also_and_further_follow_a_deletion() -> None:
    followed = follow(read(DRAFT), read(without("license ferries")))
    assert operative(followed.resolution)[:2] == [
        "Urges Member States to train crews;",
        "Also urges Member States to publish data;",
    ]
    assert len(followed.places) == 2


def test_the_preamble_follows_too() -> None:
    followed = follow(read(DRAFT), read(without("79/901")))
    first = followed.resolution.preamble[0]
    assert plain(first.content).startswith("Recalling its resolution 78/901")  # type: ignore[union-attr]


def test_the_full_stop_stays_at_the_end() -> None:
    followed = follow(read(DRAFT), read(without("Requests")))
    assert operative(followed.resolution)[-1].endswith("publish data.")


def test_a_new_paragraph_gets_its_italics_and_its_comma() -> None:
    new = DRAFT.replace("1. *Urges*", "Noting the work of the river commissions\n\n1. *Urges*")
    added = follow(read(DRAFT), read(new)).resolution.preamble[-1]
    assert plain(added.content) == "Noting the work of the river commissions,"  # type: ignore[union-attr]
    assert added.content[0].italic  # type: ignore[union-attr]


def test_a_usage_of_the_texts_own_is_left_alone() -> None:
    odd = DRAFT.replace("*Also urges*", "*Urges*").replace("publish data;", "publish data")
    changed = odd.replace("12 December 2024", "13 December 2024")
    assert follow(read(odd), read(changed)).resolution == read(changed)


def test_nothing_follows_where_all_is_well() -> None:
    followed = follow(read(DRAFT), read(DRAFT.replace("license", "register")))
    assert followed.places == ()


CITING = DRAFT.replace(
    "4. *Requests* the Secretary-General to report.",
    "4. *Requests* the Secretary-General to report on the implementation of paragraph 2 above.",
)


def cut(number: str) -> tuple[Resolution, Resolution]:
    """The citing draft, and the same without operative paragraph `number`."""
    state = State(read(CITING))
    row = find_place(lines(state.resolution), number)
    assert row is not None
    return state.resolution, delete(state.at(row)).resolution


def test_references_follow_what_they_cite() -> None:
    followed = follow(*cut("1"))
    assert "paragraph 1 above" in operative(followed.resolution)[-1]
    assert followed.references == ("OP3",)
    assert "references follow in OP3" in followed.what


def test_a_reference_to_what_is_gone_is_told_and_left() -> None:
    followed = follow(*cut("2"))
    assert "paragraph 2" in operative(followed.resolution)[-1]
    assert any("no longer" in each for each in followed.unsure)


def test_small_letters_find_capitals_and_capitals_only_themselves() -> None:
    rows = State(read(DRAFT)).rows
    assert len(find(rows, "urges")) == 3
    assert len(find(rows, "Urges")) == 1
    assert find(rows, "  ") == ()


def test_replacing_keeps_italics_notes_and_brackets() -> None:
    draft = "*The General Assembly*,\n\n1. *Urges* all,[^1] [EU: urges] them.\n\n[^1]: Urges.\n"
    state = replace_all(State(read(draft)), "urges", "asks")
    from drafter.formats import markdown

    assert "*asks* all,[^1] [EU: asks] them" in markdown.format(state.resolution)
    assert state.what == "replace “Urges” by “asks” 3 times"


def test_replacing_one_leaves_the_others() -> None:
    state = State(read(DRAFT))
    second = find(state.rows, "urges")[1]
    assert "Also asks Member States" in " ".join(
        operative(replace_one(state, second, "asks").resolution)
    )


def test_what_stands_nowhere_is_told() -> None:
    with pytest.raises(EditError, match="nowhere"):
        replace_all(State(read(DRAFT)), "bridges", "boats")

"""The normal form of inline content, and what is read off it."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from drafter import model
from drafter.model import Bracket, Call, Inline, Paragraph, Text

texts = st.builds(Text, st.text(" ab\n\u00a0\t,", max_size=6), st.booleans(), st.booleans())
inlines = st.recursive(
    st.lists(texts | st.builds(Call, st.sampled_from("12*")), max_size=5),
    lambda inner: st.lists(texts | st.builds(Bracket, inner.map(tuple)), max_size=4),
    max_leaves=12,
)


@given(inlines)
def test_normal_form_is_reached_in_one_step(content: list[Inline]) -> None:
    once = model.normal(content)
    assert model.normal(once) == once


@given(inlines)
def test_normal_form_keeps_every_word(content: list[Inline]) -> None:
    def words(pieces: Iterable[Inline]) -> str:
        return "".join(model.plain(pieces).split())

    assert words(model.normal(content)) == words(content)


def test_neighbours_alike_in_style_are_one() -> None:
    pieces = (Text("Re", italic=True), Text("calling", italic=True), Text("  its "), Text(" own"))
    assert model.normal(pieces) == (Text("Recalling", italic=True), Text(" its own"))


def test_a_space_within_emphasis_is_emphasized_however_it_was_cut() -> None:
    pieces = (Text("Noting", italic=True), Text(" with concern ", italic=True), Text("that"))
    assert model.normal(pieces) == (Text("Noting with concern", italic=True), Text(" that"))


def test_a_space_between_styles_is_kept_once() -> None:
    pieces = (Text("a ", italic=True), Text(" b\u00a0", bold=True), Text("c"))
    assert model.normal(pieces) == (
        Text("a", italic=True),
        Text(" "),
        Text("b", bold=True),
        Text("\u00a0c"),
    )


def test_a_no_break_space_is_a_character() -> None:
    assert model.plain(model.text(" 5\u00a0per  cent ")) == "5\u00a0per cent"


def test_plain_shows_brackets_and_who_asks_for_them() -> None:
    bracket = Bracket(model.text("barges"), by="EU", positions=("G77", "CANZ: delete"))
    assert (
        model.plain((Text("and "), bracket, Call("1"))) == "and [EU: barges] (G77) (CANZ: delete)"
    )


def test_calls_are_found_inside_brackets() -> None:
    assert [*model.calls((Call("1"), Bracket((Bracket((Call("2"),)),)), Call("1")))] == [
        "1",
        "2",
        "1",
    ]


def test_the_opening_is_what_stands_first_in_italics() -> None:
    paragraph = Paragraph((Text("Recalling also", italic=True), Text(" its resolution,")))
    assert model.opening(paragraph) == "Recalling also"
    assert model.opening(Paragraph((Bracket(paragraph.content),))) == "Recalling also"
    assert model.opening(Paragraph(model.text("Recalling"))) == ""

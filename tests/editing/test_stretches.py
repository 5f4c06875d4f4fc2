from hypothesis import given
from hypothesis import strategies as st

from drafter.editing.agreed import Filter, span_of
from drafter.editing.stretches import edits, missing, stretches, taken
from drafter.model import Bracket, Call, Text, normal, plain, text

WORDS = st.lists(
    st.sampled_from(["Urges", "States", "to", "share", "ferries", "all", "safely,"]), max_size=12
).map(" ".join)


@given(WORDS, WORDS)
def test_taking_every_stretch_gives_the_agreed_text(mine: str, agreed: str) -> None:
    every = stretches(edits(mine, agreed))
    assert plain(taken(text(mine), every)) == agreed


@given(WORDS, WORDS)
def test_taking_none_leaves_ones_own(mine: str, agreed: str) -> None:
    assert plain(taken(text(mine), ())) == mine


@given(WORDS, WORDS)
def test_stretches_say_where_ones_own_words_stand(mine: str, agreed: str) -> None:
    for each in stretches(edits(mine, agreed)):
        assert mine[each.start : each.end] == each.mine


def test_only_what_follows_is_added_to_words_half_typed() -> None:
    typed = normal((Text("Urges", italic=True), Text(" States")))
    whole = missing(typed, "Urges States to license ferries;")
    assert plain(whole) == "Urges States to license ferries;"
    assert whole[0] == Text("Urges", italic=True)


def test_a_stretch_missing_in_the_middle_is_added_and_ones_own_words_stay() -> None:
    mine = text("Urges all Member States to license ferries without delay;")
    agreed = "Urges Member States that have not yet done so to license ferries;"
    added = "Urges all Member States that have not yet done so to license ferries without delay;"
    assert plain(missing(mine, agreed)) == added


def test_notes_and_brackets_stay_where_words_are_taken() -> None:
    mine = normal((Text("Urges "), Bracket(text("all")), Text(" States,"), Call("1")))
    (stretch,) = stretches(edits(plain(mine), "Urges [all] Member States,"))
    assert taken(mine, [stretch]) == normal(
        (Text("Urges "), Bracket(text("all")), Text(" Member States,"), Call("1"))
    )


def test_years_are_read_as_one_writes_them() -> None:
    assert span_of("2021") == ("2021", "2021")
    assert span_of("2015-2020") == span_of("2015–2020") == ("2015", "2020")
    assert span_of("2021-") == ("2021", "")
    assert span_of("-2021") == ("", "2021")
    assert span_of("lately") is span_of("") is span_of("-") is None


def test_a_filter_bounds_the_dates_on_both_sides() -> None:
    wanted = Filter("hrc", "2015-2020", "adopted").wanted
    assert (wanted.after, wanted.before) == ("2014-12-31", "2021-01-01")
    assert (wanted.body, wanted.status) == ("hrc", "adopted")
    assert Filter().wanted.everything

"""Also and Further by verb and addressee (R-ALSO-1 to 7)."""

import pytest

from drafter.grammar.succession import Adverb, Opened, Part, is_misplaced, join, split, turns
from drafter.grammar.verbs import action, addressee


def expected(part: Part, *openings: tuple[str, str]) -> list[str]:
    return [turn.expected for turn in turns([Opened(*each) for each in openings], part)]


def test_the_count_begins_again_after_further() -> None:
    plain = [("Recalling", "")] * 5
    assert expected("preambular", *plain) == ["", "also", "further", "", "also"]


def test_noting_and_noting_with_concern_differ() -> None:
    pairs = (("Noting", ""), ("Noting with concern", ""), ("Noting with concern also", ""))
    assert expected("preambular", *pairs) == ["", "", "also"]


def test_another_addressee_begins_again() -> None:
    pairs = (
        ("Urges", " Member States to train"),
        ("Urges", " Member States to share"),
        ("Urges", " the Secretariat to report"),
    )
    assert expected("operative", *pairs) == ["", "also", ""]


def test_a_matter_goes_by_the_verb() -> None:
    pairs = (("Welcomes", " the plan"), ("Welcomes", " the fund"))
    assert expected("operative", *pairs) == ["", "also"]


def test_an_orphan_loses_its_word() -> None:
    pairs = (("Directs", " the Secretariat to act"), ("Also requests", " the Secretariat to act"))
    assert expected("operative", *pairs) == ["", ""]


def test_one_missing_word_is_one_fault() -> None:
    run = ("Urges", "Urges", "Further urges", "Urges")
    found = list(turns([Opened(verb, " States to act") for verb in run], "operative"))
    assert [t.printed != t.expected for t in found] == [False, True, False, False]


def test_where_addressees_are_nearly_alike_the_text_stands() -> None:
    for second in ("Urges", "Also urges"):
        pairs = (("Urges", " all States to act"), (second, " States to act"))
        found = list(turns([Opened(*each) for each in pairs], "operative"))
        assert [t.printed for t in found] == [t.expected for t in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("Commends", " the Commission for its work"),
            ("Commends", " the secretariat for its work"),
        ),
        (
            ("Reiterates", " the call to States to act"),
            ("Reiterates", " the call to donors to act"),
        ),
        (("Notes with appreciation", " that it met"), ("Also notes with satisfaction", " that")),
        (("Expresses its appreciation", " to Fiji"), ("Expresses its appreciation", " to Togo")),
    ],
)
def test_thanks_and_calls_to_two_may_stand_without_also(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    found = list(turns([Opened(*first), Opened(*second)], "operative"))
    assert [t.printed for t in found] == [t.expected for t in found]


def test_rows_and_lines_between_do_not_break_a_run() -> None:
    rows = [Opened("Approves", " the table"), Opened(""), Opened("Also approves", " the budget")]
    assert [t.expected for t in turns(rows, "operative")] == ["", "", "also"]


def test_in_this_regard_is_no_third_of_the_same() -> None:
    pairs = [("Stressing", " that"), ("Stressing also", " the"), ("Stressing", ", in this regard,")]
    found = list(turns([Opened(*each) for each in pairs], "preambular"))
    assert [t.printed for t in found] == [t.expected for t in found]


def test_nothing_is_sure_across_a_heading() -> None:
    first = Opened("Urges", " States to act")
    second = Opened("Urges", " States to act", breaks=True)
    assert [t.expected for t in turns([first, second], "operative")] == ["", ""]


@pytest.mark.parametrize(
    ("plain", "adverb", "part", "joined"),
    [
        ("Urges", "also", "operative", "Also urges"),
        ("Takes note", "further", "operative", "Further takes note"),
        ("Recalling", "also", "preambular", "Recalling also"),
        ("Taking note", "further", "preambular", "Taking note further"),
        ("Noting with concern", "also", "preambular", "Noting also with concern"),
        ("Having considered", "also", "preambular", "Having also considered"),
        ("Deeply concerned", "also", "preambular", "Deeply concerned also"),
        ("Bearing in mind", "also", "preambular", "Bearing in mind also"),
    ],
)
def test_join_puts_the_word_in_its_place(
    plain: str, adverb: Adverb, part: Part, joined: str
) -> None:
    assert join(plain, adverb, part) == joined
    assert split(joined) == (plain, adverb)
    assert not is_misplaced(joined, part)


@pytest.mark.parametrize(
    ("rest", "who"),
    [
        (" the Secretary-General to report", "secretary-general"),
        (" the Secretary-General, in consultation with States, to report", "secretary-general"),
        (" States parties to the Convention to train crews", "states parties to convention"),
        (" States parties to train crews", "states parties"),
        (" States that have not yet done so to ratify it", "states that have not yet done so"),
        (" donors, Governments and banks to give", "donors, governments and banks"),
        (" the collection of data", ""),
        ("", ""),
    ],
)
def test_the_addressee_is_read_from_the_words(rest: str, who: str) -> None:
    assert addressee(rest) == who.replace(",", "")


def test_a_verb_of_a_matter_has_no_addressee() -> None:
    assert action("Welcomes", " the efforts of States to act").addressee == ""
    assert action("Strongly urges", " States to act").directed

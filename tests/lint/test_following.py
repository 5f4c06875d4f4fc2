"""References follow the paragraphs that they meant."""

import pytest

from drafter import lint
from drafter.formats import markdown
from drafter.lint.findings import Spot
from drafter.model import Resolution

HEAD = "*The General Assembly*,\n\n*Recalling* its resolution 79/901 of 12 December 2024,\n\n"
FERRIES = """*Urges* States to license ferries, including by:

   (a) Funding schools;

   (b) Publishing manuals;"""
CREWS = "*Invites* donors to train crews;"
FORDS = "*Notes* the report on fords and their seasons;"


def draft(*paragraphs: str) -> Resolution:
    words = "\n\n".join(f"{n}. {words}" for n, words in enumerate(paragraphs, start=1))
    return markdown.parse(HEAD + words).value


def report(words: str) -> str:
    return f"*Requests* the Secretary-General to report on {words} and on floods."


def followed(old: Resolution, new: Resolution) -> tuple[str, list[str]]:
    findings = lint.follow(old, new)
    return markdown.format(lint.fix(new, findings)), [f.message for f in findings]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("paragraph 2 above", "paragraph 3 above"),
        ("paragraph 1 (b) above", "paragraph 2 (b) above"),
        ("paragraphs 1 and 2 above", "paragraphs 2 and 3 above"),
        ("paragraphs 1 to 3 above", "paragraphs 2 to 4 above"),
        ("paragraphs 1 (a) and (b) above", "paragraphs 2 (a) and (b) above"),
        ("paragraph 3 of the present resolution", "paragraph 4 of the present resolution"),
    ],
)
def test_a_reference_follows_an_insertion(before: str, after: str) -> None:
    old = draft(FERRIES, CREWS, FORDS, report(before))
    new = draft("*Welcomes* the tide tables;", FERRIES, CREWS, FORDS, report(before))
    words, messages = followed(old, new)
    assert report(after) in words
    assert len(messages) == 1
    assert not lint.follow(old, markdown.parse(words).value)


def test_what_moved_to_the_other_side_is_below() -> None:
    middle = "*Decides* to consider paragraph 1 above and the tides of the estuary;"
    old = draft(CREWS, middle, FORDS, FERRIES.replace(";", ";", 1))
    new = draft(middle, FORDS, CREWS, FERRIES)
    assert "paragraph 3 below and the tides" in followed(old, new)[0]


def test_two_that_changed_places_stay_in_order() -> None:
    old = draft(FERRIES, CREWS, FORDS, report("paragraphs 1 and 3 above"))
    new = draft(
        FORDS, CREWS, "*Welcomes* the tide tables;", FERRIES, report("paragraphs 1 and 3 above")
    )
    assert report("paragraphs 1 and 4 above") in followed(old, new)[0]


def test_a_reference_to_what_is_gone_is_flagged_and_left() -> None:
    old = draft(FERRIES, CREWS, FORDS, report("paragraph 2 above"))
    new = draft(FERRIES, FORDS, report("paragraph 2 above"))
    words, messages = followed(old, new)
    assert messages == ["paragraph 2, which this cites, is no longer in the text"]
    assert report("paragraph 2 above") in words


def test_a_range_that_takes_in_more_is_no_safe_fix() -> None:
    old = draft(FERRIES, CREWS, FORDS, report("paragraphs 1 to 3 above"))
    new = draft(
        FERRIES, CREWS, "*Welcomes* the tide tables;", FORDS, report("paragraphs 1 to 3 above")
    )
    (finding,) = lint.follow(old, new)
    assert finding.fix
    assert not finding.fix.safe


def test_a_reference_rewritten_by_hand_is_left() -> None:
    old = draft(FERRIES, CREWS, FORDS, report("paragraph 2 above"))
    new = draft("*Welcomes* the tide tables;", FERRIES, CREWS, FORDS, report("paragraph 3 above"))
    assert lint.follow(old, new) == ()


def test_points_follow_too() -> None:
    more = FERRIES.replace("(a) Funding", "(a) Painting the hulls;\n\n   (b) Funding").replace(
        "(b) Pub", "(c) Pub"
    )
    old = draft(FERRIES, report("paragraph 1 (b) above"))
    assert (
        report("paragraph 1 (c) above")
        in followed(old, draft(more, report("paragraph 1 (b) above")))[0]
    )


def test_french_references_follow() -> None:
    first, last = (
        "*Invite* les donateurs à aider;",
        "*Prie* le Secrétaire général d’agir sur le paragraphe 1 ci-dessus ;",
    )
    old, new = draft(first, last), draft("*Note* le rapport sur les crues;", first, last)
    assert "paragraphe 2 ci-dessus" in followed(old, new)[0]


def test_known_identities_are_taken_as_they_are() -> None:
    old = draft(CREWS, report("paragraph 1 above"))
    new = draft(FORDS, "*Decides* otherwise;", report("paragraph 1 above"))
    same = {
        Spot("operative", (0,)): Spot("operative", (1,)),
        Spot("operative", (1,)): Spot("operative", (2,)),
    }
    (finding,) = lint.follow(old, new, same=same)
    assert finding.message.startswith("write “paragraph 2 above”")


def test_the_check_with_the_draft_as_it_was_says_each_thing_once() -> None:
    old = draft(FERRIES, CREWS, report("paragraph 2 above"))
    new = draft(CREWS, report("paragraph 2 above"))
    found = [f.message for f in lint.check(new, only=["internal-reference"], before=old)]
    assert found == ["write “paragraph 1 above”: what “paragraph 2 above” meant stands there now"]

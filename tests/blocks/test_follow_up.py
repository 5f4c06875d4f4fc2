"""A draft that follows an earlier text: what lay ahead moves on, what lay behind stays."""

import pytest

from drafter.blocks import follow_up
from drafter.formats import markdown
from drafter.model import Masthead, Resolution, plain

BASE = """---
symbol: A/RES/79/901
session: Seventy-ninth session
date: 2024-12-12
status: adopted resolution
title: Safe river crossings
sponsors: [Fiji]
---

*The General Assembly*,

*Recalling* its resolution 78/902 of 19 December 2023, adopted at its seventy-eighth session,

*Noting* that the 2030 Agenda and the plan for 2025 speak of ferries,[^1]

1. *Decides* to convene a meeting in 2026;

2. *Requests* the Secretary-General to report to it at its eightieth session.

[^1]: A/79/912.
"""


def base() -> Resolution:
    return markdown.parse(BASE).value


def text() -> str:
    return markdown.format(follow_up(base(), file="base.md"))


def test_the_base_is_recalled_before_the_texts_that_it_recalled() -> None:
    first = (
        "*Recalling* its resolution 79/901 of 12 December 2024, entitled “Safe river crossings”,"
    )
    assert f"{first}\n\n*Recalling also* its" in text()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "its resolution 77/901 of 14 December 2022 on ferries and all its previous texts,",
            "its resolution 79/901 of 12 December 2024 on ferries and all its previous texts,",
        ),
        (
            "its resolutions 77/901 of 14 December 2022 and 78/902 of 19 December 2023 on ferries,",
            "its resolutions 77/901 of 14 December 2022, 78/902 of 19 December 2023 and 79/901 of "
            "12 December 2024 on ferries,",
        ),
    ],
)
def test_the_base_joins_the_texts_that_it_recalled(before: str, after: str) -> None:
    old = "its resolution 78/902 of 19 December 2023, adopted at its seventy-eighth session,"
    draft = follow_up(markdown.parse(BASE.replace(old, before)).value)
    assert [plain(p.content) for p in draft.preamble[:1]] == [f"Recalling {after}"]


def test_the_charter_comes_before_the_base() -> None:
    words = BASE.replace(
        "*Recalling* its resolution 78/902 of 19 December 2023",
        "*Guided by* the Charter of the United Nations",
    )
    draft = follow_up(markdown.parse(words).value)
    assert [plain(p.content)[:9] for p in draft.preamble[:2]] == ["Guided by", "Recalling"]


def test_sessions_and_years_ahead_move_on_in_brackets() -> None:
    assert "at its [eighty-first] session" in text()
    assert "plan for [2026] speak" in text()
    assert "a meeting in [2027];" in text()


def test_what_lay_behind_stays() -> None:
    assert "at its seventy-eighth session" in text()
    assert "the 2030 Agenda" in text()


def test_a_report_of_the_same_session_needs_its_new_symbol() -> None:
    assert "[^1]: [A/80/…]." in text()


def test_the_masthead_is_a_new_drafts() -> None:
    head = follow_up(base(), file="base.md").masthead
    assert head == Masthead(
        body="ga",
        distribution="Limited",
        session="Eightieth session",
        base=(("symbol", "A/RES/79/901"), ("file", "base.md")),
    )


def test_two_sessions_on() -> None:
    words = markdown.format(follow_up(base(), by=2))
    assert "at its [eighty-second] session" in words


def rolled(operative: str, *, recalling: str = "", by: int = 1) -> str:
    words = BASE + f"\n4. {operative}\n\n5. *Decides* to remain seized of the matter.\n"
    if recalling:
        words = words.replace("*Recalling* its resolution 78/902 of 19 December 2023", recalling)
    return markdown.format(follow_up(markdown.parse(words).value, by=by))


def test_the_base_stands_where_it_named_the_text_before_it() -> None:
    made = rolled("*Takes note* of the report submitted pursuant to resolution 78/902;")
    assert "submitted pursuant to resolution [79/901];" in made
    dated = rolled(
        "*Notes* the texts, the most recent of which was resolution 78/903 of 19 May 2024;"
    )
    assert "was resolution [79/901 of 12 December 2024];" in dated


def test_a_resolution_that_is_no_predecessor_stays() -> None:
    made = rolled("*Recalls* resolution 70/1 and the report submitted pursuant to resolution 55/2;")
    assert "resolution 70/1 and the report submitted pursuant to resolution 55/2;" in made


@pytest.mark.parametrize(
    "words",
    ["Agenda 2063", "the Decade 2014–2028", "by the end of 2027", "no later than 2029",
     "between 2023 and 2027", "Security Council resolution 2675 (2023)",
     "resolutions 2675 (2023) and 2099 (2013)"],
)  # fmt: skip
def test_years_of_names_and_targets_stay(words: str) -> None:
    assert f"*Recalls* {words};" in rolled(f"*Recalls* {words};")


def test_periods_of_reports_move_on() -> None:
    made = rolled("*Approves* the sum for the period from 1 July 2023 to 30 June 2024;")
    assert "from 1 July [2024] to 30 June [2025];" in made


def test_another_body_is_asked_at_its_next_session() -> None:
    made = rolled("*Requests* him to report to the Commission on Rivers at its ninth session;")
    assert "to the Commission on Rivers at its [tenth] session;" in made


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Welcoming* the convening, in 2026, of the Conference,", "in [2026], of the Conference"),
        ("Noting* the target of 100 boats through to 2026,", "through to [2026],"),
        ("Noting* the calendar for the years 2025 and 2026,", "the years [2026] and [2027],"),
    ],
)
def test_a_year_of_an_event_or_a_target_stays_and_asks_for_a_decision(old: str, new: str) -> None:
    words = BASE.replace(
        "Noting* that the 2030 Agenda and the plan for 2025 speak of ferries,", old
    )
    assert new in markdown.format(follow_up(markdown.parse(words).value))

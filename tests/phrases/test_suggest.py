"""Answers of a bank: the closest, what follows, phrases; each verbatim in its cited source."""

import pytest

from drafter.phrases.bank import Bank
from drafter.phrases.segment import Facts, Row, Segment, build
from drafter.phrases.suggest import ASKS
from tests.phrases.conftest import LINES, TRAINING


def texts_of(symbol: str) -> list[str]:
    for line in LINES:
        if line["symbol"] == symbol:
            return [p["text"] for p in line["paragraphs"]]  # type: ignore[index,attr-defined]
    raise AssertionError(symbol)


def test_the_closest_paragraph_comes_first(bank: Bank) -> None:
    best = bank.suggest(f"{TRAINING} and harbours;")[0]
    assert (best.symbol, best.place) == ("A/RES/78/901", "OP1")


def test_an_equal_text_scores_one(bank: Bank) -> None:
    best = bank.suggest(f"{TRAINING};")[0]
    assert best.score == 1.0
    assert best.date == "2022-12-12"


def test_kinds_of_hyphen_and_quotation_mark_make_no_difference(bank: Bank) -> None:
    typed = 'Invites river authorities to share data on the safety of crossings "in real time";'
    best = bank.suggest(typed)[0]
    assert best.score == 1.0
    assert "“in real time”" in best.text


def test_what_is_typed_is_continued(bank: Bank) -> None:
    found = bank.suggest("Recalling its resolution", ask="continue")
    assert found[0].symbol == "A/C.2/79/L.909" or found[0].status == "adopted"
    assert all(s.text.startswith("Recalling its resolution") for s in found[:3])


def test_adopted_stands_before_draft_among_equals(bank: Bank) -> None:
    found = bank.suggest("Recalling its resolution", ask="continue")
    assert [s.status for s in found[:3]] == ["adopted", "adopted", "draft"]


def test_a_phrase_is_offered_with_the_bodies_that_use_it(bank: Bank) -> None:
    found = bank.suggest("Urges States to train", ask="phrases")
    phrase = next(s for s in found if "extrabudgetary" in s.text)
    assert "subject to the availability of extrabudgetary resources" in phrase.text
    assert phrase.uses >= 3


def test_filters_leave_only_what_was_asked_for(bank: Bank) -> None:
    query = f"{TRAINING};"
    assert {s.symbol for s in bank.suggest(query, body="hrc")} == {"A/HRC/RES/55/901"}
    assert {s.status for s in bank.suggest(query, status="draft")} == {"draft"}
    assert {s.date for s in bank.suggest(query, before="2023-01-01")} == {"2022-12-12"}


@pytest.mark.parametrize("ask", ASKS)
@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        ";,.",
        "ferries",
        'a "b" OR NOT (c*',
        "é\u2011ü",
        "word " * 20_000,
        "%_'--",
        "\ud800x",
    ],
)
def test_nothing_typed_is_too_strange(bank: Bank, query: str, ask: str) -> None:
    bank.suggest(query, ask=ask)  # type: ignore[arg-type]


@pytest.mark.parametrize("ask", ASKS)
def test_every_text_shown_stands_in_its_source(bank: Bank, ask: str) -> None:
    for line in LINES:
        for paragraph in line["paragraphs"]:  # type: ignore[attr-defined]
            words = paragraph["text"].split()
            for query in (paragraph["text"], " ".join(words[:4])):
                for shown in bank.suggest(query, ask=ask):  # type: ignore[arg-type]
                    assert any(shown.text in text for text in texts_of(shown.symbol))


def test_top_bounds_the_answers(bank: Bank) -> None:
    assert len(bank.suggest(TRAINING, top=2)) == 2
    assert bank.suggest(TRAINING, top=0) == ()


@pytest.mark.parametrize(("ask", "step"), [("closest", 7), ("continue", 7), ("phrases", 40)])
def test_the_shipped_bank_quotes_verbatim(ask: str, step: int) -> None:
    bank = Bank.shipped()
    for (text,) in bank.stores[0].query("SELECT text FROM entry")[::step]:
        query = str(text) if ask == "closest" else " ".join(str(text).split()[:6])
        for shown in bank.suggest(query, ask=ask, top=4):  # type: ignore[arg-type]
            held = [found.entry.text for found in bank.show(shown.symbol, shown.place)]
            assert any(shown.text in text for text in held), shown


def test_of_many_that_begin_alike_the_latest_come_first() -> None:
    sources = [Facts(n + 1, 20000101 + n % 90, "ga", "adopted") for n in range(3000)]
    rows = [Row(n, n, "operative", f"Builds bridge {n * 7919 % 3000:04}") for n in range(3000)]
    segment = Segment(build(sources, rows))
    for prefix in ("b", "builds bridge 1", "Builds bridge 29", "builds bridge 2999", "x"):
        run = segment.beginning(prefix)
        assert [segment.text(w).lower().startswith(prefix.lower()) for w in run] == [True] * len(
            run
        )
        expected = sorted(run, key=lambda w: (-segment.standing[w], w))
        assert segment.best(run, 10) == expected[:10]
        assert segment.best(run, 25) == expected[:25]

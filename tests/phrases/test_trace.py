"""Where the stretches of a draft are agreed: first, latest, how often, and not by itself."""

from dataclasses import replace

from drafter.model import Masthead, Paragraph, Resolution, text
from drafter.phrases.bank import Bank
from drafter.phrases.filters import Wanted
from drafter.phrases.trace import trace, trace_text
from tests.phrases.conftest import TRAINING

DRAFT = Resolution(
    masthead=Masthead(symbol="A/C.2/80/L.1"),
    operative=(Paragraph(text(f"{TRAINING} and ports, and to license them;")),),
)


def test_first_and_latest_are_told_by_date(bank: Bank) -> None:
    (span,) = trace_text(bank, f"{TRAINING}, always;").spans
    assert (span.first.symbol, span.latest.symbol) == ("A/RES/77/901", "A/C.2/79/L.909")
    assert span.uses == 3


def test_coverage_counts_words_once(bank: Bank) -> None:
    traced = trace_text(bank, f"{TRAINING} and ports; whistling is nowhere agreed")
    words = traced.text.replace(";", "").replace(",", "").split()
    assert traced.coverage == round((len(words) - 4) / len(words), 4)
    assert trace_text(bank, "").coverage == 0


def test_a_filter_does_not_hide_what_passes_it(bank: Bank) -> None:
    (traced,) = trace(bank, DRAFT, Wanted(before="2023-01-01"))
    (span,) = traced.spans
    assert traced.text[span.start : span.end] == TRAINING
    assert span.latest.symbol == "A/RES/77/901"


def test_a_draft_is_not_agreed_because_it_is_in_the_bank(bank: Bank) -> None:
    masthead = replace(DRAFT.masthead, symbol="A/C.2/79/L.909")
    (traced,) = trace(bank, replace(DRAFT, masthead=masthead))
    (span,) = traced.spans
    assert span.latest.symbol == "A/RES/78/901"
    assert traced.text[span.end :] == ", and to license them;"


def test_a_draft_is_not_suggested_to_itself(bank: Bank) -> None:
    masthead = replace(DRAFT.masthead, symbol="A/C.2/79/L.909")
    context = bank.context(replace(DRAFT, masthead=masthead))
    asked = f"{TRAINING} and ports, and to license them;"
    assert bank.suggest(asked)[0].symbol == "A/C.2/79/L.909"
    assert bank.suggest(asked, context=context)[0].symbol == "A/RES/78/901"


def test_what_alters_agreed_language_is_told_from_what_is_new(bank: Bank) -> None:
    altered = trace_text(bank, f"{TRAINING.replace('Urges', 'Encourages')} and bridges;").closest
    assert altered is not None
    assert altered.symbol == "A/RES/78/901"
    assert trace_text(bank, "Whistles at every heron that stands in the reeds;").closest is None


def test_the_family_of_a_draft_comes_first(bank: Bank) -> None:
    hrc = Resolution(
        operative=(
            Paragraph(text("Encourages States to hear ferry crews, subject to the availability;")),
        )
    )
    context = bank.context(hrc)
    near = bank.suggest("Re", ask="continue", context=context)
    assert near[0].symbol == "A/HRC/RES/55/901"

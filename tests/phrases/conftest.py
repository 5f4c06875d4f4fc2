"""An invented bank: the River Convention through three sessions, and a draft."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.phrases.bank import Bank
from drafter.phrases.entry import Record
from drafter.phrases.records import from_line
from drafter.phrases.store import Store

TRAINING = (
    "Urges Member States to train the crews of ferries, upon request and subject to the"
    " availability of extrabudgetary resources, in cooperation with river authorities"
)
REPORT = "Requests the Secretary-General to report to it at its {} session on ferries."


def line(symbol: str, date: str, preamble: list[str], operative: list[str]) -> dict[str, object]:
    """One resolution in the flat shape of a corpus."""
    paragraphs = [{"kind": "other", "number": None, "text": "The General Assembly,"}]
    paragraphs += [{"kind": "preambular", "number": None, "text": text} for text in preamble]
    paragraphs += [
        {"kind": "operative", "number": str(number), "text": text}
        for number, text in enumerate(operative, start=1)
    ]
    return {
        "symbol": symbol,
        "title": "Safe river crossings",
        "organ": "General Assembly",
        "date": date,
        "language": "en",
        "paragraphs": paragraphs,
    }


LINES = (
    line(
        "A/RES/77/901",
        "12 December 2022",
        ["Recalling its resolution 76/901 of 12 December 2021 on river safety,"],
        [f"{TRAINING};", REPORT.format("seventy-eighth")],
    ),
    line(
        "A/RES/78/901",
        "12 December 2023",
        ["Recalling its resolution 77/901 of 12 December 2022 on river safety,"],
        [f"{TRAINING} and ports;", REPORT.format("seventy-ninth")],
    ),
    line(
        "A/C.2/79/L.909",
        "4 November 2024",
        ["Recalling its resolution 78/901 of 12 December 2023 on river safety,"],
        [
            f"{TRAINING} and ports, and to license them;",
            "Invites river authorities to share data on the safety of crossings “in real time”;",
            REPORT.format("eightieth"),
        ],
    ),
    line(
        "A/HRC/RES/55/901",
        "3 April 2024",
        ["Reaffirming that safe crossings matter to all who live by rivers,"],
        [
            "Encourages States to hear ferry crews, subject to the availability of extrabudgetary"
            " resources, and to train the crews of ferries;",
        ],
    ),
)


def records() -> tuple[Record, ...]:
    """The invented texts as records."""
    found = (from_line(each, "rivers.jsonl") for each in LINES)
    return tuple(record for record in found if record)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of the tests' own: the shipped bank is kept there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def bank_file(tmp_path: Path) -> Path:
    """A bank of the invented texts on disk."""
    path = tmp_path / "bank.sqlite"
    store = Store.open(path, create=True)
    store.add(records())
    store.close()
    return path


@pytest.fixture
def bank(bank_file: Path) -> Bank:
    """The invented bank, open."""
    return Bank.open([bank_file])

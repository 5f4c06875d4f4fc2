"""Every word of every text stands in one place: an element, a note, the furniture."""

import os
from pathlib import Path

from drafter.formats import text
from tests.formats.official.accounting import extra, missing
from tests.formats.official.corpus import sources

EVERY = 1 if os.environ.get("DRAFTER_SOAK") else 60
WORST = 20


def test_no_word_is_lost_and_none_is_doubled(shared: Path) -> None:
    faults = []
    for index, (name, source) in enumerate(sources(shared)):
        if index % EVERY and not name.startswith("seeds"):
            continue
        reading = text.parse(source)
        gone, more = missing(source, reading), extra(source, reading)
        if gone or more:
            faults.append((gone.total() + more.total(), name, dict(gone), dict(more)))
    faults.sort(key=lambda fault: -fault[0])
    for count, name, lost, doubled in faults[:WORST]:
        print(f"{name}: {count} words: lost {lost}, doubled {doubled}")
    assert not faults

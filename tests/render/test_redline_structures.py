"""Whatever a Word file holds, one structure at a time: both readings exact, nothing broken."""

from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from drafter.errors import DrafterError
from drafter.render.redline import redline
from drafter.render.redline.check import lines
from drafter.word.package import Package
from drafter.word.revisions import accept_all, authors, reject_all
from tests.render.structures import pairs
from tests.render.test_redline_oracle import judge, verdicts

DATE = datetime(2025, 11, 4, 10, tzinfo=UTC)
__all__ = ["judge"]
PAIRS = {name: (old, new) for name, old, new in pairs()}
# The judge numbers a table that goes as a whole, so tables behind it change their places.
COUNTED = {"two tables doubled"}


@pytest.mark.parametrize("name", PAIRS)
def test_both_readings_are_exact(name: str) -> None:
    old, new = PAIRS[name]
    try:
        made = Package.open(redline(old, new, author="Fiji", date=DATE))
    except DrafterError:
        assert name.startswith("foreign chunk")
        return
    before, after = Package.open(old), Package.open(new)
    if authors(after):
        after = accept_all(after)
    assert lines(accept_all(made)) == lines(after)
    rejected = reject_all(before) if authors(before) else before
    assert lines(reject_all(made)) == lines(rejected)


def test_the_judge_agrees(judge: ModuleType, tmp_path: Path) -> None:
    clean = {
        name.replace(" ", "-"): pair
        for name, pair in PAIRS.items()
        if not any(authors(Package.open(data)) for data in pair) and name not in COUNTED
    }
    assert len(clean) > 600
    assert verdicts(judge, tmp_path, clean) == []

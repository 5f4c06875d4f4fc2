"""Whatever is done to real paragraphs: accepted, the redline is the new, rejected, the old text.

A bounded slice by default; DRAFTER_SOAK=1 runs two thousand scripts.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from drafter.render.redline import redline
from drafter.render.redline.check import lines
from drafter.word.package import Package
from drafter.word.revisions import accept_all, reject_all
from tests.render.real_scripts import pair
from tests.render.test_redline_oracle import judge, verdicts

DATE = datetime(2025, 11, 4, 10, tzinfo=UTC)
SEEDS = range(2000 if os.environ.get("DRAFTER_SOAK") == "1" else 80)
__all__ = ["judge"]


@pytest.mark.parametrize("seed", SEEDS)
def test_both_readings_are_exact(shared: Path, seed: int) -> None:
    old, new = pair(shared / "corpus" / "texts", seed)
    made = Package.open(redline(old, new, author="Fiji", date=DATE))
    assert lines(accept_all(made)) == lines(Package.open(new))
    assert lines(reject_all(made)) == lines(Package.open(old))


def test_the_judge_agrees(judge: ModuleType, shared: Path, tmp_path: Path) -> None:
    """In text: a table that goes or comes makes the judge count those behind it otherwise."""
    chosen = {str(seed): pair(shared / "corpus" / "texts", seed) for seed in range(30)}
    assert verdicts(judge, tmp_path, chosen, level="blank") == []

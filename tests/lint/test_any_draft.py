"""No draft, however odd, breaks a check or a fix."""

from random import Random

import pytest

from drafter import lint
from drafter.lint.draft import Draft
from drafter.lint.flat import flat
from drafter.model import Resolution
from tests.formats.drafts import resolution


@pytest.mark.parametrize("seed", range(0, 150, 10))
def test_any_draft_can_be_checked_and_mended(seed: int) -> None:
    for each in range(seed, seed + 10):
        draft = resolution(Random(each))
        findings = lint.check(draft)
        assert all(f.message and f.start <= f.end for f in findings)
        assert isinstance(lint.fix(draft, findings, unsafe=True), Resolution)
        mended = lint.mend(draft, lint.check)
        assert lint.mend(mended, lint.check) == mended


def test_a_place_is_where_the_words_are() -> None:
    for seed in range(100):
        for stretch in Draft(resolution(Random(seed))).stretches:
            assert stretch.words == flat(stretch.content)

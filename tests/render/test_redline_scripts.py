"""Whatever is done to a draft: accepted, the redline is the new text; rejected, the old one."""

from datetime import UTC, datetime

import pytest

from drafter.render.redline import redline
from drafter.render.redline.check import lines
from drafter.word.inline import content
from drafter.word.package import Package
from drafter.word.revisions import accept_all, reject_all
from drafter.word.story import body, paragraphs
from drafter.word.xml import w
from tests.render.redline_scripts import pair

DATE = datetime(2025, 11, 4, 10, tzinfo=UTC)


@pytest.mark.parametrize("seed", range(120))
def test_both_readings_are_exact_and_marks_stay_few(seed: int) -> None:
    old, new = pair(seed)
    made = Package.open(redline(old, new, author="Fiji", date=DATE))
    assert lines(accept_all(made)) == lines(Package.open(new))
    assert lines(reject_all(made)) == lines(Package.open(old))
    root = made.part(made.main)
    marked = sum(
        len("".join(map(str, t.itertext())))
        for e in root.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"))
        for t in e.iter(w("t"), w("delText"))
    )
    assert marked <= size(old) + size(new)


def size(data: bytes) -> int:
    return sum(len(content(e).text) for e in paragraphs(body(Package.open(data)).container))

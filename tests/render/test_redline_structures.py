"""Whatever a Word file holds, one structure at a time: both readings exact, nothing broken."""

from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from drafter.errors import DrafterError
from drafter.render.redline import redline
from drafter.render.redline.check import Line, lines
from drafter.word.formatting import layout_key
from drafter.word.package import Package
from drafter.word.revisions import accept_all, authors, reject_all
from drafter.word.xml import local, w
from tests.render.structures import laid_out, pairs
from tests.render.test_redline_oracle import judge, verdicts

DATE = datetime(2025, 11, 4, 10, tzinfo=UTC)
__all__ = ["judge"]
PAIRS = {name: (old, new) for name, old, new in (*pairs(), *laid_out())}
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
    assert said(accept_all(made)) == said(after)
    rejected = reject_all(before) if authors(before) else before
    assert said(reject_all(made)) == said(rejected)


def said(package: Package) -> dict[str, list[Line]]:
    """What every story says; a header that says nothing may be there or not."""
    found = lines(package)
    for kind in ("header", "footer"):
        found[kind] = [line for line in found.get(kind, ()) if line[1]]
    return found


@pytest.mark.parametrize("name", [name for name, *_ in laid_out()])
def test_accepted_it_is_laid_out_as_the_new_file(name: str) -> None:
    old, new = PAIRS[name]
    made = Package.open(redline(old, new, author="Fiji", date=DATE))
    assert layout(accept_all(made)) == layout(Package.open(new))
    assert layout(reject_all(made)) == layout(Package.open(old))


def layout(package: Package) -> list[object]:
    """What the properties of the body's tables, rows, cells and sections say."""
    tags = (w("tblPr"), w("trPr"), w("tcPr"), w("sectPr"))
    return [
        (local(element), key)
        for element in package.part(package.main).iter(*tags)
        if (key := layout_key(element))
    ]


def test_the_judge_agrees(judge: ModuleType, tmp_path: Path) -> None:
    clean = {
        name.replace(" ", "-"): pair
        for name, pair in PAIRS.items()
        if not any(authors(Package.open(data)) for data in pair) and name not in COUNTED
    }
    assert len(clean) > 600
    assert verdicts(judge, tmp_path, clean) == []

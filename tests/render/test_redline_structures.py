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
from tests.render.hard_pairs import hard
from tests.render.structures import laid_out, pairs
from tests.render.test_redline_oracle import judge, verdicts

DATE = datetime(2025, 11, 4, 10, tzinfo=UTC)
__all__ = ["judge"]
PAIRS = {name: (old, new) for name, old, new in (*pairs(), *laid_out(), *hard())}
MAIN = "word/document.xml"
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


def test_a_comment_comes_with_its_sign_and_goes_with_it() -> None:
    old, new = PAIRS["comment inserted"]
    made = Package.open(redline(old, new, author="Fiji", date=DATE))
    accepted, rejected = accept_all(made), reject_all(made)
    assert called(accepted) == ["Why slow and green?"]
    assert next(rejected.part(rejected.main).iter(w("commentReference")), None) is None


def called(package: Package) -> list[str]:
    """The words of the comments that the body calls."""
    held = package.related(package.main, "comments")[0]
    said = {c.get(w("id")): "".join(map(str, c.itertext())) for c in package.part(held)}
    return [said[e.get(w("id"))] for e in package.part(package.main).iter(w("commentReference"))]


def test_a_bookmark_comes_along_whole_or_not_at_all() -> None:
    old, new = PAIRS["bookmarks that overlap"]
    root = accept_all(Package.open(redline(old, new, author="Fiji", date=DATE))).part(MAIN)
    assert [e.get(w("name")) for e in root.iter(w("bookmarkStart"))] == ["a", "b"]
    assert len(list(root.iter(w("bookmarkEnd")))) == 2


def test_a_field_is_edited_in_the_words_it_shows() -> None:
    old, new = PAIRS["shown field edited"]
    root = Package.open(redline(old, new, author="Fiji", date=DATE)).part(MAIN)
    assert not [
        e for e in root.iter(w("ins"), w("del")) if next(e.iter(w("fldChar")), None) is not None
    ]


def test_a_simple_field_to_which_nothing_happens_stays_simple() -> None:
    old, new = PAIRS["simple field edited"]
    root = Package.open(redline(old, new, author="Fiji", date=DATE)).part(MAIN)
    assert len(list(root.iter(w("fldSimple")))) == 1
    assert next(root.iter(w("fldChar")), None) is None


def test_files_that_hold_other_files_in_other_ways_are_refused() -> None:
    old, new = PAIRS["foreign chunk inserted"]
    with pytest.raises(DrafterError, match="altChunk"):
        redline(old, new, author="Fiji", date=DATE)

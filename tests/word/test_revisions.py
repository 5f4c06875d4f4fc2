"""Accepting and rejecting all changes, as Word does it."""

# ruff: noqa: E501 - a case reads best on one line

from pathlib import Path

import pytest

from drafter.word.blocks import blocks
from drafter.word.package import Package
from drafter.word.revisions import REVISIONS, accept_all, authors, reject_all
from tests.word.specimens import dele, docx, ins, mark, p, row, run, table


def texts(package: Package) -> list[str]:
    return [block.text for block in blocks(package)]


CASES = {
    "an insertion": (p("Urges ", ins(run("all ")), "States"), ["Urges all States"], ["Urges States"]),
    "a deletion": (p("Urges ", dele(run("all ", tag="delText")), "States"), ["Urges States"], ["Urges all States"]),
    "a deleted mark": (p("one ", properties=mark("del")) + p("two"), ["one two"], ["one ", "two"]),
    "an inserted mark": (p("one ", properties=mark("ins")) + p("two"), ["one ", "two"], ["one two"]),
    "a deleted paragraph": (p(dele(run("one", tag="delText")), properties=mark("del")) + p("two"), ["two"], ["one", "two"]),
    "a deleted paragraph before a table": (
        p(dele(run("one", tag="delText")), properties=mark("del")) + table(row("a", "b")) + p("z"),
        ["a", "b", "z"],
        ["one", "a", "b", "z"],
    ),
    "an inserted row": (
        table(row("a", "b"), row("c", "d", properties='<w:ins w:id="9" w:author="Fiji"/>')) + p("z"),
        ["a", "b", "c", "d", "z"],
        ["a", "b", "z"],
    ),
    "a change inside a change": (
        p(ins(run("all "), dele(run("many ", tag="delText")))) + p("z"),
        ["all ", "z"],
        ["", "z"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_both_readings(name: str) -> None:
    body, accepted, rejected = CASES[name]
    package = Package.open(docx(body))
    assert texts(accept_all(package)) == accepted
    assert texts(reject_all(package)) == rejected


def test_no_revision_is_left_and_the_given_package_stays_as_it_was() -> None:
    data = docx(p("Urges ", ins(run("all ")), "States"))
    package = Package.open(data)
    for resolved in (accept_all(package), reject_all(package)):
        root = Package.open(resolved.save()).part("word/document.xml")
        assert next(root.iter(*REVISIONS), None) is None
    assert package.save() == Package.open(data).save()
    assert authors(package) == {"Norway": 1}


def test_formatting_changes_are_undone_by_rejecting() -> None:
    change = '<w:rPr><w:b/><w:rPrChange w:id="1" w:author="Fiji"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>'
    package = Package.open(docx(p(f"<w:r>{change}<w:t>x</w:t></w:r>")))
    assert [s.style for b in blocks(accept_all(package)) for s in b.spans] == ["bold"]
    assert [s.style for b in blocks(reject_all(package)) for s in b.spans] == ["italic"]


# The processor that made this one leaves an empty paragraph where a moved one stood.
_ODD = {"RP015-MoveFrom-MoveTo"}


def test_files_by_another_processor_read_the_same(shared: Path) -> None:
    checked = 0
    for source in sorted((shared / "docx" / "revisions").glob("*.docx")):
        accepted = source.with_name(f"{source.stem}-Accepted.docx")
        if not accepted.exists() or source.stem in _ODD:
            continue
        package = Package.open(source.read_bytes())
        rejected = source.with_name(f"{source.stem}-Rejected.docx")
        assert texts(accept_all(package)) == texts(Package.open(accepted.read_bytes())), source.stem
        assert texts(reject_all(package)) == texts(Package.open(rejected.read_bytes())), source.stem
        checked += 1
    assert checked >= 16

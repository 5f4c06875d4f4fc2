"""Tracked changes set aside: the file reads as accepted, and putting them back loses nothing."""

from pathlib import Path

import pytest
from lxml import etree

from drafter.render.redline.check import lines
from drafter.word.aside import put_back, set_aside
from drafter.word.package import Package
from drafter.word.revisions import accept_all, authors, parts_with_text
from tests.word.specimens import dele, docx, ins, mark, p, row, run, table

GONE = '<w:del w:id="9" w:author="Norway" w:date="2025-11-04T10:00:00Z"/>'
CASES = {
    "words in and out": docx(
        p("Urges ", ins(run("all ")), dele(run("most ", tag="delText")), "States")
    ),
    "a mark gone": docx(p("Urges ", properties=mark("del")), p("States")),
    "two marks gone, all of one with it": docx(
        p("one", properties=mark("del")),
        p(dele(run("two", tag="delText")), properties=mark("del")),
        p("three"),
    ),
    "a mark gone before a table": docx(
        p(dele(run("one", tag="delText")), properties=mark("del")), table(row("a", "b")), p("end")
    ),
    "words before a table whose mark is gone": docx(
        p("one", properties=mark("del")), table(row("a", "b")), p("end")
    ),
    "a row gone": docx(table(row("a", "b"), row("c", "d", properties=GONE)), p("end")),
    "a table gone": docx(p("one"), table(row("a", "b", properties=GONE)), p("end")),
    "a mark that came": docx(p("Urges ", properties=mark("ins")), p("States")),
    "a mark gone at the end of a cell": docx(
        table(row(p("a", properties=mark("del")), "b")), p("end")
    ),
}


@pytest.mark.parametrize("data", CASES.values(), ids=CASES)
def test_the_file_reads_as_accepted_and_comes_back(data: bytes) -> None:
    _holds(Package.open(data))


def test_real_files_read_as_accepted_and_come_back(shared: Path) -> None:
    found = 0
    for path in sorted((shared / "docx" / "revisions").glob("*.docx")):
        package = Package.open(path.read_bytes())
        if authors(package):
            found += 1
            _holds(package)
    assert found > 10


def _holds(package: Package) -> None:
    aside = package.copy()
    set_aside(aside)
    assert lines(aside) == lines(accept_all(package))
    put_back(aside)
    for part in parts_with_text(package):
        assert _canonical(aside, part) == _canonical(package, part)
        assert aside.data(part) == package.data(part)


def _canonical(package: Package, part: str) -> bytes:
    return etree.tostring(package.part(part), method="c14n")

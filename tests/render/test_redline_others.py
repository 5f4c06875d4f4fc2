"""A redline on a file that holds tracked changes by others: they stay, with author and date."""

import random
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.render.redline import redline
from drafter.render.redline import write as write_module
from drafter.render.redline.check import faults
from drafter.word.package import Package
from drafter.word.revisions import REVISIONS, accept_all, authors, reject_all
from drafter.word.story import body, paragraphs
from drafter.word.xml import XML_SPACE, local, remove, w
from tests.word.specimens import dele, docx, ins, mark, p, row, run, table

DATE = datetime(2025, 11, 5, 10, tzinfo=UTC)
BY_NORWAY = '<w:ins w:id="9" w:author="Norway" w:date="2025-11-04T10:00:00Z"/>'


def nested(package: Package) -> list[tuple[str, ...]]:
    """Each marked stretch of words with the marks around it, outermost first."""
    found = []
    for text in package.part(package.main).iter(w("t"), w("delText")):
        around = [
            f"{e.get(w('author'))} {local(e)}" for e in text.iterancestors() if e.tag in REVISIONS
        ]
        if around:
            found.append((text.text or "", *around[::-1]))
    return found


def made(old: bytes, new: bytes) -> Package:
    return Package.open(redline(old, new, author="Fiji", date=DATE))


def words(package: Package) -> list[str]:
    return ["".join(map(str, e.itertext())) for e in paragraphs(body(package).container)]


def test_changes_that_ours_do_not_touch_stay_as_they_are() -> None:
    old = docx(p("Urges ", ins(run("all ")), dele(run("most ", tag="delText")), "States to act"))
    assert nested(made(old, docx(p("Urges all States to act soon")))) == [
        ("all ", "Norway ins"),
        ("most ", "Norway del"),
        (" soon", "Fiji ins"),
    ]


def test_our_deletion_of_words_they_inserted_keeps_both() -> None:
    old = docx(p("Urges ", ins(run("all able ")), "States to act"))
    assert nested(made(old, docx(p("Urges all States to act")))) == [
        ("all ", "Norway ins"),
        ("able ", "Norway ins", "Fiji del"),
    ]


def test_our_words_amid_theirs_are_ours() -> None:
    old = docx(p("Urges ", ins(run("all able ")), "States to act"))
    package = made(old, docx(p("Urges all willing and able States to act")))
    assert nested(package) == [
        ("all ", "Norway ins"),
        ("willing and ", "Fiji ins"),
        ("able ", "Norway ins"),
    ]
    assert words(reject_all(package)) == ["Urges States to act"]


def test_a_paragraph_they_inserted_and_we_delete_is_both() -> None:
    old = docx(p("one"), p(ins(run("two")), properties=mark("ins")), p("three"))
    package = made(old, docx(p("one"), p("three")))
    marks = [
        [f"{e.get(w('author'))} {local(e)}" for e in held]
        for held in package.part(package.main).iter(w("rPr"))
        if len(held)
    ]
    assert marks == [["Norway ins", "Fiji del"]]
    assert words(accept_all(package)) == words(reject_all(package)) == ["one", "three"]


def test_paragraphs_they_joined_stay_joined_and_can_be_edited() -> None:
    old = docx(p("Urges ", properties=mark("del")), p("States to act"))
    package = made(old, docx(p("Urges all States to act")))
    assert words(accept_all(package)) == ["Urges all States to act"]
    assert words(reject_all(package)) == ["Urges ", "States to act"]
    assert authors(package) == {"Norway": 1, "Fiji": 1}


def test_rows_they_inserted_stay_theirs_though_we_edit_them() -> None:
    old = docx(table(row("a", "b"), row("c", "d", properties=BY_NORWAY)), p("end"))
    package = made(old, docx(table(row("a", "b"), row("c", "dd")), p("end")))
    assert authors(package) == {"Norway": 1, "Fiji": 2}


def test_what_cannot_be_kept_apart_is_refused_with_whose_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(write_module, "faults", lambda *_, **__: "a change is lost")
    old = docx(p("Urges ", ins(run("all ")), "States"))
    with pytest.raises(DrafterError, match="Norway"):
        redline(old, docx(p("Urges States")), author="Fiji", date=DATE)


def test_the_check_sees_a_change_by_others_that_is_lost() -> None:
    old = docx(p("Urges ", ins(run("all ")), "States"))
    without = docx(p("Urges ", ins(run("all "), number=7).replace("Norway", "Fiji"), "States"))
    new = Package.open(docx(p("Urges all States")))
    assert "Norway" in faults(Package.open(without), Package.open(old), new)


def test_real_files_with_changes_are_edited_at_random(shared: Path) -> None:
    files = sorted((shared / "docx" / "revisions").glob("*.docx"))
    files += sorted((shared / "docx" / "official").glob("*UNAMI*"))
    seen = 0
    for path in files:
        old = path.read_bytes()
        before = Package.open(old)
        if not (whose := authors(before)):
            continue
        for seed in range(1 if len(old) > 100_000 else 4):
            after = made(old, edited(before, seed))  # the redline checks itself
            assert all(authors(after)[name] >= count for name, count in whose.items())
            seen += 1
    assert seen > 30


def edited(package: Package, seed: int) -> bytes:
    """The accepted file with a few words and paragraphs changed."""
    chosen = random.Random(seed)
    result = accept_all(package)
    found = [e for e in result.edit(result.main).iter(w("p")) if "".join(map(str, e.itertext()))]
    for element in chosen.sample(found, min(3, len(found))):
        texts = list(element.iter(w("t")))
        if chosen.random() < 0.3:
            copied = deepcopy(element)
            for section in list(copied.iter(w("sectPr"))):
                remove(section)
            element.addnext(copied)
        if texts:
            text = chosen.choice(texts)
            said = text.text or ""
            at = chosen.randrange(len(said) + 1)
            text.text = said[:at] + " soon " + said[at + chosen.choice((0, 6)) :]
            text.set(XML_SPACE, "preserve")
    return result.save()

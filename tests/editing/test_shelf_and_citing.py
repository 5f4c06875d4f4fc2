import os
from datetime import UTC, datetime
from pathlib import Path

from drafter.editing import recovery
from drafter.editing.citing import citable, matching
from drafter.editing.shelf import shelved, when
from drafter.phrases.bank import Bank


def test_a_draft_is_listed_with_its_title_and_its_recovery_file(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text("---\nbody: ga\ntitle: 'Women''s ferries'\n---\n\nwords\n", "utf-8")
    (one,) = shelved([draft])
    assert (one.title, one.lost) == ("Women's ferries", False)
    recovery.beside(draft).write_text("words", "utf-8")
    assert shelved([draft])[0].lost


def test_what_cannot_be_read_is_listed_all_the_same(tmp_path: Path) -> None:
    strange = tmp_path / "strange.md"
    strange.write_bytes(os.urandom(9000))
    bare, word = tmp_path / "gone.md", tmp_path / "a.docx"
    word.write_bytes(b"PK")
    assert [each.title for each in shelved([strange, bare, word])] == ["", "", ""]


def test_moments_are_said_as_one_says_them() -> None:
    now = datetime(2026, 11, 22, 18, 20, tzinfo=UTC)
    ago = [now.timestamp() - hours * 3600 for hours in (1, 24, 24 * 10)]
    assert [when(each, now) for each in ago] == [
        "today 17:20",
        "yesterday 18:20",
        "12 November 2026",
    ]
    assert when(0, now) == ""


def test_adopted_resolutions_are_cited_with_number_and_date() -> None:
    every = citable(Bank.shipped().stores)
    assert every
    assert all(" of " in each.citation and each.title for each in every)
    one = every[-1]
    assert one in matching(every, " ".join(one.title.split()[:3]).upper())
    assert matching(every, "no such words anywhere") == ()

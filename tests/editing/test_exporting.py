"""Every kind of file that is written for others, read again."""

from pathlib import Path

import pytest

from drafter.editing import recovery
from drafter.editing.buffer import Buffer, opened
from drafter.editing.exporting import OUTPUTS, Wanted, suggested_path, write
from drafter.editing.operations import delete
from drafter.errors import DrafterError
from drafter.formats import docx, read_file
from drafter.formats.markdown import parse
from drafter.model import Document
from drafter.word.package import Package
from drafter.word.revisions import accept_all, reject_all
from tests.tui.driving import RIVER


def river() -> Buffer:
    return opened(Document((parse(RIVER).value,)))


def words(path: Path) -> str:
    return path.read_text("utf-8")


def test_a_web_page_has_the_words_and_escapes_them(tmp_path: Path) -> None:
    path = tmp_path / "river.html"
    write(Wanted("html", path), river())
    assert "license ferries" in words(path)
    assert words(path).lower().lstrip().startswith("<!doctype html>")


def test_plain_text_has_numbers_and_letters(tmp_path: Path) -> None:
    path = tmp_path / "river.txt"
    write(Wanted("text", path), river())
    for each in ("Funding schools", "(a)", "2.", "The General Assembly,"):
        assert each in words(path)
    assert "*" not in words(path)


def test_a_markdown_copy_is_the_same_draft(tmp_path: Path) -> None:
    path = tmp_path / "copy.md"
    write(Wanted("markdown", path), river())
    assert read_file(path).value.resolutions[0] == river().resolution


def test_a_redline_on_a_word_base_accepts_to_the_draft_and_rejects_to_the_base(
    tmp_path: Path,
) -> None:
    base, path = tmp_path / "old.docx", tmp_path / "redline.docx"
    old = RIVER.replace("train crews", "feed crews")
    base.write_bytes(docx.write(Document((parse(old).value,))))
    write(Wanted("redline", path, base), river())
    package = Package.open(path.read_bytes())
    new = docx.read(accept_all(package).save(), "new.docx").value.resolutions[0]
    before = docx.read(reject_all(package).save(), "old.docx").value.resolutions[0]
    assert new.operative == river().resolution.operative
    assert before.operative == parse(old).value.operative


def test_a_redline_without_an_older_text_is_told_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "redline.docx"
    with pytest.raises(DrafterError, match="older text"):
        write(Wanted("redline", path), river())
    assert not path.exists()


def test_no_suggested_name_is_the_draft_itself() -> None:
    buffer = opened(Document((parse(RIVER).value,)), path=Path("river.md"))
    names = [suggested_path(buffer, output).name for output in OUTPUTS]
    assert "river.md" not in names
    assert len(set(names)) == len(names)


def test_after_a_fault_the_draft_is_kept_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    from drafter.editing.save import open_file
    from drafter.tui.app import DrafterApp
    from drafter.tui.screens.draft import DraftScreen

    path = tmp_path / "river.md"
    path.write_text(RIVER, "utf-8")
    app = DrafterApp()
    assert app.keep_aside() is None
    app._draft = DraftScreen(open_file(path))
    assert app.keep_aside() is None  # nothing was typed
    app._draft.buffer = app._draft.buffer.do(delete(app._draft.buffer.state.at(4)))
    kept = app.keep_aside()
    assert kept == recovery.beside(path)
    assert recovery.read(kept) == app._draft.buffer.resolution
    assert path.read_text("utf-8") == RIVER


def test_a_clean_copy_has_the_words_and_no_changes_in_the_older_layout(tmp_path: Path) -> None:
    base, path = tmp_path / "old.docx", tmp_path / "clean.docx"
    base.write_bytes(docx.write(Document((parse(RIVER.replace("train", "feed")).value,))))
    write(Wanted("clean", path, base), river())
    package = Package.open(path.read_bytes())
    assert accept_all(package).save() == reject_all(package).save()
    assert read_file(path).value.resolutions[0].operative == river().resolution.operative


def test_a_clean_copy_needs_no_older_text(tmp_path: Path) -> None:
    path = tmp_path / "clean.docx"
    write(Wanted("clean", path), river())
    assert read_file(path).value.resolutions[0].operative == river().resolution.operative


def test_side_by_side_holds_both_texts(tmp_path: Path) -> None:
    base, path = tmp_path / "old.md", tmp_path / "both.docx"
    base.write_text(RIVER.replace("train", "feed"), "utf-8")
    write(Wanted("columns", path, base), river())
    shown = Package.open(path.read_bytes())
    words = " ".join(map(str, shown.part(shown.main).itertext()))
    assert "feed" in words
    assert "train" in words

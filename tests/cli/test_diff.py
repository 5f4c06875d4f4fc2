"""`drafter diff`: which format, which exit status, and nothing spoilt when it cannot be done."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.cli.main import main
from drafter.word.package import Package
from drafter.word.revisions import authors
from tests.word.specimens import docx, p

OLD = """---
symbol: A/C.3/80/L.909
---

*The General Assembly*,

*Recalling* its resolution 79/901,

1. *Urges* Member States to license every ferry;

2. *Invites* donors to fund schools for crews;

3. *Requests* the Secretary-General to report on ferries;

4. *Encourages* the sharing of good practices;

5. *Decides* to remain seized of the matter.
"""
NEW = OLD.replace("every ferry", "each ferry")


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two drafts, and the same two as Word files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1762250400")
    for name, text in (("old", OLD), ("new", NEW)):
        Path(f"{name}.md").write_text(text, "utf-8")
        assert main(["convert", f"{name}.md", "-o", f"{name}.docx"]) == 0
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 1) -> str:
    capsys.readouterr()
    assert main(["diff", *arguments]) == status
    return capsys.readouterr().out


@pytest.mark.usefixtures("drafts")
class TestStatus:
    def test_the_same_is_0_and_says_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert said(capsys, "old.md", "old.md", status=0) == ""

    def test_different_is_1(self, capsys: pytest.CaptureFixture[str]) -> None:
        shown = said(capsys, "old.md", "new.md")
        assert "[-every-]{+each+} ferry" in shown
        assert shown.endswith("1 edited, 7 unchanged\n")

    @pytest.mark.parametrize("names", [("old.md",), ("old.md", "none.md"), ("a", "b", "c")])
    def test_trouble_is_2(self, names: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["diff", *names]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert "drafter: " in told.err

    def test_a_missing_file_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["diff", "old.md", "none.md"]) == 2
        assert "none.md: no such file" in capsys.readouterr().err

    @pytest.mark.parametrize("name", ["none.md", "broken.docx"])
    @pytest.mark.parametrize("out", ["out.docx", "out.html", "out.json"])
    def test_trouble_leaves_what_was_there(self, name: str, out: str) -> None:
        Path("broken.docx").write_bytes(b"PK\x03\x04 no package")
        Path(out).write_text("mine", "utf-8")
        assert main(["diff", "old.docx", name, "-o", out]) == 2
        assert Path(out).read_text("utf-8") == "mine"

    def test_an_unknown_suffix_is_trouble(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["diff", "old.md", "new.md", "-o", "out.xyz"]) == 2
        assert "out.xyz: unknown kind of file" in capsys.readouterr().err
        assert not Path("out.xyz").exists()


@pytest.mark.usefixtures("drafts")
class TestFormat:
    @pytest.mark.parametrize(
        ("out", "begins"),
        [
            ("out.html", b"<!DOCTYPE html>"),
            ("out.htm", b"<!DOCTYPE html>"),
            ("out.md", "# old.md → new.md".encode()),
            ("out.json", b"{"),
            ("out.txt", b""),
            ("out.docx", b"PK"),
        ],
    )
    def test_the_suffix_says_which(
        self, out: str, begins: bytes, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert said(capsys, "old.md", "new.md", "-o", out) == ""
        assert Path(out).read_bytes().startswith(begins)

    def test_format_goes_before_the_suffix(self) -> None:
        assert main(["diff", "old.md", "new.md", "-o", "out.txt", "--format", "json"]) == 1
        assert json.loads(Path("out.txt").read_text("utf-8"))["counts"]["edited"] == 1

    def test_side_by_side_is_a_word_table_where_the_file_is_one(self) -> None:
        wanted = ["diff", "old.md", "new.md", "--format", "side-by-side"]
        assert main([*wanted, "-o", "out.docx"]) == 1
        assert b"<w:tbl>" in Package.open(Path("out.docx").read_bytes()).data("word/document.xml")
        assert main([*wanted, "-o", "out.html"]) == 1
        assert "<table>" in Path("out.html").read_text("utf-8")

    def test_a_redline_needs_a_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["diff", "old.md", "new.md", "--format", "docx"]) == 2
        assert "-o redline.docx" in capsys.readouterr().err

    @pytest.mark.parametrize("name", ["json", "html", "side-by-side", "markdown", "terminal"])
    def test_stdout_takes_every_text(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert "ferry" in said(capsys, "old.md", "new.md", "--format", name)

    def test_stat_counts_and_shows_no_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        shown = said(capsys, "old.md", "new.md", "--stat")
        assert "edited    1  OP1" in shown
        assert "1 words deleted, 1 inserted" in shown
        assert "ferry" not in shown

    # Around OP1; instead of a line that says "1 unchanged" stands the paragraph.
    @pytest.mark.parametrize(("context", "count"), [("0", 1), ("1", 3), ("2", 6), ("9", 8)])
    def test_context(self, context: str, count: int, capsys: pytest.CaptureFixture[str]) -> None:
        shown = said(capsys, "old.md", "new.md", "-U", context).splitlines()
        places = [s for s in shown if s.startswith(("symbol ", "enacting", "PP", "OP"))]
        assert len(places) == count

    def test_json_of_word_files_names_what_was_not_compared(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name, words in (("a.docx", "Urges States to swim"), ("b.docx", "Urges us to swim")):
            package = Package.open(docx(p(words)))
            if name == "b.docx":
                package.put("word/comments.xml", b"<comments/>", "application/xml")
                package.relate(package.main, "http://example.org/comments", "word/comments.xml")
            Path(name).write_bytes(package.save())
        told = json.loads(said(capsys, "a.docx", "b.docx", "--format", "json"))
        assert told["not_compared"] == ["comments"]
        assert told["changes"][0]["edits"][1] == ["delete", "States"]


@pytest.mark.usefixtures("drafts")
class TestColour:
    def test_a_pipe_gets_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert "\x1b" not in said(capsys, "old.md", "new.md")

    def test_always_is_always(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert "\x1b[" in said(capsys, "old.md", "new.md", "--color", "always")

    def test_no_colour_on_a_terminal_that_wants_none(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setenv("TERM", "xterm")
        assert "\x1b[" in said(capsys, "old.md", "new.md", "--no-pager")
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b" not in said(capsys, "old.md", "new.md", "--no-pager")

    def test_a_file_gets_none(self) -> None:
        assert main(["diff", "old.md", "new.md", "-o", "out.txt", "--color", "always"]) == 1
        assert "\x1b" not in Path("out.txt").read_text("utf-8")


@pytest.mark.usefixtures("drafts")
class TestMixed:
    @pytest.mark.parametrize(("old", "new"), [("old.md", "new.docx"), ("old.docx", "new.md")])
    def test_one_of_each_kind(self, old: str, new: str, capsys: pytest.CaptureFixture[str]) -> None:
        told = json.loads(said(capsys, old, new, "--format", "json"))
        counts = {kind: number for kind, number in told["counts"].items() if number}
        assert counts == {"edited": 1, "unchanged": len(told["changes"]) - 1}

    @pytest.mark.parametrize("old", ["old.md", "old.docx"])
    @pytest.mark.parametrize("new", ["new.md", "new.docx"])
    def test_a_redline_of_any_two(self, old: str, new: str) -> None:
        assert main(["diff", old, new, "-o", "redline.docx", "--author", "Fiji"]) == 1
        made = Package.open(Path("redline.docx").read_bytes())
        assert set(authors(made)) == {"Fiji"}

    @pytest.mark.parametrize("new", ["new.md", "new.docx"])
    def test_the_same_input_gives_the_same_bytes(self, new: str) -> None:
        signed = ["--author", "Fiji", "--date", "2025-11-04"]
        for out in ("one.docx", "two.docx"):
            assert main(["diff", "old.docx", new, "-o", out, *signed]) == 1
        assert Path("one.docx").read_bytes() == Path("two.docx").read_bytes()

    @pytest.mark.parametrize("form", ["html", "markdown", "side-by-side"])
    def test_a_page_names_files_without_their_folders(
        self, capsys: pytest.CaptureFixture[str], form: str
    ) -> None:
        here = Path.cwd()
        page = said(capsys, str(here / "old.md"), str(here / "new.md"), "--format", form)
        assert "old.md" in page
        assert str(here) not in page

    def test_one_file_as_draft_and_as_word_file_is_the_same(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert said(capsys, "old.md", "old.docx", status=0) == ""


def drafter(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "drafter", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False)


def git(*arguments: str) -> str:
    who = ("-c", "user.name=Fiji", "-c", "user.email=fiji@example.org")
    done = subprocess.run(["git", *who, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def versions(driver: str, suffix: str) -> None:
    """A repository with the old draft in it and the new one beside; `driver` compares them."""
    git("init", "-q")
    Path(".gitattributes").write_text(f"*.{suffix} diff={driver}\n", "utf-8")
    draft = Path(f"draft.{suffix}")
    draft.write_bytes(Path(f"old.{suffix}").read_bytes())
    git("add", ".gitattributes", draft.name)
    git("commit", "-qm", "Old")
    draft.write_bytes(Path(f"new.{suffix}").read_bytes())


@pytest.mark.usefixtures("drafts")
class TestOtherPrograms:
    @pytest.mark.parametrize("name", ["new.md", "new.docx"])
    def test_standard_input_is_a_file(self, name: str) -> None:
        done = drafter("diff", "old.md", "-", given=Path(name).read_bytes())
        assert done.returncode == 1, done.stderr
        assert b"[-every-]{+each+} ferry" in done.stdout

    def test_git_asks_with_seven_arguments(self, capsys: pytest.CaptureFixture[str]) -> None:
        given = ("draft.md", "old.md", "0" * 40, "100644", "new.md", "1" * 40, "100644")
        assert "[-every-]{+each+} ferry" in said(capsys, *given, status=0)

    def test_git_asks_about_a_new_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        given = ("draft.md", "/dev/null", ".", ".", "new.md", "1" * 40, "100644")
        assert "inserted" in said(capsys, *given, status=0)

    @pytest.mark.parametrize("suffix", ["md", "docx"])
    def test_git_shows_drafts_as_set_up_in_the_manual(self, suffix: str) -> None:
        versions("drafter", suffix)
        git("config", "diff.drafter.command", f"'{sys.executable}' -m drafter diff")
        assert "[-every-]{+each+} ferry" in git("diff")

    def test_git_reads_word_files_as_set_up_in_the_manual(self) -> None:
        versions("word", "docx")
        reading = f"'{sys.executable}' -m drafter convert --quiet --to markdown"
        git("config", "diff.word.textconv", reading)
        assert "[-every-]{+each+} ferry" in git("diff", "--word-diff")

    def test_a_comparison_of_drafts_loads_nothing_heavy(self) -> None:
        code = (
            "import sys; from drafter.cli.main import main; main(['diff', 'old.md', 'new.md']);"
            "print(*{'textual', 'docx', 'jinja2', 'lxml', 'numpy'} & {*sys.modules})"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        assert done.stdout.splitlines()[-1] == b""

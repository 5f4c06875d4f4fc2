"""git shows drafts as the README sets it up, line by line."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.formats import format_named, read_file

README = Path(__file__).parents[2] / "README.md"
OLD = (
    "*The General Assembly*,\n\n1. *Urges* every ferry to carry a bell;\n\n2. *Invites* comments.\n"
)
NEW = OLD.replace("every", "each")


def lines_of_the_readme() -> list[str]:
    """What the README says to type, but for the last line, `git diff`."""
    blocks = re.findall(r"```\w*\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    (block,) = (block for block in blocks if "git config" in block)
    *lines, last = str(block).splitlines()
    assert last == "git diff"
    return lines


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new repository, in a shell that finds `drafter`."""
    door = tmp_path / "bin" / "drafter"
    door.parent.mkdir()
    door.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m drafter "$@"\n', "utf-8")
    door.chmod(0o755)
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    monkeypatch.chdir(drafts)
    monkeypatch.setenv("PATH", f"{door.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Fiji")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "fiji@example.org")
    return drafts


def run(line: str) -> str:
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.usefixtures("shell")
def test_git_shows_drafts_and_word_files_as_the_readme_says() -> None:
    run("git init -q")
    for line in lines_of_the_readme():
        run(line)
    _write(OLD)
    run("git add . && git commit -qm Old")
    _write(NEW)
    Path("new one.md").write_text(OLD, "utf-8")
    run("git add -N .")
    shown = run("git diff")
    assert "OP1 edited\n    Urges [-every-]{+each+} ferry to carry a bell;" in shown
    assert "-1. *Urges* every ferry" in shown  # the Word file, by git itself
    assert "+1. *Urges* each ferry" in shown
    assert "OP2 inserted" in shown  # the new draft
    run("git rm -q --cached 'new one.md' && git commit -qam New && git mv draft.md named.md")
    run("git commit -qm Name")
    assert "{+each+}" in run("git log -p --ext-diff")
    assert "[-every-]{+each+}" in run("git diff --word-diff HEAD~2 -- draft.docx")


def _write(draft: str) -> None:
    Path("draft.md").write_text(draft, "utf-8")
    word = format_named("docx").write(read_file("draft.md").value)
    Path("draft.docx").write_bytes(word)

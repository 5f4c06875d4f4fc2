"""A new user's first evening in a real terminal: every key pressed is one that the screen names.

At 80×24, without colour, without a mouse, in a terminal that knows little.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.formats import read_file
from drafter.model import Item, Paragraph, plain
from tests.conftest import absent
from tests.tui.driving import river
from tests.tui.terminal import Terminal

__all__ = ["river"]

# What a key is called on the screen, and in tmux.
KEYS = {"⏎": "Enter", "Enter": "Enter", "Esc": "Escape", "esc": "Escape", "Ctrl-S": "C-s"}


class User:
    """Reads the screen, and presses only what it names."""

    def __init__(self, folder: Path) -> None:
        if not shutil.which("tmux"):
            absent("tmux")
        self._tmux = ["tmux", "-S", str(folder / "socket"), "-f", os.devnull]
        plainest = {"NO_COLOR": "1", "TERM": "vt100", "PYTHONPATH": str(Path.cwd())}
        around = {**plainest, "XDG_STATE_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
        said = " ".join(f"{name}='{value}'" for name, value in around.items())
        # The shell says how the editor ended: tmux may miss the end of what runs in a pane.
        command = (
            f"cd '{folder}'; {said} {sys.executable} -m drafter; echo \"left with $?\"; read end"
        )
        self._do("new-session", "-d", "-x", "80", "-y", "24", command)

    def _do(self, *arguments: str) -> str:
        done = subprocess.run([*self._tmux, *arguments], check=True, capture_output=True, text=True)
        return done.stdout

    @property
    def screen(self) -> str:
        """What is on the screen."""
        return self._do("capture-pane", "-p")

    def sees(self, *words: str, seconds: float = 60) -> None:
        """Wait until all of `words` are on the screen."""
        end = time.monotonic() + seconds
        while missing := [each for each in words if each not in self.screen]:
            assert time.monotonic() < end, f"{missing} in\n{self.screen}"
            time.sleep(0.1)

    def presses(self, key: str, meaning: str) -> None:
        """Press `key`, which the screen says means `meaning`."""
        self.sees(f"{key} {meaning}")
        name = KEYS.get(key, key)
        self._do("send-keys", name.replace("^", "C-") if len(name) == 2 else name)

    def walks(self, way: str, times: int) -> None:
        """Press an arrow key, which needs no words."""
        for _ in range(times):
            self._do("send-keys", way)
            time.sleep(0.1)

    def types(self, words: str) -> None:
        """Type `words`."""
        for letter in words:
            self._do("send-keys", "-l", letter)
            time.sleep(0.03)

    def reads(self) -> None:
        """Look until nothing on the screen changes any more."""
        seen = ""
        while seen != (seen := self.screen):
            time.sleep(2)

    def ends(self) -> None:
        self._do("kill-server")


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    someone = User(tmp_path)
    yield someone
    someone.ends()


def _words(item: Item) -> str:
    return plain(item.content) if isinstance(item, Paragraph) else ""


def test_a_draft_is_made_checked_compared_and_written_from_what_the_screen_says(
    user: User, tmp_path: Path
) -> None:
    # A new draft from a skeleton.
    user.sees("No recent drafts yet")
    user.presses("n", "New draft")
    user.sees("A commemorative resolution")
    user.presses("Enter", "takes it")
    user.sees("Title", "Name of the day")
    user.types("International Day of Ferries")
    user.presses("Ctrl-S", "begins")
    user.sees("International Day of", "not saved", "OP4")

    # Two agreed paragraphs.
    user.walks("Down", 4)
    user.presses("n", "New")
    user.sees("new paragraph", "Esc when done")
    user.types("Reaffirming also the importance of international")
    user.sees("Agreed language · for PP")
    user.reads()
    user.presses("^l", "Agreed")
    user.presses("⏎", "Insert")
    user.sees("⏎ Edit", "f Check")
    user.walks("Down", 6)
    user.presses("n", "New")
    user.sees("new paragraph")
    user.types("Requests the Secretary-General to report to")
    user.sees("Agreed language · for OP")
    user.reads()
    user.presses("^l", "Agreed")
    user.presses("⏎", "Insert")
    user.sees("⏎ Edit", "f Check")

    # Saved under the name that is offered, then the findings.
    user.presses("^s", "Save")
    user.sees("a draft is a Markdown file")
    user.presses("Enter", "takes it")
    user.sees("saved:")
    draft = tmp_path / "international-day-of-ferries.md"
    before = read_file(draft).value.resolutions[0]
    user.presses("⏎", "Edit")
    user.sees("esc Done")
    user.types(" It covers 20% of crews.")
    user.presses("esc", "Done")
    user.sees(" finding")
    user.presses("f", "Check")
    user.sees("Findings · ", "per cent")
    user.presses("F", "Fix all safe")
    user.sees("fix all that is safe", "Findings · ")
    user.presses("Esc", "Back")

    # A few words more, and what that changed.
    user.presses("⏎", "Edit")
    user.sees("esc Done")
    user.types(" Ferries")
    user.presses("esc", "Done")
    user.sees("not saved", "⏎ Edit")
    user.presses("c", "Compare")
    user.sees("the last save")
    user.presses("Enter", "compares")
    user.sees("Changes since the last save", "1 edited", "1 of")
    user.presses("Esc", "Back")

    # Written for others.
    user.presses("x", "Export")
    user.sees("Word, for circulation", "Laid out as an L. document")
    user.presses("Enter", "writes")
    user.sees("written:")
    user.presses("^s", "Save")
    user.sees("saved")
    user.presses("^q", "Leave")
    user.sees("left with 0")

    written = read_file(draft.with_suffix(".docx")).value.resolutions[0]
    kept = read_file(draft).value.resolutions[0]
    assert written.operative == kept.operative
    # Agreed language takes the place of the words it goes on from, or stands after them.
    assert len(kept.operative) == len(before.operative) >= 5
    assert "20 per cent of crews" in " ".join(map(_words, kept.operative))
    assert not list(tmp_path.glob(".*.recovery"))
    assert not list(tmp_path.glob(".*.open"))


def test_over_a_slow_line_a_keypress_costs_few_bytes(river: Path) -> None:
    editor = Terminal("edit", river, environment={"NO_COLOR": "1", "TERM": "vt100"})
    try:
        editor.wait_for("Publishing")
        editor.press("g2\r", 1)
        editor.press("\r", 0)
        editor.wait_for("Split")
        editor.read(3)
        editor.forget()
        words = " by night and by day on every river that has a ferry"
        for letter in words:
            editor.press(letter, 0.15)
        editor.wait_for("ferry")
        # 9,600 baud carry 960 bytes a second: some letters, and the panel now and then.
        assert len(editor.raw) / len(words) < 600
    finally:
        editor.kill()


@pytest.mark.parametrize("term", ["vt100", "dumb", "linux", "screen", "xterm-256color"])
def test_it_opens_in_every_terminal_without_colour(river: Path, term: str) -> None:
    editor = Terminal("edit", river, environment={"NO_COLOR": "1", "TERM": term})
    try:
        editor.wait_for("Publishing")
        for red, green, blue in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)[m;]", editor.raw):
            assert red == green == blue
    finally:
        editor.kill()

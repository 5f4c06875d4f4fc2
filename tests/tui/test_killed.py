"""The real editor in a real terminal, ended in every way: what was typed is still there."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from drafter.editing import recovery
from drafter.editing.save import open_file
from drafter.model import Paragraph, Resolution, Text, normal, plain
from drafter.tui.screens import recovering
from tests.tui.driving import RIVER, river
from tests.tui.terminal import Terminal

__all__ = ["river"]

KILLS = 60 if os.environ.get("DRAFTER_SOAK") else 3
# What the manual promises, and as much again for a machine that has other things to do.
DELAY = (recovering.PAUSE + recovering.PATIENCE) * 2 + 1
WORDS = ("ferry", "crews", "by night", "Member States", "rivers", "at all levels", "upon request")


@dataclass
class Typist:
    """Types at the end of OP2, and remembers what stood there when."""

    editor: Terminal
    states: list[tuple[float, str]]

    def type(self, chosen: random.Random) -> None:
        """A few words, sometimes some of them taken back, sometimes saved, sometimes a rest."""
        now = self.states[-1][1]
        for letter in f" {chosen.choice(WORDS)}":
            now += letter
            self._key(letter, now, chosen)
        for _ in range(chosen.choice((0, 0, 0, 3))):
            now = now[:-1]
            self._key("\x7f", now, chosen)
        if chosen.random() < 0.25:
            self.editor.write("\x13")
        self.editor.read(chosen.choice((0, 0.1, 1.2)))

    def _key(self, key: str, then: str, chosen: random.Random) -> None:
        self.editor.write(key)
        self.states.append((time.monotonic(), then))
        self.editor.read(chosen.uniform(0, 0.15))


def begin(river: Path) -> Typist:
    """The editor with the pen at the end of OP2."""
    editor = Terminal("edit", river)
    editor.wait_for("Publishing")
    editor.press("g2\r", 0.5)
    editor.press("\r", 0.5)
    editor.wait_for("Split")  # the keys of the pen are shown
    return Typist(editor, [(time.monotonic(), "Invites Member States to train crews;")])


def with_words(words: str) -> Resolution:
    """The river draft with `words` in its OP2."""
    from drafter.formats import markdown

    draft = markdown.parse(RIVER).value
    first, second, third = draft.operative
    assert isinstance(second, Paragraph)
    rest = Text(words.removeprefix("Invites"))
    changed = replace(second, content=normal((second.content[0], rest)))
    return replace(draft, operative=(first, changed, third))


def words_of(draft: Resolution) -> str:
    second = draft.operative[1]
    assert isinstance(second, Paragraph)
    return plain(second.content)


def check(river: Path, states: list[tuple[float, str]], end: float) -> None:
    """The file is whole, and it or the recovery file has all but the last moments."""
    opened = open_file(river)
    every = [words.strip() for _, words in states]
    on_disk = words_of(opened.buffer.resolution)
    assert on_disk in every
    assert opened.buffer.resolution == with_words(on_disk)
    lost = recovery.waiting(opened.buffer)
    best = words_of(lost[0].resolution) if lost else on_disk
    if lost:
        assert lost[0].resolution == with_words(best)
    latest = max(n for n, words in enumerate(every) if words == best)
    due = max(n for n, (at, _) in enumerate(states) if n == 0 or at < end - DELAY)
    assert latest >= due, (best, every[due])


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_at_any_moment_it_loses_only_the_last_moments(river: Path, seed: int) -> None:
    chosen = random.Random(seed)
    typist = begin(river)
    stop = time.monotonic() + chosen.uniform(0.5, 8)
    while time.monotonic() < stop:
        typist.type(chosen)
    end = time.monotonic()
    typist.editor.kill()
    check(river, typist.states, end)


def test_killed_while_it_recovers_it_still_has_everything(river: Path) -> None:
    lost = RIVER.replace("train crews", "train all crews")
    for seed in range(KILLS):
        recovery.beside(river).write_text(lost, "utf-8")
        editor = Terminal("edit", river)
        editor.wait_for("Recover it")
        editor.write("r")
        editor.read(random.Random(seed).uniform(0, 0.6))
        editor.kill()
        found = recovery.waiting(open_file(river).buffer)
        assert [words_of(each.resolution) for each in found] == [
            "Invites Member States to train all crews;"
        ]
        assert river.read_text("utf-8") == RIVER


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_end_that_nobody_asked_for_keeps_every_letter(
    river: Path, number: signal.Signals
) -> None:
    typist = begin(river)
    typist.editor.press(" by night", 0)
    typist.editor.wait_for("night")
    typist.editor.send(number)
    assert typist.editor.ended() == 2
    found = recovery.waiting(open_file(river).buffer)
    assert words_of(found[0].resolution).endswith("crews; by night")
    assert river.read_text("utf-8") == RIVER


def test_a_terminal_that_is_closed_takes_nothing_with_it(river: Path) -> None:
    typist = begin(river)
    typist.editor.press(" by night", 0)
    typist.editor.wait_for("night")
    os.close(typist.editor.terminal)
    end = time.monotonic() + 20
    while os.waitpid(typist.editor.pid, os.WNOHANG)[0] == 0:
        assert time.monotonic() < end
        time.sleep(0.05)
    found = recovery.waiting(open_file(river).buffer)
    assert words_of(found[0].resolution).endswith("crews; by night")


def test_a_storm_of_sizes_and_a_stop_leave_the_draft_alone(river: Path) -> None:
    typist = begin(river)
    chosen = random.Random(1)
    for _ in range(30):
        typist.editor.resize(chosen.randint(1, 220), chosen.randint(1, 70))
        typist.editor.write("a")
        typist.editor.read(0.02)
    typist.editor.send(signal.SIGSTOP)
    time.sleep(0.2)
    typist.editor.send(signal.SIGCONT)
    typist.editor.resize(80, 24)
    typist.editor.forget()
    typist.editor.wait_until(lambda: "a" * 12 in typist.editor.seen)
    typist.editor.press("\x13", 0)
    typist.editor.wait_until(lambda: "a" * 30 in river.read_text("utf-8"))
    typist.editor.kill()


_WRITES = """
import sys
from pathlib import Path
from drafter.files import write_whole
path, n = Path(sys.argv[1]), 0
while True:
    write_whole(path, (f"{n % 10}" * 200_000).encode())
    n += 1
"""


def test_killed_while_it_writes_a_file_is_the_old_one_or_the_new(tmp_path: Path) -> None:
    path = tmp_path / "a\nname with spaces – ü.md"
    path.write_bytes(b"0" * 200_000)
    for seed in range(KILLS * 3):
        writer = subprocess.Popen([sys.executable, "-c", _WRITES, str(path)])
        time.sleep(0.1 + random.Random(seed).uniform(0, 0.2))
        writer.kill()
        writer.wait()
        data = path.read_bytes()
        assert len(data) == 200_000
        assert len(set(data)) == 1

"""The real editor in a real terminal, killed without a word: what was typed is still there."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from drafter.editing import recovery
from drafter.tui.screens.draft import DraftScreen
from tests.tui.driving import drive, river, texts, until

__all__ = ["river"]


class Terminal:
    """A pseudo-terminal with the editor in it."""

    def __init__(self, path: Path) -> None:
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "xterm-256color"
            command = [sys.executable, "-m", "drafter", "edit", str(path)]
            os.execv(sys.executable, command)
        size = struct.pack("HHHH", 24, 80, 0, 0)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, size)
        self.seen = b""

    def read(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.05)[0]:
                self.seen += os.read(self.terminal, 65536)

    def wait_for(self, words: bytes, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < end, self.seen[-500:]
            self.read(0.1)

    def press(self, keys: bytes) -> None:
        os.write(self.terminal, keys)
        self.read(0.3)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def test_a_killed_editor_loses_nothing_typed_before_the_last_pause(river: Path) -> None:
    before = river.read_bytes()
    editor = Terminal(river)
    editor.wait_for(b"Publishing")
    editor.press(b"g")
    editor.press(b"2\r")
    editor.press(b"\r")
    for letter in b" by night":
        editor.press(bytes([letter]))
    end = time.monotonic() + 30
    while not recovery.beside(river).exists() and time.monotonic() < end:
        editor.read(0.1)
    editor.read(2.0)
    editor.kill()
    assert river.read_bytes() == before

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, DraftScreen))
        draft = cast("DraftScreen", pilot.app.screen)
        await until(pilot, lambda: draft.buffer.changed)
        assert "2 Invites Member States to train crews; by night" in texts(draft)

    drive(river, script)

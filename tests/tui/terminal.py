"""The real editor in a real terminal: a process on a pseudo-terminal, and what it prints there."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path

_CONTROLS = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b[@-_=>]"
)


def plain(raw: bytes) -> str:
    """What `raw` prints, without colours and movements."""
    return _CONTROLS.sub(b"", raw).decode("utf-8", "replace")


class Terminal:
    """A pseudo-terminal with drafter in it."""

    def __init__(
        self,
        *arguments: str | Path,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "xterm-256color"
            os.environ.update(environment or {})
            if folder is not None:
                os.chdir(folder)
            width, height = size
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
            command = [sys.executable, "-m", "drafter", *map(str, arguments)]
            os.execv(sys.executable, command)
        self.raw = b""

    @property
    def seen(self) -> str:
        """Everything that was printed so far, without colours and movements."""
        return plain(self.raw)

    def forget(self) -> None:
        """What was printed so far is not looked at again."""
        self.raw = b""

    def read(self, seconds: float) -> None:
        """Take in what is printed within `seconds`."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read_once(left)

    def read_once(self, seconds: float) -> bytes:
        """Take in the next piece that is printed, for which `seconds` are waited."""
        if not select.select([self.terminal], [], [], seconds)[0]:
            return b""
        try:
            piece = os.read(self.terminal, 65536)
        except OSError:  # the process has ended
            time.sleep(min(seconds, 0.05))
            return b""
        self.raw += piece
        return piece

    def wait_for(self, words: str, seconds: float = 60) -> None:
        """Wait until `words` have been printed."""
        self.wait_until(lambda: words in self.seen, seconds)

    def wait_until(self, met: Callable[[], object], seconds: float = 60) -> None:
        """Wait until `met` is true."""
        end = time.monotonic() + seconds
        while not met():
            assert time.monotonic() < end, self.seen[-800:]
            self.read_once(0.02)

    def write(self, keys: str | bytes) -> None:
        """Press `keys`, without waiting for anything."""
        os.write(self.terminal, keys.encode() if isinstance(keys, str) else keys)

    def press(self, keys: str | bytes, seconds: float = 0.3) -> None:
        """Press `keys`, and see for `seconds` what comes of it."""
        self.write(keys)
        self.read(seconds)

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def send(self, number: signal.Signals) -> None:
        """Send the process a signal."""
        os.kill(self.pid, number)

    def ended(self, seconds: float = 20) -> int:
        """The status with which the process ended; waits for it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found, status = os.waitpid(self.pid, os.WNOHANG)
            if found:
                os.close(self.terminal)
                return os.waitstatus_to_exitcode(status)
            self.read_once(0.05)
        self.kill()
        raise AssertionError(f"it did not end; {self.seen[-800:]}")

    def kill(self) -> None:
        """End the process without a word, and close the terminal."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

"""The index of the user's phrase bank, made ready in a process of its own.

Building it takes hundreds of megabytes for a moment. An open draft needs a fraction of that, and
what a process once had it hardly gives back: so the editor never builds, it only maps the result.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_BUILD = "from drafter.phrases.bank import Bank; Bank.default()"
_tried: set[tuple[Path, int]] = set()  # banks, as they were when they were looked at
_running: list[subprocess.Popen[bytes]] = []


def make_ready() -> None:
    """Wait until the user's bank has its index. Cheap to call for every question."""
    from drafter.phrases.bank import user_bank
    from drafter.phrases.index import folder_of

    own = user_bank()
    with suppress(OSError):  # where there is none, or no process can be had, nothing is lost
        changed = own.stat().st_mtime_ns
        if (own, changed) in _tried:
            return
        _tried.add((own, changed))
        folder = Path(folder_of(own))
        made = [each.stat().st_mtime_ns for each in folder.iterdir()] if folder.is_dir() else []
        if max(made, default=0) < changed:
            with subprocess.Popen(
                [sys.executable, "-c", _BUILD],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            ) as process:
                _running.append(process)
                process.wait()
            _running.clear()


def abandon() -> None:
    """Nobody waits for the index any more: the editor ends."""
    for process in _running:
        process.terminate()

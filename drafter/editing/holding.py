"""Who has a draft open: a small file beside it, so that a second editor is told.

It locks nothing and is never waited for. One left by an editor that died, or that cannot be
written, counts as none; a file from another machine counts for a day.
"""

from __future__ import annotations

import os
import socket
import time
from getpass import getuser
from pathlib import Path

_DAY = 24 * 60 * 60


def mark_path(path: Path) -> Path:
    """The file that says who has `path` open: `.draft.md.open`."""
    path = path.resolve()
    return path.with_name(f".{path.name}.open")


def holder(path: Path) -> str:
    """Who else has `path` open, in words; "" when nobody has."""
    mark = mark_path(path)
    try:
        user, host, number = mark.read_text("utf-8").split("\n")[:3]
        age = time.time() - mark.stat().st_mtime
    except (OSError, ValueError):
        return ""
    if host == socket.gethostname():
        other = number.isdecimal() and int(number) != os.getpid() and is_running(int(number))
        return f"{user}, on this computer" if other else ""
    return f"{user}, on {host}" if age < _DAY else ""


def hold(path: Path) -> None:
    """Say that `path` is open here, where that can be said."""
    try:
        words = f"{getuser()}\n{socket.gethostname()}\n{os.getpid()}\n"
        mark_path(path).write_text(words, "utf-8")
    except (OSError, KeyError):
        return


def release(path: Path) -> None:
    """Say no longer that `path` is open here."""
    mark = mark_path(path)
    try:
        if mark.read_text("utf-8").split("\n")[1:3] == [socket.gethostname(), str(os.getpid())]:
            mark.unlink()
    except OSError:
        return


def is_running(number: int) -> bool:
    """Whether process `number` of this machine is running."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True

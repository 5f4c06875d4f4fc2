"""Who has a draft open: a small file beside it, so that a second editor is told.

It keeps nobody out and is never waited for. While the editor runs its mark is locked, which the
system ends with the process however that ends, so the mark of a dead editor counts as none. Where
a mark cannot be written or locked, nobody is told. One from another machine counts for a day.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

_DAY = 24 * 60 * 60
_FREE, _LOCKED, _UNKNOWN = "free", "locked", "unknown"


@dataclass(frozen=True, slots=True)
class Hold:
    """A draft that is marked as open here, until it is released."""

    mark: Path
    handle: int  # open and locked for as long as the draft is


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
        handle = os.open(mark, os.O_RDWR)
    except (OSError, ValueError):
        return ""
    lock = _lock(handle)
    os.close(handle)
    if host != socket.gethostname():
        return f"{user}, on {host}" if lock == _LOCKED or age < _DAY else ""
    if number == str(os.getpid()) or lock == _FREE:
        return ""
    if lock == _UNKNOWN and not (number.isdecimal() and _is_running(int(number))):
        return ""
    return f"{user}, on this computer"


def hold(path: Path) -> Hold | None:
    """Say that `path` is open here; None where that cannot be said, or another editor has."""
    mark = mark_path(path)
    try:
        mark.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(mark, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        return None
    if _lock(handle) == _LOCKED:
        os.close(handle)
        return None
    try:
        os.ftruncate(handle, 0)
        os.write(handle, f"{_user()}\n{socket.gethostname()}\n{os.getpid()}\n".encode())
    except OSError:
        os.close(handle)
        return None
    return Hold(mark, handle)


def release(held: Hold) -> None:
    """Say no longer that a draft is open here."""
    try:
        held.mark.unlink(missing_ok=True)
        os.close(held.handle)
    except OSError:
        return


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError):
        return "someone"


def _lock(handle: int) -> str:
    """Whether `handle` could be locked: then no running editor has it."""
    if sys.platform == "win32":
        return _UNKNOWN
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _LOCKED
    except OSError:  # a file system without locks
        return _UNKNOWN
    return _FREE


def _is_running(number: int) -> bool:
    """Whether process `number` of this machine is running, as far as that can be told."""
    if sys.platform == "win32":
        return True  # signal 0 would end it there
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True

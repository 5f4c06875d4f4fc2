"""What the home screen says of each draft, without reading it whole: its title, when it changed.

Reads a few thousand characters of a file at most, and never raises: a draft that cannot be read is
still listed by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from drafter.editing import recovery
from drafter.grammar import dates

_HEAD = 8000  # bytes that hold a front matter
_TITLE = re.compile(r"^title:[ \t]*(.+?)[ \t]*$", re.M)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A draft as it lies on the shelf."""

    path: Path
    title: str
    changed: float  # seconds since the epoch, 0 where it is not known
    lost: bool  # whether a recovery file lies beside it


def shelved(paths: Iterable[Path]) -> tuple[Shelved, ...]:
    """What is seen of each of `paths`."""
    return tuple(_shelved(path) for path in paths)


def _shelved(path: Path) -> Shelved:
    try:
        changed = path.stat().st_mtime
        lost = recovery.beside(path).exists()
    except OSError:
        changed, lost = 0.0, False
    return Shelved(path, _title(path), changed, lost)


def _title(path: Path) -> str:
    if path.suffix.lower() not in {".md", ".markdown"}:
        return ""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return ""
    front = re.match(r"---\r?\n(.*?)\r?\n---", head, re.S)
    found = _TITLE.search(front[1]) if front else None
    return found[1].strip("'\"").replace("''", "'") if found else ""


def when(changed: float, now: datetime) -> str:
    """The moment `changed` as one would say it at `now`: "today 18:20", "12 November 2026"."""
    if not changed:
        return ""
    then = datetime.fromtimestamp(changed, now.tzinfo)
    days = (now.date() - then.date()) // timedelta(days=1)
    if days == 0:
        return f"today {then:%H:%M}"
    if days == 1:
        return f"yesterday {then:%H:%M}"
    return dates.printed(f"{then:%Y-%m-%d}")

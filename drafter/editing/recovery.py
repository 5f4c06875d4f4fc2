"""The recovery file: what was typed and not yet saved, as an ordinary draft beside the file.

It is written while one pauses, removed by saving and by leaving on purpose, and found again after
anything else. It never touches the draft's own file.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from drafter.editing.buffer import Buffer, opened
from drafter.editing.holding import is_running
from drafter.editing.recent import state_folder
from drafter.editing.save import Opened, as_bytes
from drafter.files import write_whole
from drafter.model import Resolution

SUFFIX = ".recovery"


def recovery_path(buffer: Buffer) -> Path:
    """Where the recovery file of `buffer` lies: beside its file, or in the user's state folder."""
    if buffer.path or buffer.source:
        return beside(Path(buffer.path or buffer.source))
    return state_folder() / "unsaved" / f"{_session()}.md{SUFFIX}"


def beside(path: Path) -> Path:
    """The recovery file of the draft `path`: `.draft.md.recovery`, elsewhere if it must."""
    path = path.resolve()
    if os.access(path.parent, os.W_OK):
        return path.parent / f".{path.name}{SUFFIX}"
    mark = hashlib.sha256(str(path).encode()).hexdigest()[:12]
    return state_folder() / "unsaved" / f"{path.stem}-{mark}.md{SUFFIX}"


def _session() -> str:
    return f"new-draft-{os.getpid()}"


def write(buffer: Buffer, path: Path) -> None:
    """Put `buffer` into the recovery file `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, as_bytes(buffer.whole))


def discard(path: Path) -> None:
    """Remove the recovery file `path`, if there is one."""
    path.unlink(missing_ok=True)


def waiting(buffer: Buffer) -> Resolution | None:
    """What a recovery file beside `buffer`'s draft holds beyond it, None if nothing."""
    path = recovery_path(buffer)
    if not path.exists():
        return None
    found = read(path)
    return found if found is not None and found != buffer.resolution else None


def read(path: Path, which: int = 0) -> Resolution | None:
    """The draft in the recovery file `path`, None when it cannot be read."""
    from drafter.formats import markdown

    try:
        several = markdown.read(path.read_bytes(), path.name).value.resolutions
    except OSError:
        return None
    return several[which] if which < len(several) else None


def open_unsaved(path: Path) -> Opened:
    """The draft in the recovery file `path` of one that never had a name; this editor holds it."""
    from drafter.formats import markdown

    reading = markdown.read(path.read_bytes(), path.name)
    buffer = opened(reading.value)
    path.replace(recovery_path(buffer))
    return Opened(buffer, reading.notes)


def unsaved_drafts() -> tuple[Path, ...]:
    """The recovery files of drafts that never had a name and that no running editor holds."""
    folder = state_folder() / "unsaved"
    found = sorted(folder.glob(f"new-draft-*.md{SUFFIX}")) if folder.is_dir() else []
    return tuple(path for path in found if not _alive(path))


def _alive(path: Path) -> bool:
    number = path.name.removeprefix("new-draft-").partition(".")[0]
    return number.isdecimal() and is_running(int(number))

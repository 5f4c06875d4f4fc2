"""The recovery file: what was typed and not yet saved, as an ordinary draft beside the file.

It is written while one works, removed by saving and by leaving on purpose, and found again after
anything else. It never touches the draft's own file. Where it cannot lie beside the draft, it lies
in the user's state folder.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from drafter.editing.buffer import Buffer, opened
from drafter.editing.holding import Hold, hold, holder, mark_path
from drafter.editing.recent import state_folder
from drafter.editing.save import Opened, as_bytes, stamp
from drafter.errors import WriteError
from drafter.files import write_whole
from drafter.model import Resolution

SUFFIX = ".recovery"
_NAMED = 60  # letters of a draft's name that go into another file's name


@dataclass(frozen=True, slots=True)
class Lost:
    """What a recovery file holds beyond the draft it belongs to."""

    path: Path
    resolution: Resolution
    written: float  # seconds since the epoch
    older: bool  # than the draft's own file


def recovery_path(buffer: Buffer, *, shared: bool = False) -> Path:
    """Where the recovery file of `buffer` lies: beside its file, or in the user's state folder.

    `shared` where another editor has the draft open, with a recovery file of its own.
    """
    if not (buffer.path or buffer.source):
        return unsaved_folder() / f"new-draft-{os.getpid()}.md{SUFFIX}"
    path = Path(buffer.path or buffer.source).resolve()
    return beside(path, f".{os.getpid()}" if shared else "")


def beside(path: Path, among: str = "") -> Path:
    """The recovery file of the draft `path`: `.draft.md.recovery`, elsewhere if it must."""
    path = path.resolve()
    near = path.with_name(f".{path.name}{among}{SUFFIX}")
    fits = len(os.fsencode(near.name)) <= 255
    return near if fits and os.access(path.parent, os.W_OK) else _apart(path)


def unsaved_folder() -> Path:
    """The folder of the recovery files that do not lie beside their drafts."""
    return state_folder() / "unsaved"


def _apart(path: Path) -> Path:
    name = "".join(c if c.isalnum() else "-" for c in path.stem)[:_NAMED]
    return unsaved_folder() / f"{name}-{_mark(path)}-{os.getpid()}.md{SUFFIX}"


def _mark(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def write(buffer: Buffer, path: Path) -> Path:
    """Put `buffer` into the recovery file `path`, or into the state folder; where it is now.

    Raises WriteError when neither can be.
    """
    data = as_bytes(buffer.whole)
    try:
        return _written(path, data)
    except WriteError:
        draft = buffer.path or buffer.source
        if not draft or path.parent == unsaved_folder():
            raise
        # The disk may be full, or the folder gone: another one may do.
        return _written(_apart(Path(draft).resolve()), data)


def _written(path: Path, data: bytes) -> Path:
    try:
        if path.parent == unsaved_folder():
            path.parent.mkdir(parents=True, exist_ok=True)
        if _writer(path):
            _claim(unsaved_folder())
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {error.strerror}") from None
    write_whole(path, data)
    return path


def discard(path: Path) -> None:
    """Remove the recovery file `path`, if there is one and if it can be removed."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def waiting(buffer: Buffer) -> tuple[Lost, ...]:
    """What the recovery files of `buffer`'s draft hold beyond it, latest first.

    Files that hold nothing beyond it are removed: an evening that ended just after saving.
    """
    if not (buffer.path or buffer.source):
        return ()
    draft = Path(buffer.path or buffer.source).resolve()
    found: list[Lost] = []
    for path in _files_of(draft):
        lost = read(path, buffer.which)
        if lost is None:
            continue
        if lost == buffer.resolution:
            discard(path)
            continue
        written = path.stat().st_mtime
        older = stamp(draft) != "" and draft.stat().st_mtime > written
        found.append(Lost(path, lost, written, older))
    return tuple(sorted(found, key=lambda each: each.written, reverse=True))


def _files_of(draft: Path) -> list[Path]:
    """The recovery files of `draft`, but those that a running editor writes."""
    start, end = f".{draft.name}", SUFFIX
    out: list[Path] = []
    for folder, mark in ((draft.parent, ""), (unsaved_folder(), f"-{_mark(draft)}-")):
        try:
            names = [each.name for each in folder.iterdir() if each.name.endswith(end)]
        except OSError:
            continue
        if mark:
            mine = [name for name in names if mark in name]
        else:
            mine = [n for n in names if n.startswith(start) and _number(n[len(start) : -len(end)])]
        out += [folder / name for name in mine]
    return [path for path in out if not _being_written(path)]


def _number(between: str) -> bool:
    return not between or (between[0] == "." and between[1:].isdecimal())


def _writer(path: Path) -> str:
    """The number of the process that a recovery file is named after, "" if after none."""
    name = path.name.removesuffix(SUFFIX).removesuffix(".md")
    number = name.replace(".", "-").rpartition("-")[2]
    return number if number.isdecimal() else ""


@lru_cache(maxsize=1)
def _claim(folder: Path) -> Hold | None:
    """Say that this process runs: its recovery files are not for others."""
    return hold(folder / str(os.getpid()))


def _being_written(path: Path) -> bool:
    number = _writer(path)
    if number == str(os.getpid()):
        return True
    claim = unsaved_folder() / number
    if number and holder(claim):
        return True
    if number:
        discard(mark_path(claim))
    return False


def read(path: Path, which: int = 0) -> Resolution | None:
    """The draft in the recovery file `path`, None when there is none to be read."""
    from drafter.formats import markdown

    try:
        several = markdown.read(path.read_bytes(), path.name).value.resolutions
    except OSError:
        return None
    return several[which] if which < len(several) else None


def open_unsaved(path: Path) -> Opened:
    """The draft in the recovery file `path` of one that never had a name."""
    from drafter.formats import markdown

    reading = markdown.read(path.read_bytes(), path.name)
    buffer = opened(reading.value)
    path.replace(recovery_path(buffer))
    return Opened(buffer, reading.notes)


def unsaved_drafts() -> tuple[Path, ...]:
    """The recovery files in the state folder that no running editor writes."""
    folder = unsaved_folder()
    found = sorted(folder.glob(f"*.md{SUFFIX}")) if folder.is_dir() else []
    return tuple(path for path in found if not _being_written(path))

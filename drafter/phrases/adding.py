"""Files, folders and archives on their way into a bank.

Incremental: what the bank has read whole is not read again. Safe to interrupt: each batch of
sources goes in whole, and a file counts as read only when all of it is in. A file that cannot be
read is reported and the others go on.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import lzma
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, TextIO, cast

from drafter.errors import DrafterError, ReadError
from drafter.phrases.entry import Record
from drafter.phrases.occasion import occasion
from drafter.phrases.records import NOTHING, Given, from_line, from_resolution
from drafter.phrases.store import Store

_LONGEST_LINE = 32 * 1024 * 1024  # characters
_BATCH = 50  # sources written together: what an interruption loses at most
_LINES = (".jsonl", ".jsonl.gz", ".jsonl.xz")
_DRAFTS = (".md", ".txt", ".docx", ".pdf", ".json", ".html", ".htm")

Progress = Callable[[str, int], None]  # file and sources added so far


@dataclass
class Added:
    """What came of adding."""

    files: int = 0
    known: int = 0  # files that were in the bank already
    sources: int = 0
    notes: list[str] = field(default_factory=list)


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: a folder stands for what drafter can read in it, in order of name."""
    for path in paths:
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                if inner.is_file() and inner.name.lower().endswith(_LINES + _DRAFTS):
                    yield inner
        else:
            yield path


def add(
    store: Store, paths: Sequence[Path], given: Given = NOTHING, progress: Progress | None = None
) -> Added:
    """What was added to `store` from `paths`; raises ReadError where nothing could be read."""
    added, last = Added(), ReadError("nothing to add", hint="name files, or a folder with drafts")
    for path in files(paths):
        try:
            _add_file(store, path, given, added, progress)
        except DrafterError as error:
            last = ReadError(str(error), hint=error.hint)
            added.notes.append(str(error))
    if not added.files and not added.known:
        raise last
    return added


def _add_file(
    store: Store, path: Path, given: Given, added: Added, progress: Progress | None
) -> None:
    data = _bytes(path)
    digest = hashlib.sha256(repr(given).encode() + data).hexdigest()[:32]
    if store.knows_file(digest):
        added.known += 1
        return
    batch: list[Record] = []
    for record in read(path, data, given, added.notes):
        batch.append(record)
        if len(batch) >= _BATCH:
            added.sources += store.add(batch)
            batch.clear()
            if progress:
                progress(path.name, added.sources)
    added.sources += store.add(batch)
    store.note_file(digest, path.name)
    added.files += 1


def read(path: Path, data: bytes, given: Given, notes: list[str]) -> Iterator[Record]:
    """The records of one file; what could not be kept goes to `notes`."""
    if path.name.lower().endswith(_LINES):
        return _read_lines(path, data, given, notes)
    return _read_draft(path, data, given, notes)


def _read_lines(path: Path, data: bytes, given: Given, notes: list[str]) -> Iterator[Record]:
    found, strange = 0, 0
    for line in _unpacked(path, data):
        try:
            held = _held(json.loads(line))
            records = [r for each in held if (r := from_line(each, path.name, given))]
        except (ValueError, RecursionError):
            records = []
        whole = [record for record in records if record.entries]
        found += len(whole)
        strange += not whole and bool(line.strip())
        yield from whole
    if strange and not found:
        raise ReadError(
            f"{path}: no line is a resolution", hint="one JSON object a line, as convert --to json"
        )
    if strange:
        notes.append(f"{path}: {strange} lines hold no resolution and were left out")


def _bounded(path: Path, lines: TextIO) -> Iterator[str]:
    """Each line, none of them longer than any resolution is."""
    while line := lines.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise ReadError(f"{path}: a line too long to be a resolution")
        yield line


def _held(value: object) -> list[dict[str, Any]]:
    """The resolutions of a line: itself, or those of what `convert --to json` wrote."""
    if not isinstance(value, dict):
        return []
    inner = value.get("resolutions")
    held = inner if isinstance(inner, list) else [value]
    return [each for each in held if isinstance(each, dict)]


def _unpacked(path: Path, data: bytes) -> Iterator[str]:
    """The lines of an archive, read as they come: a small file may unpack to a huge one."""
    name, raw = path.name.lower(), io.BytesIO(data)
    opened = gzip.open if name.endswith(".gz") else lzma.open if name.endswith(".xz") else None
    try:
        with cast("IO[bytes]", opened(raw)) if opened else raw as stream:
            yield from _bounded(path, io.TextIOWrapper(stream, "utf-8", "replace"))
    except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
        raise ReadError(f"{path}: damaged archive: {error}") from None


def _read_draft(path: Path, data: bytes, given: Given, notes: list[str]) -> Iterator[Record]:
    from drafter.formats import read_data

    reading = read_data(data, str(path))
    if not reading.value.resolutions:
        notes.append(f"{path}: holds no resolution")
    said = occasion(passage.text for passage in reading.value.rest)
    for resolution in reading.value.resolutions:
        record = from_resolution(resolution, path.name, given, said)
        if record.entries:
            yield record


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}: no such file") from None
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from None

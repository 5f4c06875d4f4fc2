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
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import IO, Any, TextIO, cast

from drafter.errors import DrafterError, ReadError
from drafter.phrases import archives
from drafter.phrases.entry import Record
from drafter.phrases.occasion import occasion
from drafter.phrases.records import NOTHING, Given, from_line, from_resolution
from drafter.phrases.rows import Rows, rows_of
from drafter.phrases.store import Store
from drafter.phrases.workers import spread

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
    last: ReadError = field(
        default_factory=lambda: ReadError(
            "nothing to add", hint="name files, or a folder with drafts"
        )
    )


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: a folder stands for what drafter can read in it, in order of name."""
    for path in paths:
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                if inner.is_file() and _readable(inner):
                    yield inner
        else:
            yield path


def _readable(path: Path) -> bool:
    return path.name.lower().endswith(_LINES + _DRAFTS + archives.SUFFIXES)


def opened(path: Path, notes: list[str]) -> Iterator[tuple[Path, bytes]]:
    """A file with its content, or what can be read of the files in an archive."""
    data = _bytes(path)
    if not archives.is_archive(path):
        yield path, data
        return
    for inner, content in archives.members(path, data, notes):
        if _readable(inner) and not archives.is_archive(inner):
            yield inner, content


def add(
    store: Store,
    paths: Sequence[Path],
    given: Given = NOTHING,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Added:
    """What was added to `store` from `paths`; raises ReadError where nothing could be read.

    Texts are read by `jobs` processes (0: one a core) and written by this one, in order.
    """
    added = Added()
    path, found, strange = "", 0, 0  # of the file being read: records, lines that hold none
    for piece in spread(_read_piece, _pieces(store, paths, given, added), jobs):
        added.notes += piece.notes
        if piece.trouble:
            added.last = piece.trouble
            continue
        for batch in _batched(piece.records):
            added.sources += store.add_rows(batch)
        if piece.path != path:
            path, found, strange = piece.path, 0, 0
        found, strange = found + len(piece.records), strange + piece.strange
        if piece.last:
            _finish(store, piece, added, found, strange)
            path = ""
        if progress:
            progress(piece.name, added.sources)
    if not added.files and not added.known:
        raise added.last
    return added


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some of a file on its way to a worker: its bytes, or some of its lines."""

    path: Path
    given: Given
    data: bytes = b""
    lines: tuple[str, ...] | None = None  # where it is made of lines
    digest: str = ""
    last: bool = True  # of its file


@dataclass(frozen=True, slots=True)
class _Held:
    """What a worker found in a piece."""

    name: str
    path: str
    digest: str
    last: bool
    records: tuple[Rows, ...] = ()
    strange: int = 0  # lines that hold no resolution
    notes: tuple[str, ...] = ()
    trouble: ReadError | None = None


def _pieces(store: Store, paths: Sequence[Path], given: Given, added: Added) -> Iterator[_Piece]:
    """The pieces of every file that the bank does not know, in order."""
    for named in files(paths):
        try:
            for path, data in opened(named, added.notes):
                digest = hashlib.sha256(repr(given).encode() + data).hexdigest()[:32]
                if store.knows_file(digest):
                    added.known += 1
                elif path.name.lower().endswith(_LINES):
                    yield from _of_lines(path, data, given, digest)
                else:
                    yield _Piece(path, given, data, digest=digest)
        except DrafterError as error:
            added.notes.append(str(error))
            added.last = ReadError(str(error), hint=error.hint)


def _of_lines(path: Path, data: bytes, given: Given, digest: str) -> Iterator[_Piece]:
    """A file of lines in pieces; the last may be empty, and says that the file is read whole."""
    lines = _unpacked(path, data)
    while chunk := tuple(islice(lines, _BATCH)):
        yield _Piece(path, given, lines=chunk, last=False)
    yield _Piece(path, given, lines=(), digest=digest)


def _read_piece(piece: _Piece) -> _Held:
    """What a piece holds. Runs in a worker: it must not touch the bank."""
    held = _Held(piece.path.name, str(piece.path), piece.digest, piece.last)
    notes: list[str] = []
    try:
        if piece.lines is None:
            drafts = _read_draft(piece.path, piece.data, piece.given, notes)
            found = tuple(map(rows_of, drafts))
            return replace(held, records=found, notes=tuple(notes))
        records, strange = _from_lines(piece.lines, piece.path.name, piece.given)
        return replace(held, records=tuple(map(rows_of, records)), strange=strange)
    except DrafterError as error:
        trouble = ReadError(str(error), hint=error.hint)
        return replace(held, notes=(*notes, str(error)), trouble=trouble)


def _finish(store: Store, piece: _Held, added: Added, found: int, strange: int) -> None:
    """Remember a file that is in the bank whole, or say that it holds nothing."""
    try:
        _judge(piece.path, found, strange, added.notes)
    except ReadError as error:
        added.notes.append(str(error))
        added.last = error
        return
    store.note_file(piece.digest, piece.name)
    added.files += 1


def _batched(records: Sequence[Rows]) -> Iterator[Sequence[Rows]]:
    for start in range(0, len(records), _BATCH):
        yield records[start : start + _BATCH]


def read(path: Path, data: bytes, given: Given, notes: list[str]) -> Iterator[Record]:
    """The records of one file; what could not be kept goes to `notes`."""
    if not path.name.lower().endswith(_LINES):
        yield from _read_draft(path, data, given, notes)
        return
    found = strange = 0
    for line in _unpacked(path, data):
        records, odd = _from_lines((line,), path.name, given)
        found += len(records)
        strange += odd
        yield from records
    _judge(str(path), found, strange, notes)


def _judge(path: str, found: int, strange: int, notes: list[str]) -> None:
    """Say how many lines held nothing; raise where none held anything."""
    if strange and not found:
        raise ReadError(
            f"{path}: no line is a resolution", hint="one JSON object a line, as convert --to json"
        )
    if strange:
        notes.append(f"{path}: {strange} lines hold no resolution and were left out")


def _from_lines(lines: Sequence[str], name: str, given: Given) -> tuple[tuple[Record, ...], int]:
    """The records of some lines, and how many lines hold none."""
    found: list[Record] = []
    strange = 0
    for line in lines:
        try:
            held = _held(json.loads(line))
            records = [r for each in held if (r := from_line(each, name, given))]
        except (ValueError, RecursionError):
            records = []
        whole = [record for record in records if record.entries]
        strange += not whole and bool(line.strip())
        found += whole
    return tuple(found), strange


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
    """The lines of a packed file, read as they come: a small one may unpack to a huge one."""
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

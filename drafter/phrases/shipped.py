"""The mined bank that drafter ships, as JSON lines: written by `bank mine`, read at first use.

One paragraph a line, every field of a source and an entry on it, so that a line can be judged by
itself. The same sources give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from drafter.errors import DrafterError, ReadError
from drafter.phrases import mined, schema
from drafter.phrases.entry import Entry, Record, Source
from drafter.phrases.store import Store

ENTRIES, PHRASES = "entries.jsonl", "phrases.jsonl"
_SOURCE = ("symbol", "number", "organ", "body", "session", "date", "status", "title", "kind")


def lines(records: Iterable[Record]) -> bytes:
    """`records` as JSON lines, in order of source and of reading."""
    out = []
    for record in sorted(records, key=lambda record: record.source.name):
        source = {"source": record.source.name}
        source |= {name: getattr(record.source, name) for name in _SOURCE}
        out += [json.dumps(source | _entry(e), ensure_ascii=False) for e in record.entries]
    return "".join(f"{line}\n" for line in out).encode()


def _entry(entry: Entry) -> dict[str, str]:
    return {
        "part": entry.part,
        "paragraph": entry.number,
        "opening": entry.opening,
        "verb": entry.verb,
        "addressee": entry.addressee,
        "text": entry.text,
        "hash": entry.hash,
    }


def store(folder: Path) -> Store:
    """The mined bank in `folder`, ready to be asked: kept in the user's cache, else in memory."""
    try:
        data = (folder / ENTRIES).read_bytes()
    except FileNotFoundError:
        return Store.memory()
    shape = f"{schema.VERSION}\n".encode()  # a cache in another shape is another file
    path = _cache() / f"phrasebank-{hashlib.sha256(shape + data).hexdigest()[:16]}.sqlite"
    try:
        if not path.exists():
            _keep(path, folder)
        return Store.open(path)
    except (OSError, DrafterError):
        # No home, a full disk, a damaged cache: the bank is small enough to do without.
        return _filled(Store.memory(), folder)


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("drafter", appauthor=False)


def _keep(path: Path, folder: Path) -> None:
    """Make the cached bank at `path`, whole or not at all, in place of those of other versions."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob("phrasebank-*"):
        if old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.unlink(missing_ok=True)
    spare = path.with_name(f"{path.name}.{os.getpid()}~")
    _filled(Store.open(spare, create=True), folder).close()
    os.replace(spare, path)


def _filled(made: Store, folder: Path) -> Store:
    """A new store with the entries and the phrases of the mined bank in `folder`."""
    made.add(records(folder))
    path = folder / PHRASES
    if path.exists():
        mined.load(made, (_variants(path, at, line) for at, line in enumerate(_read(path), 1)))
    return made


def _variants(path: Path, at: int, line: str) -> list[str]:
    try:
        return [variant["phrase"] for variant in json.loads(line)["variants"]]
    except (ValueError, KeyError, TypeError):
        raise ReadError(f"{path}:{at}: not a phrase of a phrase bank") from None


def records(folder: Path) -> Iterator[Record]:
    """The records of the mined bank in `folder`."""
    path = folder / ENTRIES
    if not path.exists():
        return
    parsed = [_parsed(path, at, line) for at, line in enumerate(_read(path), start=1)]
    for source, pairs in groupby(parsed, key=lambda pair: pair[0]):
        yield Record(source, tuple(entry for _, entry in pairs))


def _read(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def _parsed(path: Path, at: int, line: str) -> tuple[Source, Entry]:
    try:
        v: dict[str, Any] = json.loads(line)
        source = Source(v["source"], *(v[name] for name in _SOURCE))
        names = ("part", "paragraph", "text", "opening", "verb", "addressee")
        return source, Entry(*(v[name] for name in names))
    except (ValueError, KeyError, TypeError):
        raise ReadError(f"{path}:{at}: not an entry of a phrase bank") from None

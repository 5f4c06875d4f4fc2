"""The mined bank that drafter ships, as JSON lines: written by `bank mine`, read at first use.

One paragraph a line, every field of a source and an entry on it, so that a line can be judged by
itself. The same sources give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from drafter.errors import ReadError
from drafter.phrases.entry import Entry, Record, Source

ENTRIES = "entries.jsonl"
_SOURCE = ("symbol", "number", "organ", "body", "session", "date", "status", "title")


def lines(records: Iterable[Record]) -> bytes:
    """`records` as JSON lines, in order of source and place."""
    out = []
    ordered = sorted(records, key=lambda r: (r.source.name, r.source.symbol, r.source.number))
    for record in ordered:
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

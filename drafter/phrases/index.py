"""The index of one bank: its segments, found beside the file, built when they are missing.

The seam between questions and storage: what asks goes through `Index`, what answers could be
another engine. A segment covers a run of sources; sources added since are covered by building one
more. Whatever is here can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.errors import ReadError, WriteError
from drafter.phrases import segment
from drafter.phrases.dates import number
from drafter.phrases.segment import Facts, Row, Segment
from drafter.phrases.store import Store

_NAME = re.compile(r"([0-9a-f]+)-(\d+)-(\d+)\.index")
_SOURCES = 1000  # read from the store at once
_MOST_SEGMENTS = 8  # every question asks each segment; above this they are joined


class Index(NamedTuple):
    """The segments of one bank, and the store that knows the entries they name."""

    store: Store
    segments: tuple[Segment, ...]


def open_index(store: Store, jobs: int = 1) -> Index:
    """The index of `store`, up to date; what is missing is built, and kept where it can be.

    Much of it is built by `jobs` processes (0: one a core).
    """
    last, epoch = store.last_source(), store.epoch
    folder = folder_of(store.path) if store.path else None
    spans, segments = _kept(folder, epoch, last) if folder else ([], [])
    covered = spans[-1][1] if spans else 0
    if covered < last:
        if len(spans) >= _MOST_SEGMENTS or _mostly_new(store, covered):
            covered, segments = 0, []
        data = _built(store, covered, last, jobs)
        segments.append(_saved(folder, f"{epoch}-{covered + 1}-{last}.index", data))
        if folder and covered == 0:
            _sweep(folder, f"{epoch}-1-{last}.index")
    return Index(store, tuple(segments))


def folder_of(path: Path) -> Path:
    """Where the index of the bank at `path` is kept."""
    return path.with_name(f"{path.name}.index")


def forget(path: Path) -> None:
    """Delete the index of the bank at `path`: it holds text of what may have been removed."""
    import shutil

    shutil.rmtree(folder_of(path), ignore_errors=True)


def _kept(folder: Path, epoch: str, last: int) -> tuple[list[tuple[int, int]], list[Segment]]:
    """The segments on disk that cover sources 1 to some n without a gap, longest first."""
    files: dict[int, tuple[int, Path]] = {}
    for path in sorted(folder.glob("*.index")) if folder.is_dir() else ():
        found = _NAME.fullmatch(path.name)
        if found and found[1] == epoch and int(found[3]) <= last:
            first, end = int(found[2]), int(found[3])
            if end > files.get(first, (0, path))[0]:
                files[first] = (end, path)
    spans, segments, at = [], [], 1
    while at in files:
        end, path = files[at]
        try:
            segments.append(_mapped(path))
        except (OSError, ValueError, ReadError):
            break
        spans.append((at, end))
        at = end + 1
    return spans, segments


def _mapped(path: Path) -> Segment:
    with open(path, "rb") as file:
        return Segment(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _saved(folder: Path | None, name: str, data: bytes) -> Segment:
    """The segment on disk, or in memory where no disk will have it."""
    if folder:
        from drafter.files import write_whole

        with contextlib.suppress(OSError, WriteError):
            folder.mkdir(exist_ok=True)
            write_whole(folder / name, data)
            return _mapped(folder / name)
    return Segment(data)


def _sweep(folder: Path, keep: str) -> None:
    for path in folder.glob("*.index"):
        if path.name != keep:
            with contextlib.suppress(OSError):
                os.unlink(path)


def _mostly_new(store: Store, covered: int) -> bool:
    """Whether joining costs little more than adding: the new part is as large as the old."""
    sql = "SELECT coalesce(sum(source > ?), 0), count(*) FROM entry"
    new, entries = store.query(sql, (covered,))[0]
    return 2 * int(str(new)) >= int(str(entries))


def _built(store: Store, after: int, last: int, jobs: int) -> bytes:
    sql = "SELECT id, date, body, status FROM source WHERE id > ? AND id <= ? ORDER BY id"
    sources = [
        Facts(int(str(i)), number(str(date)), str(body), str(status))
        for i, date, body, status in store.query(sql, (after, last))
    ]
    places = {source.id: place for place, source in enumerate(sources)}
    return segment.build(sources, _rows(store, after, last, places), jobs)


def _rows(store: Store, after: int, last: int, places: dict[int, int]) -> Iterator[Row]:
    """The entries of these sources in order, some sources at a time: few are in memory at once."""
    sql = "SELECT id, source, part, text FROM entry WHERE source > ? AND source <= ? ORDER BY id"
    for start in range(after, last, _SOURCES):
        for entry, source, part, text in store.query(sql, (start, min(start + _SOURCES, last))):
            yield Row(int(str(entry)), places[int(str(source))], str(part), str(text))

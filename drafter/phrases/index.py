"""The index of one bank: its segments, found beside the file, built when they are missing.

The seam between questions and storage: what asks goes through `Index`, what answers could be
another engine. A segment covers a run of sources; sources added since are covered by building one
more. Whatever is here can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import mmap
import os
from collections.abc import Iterator
from typing import NamedTuple, cast

from drafter.errors import ReadError, WriteError
from drafter.phrases import segment
from drafter.phrases.dates import number
from drafter.phrases.segment import Facts, Row, Segment
from drafter.phrases.store import Place, Store

_SUFFIX = ".index"  # of "EPOCH-FIRST-LAST.index", the sources that a segment covers
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
        segments.append(_saved(folder, f"{epoch}-{covered + 1}-{last}{_SUFFIX}", data))
        if folder and covered == 0:
            _sweep(folder, f"{epoch}-1-{last}{_SUFFIX}")
    return Index(store, tuple(segments))


def folder_of(path: Place) -> str:
    """Where the index of the bank at `path` is kept."""
    return f"{os.fspath(path)}{_SUFFIX}"


def forget(path: Place) -> None:
    """Delete the index of the bank at `path`: it holds text of what may have been removed."""
    import shutil

    shutil.rmtree(folder_of(path), ignore_errors=True)


def _kept(folder: str, epoch: str, last: int) -> tuple[list[tuple[int, int]], list[Segment]]:
    """The segments on disk that cover sources 1 to some n without a gap, longest first."""
    files: dict[int, tuple[int, str]] = {}
    for name in _files(folder):
        parts = name.removesuffix(_SUFFIX).split("-")
        if len(parts) != 3 or parts[0] != epoch or not "".join(parts[1:]).isdecimal():
            continue
        first, end = int(parts[1]), int(parts[2])
        if files.get(first, (0, name))[0] < end <= last:
            files[first] = (end, name)
    spans, segments, at = [], [], 1
    while at in files:
        end, name = files[at]
        try:
            segments.append(_mapped(os.path.join(folder, name)))
        except (OSError, ValueError, ReadError):
            break
        spans.append((at, end))
        at = end + 1
    return spans, segments


def _files(folder: str) -> list[str]:
    """The names of the segments in `folder`, none where there is no such folder."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(_SUFFIX))
    except OSError:
        return []


def _mapped(path: str) -> Segment:
    with open(path, "rb") as file:
        return Segment(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _saved(folder: str | None, name: str, data: bytes) -> Segment:
    """The segment on disk, or in memory where no disk will have it."""
    if folder:
        from pathlib import Path

        from drafter.files import write_whole

        with contextlib.suppress(OSError, WriteError):
            os.makedirs(folder, exist_ok=True)
            path = os.path.join(folder, name)
            write_whole(Path(path), data)
            return _mapped(path)
    return Segment(data)


def _sweep(folder: str, keep: str) -> None:
    for name in _files(folder):
        if name != keep:
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(folder, name))


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
        rows = store.query(sql, (start, min(start + _SOURCES, last)))
        for entry, source, part, text in cast("list[tuple[int, int, str, str]]", rows):
            yield Row(entry, places[source], part, text)

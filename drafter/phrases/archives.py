"""Archives of drafts: what is in them, read as if it lay in a folder.

Archives come from strangers: no member is written anywhere, none is read beyond a bound, and a link
or a device in one is nothing. An archive in an archive is not opened.
"""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from drafter.errors import ReadError

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_LARGEST = 256 * 1024 * 1024  # bytes of a member
_MOST = 4 * 1024 * 1024 * 1024  # bytes of all of them
_DAMAGE = (
    *(OSError, EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile),
    *(NotImplementedError, RuntimeError, ValueError),  # an unknown method, a password
)


def is_archive(path: Path) -> bool:
    """Whether a file of this name holds others."""
    return path.name.lower().endswith(SUFFIXES)


def members(path: Path, data: bytes, notes: list[str]) -> Iterator[tuple[Path, bytes]]:
    """The files of an archive, each under the archive's own path; what is left out is noted."""
    total = 0
    try:
        for name, content in _members(path, data):
            inner = path / PurePosixPath(name.replace("\0", "")).as_posix().lstrip("/")
            total += len(content)
            if len(content) > _LARGEST:
                notes.append(f"{inner}: too large to be a draft")
                continue
            if total > _MOST:
                raise ReadError(f"{path}: unpacks to more than {_MOST >> 30} GB")
            yield inner, content
    except _DAMAGE as error:
        raise ReadError(f"{path}: damaged archive: {error}") from None


def _members(path: Path, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, of one that is too large a little too much."""
    if path.name.lower().endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for info in packed.infolist():
                if not info.is_dir():
                    with packed.open(info) as file:
                        yield info.filename, file.read(_LARGEST + 1)
        return
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:*") as tar:
        for member in tar:
            if member.isreg() and (held := tar.extractfile(member)):
                yield member.name, held.read(_LARGEST + 1)

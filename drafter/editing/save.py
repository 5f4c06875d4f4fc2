"""Opening and saving a draft: what may be written where, and whether the file is still ours.

Files are read by `formats` and written whole; nothing is ever written over a file that is not a
draft Markdown file unless it was named and agreed to.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.editing.buffer import Buffer, opened
from drafter.errors import ReadError
from drafter.files import write_whole
from drafter.model import Document, Resolution


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was opened."""

    buffer: Buffer
    notes: tuple[str, ...] = ()  # what could not be kept
    stamp: str = ""  # of the bytes, to see later whether someone else wrote


def stamp(path: Path) -> str:
    """A mark of what `path` holds now, "" when there is no such file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def open_file(path: Path, *, which: int = 0) -> Opened:
    """The draft in `path`, in any format that can be read.

    Only a file in the draft format is saved back in place; any other is saved under a new name.
    """
    from drafter.formats import kind_of, read_data

    data = read_bytes(path)
    reading = read_data(data, str(path))
    document, mark = reading.value, hashlib.sha256(data).hexdigest()
    if not 0 <= which < max(1, len(document.resolutions)):
        count = len(document.resolutions)
        raise ReadError(f"{path}: holds {count} resolutions", hint=f"use --number 1 to {count}")
    if path.suffix.lower() == ".md" and kind_of(data, str(path)) == "markdown":
        return Opened(opened(document, which=which, path=path), reading.notes, mark)
    return Opened(opened(document, which=which, source=str(path)), reading.notes, mark)


def read_bytes(path: Path) -> bytes:
    """What the file `path` holds; ReadError says why that cannot be had."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise ReadError(f"{path}: a folder, not a file", hint="name a file in it") from None
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from None


def new_file(path: Path) -> Opened:
    """An empty draft that will be saved at `path`, where nothing is yet."""
    if path.suffix.lower() != ".md":
        raise ReadError(f"{path}: no such file", hint="a new draft is a Markdown file: name.md")
    if not path.resolve().parent.is_dir():
        raise ReadError(f"{path}: no such folder", hint="make the folder first")
    buffer = opened(Document((Resolution(enacting="The General Assembly,"),)), source="")
    return Opened(replace(buffer, path=path))


def as_bytes(document: Document) -> bytes:
    """`document` as a draft Markdown file."""
    from drafter.formats import markdown

    return markdown.write(document)


def save(buffer: Buffer, path: Path) -> tuple[Resolution, str]:
    """Write the draft to `path`, whole or not at all; what was written, and the file's stamp.

    Raises WriteError, and then every file is as it was.
    """
    data = as_bytes(buffer.whole)
    write_whole(path, data)
    return buffer.resolution, hashlib.sha256(data).hexdigest()


def suggested_name(buffer: Buffer) -> str:
    """A name to save under: the source's with `.md`, or one made of the symbol or the title."""
    from drafter.model import plain

    if buffer.path:
        return str(buffer.path)
    if buffer.source:
        source = Path(buffer.source)
        taken = source.suffix.lower() == ".md"
        return str(source.with_name(f"{source.stem}-draft.md" if taken else f"{source.stem}.md"))
    words = buffer.resolution.masthead.symbol or plain(buffer.resolution.title) or "draft"
    kept = "".join(c if c.isalnum() else "-" for c in words.lower())
    return "-".join(part for part in kept.split("-") if part)[:60] + ".md"

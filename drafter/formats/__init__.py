"""Formats: one module each, `read` beside `write`, and the one door through which files come in.

A reader never refuses a draft and returns what it could not keep as notes. A module is imported
only when a file asks for it. Nothing here compares, checks or prints.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal, Protocol, cast

from drafter.errors import ReadError
from drafter.formats.reading import Reading
from drafter.model import Document

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "FORMATS",
    "Changes",
    "Format",
    "Known",
    "format_for",
    "format_named",
    "kind_of",
    "read_data",
    "read_file",
]

Changes = Literal["accept", "reject", "all"]


class Format(Protocol):
    """What a module that reads and writes one kind of file offers; some do only one of the two."""

    def read(self, data: bytes, name: str) -> Reading[Document]:
        """The resolutions in `data`, and what the reader has to say."""

    def write(self, document: Document) -> bytes:
        """`document` as the bytes of a file."""


@dataclass(frozen=True, slots=True)
class Known:
    """A kind of file: its suffixes, and the modules in this package that read and write it."""

    suffixes: tuple[str, ...]
    reader: str = ""
    writer: str = ""
    also: tuple[str, ...] = ()  # other names for it


FORMATS = {
    "markdown": Known((".md", ".markdown"), "markdown", "markdown", ("md",)),
    "docx": Known((".docx", ".docm"), "docx", "docx", ("word",)),
    "json": Known((".json",), "json", "json"),
    "html": Known((".html", ".htm"), "", "html"),
    "pdf": Known((".pdf",), "pdf"),
    "text": Known((".txt", ".text"), "text", "plain", ("txt", "plain")),
}

_FOREIGN = {
    b"\xd0\xcf\x11\xe0": ("a Word file of the old kind", "open it in Word and save it as .docx"),
    b"{\\rtf": ("an RTF file", "open it in Word and save it as .docx"),
}


def format_for(path: Path) -> Format:
    """The module that writes files like `path`."""
    suffix = path.suffix.lower()
    for known in FORMATS.values():
        if suffix in known.suffixes and known.writer:
            return _module(known.writer)
    suffixes = ", ".join(k.suffixes[0] for k in FORMATS.values() if k.writer)
    raise ReadError(f"{path}: unknown kind of file", hint=f"use one of {suffixes}, or say --to")


def format_named(name: str) -> Format:
    """The module that writes the format called `name`."""
    for key, known in FORMATS.items():
        if name.lower() in {key, *known.also} and known.writer:
            return _module(known.writer)
    names = ", ".join(key for key, known in FORMATS.items() if known.writer)
    raise ReadError(f"{name}: unknown format", hint=f"use one of {names}")


def read_file(name: str | Path, *, changes: Changes = "accept") -> Reading[Document]:
    """The resolutions in the file `name` ("-": stdin), whatever kind of file it is.

    `changes` says how the tracked changes of a Word file are read.
    """
    if str(name) == "-":
        return read_data(sys.stdin.buffer.read(), "-", changes=changes)
    try:
        with open(name, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise ReadError(f"{name}: no such file") from None
    except IsADirectoryError:
        raise ReadError(f"{name}: a folder, not a file", hint="name the files in it") from None
    except OSError as error:
        raise ReadError(f"{name}: cannot be read: {error.strerror}") from None
    return read_data(data, str(name), changes=changes)


def read_data(data: bytes, name: str, *, changes: Changes = "accept") -> Reading[Document]:
    """The resolutions in `data`, the content of the file called `name`.

    What the content evidently is goes before what the suffix says.
    """
    kind = kind_of(data, name)
    if kind == "docx":
        from drafter.formats import docx

        return docx.read(data, name, changes=changes)
    return _module(kind).read(data, name)


def kind_of(data: bytes, name: str) -> str:
    """The module that reads `data`: markdown, text, docx, pdf or json."""
    suffix = os.path.splitext(name)[1].lower()
    for magic, (what, hint) in _FOREIGN.items():
        if data.startswith(magic):
            raise ReadError(f"{name}: this is {what}", hint=hint)
    if b"mimetypeapplication/vnd.oasis.opendocument" in data[:100]:
        raise ReadError(
            f"{name}: this is an OpenDocument file", hint="open it and save it as .docx"
        )
    if data.startswith(b"PK\x03\x04") or (suffix in FORMATS["docx"].suffixes and data):
        return "docx"
    if data.startswith(b"%PDF") or suffix == ".pdf":
        return "pdf"
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if suffix == ".json" or (suffix in {"", ".txt"} and start.startswith((b'{"', b"{\n"))):
        return "json"
    from drafter.formats import sniffing

    if suffix not in sniffing.SUFFIXES and sniffing.is_binary(data):
        known = ", ".join(each.suffixes[0] for each in FORMATS.values() if each.reader)
        raise ReadError(f"{name}: unknown kind of file", hint=f"use one of {known}")
    return "markdown" if sniffing.is_draft(data, suffix) else "text"


def _module(name: str) -> Format:
    return cast("Format", import_module(f"{__name__}.{name}"))

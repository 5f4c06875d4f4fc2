"""How much of a PDF is read: bounds that no real document meets, so that a hostile one ends soon.

Looks into the packed streams before PDFium does, for PDFium unpacks whatever it is given.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from drafter.errors import ReadError

PAGES = 2_000
FORMS = 8  # how deep forms may stand in forms
_FILE = 256 << 20
_STREAM = 12 << 20  # a page of text unpacks to some ten thousand bytes
_ALL = 96 << 20
_DRAWN = 100_000  # forms that draw forms that draw forms
_WORK = 40_000_000
_STEP = 1 << 20
_NESTED = 3

_BEGINS = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
_PICTURE = re.compile(rb"/Subtype\s*/(?:Image|Type1C|CIDFontType0C|OpenType)|/FontFile|/Length1\b")

_FORM = re.compile(rb"/Subtype\s*/Form\b")
_DRAWS = re.compile(rb"\bDo\b")


@dataclass(slots=True)
class Budget:
    """The work that may still be done on a document."""

    name: str
    left: int = _WORK

    def take(self, work: int) -> None:
        """Take `work` away; a `ReadError` when nothing is left."""
        self.left -= work + 1
        if self.left < 0:
            raise ReadError(f"{self.name}: this PDF holds more than can be read in reasonable time")


def check(data: bytes, name: str) -> None:
    """Raise a `ReadError` where `data` is empty, is no PDF, or unpacks to beyond all bounds."""
    if not data.strip():
        raise ReadError(f"{name}: the file is empty")
    if len(data) > _FILE:
        raise ReadError(f"{name}: larger than {_FILE >> 20} megabytes")
    if b"%PDF" not in data[:1024]:
        raise ReadError(f"{name}: not a PDF", hint="it may be a web page saved under that name")
    left = _ALL
    drawn = 1
    for match in _BEGINS.finditer(data):
        about = data[max(0, match.start() - 400) : match.start()]
        about = about[about.rfind(b" obj") + 1 :]
        limit = _ALL if _PICTURE.search(about) else _STREAM
        size = _unpacked(data, match.end(), min(limit, left))
        if size is None:
            raise ReadError(
                f"{name}: unpacks to more than can be read", hint="take the file from its source"
            )
        left -= 0 if _PICTURE.search(about) else size
        if _FORM.search(about):
            drawn *= max(1, len(_DRAWS.findall(_content(data, match.end()))))
        if drawn > _DRAWN:
            raise ReadError(f"{name}: draws more than can be read")


def _content(data: bytes, start: int) -> bytes:
    """The beginning of the stream at `start`, unpacked if it is packed."""
    plain = data[start : data.find(b"endstream", start)]
    whole = _whole(plain, 0, _STREAM)
    return plain if whole in {None, b"\x00"} else whole or b""


def _unpacked(data: bytes, start: int, limit: int, depth: int = 0) -> int | None:
    """How much the stream at `start` unpacks to: 0 if it is not packed, None above `limit`."""
    if data[start : start + 1] not in {b"x", b"h", b"H", b"X", b"8", b"(", b"\x18"}:
        return 0
    unpacker = zlib.decompressobj()
    size, at = 0, start
    first = b""
    try:
        while not unpacker.eof and (unpacker.unconsumed_tail or at < len(data)):
            chunk = unpacker.unconsumed_tail or data[at : (at := at + 65536)]
            made = unpacker.decompress(chunk, _STEP)
            first = first or made
            size += len(made)
            if size > limit:
                return None
            if depth < _NESTED and len(first) > 2 and first[0] == 0x78:
                # Packed again: what is inside counts.
                whole = _whole(data, start, limit)
                inner = _unpacked(whole, 0, limit, depth + 1) if whole else None
                return None if inner is None else size + inner
    except zlib.error:
        return size
    return size


def _whole(data: bytes, start: int, limit: int) -> bytes | None:
    unpacker = zlib.decompressobj()
    try:
        made = unpacker.decompress(data[start:], limit + 1)
    except zlib.error:
        return b"\x00"
    return made if len(made) <= limit else None

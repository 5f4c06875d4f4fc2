"""Picture files without what a camera or an editor wrote beside the picture.

Exif, comments, XMP, text chunks and whatever is appended go; the picture's own data stays byte for
byte. A file that is not what it says stays as it is.
"""

from __future__ import annotations

import struct

from lxml import etree

from drafter.errors import ReadError
from drafter.word.xml import attributes, local, parse, remove, serialise, unset

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_STAYS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP acTL fcTL fdAT".split()
)
_JPEG_STAYS = {0xE0, 0xE2, 0xEE}  # JFIF, colour profile, Adobe's colour transform
_SVG_GOES = {"metadata", "title", "desc", "script"}


def stripped(data: bytes, name: str) -> bytes:
    """`data`, the picture called `name`, without what is not the picture."""
    try:
        if data.startswith(_PNG):
            return _png(data)
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data[:6] in {b"GIF87a", b"GIF89a"}:
            return _gif(data)
        if data[40:44] == b" EMF":
            return _emf(data)
        if name.lower().endswith(".svg"):
            return _svg(data, name)
    except (IndexError, struct.error, ReadError, ValueError):
        return data
    return data


def _png(data: bytes) -> bytes:
    out, at = [_PNG], len(_PNG)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind in _PNG_STAYS:
            out.append(data[at : at + 12 + length])
        at += 12 + length
        if kind == b"IEND":
            break
    return b"".join(out)


def _jpeg(data: bytes) -> bytes:
    out, at = [data[:2]], 2
    while at < len(data):
        if data[at] != 0xFF:
            raise ValueError("no segment here")
        mark = data[at + 1]
        if mark == 0xD9:
            out.append(data[at : at + 2])
            break
        if mark == 0xFF:
            at += 1
            continue
        end = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if not (0xE0 <= mark <= 0xEF or mark == 0xFE) or mark in _JPEG_STAYS:
            out.append(data[at:end])
        if mark == 0xDA:  # the picture itself, up to the next mark that is not part of it
            start = end
            while data[end] != 0xFF or data[end + 1] == 0 or 0xD0 <= data[end + 1] <= 0xD7:
                end += 1
            out.append(data[start:end])
        at = end
    return b"".join(out)


def _gif(data: bytes) -> bytes:
    def table(flags: int) -> int:
        return 3 * (2 << (flags & 7)) if flags & 0x80 else 0

    def blocks(at: int) -> int:
        while data[at]:
            at += data[at] + 1
        return at + 1

    at = 13 + table(data[10])
    out = [data[:at]]
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x21:
            kind = data[at + 1]
            at = blocks(at + 2)
            keeps = kind == 0xF9 or (kind == 0xFF and data[start + 3 : start + 11] == b"NETSCAPE")
            if keeps:
                out.append(data[start:at])
        elif data[at] == 0x2C:
            at = blocks(at + 11 + table(data[at + 9]))
            out.append(data[start:at])
        else:
            raise ValueError("no block here")
    return b"".join(out) + b"\x3b"


def _emf(data: bytes) -> bytes:
    """An EMF names the program and the drawing in its header; the words are blanked."""
    length, at = struct.unpack("<II", data[60:68])
    if not length or at + 2 * length > len(data):
        return data
    return data[:at] + bytes(2 * length) + data[at + 2 * length :]


def _svg(data: bytes, name: str) -> bytes:
    root = parse(data, name)
    for node in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        remove(node)
    for element in list(root.iter()):
        spaces = element.tag.startswith("{") and "w3.org" not in element.tag
        if element is not root and (spaces or local(element) in _SVG_GOES):
            remove(element)
            continue
        for attribute, _ in attributes(element):
            if attribute.startswith("{") and "w3.org" not in attribute:
                unset(element, attribute)
    etree.cleanup_namespaces(root)
    return serialise(root)

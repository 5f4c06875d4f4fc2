"""PDFs written by hand, as small as they can be: what a test wants on the page and nothing else."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

FONTS = {"roman": "Times-Roman", "italic": "Times-Italic", "bold": "Times-Bold"}


@dataclass(frozen=True)
class Ink:
    """Words at a place, in points from the upper left corner."""

    x: float
    y: float
    words: str
    font: str = "roman"
    size: float = 10


def page(*inks: Ink) -> bytes:
    """The content of a page."""
    lines = [
        f"BT /{ink.font} {ink.size} Tf {ink.x} {792 - ink.y:.2f} Td ({_escaped(ink.words)}) Tj ET"
        for ink in inks
    ]
    return "\n".join(lines).encode("cp1252")


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf(*pages: bytes, packed: int = 1, trailer: str = "", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF of `pages`, each content packed so many times."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = " ".join(f"/{key} {3 + at} 0 R" for at, key in enumerate(FONTS))
    for name in FONTS.values():
        font = f"/BaseFont /{name} /Encoding /WinAnsiEncoding"
        objects.append(f"<< /Type /Font /Subtype /Type1 {font} >>".encode())
    kids = []
    for content in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Contents {len(objects) + 2} 0 R /Resources << /Font << {fonts} >> >> >>".encode()
        )
        objects.append(stream(content, packed))
    objects.extend(more)
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects, trailer)


def stream(content: bytes, packed: int = 1) -> bytes:
    """A stream object, packed so many times."""
    for _ in range(packed):
        content = zlib.compress(content, 9)
    filters = "/FlateDecode " * packed
    head = f"<< /Length {len(content)} /Filter [{filters}] >>\nstream\n".encode()
    return head + content + b"\nendstream"


def _file(objects: list[bytes], trailer: str) -> bytes:
    made = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
    return made + head + table + f"{end}startxref\n{len(made)}\n%%EOF\n".encode()

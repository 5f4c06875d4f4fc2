"""Scanned Markdown and plain text of official documents: the door to `formats.official`.

Never refuses: whatever the bytes, they give a document. Characters stay as they are; what was
mended is said in the notes, what was dropped is in the furniture.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.formats.official import (
    assemble,
    footnotes,
    furniture,
    html_tables,
    hyphens,
    lines,
    old_calls,
    working,
)
from drafter.formats.reading import Reading
from drafter.model import Document


def read(data: bytes, name: str = "") -> Reading[Document]:
    """The document in `data`: its resolutions and decisions, and the text around them."""
    return parse(lines.decode(data))


def parse(text: str) -> Reading[Document]:
    """The document that `text` spells."""
    raws = html_tables.rows(lines.split(text))
    wrapped = lines.is_wrapped(raws)
    stripped = furniture.strip(raws)
    parted = footnotes.part(old_calls.read(stripped.lines), wrapped=wrapped)
    language = lines.language(raws)
    whole, mended = hyphens.mend(parted.lines)
    cut, said = working.cut(whole, language)
    found = assemble.document(
        cut, parted.notes, stripped.furniture, wrapped=wrapped, language=language
    )
    return replace(found, notes=(*said, *mended, *found.notes))

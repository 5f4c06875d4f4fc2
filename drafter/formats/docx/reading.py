"""Reads Word files: our own by their styles, others' by their words.

Changes that are tracked in the file are accepted, rejected, or read as bracketed proposals. Never
repairs a file; a malformed one is a `ReadError`.
"""

from __future__ import annotations

from typing import Literal

from drafter.errors import ReadError
from drafter.formats.docx import calls, kept, own
from drafter.formats.reading import Reading
from drafter.model import Document
from drafter.word import revisions
from drafter.word.numbering import Numbering
from drafter.word.package import Package
from drafter.word.styles import Styles

Changes = Literal["accept", "reject", "all"]


def read(data: bytes, name: str, *, changes: Changes = "accept") -> Reading[Document]:
    """The document in a Word file, with notes on what could not be kept.

    `name` is for messages. With `changes` "all", what is tracked stands as a proposal in brackets:
    an insertion `[Author: …]`, a deletion `[…] (Author: delete)`.
    """
    try:
        return _read(data, name, changes)
    except RecursionError:
        raise ReadError(f"{name}: nested deeper than a document can be") from None


def _read(data: bytes, name: str, changes: Changes) -> Reading[Document]:
    package = Package.open(data, name)
    tracked = sum(revisions.authors(package).values())
    if changes != "all":
        resolve = revisions.accept_all if changes == "accept" else revisions.reject_all
        package = resolve(package)
    styles = Styles.of(package)
    notes = calls.of(package, styles)
    numbering = Numbering.of(package, styles)
    beside = kept.read(package)
    document, said = own.read(package, notes, numbering, beside or ())
    del tracked
    return Reading(document, said)

"""Reads Word files: our own by their styles, others' by their words.

Changes that are tracked in the file are accepted, rejected, or read as bracketed proposals. Never
repairs a file; a malformed one is a `ReadError`.
"""

from __future__ import annotations

from typing import Literal

from drafter.errors import ReadError
from drafter.formats.docx import calls, foreign, kept, own
from drafter.formats.reading import Reading
from drafter.model import Document
from drafter.word import revisions
from drafter.word.numbering import Numbering
from drafter.word.package import Package
from drafter.word.styles import Styles
from drafter.word.xml import w

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
    except ReadError as error:
        if str(error).startswith(f"{name}: "):
            raise
        raise ReadError(f"{name}: {error}", hint=error.hint) from None


def _read(data: bytes, name: str, changes: Changes) -> Reading[Document]:
    package = Package.open(data, name)
    said = _said_about(package, changes)
    if changes != "all":
        resolve = revisions.accept_all if changes == "accept" else revisions.reject_all
        package = resolve(package)
    styles = Styles.of(package)
    notes = calls.of(package, styles)
    numbering = Numbering.of(package, styles)
    beside = kept.read(package)
    if own.is_own(package, beside):
        found = own.read(package, notes, numbering, beside or ())
    else:
        found = foreign.read(package, notes, numbering)
    lost = [
        f"left out: {what}" + (f" ({times} times)" if times > 1 else "")
        for what, times in sorted(notes.seen.lost.items())
    ]
    loose = [
        f"a note that nothing calls was left out: “{words[:60]}”" for words in notes.uncalled()
    ]
    return Reading(found.value, (*said, *found.notes, *lost, *loose), found.furniture)


def _said_about(package: Package, changes: Changes) -> list[str]:
    """What there is to say of tracked changes and comments, which a draft does not hold."""
    said = []
    authors = revisions.authors(package)
    if count := sum(authors.values()):
        done = {"accept": "accepted", "reject": "rejected", "all": "read as proposals"}[changes]
        names = ", ".join(sorted(filter(None, authors)))
        said.append(f"tracked changes {done}: {count}" + (f", by {names}" if names else ""))
    for part in package.related(package.main, "comments")[:1]:
        for comment in package.part(part).iter(w("comment")):
            words = " ".join("".join(t.text or "" for t in comment.iter(w("t"))).split())
            if words:
                author = comment.get(w("author"), "") or "nobody"
                said.append(f"comment by {author}: {words}")
    return said

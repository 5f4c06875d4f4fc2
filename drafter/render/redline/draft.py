"""OLD is a Word file, NEW a draft of any other kind: the official file with our changes on it.

The draft is laid out for circulation and compared with the old file. Where the old file is
somebody else's layout, its masthead and headers stay as they are when the draft says the same
facts, kept text keeps its formatting, and new paragraphs are dressed like their neighbours.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Literal

from drafter.model import Document, Masthead, plain
from drafter.render.redline.carry import style_ids
from drafter.render.redline.write import checked, redline, sign
from drafter.word.inline import content
from drafter.word.package import Package
from drafter.word.revisions import authors
from drafter.word.story import Flow, Paragraph, body, flow


def redline_draft(
    old: bytes,
    new: Document,
    *,
    author: str,
    date: datetime,
    moves: bool = True,
    renumbering: Literal["tracked", "separate"] = "separate",
    style: Literal["tracked", "marked"] = "tracked",
) -> bytes:
    """The Word file `old` with every difference from the draft `new` as a tracked change."""
    from drafter.formats import docx

    laid_out = docx.write(new)
    before, after = Package.open(old, "the old file"), Package.open(laid_out, "the draft")
    start = None
    if not authors(before) and not _laid_out_alike(before, after):
        start = _starts(old, new, before, after)
    if start is None:
        return redline(
            old,
            laid_out,
            author=author,
            date=date,
            moves=moves,
            renumbering=renumbering,
            style=style,
        )
    signed = sign(author, date, renumbering, style)
    return checked(before, after, signed, moves=moves, untouched=start, dress=False)


def _laid_out_alike(old: Package, new: Package) -> bool:
    """True if the old file is a circulation file of ours: it has every style that these have."""
    return style_ids(new) <= style_ids(old)


def _starts(old: bytes, new: Document, before: Package, after: Package) -> tuple[int, int] | None:
    """Where the title stands in both files, when all that is above it says the same."""
    from drafter.formats import docx

    known = docx.read(old, "the old file").value.resolutions
    if len(known) != 1 or len(new.resolutions) != 1:
        return None
    one, other = known[0], new.resolutions[0]
    if _facts(one.masthead) != _facts(other.masthead) or not one.title:
        return None
    found = (
        _find(flow(body(before).container), plain(one.title)),
        _find(flow(body(after).container), plain(other.title)),
    )
    return found if min(found) >= 0 else None


def _facts(masthead: Masthead) -> Masthead:
    """What is printed: not what only the front matter of a draft says."""
    return replace(masthead, base=(), extra=(), body="")


def _find(items: Flow, title: str) -> int:
    """Which item is the title; -1 where none says just that."""
    wanted = " ".join(title.split())
    for index, item in enumerate(items):
        if isinstance(item, Paragraph):
            said = content(item.element).text.replace("\u2028", " ")
            if " ".join(said.split()) == wanted:
                return index
    return -1

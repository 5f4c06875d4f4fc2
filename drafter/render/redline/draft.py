"""OLD is a Word file, NEW a draft of any other kind: the official file with our changes on it.

The draft is laid out for circulation and compared with the old file. Where the old file is
somebody else's layout, its masthead and headers stay as they are but for the facts that changed,
kept text keeps its formatting, and new paragraphs are dressed like their neighbours.
"""

from __future__ import annotations

from datetime import datetime
from itertools import zip_longest
from typing import Literal

from drafter.model import Document, Resolution, plain
from drafter.render.redline.definitions import style_ids
from drafter.render.redline.facts import unplaced
from drafter.render.redline.following import follow
from drafter.render.redline.job import Fact
from drafter.render.redline.write import checked, redline, sign
from drafter.word.blocks import typed_label
from drafter.word.inline import content
from drafter.word.package import Package
from drafter.word.revisions import accept_all
from drafter.word.story import Paragraph, body, flow


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
    if not _laid_out_alike(before, after):
        own, read = docx.read(old, "the old file").value, accept_all(before)
        start = _starts(own, new, read, after)
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
    untouched, facts = start
    laid = Package.open(docx.write(own))
    title = _find(laid, own.resolutions[0])
    if title >= 0:
        follow(read, laid, after, (untouched[0], title, untouched[1]))
    signed = sign(author, date, renumbering, style)
    return checked(
        before, after, signed, moves=moves, untouched=untouched, facts=facts, dress=False
    )


def _laid_out_alike(old: Package, new: Package) -> bool:
    """True if the old file is a circulation file of ours: it has every style that these have."""
    return style_ids(new) <= style_ids(old)


def _starts(
    old: Document, new: Document, before: Package, after: Package
) -> tuple[tuple[int, int], tuple[Fact, ...]] | None:
    """Where the first title stands in both files, and which facts above it changed.

    None when the old masthead is not understood well enough to change it where it stands.
    """
    if not old.resolutions or not new.resolutions or not old.resolutions[0].title:
        return None
    one, other = old.resolutions[0], new.resolutions[0]
    found = _find(before, one), _find(after, other)
    if min(found) < 0:
        return None
    facts = _changed(one, other)
    if any(not new_ for _, new_ in facts) or unplaced(before, found[0], facts):
        return None
    return found, facts


def _changed(old: Resolution, new: Resolution) -> tuple[Fact, ...]:
    """The lines above the title that differ, as the old draft prints them and as the new one does.

    A draft may leave out what its masthead could tell: what it does not say is not changed.
    """
    from drafter.formats.docx import masthead

    olds = {line.style: line.text for line in masthead.printed(old.masthead, old.enacting)}
    facts = []
    for line in masthead.printed(new.masthead, new.enacting):
        was = olds.get(line.style, "")
        if was != line.text:
            facts.append((was, line.text))
    notes = (masthead.sponsor_notes(each.masthead) for each in (old, new))
    for one, other in zip_longest(*notes, fillvalue=("", "")):
        if one[1] != other[1]:
            facts.append((one[1], other[1]))
    return tuple(facts)


def _find(package: Package, resolution: Resolution) -> int:
    """Which item of the body is the title: the last that says it above the enacting clause.

    -1 where none says just that.
    """
    title, clause = _folded(plain(resolution.title)), _folded(resolution.enacting)
    found = -1
    for index, item in enumerate(flow(body(package).container)):
        if isinstance(item, Paragraph):
            text = content(item.element).text
            said = _folded(text[len(typed_label(text)) :])
            if said == title:
                found = index
            elif found >= 0 and clause and said == clause:
                break
    return found


def _folded(text: str) -> str:
    return " ".join(text.replace("\u2028", " ").split())

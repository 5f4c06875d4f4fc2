"""New text built from the new file's runs, as revisions for the old file."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from drafter.render.redline.job import Job
from drafter.render.redline.pen import Pen
from drafter.word.inline import Content, Piece
from drafter.word.xml import Element, local, make, text_element, w


@dataclass(frozen=True, slots=True)
class Graft:
    """A paragraph of the new file from which text is taken, and how it is to be marked."""

    content: Content
    source: str  # the new file's part it stands in
    target: str  # the old file's part it goes into
    pen: Pen
    name: str = "ins"


def inserted(job: Job, graft: Graft, span: tuple[int, int], *, linked: bool) -> list[Element]:
    """The text of `span`, marked as inserted, formatted as it is in the new file.

    A new link comes along, unless `linked`: then the text is going into a link of the old file.
    """
    made: list[Element] = []
    last: tuple[Element | None, Element | None] = (None, None)  # the source's run and link
    run: Element | None = None
    for piece in _pieces(graft.content, *span):
        link = None if linked else _link(piece)
        if run is None or piece.run is None or (piece.run, link) != last:
            holder = _holder(job, graft, made, (link, last[1]))
            if piece.run is None:
                run = None
                holder.append(job.carrier.content(piece.element, graft.source, graft.target))
            else:
                run = make("r")
                carried = job.carrier.run_properties(piece.run.find(w("rPr")))
                if carried is not None and len(carried):
                    run.append(carried)
                holder.append(run)
            last = (piece.run, link)
        if run is not None:
            run.append(_child(job, graft, piece, span))
    return made


def _holder(
    job: Job, graft: Graft, made: list[Element], links: tuple[Element | None, Element | None]
) -> Element:
    """The revision that the next run goes into; a link holds a revision of its own."""
    link, last_link = links
    if made and link is last_link:
        return made[-1] if link is None else made[-1][-1]
    revision = graft.pen.revision(graft.name)
    if link is None:
        made.append(revision)
    else:
        bare = make("hyperlink")
        for key, value in link.attrib.items():
            bare.set(key, value)
        shell = job.carrier.content(bare, graft.source, graft.target)
        shell.append(revision)
        made.append(shell)
    return revision


def _pieces(content: Content, start: int, end: int) -> list[Piece]:
    """The pieces that show the text of a stretch, with every part of the fields in it."""
    fields = {
        number
        for number, (first, last) in content.fields().items()
        if start <= first and last <= end
    }
    return [
        piece
        for piece in content.pieces
        if (piece.text and piece.start < end and piece.end > start)
        or (piece.field in fields and piece.run is not None)
    ]


def _child(job: Job, graft: Graft, piece: Piece, span: tuple[int, int]) -> Element:
    if piece.element.tag == w("t") and (piece.text or not piece.field):
        first, last = max(span[0] - piece.start, 0), span[1] - piece.start
        return text_element("t", piece.text[first:last])
    if local(piece.element) in {"t", "tab", "br", "fldChar", "instrText"}:
        copied = deepcopy(piece.element)
        copied.tail = None
        return copied
    return job.carrier.content(piece.element, graft.source, graft.target)


def _link(piece: Piece) -> Element | None:
    start = piece.run if piece.run is not None else piece.element
    for ancestor in start.iterancestors():
        if local(ancestor) == "hyperlink":
            return ancestor
        if local(ancestor) == "p":
            return None
    return None

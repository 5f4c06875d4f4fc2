"""Runs cut where marks begin and end, and found again by position.

After `cut`, every run of a paragraph lies wholly inside or wholly outside each stretch asked for,
so a stretch is marked by wrapping runs. The formatting of a run goes with each of its parts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import islice, pairwise

from drafter.word.inline import SEAM, Content, Piece
from drafter.word.xml import Element, above, local, make, names, text_element, w

_MARKED = names("ins del moveFrom moveTo")
_WRAPPERS = names("hyperlink smartTag customXml sdt sdtContent dir bdo")
# New text at the very beginning stands behind these.
_SIGNS = names("footnoteRef endnoteRef annotationRef") | {SEAM}


def cut(content: Content, offsets: Iterable[int]) -> None:
    """Cut the runs of a paragraph at `offsets` of its text, in place."""
    cuts = sorted(set(offsets))
    if not cuts:
        return
    _cut_texts(content, cuts)
    begun = {piece.field: piece.start for piece in reversed(content.pieces) if piece.field}
    segment, last_run, last_segment = 0, None, 0
    first: list[int] = []  # of the pieces that are to begin a run of their own
    for index, piece in enumerate(content.pieces):
        if piece.text:
            segment = bisect_right(cuts, piece.start)
        elif piece.field:
            segment = bisect_right(cuts, begun[piece.field])
        if piece.run is None:
            continue
        if piece.run is last_run and segment != last_segment:
            first.append(index)
        last_run, last_segment = piece.run, segment
    for index in reversed(first):
        _split_run(content.pieces, index)


def _cut_texts(content: Content, cuts: list[int]) -> None:
    """Divide the texts in which a cut falls."""
    pieces: list[Piece] = []
    for piece in content.pieces:
        inside = cuts[bisect_right(cuts, piece.start) : bisect_left(cuts, piece.end)]
        if len(piece.text) < 2 or not inside:
            pieces.append(piece)
            continue
        last = piece.element
        for start, end in pairwise((piece.start, *inside, piece.end)):
            said = piece.text[start - piece.start : end - piece.start]
            made = text_element("t", said)
            last.addnext(made)
            last = made
            pieces.append(Piece(said, made, piece.run, "", start, piece.field))
        above(piece.element).remove(piece.element)
    content.pieces = pieces


def _split_run(pieces: list[Piece], index: int) -> None:
    """Begin a new run with the piece `index`, formatted as the run it stood in."""
    run = pieces[index].run
    if run is None:
        return
    made = shell(run)
    made.extend([pieces[index].element, *pieces[index].element.itersiblings()])
    run.addnext(made)
    while index < len(pieces) and pieces[index].run in {run, None}:
        if pieces[index].run is run:
            pieces[index].run = made
        index += 1


def shell(run: Element) -> Element:
    """A run with the formatting of `run` and nothing in it."""
    made = make("r")
    for name, value in run.attrib.items():
        made.set(name, value)
    properties = run.find(w("rPr"))
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def units(content: Content, start: int, end: int) -> list[Element]:
    """The runs, and equations between runs, that show the text from `start` to `end`, in order.

    A field comes with all its parts. The paragraph must have been cut at both ends.
    """
    found: dict[Element, None] = {}
    held = content.between(start, end)
    known = content.fields() if any(piece.field for piece in held) else {}
    fields = {number for number, (first, last) in known.items() if start <= first and last <= end}
    for piece in held:
        inside = piece.text and start <= piece.start and piece.end <= end
        if inside or piece.field in fields:
            unit = piece.run if piece.run is not None else piece.element
            if piece.run is not None or piece.text:
                found[unit] = None
    return list(found)


def anchor(content: Content, offset: int, *, inside: bool = False) -> Element | None:
    """What new text at `offset` is to stand behind, at its own level; None: the very beginning.

    Behind a field, never inside it, unless `inside`: then with the words that the field at `offset`
    shows. Behind a link that ends there; behind a note's own sign.
    """
    if inside:
        return _shown_before(content, offset)
    before, after = _beside(content, offset)
    if before is None:
        for piece in content.pieces:
            if piece.text:
                break
            if piece.element.tag in _SIGNS:
                before = piece
    if before is None:
        return None
    if before.field:
        before = [p for p in content.pieces if p.field == before.field and p.run is not None][-1]
    unit = before.run if before.run is not None else before.element
    next_unit = None
    if after is not None:
        next_unit = after.run if after.run is not None else after.element
    around = set(next_unit.iterancestors()) if next_unit is not None else set()
    while True:
        parent = above(unit)
        if parent.tag in _MARKED or (parent.tag in _WRAPPERS and parent not in around):
            unit = parent
        else:
            return unit


def _beside(content: Content, offset: int) -> tuple[Piece | None, Piece | None]:
    """The last piece of text before `offset`, and the first one behind it."""
    at = content.index(offset)
    first = at - 1
    while first >= 0 and not (content.pieces[first].text and content.pieces[first].end <= offset):
        first -= 1
    for second in islice(content.pieces, max(first, 0), None):
        if second.text and second.end > offset:
            break
    else:
        second = None
    return (content.pieces[first] if first >= 0 else None), second


def _shown_before(content: Content, offset: int) -> Element | None:
    """The last run before `offset` of the field whose words begin, go on or end there."""
    number = next(
        (p.field for p in content.pieces if p.field and p.text and p.start <= offset <= p.end), 0
    )
    last: Element | None = None
    for piece in content.pieces:
        if piece.field != number or piece.run is None:
            continue
        if piece.text and piece.end > offset:
            break
        if piece.element.tag == w("fldChar") and piece.element.get(w("fldCharType")) == "end":
            break
        last = piece.run
    while last is not None and above(last).tag in _MARKED:
        last = above(last)
    return last


def open_at(content: Content, offset: int, ids: Iterator[int]) -> None:
    """Divide the insertion by others in whose midst `offset` lies: new text is not to be theirs.

    The runs must have been cut there. Both parts keep author and date; the second has an id of
    its own.
    """
    first, second = _beside(content, offset)
    if first is None or second is None:
        return
    one, other = _unit(first), _unit(second)
    while True:
        shared = set(one.iterancestors(*_MARKED))
        holder = next((a for a in other.iterancestors(*_MARKED) if a in shared), None)
        if holder is None:
            return
        inner = other
        while above(inner) is not holder:
            inner = above(inner)
        if inner in {one, *one.iterancestors()}:
            return  # a link or a content control holds both
        made = make(local(holder))
        for name, value in holder.attrib.items():
            made.set(name, value)
        made.set(w("id"), str(next(ids)))
        made.extend([inner, *inner.itersiblings()])
        holder.addnext(made)


def _unit(piece: Piece) -> Element:
    return piece.run if piece.run is not None else piece.element


def within_link(element: Element) -> bool:
    """True if `element` stands in a hyperlink of its paragraph."""
    for ancestor in element.iterancestors():
        if local(ancestor) == "hyperlink":
            return True
        if local(ancestor) == "p":
            return False
    return False

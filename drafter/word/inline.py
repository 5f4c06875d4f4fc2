"""A paragraph's content as pieces: what each reads as, and the element it came from.

The words of a paragraph are the texts of its pieces, end to end. A thing that is no words (a note's
call, an image, a field without words) is one OBJECT with an identity; what shows nothing
(a bookmark, the inside of a field) is a piece of no width, so that nothing is dropped in silence.
Tracked changes read as accepted: what is inserted is words, what is deleted shows nothing.
Reads only; never changes the tree.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from drafter.spans import OBJECT
from drafter.word.xml import M_NS, MC_NS, W_NS, XML_SPACE, Element, local, names, w

LINE_BREAK = "\u2028"  # w:br inside a paragraph; never "\n", which parts paragraphs

# Fields whose shown value depends on layout, clock or file: the value is no text.
_VOLATILE = (
    "PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME "
    "FILENAME FILESIZE NUMWORDS NUMCHARS REVNUM LASTSAVEDBY USERNAME"
)
VOLATILE = frozenset(_VOLATILE.split())
# What holds runs and shows nothing itself.
WRAPPERS = names("hyperlink smartTag customXml sdt sdtContent dir bdo fldSimple ins moveTo")
# Stands where a paragraph went on to the next one whose mark is deleted: see `drafter.word.aside`.
SEAM = w("seam")
_GONE = names("del moveFrom") | {SEAM}
# In a run, what shows nothing and may be left behind when the run is written anew.
_FLEETING = names("lastRenderedPageBreak rPr")
_NO_WIDTH = names(
    "footnoteRef endnoteRef annotationRef separator continuationSeparator commentReference"
)
_PROPERTIES = names("pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr proofErr")


@dataclass(slots=True)
class Piece:
    """A stretch of a paragraph that came from one element."""

    text: str  # what it reads as; "" where it shows nothing
    element: Element  # w:t, w:tab, w:drawing … in a run, else the run's equal: m:oMath, bookmark
    run: Element | None  # the w:r that holds it, None where it stands in no run
    identity: str = ""  # which thing an OBJECT is
    start: int = 0  # where the text begins in the paragraph
    field: int = 0  # the field it belongs to, 0 none: a field changes whole or not at all

    @property
    def end(self) -> int:
        """Where its text ends in the paragraph."""
        return self.start + len(self.text)


@dataclass(slots=True)
class Content:
    """The pieces of one paragraph in order, and its words."""

    pieces: list[Piece] = field(default_factory=list)
    text: str = ""
    # Of which list the next is the index, and where its pieces start: cutting makes a new list.
    _indexed: list[Piece] = field(default_factory=list, compare=False, repr=False)
    _starts: list[int] = field(default_factory=list, compare=False, repr=False)

    def objects(self) -> tuple[str, ...]:
        """The identity of each OBJECT in the text, in order."""
        return tuple(piece.identity for piece in self.pieces if piece.identity)

    def index(self, position: int) -> int:
        """Which piece is the first that starts at `position` or behind it."""
        if self._indexed is not self.pieces:
            self._indexed, self._starts = self.pieces, [piece.start for piece in self.pieces]
        return bisect_left(self._starts, position)

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces that touch the stretch, and some that show nothing beside it."""
        first = self.index(start)
        while first and self.pieces[first - 1].end >= start:
            first -= 1
        return self.pieces[first : self.index(end + 1)]

    def fields(self) -> dict[int, tuple[int, int]]:
        """Where the text of each field begins and ends."""
        found: dict[int, tuple[int, int]] = {}
        for piece in self.pieces:
            if piece.field:
                start, end = found.get(piece.field, (piece.start, piece.end))
                found[piece.field] = (min(start, piece.start), max(end, piece.end))
        return found


Identify = Callable[[Element], str]


def content(paragraph: Element, identify: Identify | None = None) -> Content:
    """The pieces of `paragraph`; `identify` names an object by what it holds, not by its ids."""
    pieces = list(_pieces(paragraph, identify or identity))
    _bind_fields(pieces)
    position = 0
    for piece in pieces:
        piece.start = position
        position += len(piece.text)
    return Content(pieces, "".join([piece.text for piece in pieces]))


def _pieces(parent: Element, identify: Identify) -> Iterator[Piece]:
    for child in parent:
        tag = child.tag
        if tag == _RUN:
            yield from _run_pieces(child, identify)
        elif tag == _SIMPLE_FIELD:
            yield from _simple_field(child, identify)
        elif tag in WRAPPERS:
            yield from _pieces(child, identify)
        elif not isinstance(tag, str) or tag in _PROPERTIES:
            continue
        elif tag in _GONE:
            yield Piece("", child, None)
        elif tag.startswith(f"{{{M_NS}}}") or tag == _ALTERNATE or _holds_run(child):
            yield Piece(OBJECT, child, None, identify(child))
        else:
            yield Piece("", child, None)


def _simple_field(field: Element, identify: Identify) -> list[Piece]:
    """The words that a `w:fldSimple` shows, or one OBJECT as for a field written out: `_bind`."""
    held = list(_pieces(field, identify))
    words = field.get(_INSTRUCTION_OF, "").split()
    if (words and words[0].upper() in VOLATILE) or not any(piece.text for piece in held):
        return [Piece(OBJECT, field, None, "field:" + " ".join(words))]
    return held


def _run_pieces(run: Element, identify: Identify) -> Iterator[Piece]:
    for child in run:
        tag = child.tag
        if tag == _T:
            yield Piece(text_of(child), child, run)
        elif tag in _CHARACTERS:
            if tag == _BREAK and child.get(_TYPE) in {"page", "column"}:
                yield Piece(OBJECT, child, run, f"{child.get(_TYPE)} break")
            else:
                yield Piece(_CHARACTERS[tag], child, run)
        elif tag in _FLEETING or not isinstance(tag, str):
            continue
        elif tag in _NO_WIDTH or tag in _FIELD_PARTS or shows_nothing(child):
            yield Piece("", child, run)
        else:
            yield Piece(OBJECT, child, run, identify(child))


def _holds_run(element: Element) -> bool:
    return next(element.iter(_RUN, _T), None) is not None


def shows_nothing(element: Element) -> bool:
    """True for a picture that only defines a shape type."""
    return local(element) in {"pict", "object", "drawing"} and all(
        local(child) in {"shapetype", ""} for child in element
    )


def text_of(element: Element) -> str:
    """The text of a `w:t`: white space at its ends counts only where preserved, as in Word."""
    text = element.text or ""
    if len(element):
        text = "".join(map(str, element.itertext()))
    if "\n" in text or "\t" in text or "\r" in text:
        text = re.sub("[\t\r\n]", " ", text)
    if text[:1] == " " or text[-1:] == " ":
        holder: Element | None = element
        while holder is not None:
            space = holder.get(XML_SPACE)
            if space is not None:
                return text if space == "preserve" else text.strip(" ")
            holder = holder.getparent()
        return text.strip(" ")
    return text


def identity(element: Element) -> str:
    """What an object is, by its own markup: equal things have equal identities."""
    name = local(element)
    if name in {"footnoteReference", "endnoteReference"}:
        return name.removesuffix("Reference")
    canonical = etree.tostring(element, method="c14n", with_tail=False)
    canonical = _PASSING.sub(b"", canonical)
    return f"{name}:{hashlib.sha256(canonical).hexdigest()[:16]}"


# What Word renumbers on every save, and so says nothing about what an object is.
_PASSING = re.compile(
    rb'( (w:rsid\w*|wp14:\w+|pt14:\w+|w14:(paraId|textId)|o:gfxdata|o:spid|id|name)="[^"]*")|'
    rb'( xmlns:\w+="[^"]*")'
)
_RUN, _T, _BREAK, _TYPE = w("r"), w("t"), w("br"), w("type")
_ALTERNATE = f"{{{MC_NS}}}AlternateContent"
_CHARACTERS = {
    w("tab"): "\t",
    _BREAK: LINE_BREAK,
    w("cr"): LINE_BREAK,
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_FIELD_PARTS = names("fldChar instrText fldData")
_FIELD_CHAR, _INSTRUCTION = w("fldChar"), w("instrText")
_SIMPLE_FIELD, _INSTRUCTION_OF = w("fldSimple"), w("instr")
_KIND_OF = f"{{{W_NS}}}fldCharType"


def _bind_fields(pieces: list[Piece]) -> None:
    """Give every field that is whole in these pieces a number; its parts then change together.

    The shown words of a field stay words, unless they depend on the layout: then the field is one
    OBJECT. A field that begins or ends in another paragraph leaves an OBJECT for each loose part.
    """
    open_at: list[int] = []
    whole: list[tuple[int, int]] = []
    loose: list[int] = []
    for index, piece in enumerate(pieces):
        if piece.element.tag != _FIELD_CHAR:
            continue
        kind = piece.element.get(_KIND_OF)
        if kind == "begin":
            open_at.append(index)
        elif kind == "separate":
            if not open_at:
                loose.append(index)
        elif open_at:
            start = open_at.pop()
            if not open_at:
                whole.append((start, index))
        else:
            loose.append(index)
    if open_at:  # what was closed inside an unclosed field still stands whole
        whole = [span for span in whole if span[1] < open_at[0]]
        whole += _inner(pieces, open_at)
    number = 0
    for number, (start, end) in enumerate(sorted(whole), start=1):
        _bind(pieces[start : end + 1], number)
    for more, index in enumerate(open_at + loose, start=1):
        _loosen(pieces, index, number + more)


def _inner(pieces: list[Piece], open_at: list[int]) -> list[tuple[int, int]]:
    """The whole fields that stand inside fields which do not end in this paragraph."""
    found, stack = [], []
    for index in range(open_at[0] + 1, len(pieces)):
        if pieces[index].element.tag != _FIELD_CHAR or index in open_at:
            continue
        kind = pieces[index].element.get(_KIND_OF)
        if kind == "begin":
            stack.append(index)
        elif kind == "end" and stack:
            start = stack.pop()
            if not stack:
                found.append((start, index))
    return found


def _bind(pieces: list[Piece], number: int) -> None:
    instruction = "".join(p.element.text or "" for p in pieces if p.element.tag == _INSTRUCTION)
    for piece in pieces:
        piece.field = number
    words = instruction.split()
    volatile = bool(words) and words[0].upper() in VOLATILE
    if volatile or not any(piece.text for piece in pieces):
        for piece in pieces:
            piece.text = piece.identity = ""
        pieces[0].text = OBJECT
        pieces[0].identity = "field:" + " ".join(words)


def _loosen(pieces: list[Piece], index: int, number: int) -> None:
    """Make one part of a field that other paragraphs share an OBJECT, its instruction with it."""
    piece = pieces[index]
    kind = piece.element.get(_KIND_OF)
    said = ""
    for other in pieces[index + 1 :] if kind == "begin" else ():
        if other.field or other.text or other.element.tag == _FIELD_CHAR:
            break
        if other.element.tag == _INSTRUCTION:
            other.field = number
            said += other.element.text or ""
    piece.field = number
    piece.text = OBJECT
    piece.identity = f"field {kind}: {' '.join(said.split())}".rstrip(": ")

"""A paragraph's runs as flat text: what they read as, how they look, which notes they call.

Works through a table of element names: what is not in it and holds words is looked through, what
holds none is told to `Seen`, so that nothing goes in silence. Tracked changes still in the tree are
read as proposals in brackets, with their authors: that is reading "all".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from drafter.formats.docx import symbols
from drafter.formats.docx.brackets import Flat, Piece
from drafter.model import Call
from drafter.word.styles import Look, Styles
from drafter.word.xml import M_NS, MC_NS, Element, local, names, w

_DIRECTION = "direction sign"  # put in by our writer only
_CALL_STYLES = {"footnote reference", "endnote reference", "note call"}


@dataclass
class Seen:
    """What a file's runs refer to, and what in them could not be kept."""

    styles: Styles
    notes: dict[Element, str] = field(default_factory=dict)  # reference → its label
    bookmarks: dict[str, str] = field(default_factory=dict)  # bookmark → label of the note in it
    lost: Counter[str] = field(default_factory=Counter)  # what was left out, how often


@dataclass
class _Reader:
    seen: Seen
    style: str  # the paragraph's, where it counts
    out: list[Flat] = field(default_factory=list)
    fields: list[list[str]] = field(default_factory=list)  # open fields: instruction, then state
    mark: bool = False  # the next text is the mark of a note called just before


def flat(paragraph: Element, seen: Seen, *, relative: bool = False) -> list[Flat]:
    """The text of `paragraph`; with `relative`, the look of its own style is no emphasis."""
    style = "" if relative else seen.styles.paragraph_style(paragraph)
    reader = _Reader(seen, style)
    _walk(paragraph, reader)
    return _without_commas(reader.out)


def _walk(parent: Element, reader: _Reader) -> None:
    for child in parent:
        tag = child.tag
        if tag == _RUN:
            _run(child, reader)
        elif not isinstance(tag, str) or tag in _SILENT:
            continue
        elif tag in _CHANGES:
            _change(child, reader, proposes=_CHANGES[tag])
        elif tag == _SIMPLE_FIELD:
            _simple_field(child, reader)
        elif tag == _ALTERNATE:
            for choice in list(child)[:1]:
                _walk(choice, reader)
        elif tag.startswith(f"{{{M_NS}}}"):
            words = "".join(t.text or "" for t in child.iter(f"{{{M_NS}}}t"))
            _add(reader, words, Look())
            reader.seen.lost["equation, its signs kept as text"] += 1
        else:
            _walk(child, reader)


def _change(element: Element, reader: _Reader, *, proposes: bool) -> None:
    """A tracked change as a proposal: what its author puts in, or would delete."""
    author = " ".join(element.get(w("author"), "").split())
    start = len(reader.out)
    _walk(element, reader)
    if not any(isinstance(item, Call) or item.text.strip() for item in reader.out[start:]):
        return
    names = [Piece(author, notation=True), Piece(": ")] if author and proposes else []
    before, inside, after = _trimmed(reader.out[start:])
    reader.out[start:] = [*before, Piece("["), *names, *inside, Piece("]")]
    if not proposes:
        position = f"({author}: delete)" if author else "(delete)"
        reader.out += [Piece(" "), Piece(position, notation=True)]
    reader.out += after


def _trimmed(pieces: list[Flat]) -> tuple[list[Flat], list[Flat], list[Flat]]:
    """The space before `pieces`, what stands between, and the space after."""
    before: list[Flat] = []
    after: list[Flat] = []
    if isinstance(first := pieces[0], Piece) and first.text[:1].isspace():
        before, pieces = [Piece(" ")], [replace(first, text=first.text.lstrip()), *pieces[1:]]
    if isinstance(last := pieces[-1], Piece) and last.text[-1:].isspace():
        pieces, after = [*pieces[:-1], replace(last, text=last.text.rstrip())], [Piece(" ")]
    return before, pieces, after


def _simple_field(element: Element, reader: _Reader) -> None:
    label = _noteref(element.get(w("instr"), ""), reader.seen)
    if label:
        reader.out.append(Call(label))
    else:
        _walk(element, reader)


def _noteref(instruction: str, seen: Seen) -> str:
    """The label of the note that a NOTEREF field repeats, or ""."""
    words = instruction.split()
    if len(words) > 1 and words[0].upper() in {"NOTEREF", "FTNREF"}:
        return seen.bookmarks.get(words[1], "")
    return ""


def _run(run: Element, reader: _Reader) -> None:
    look = reader.seen.styles.look(run, reader.style)
    if look.hidden:
        if any(t.text for t in run.iter(_T)):
            reader.seen.lost["hidden text"] += 1
        return
    name = reader.seen.styles.name(_run_style(run)).lower()
    if name == _DIRECTION:
        return
    for child in run:
        tag = child.tag
        if tag in _TEXTS:
            _text(text_of(child), look, name, reader)
        elif tag in _SIGNS:
            _add(reader, _SIGNS[tag], look, name)
        elif tag in _READS:
            _READS[tag](child, reader)
        elif isinstance(tag, str) and tag not in _SILENT_IN_RUN:
            _thing(child, reader)


def _text(words: str, look: Look, style: str, reader: _Reader) -> None:
    if reader.mark and (look.raised or style in _CALL_STYLES or len(words.strip()) < 4):
        reader.mark = False
        if words.strip():
            return  # the label was read with the reference
    if style == "note call" and words.strip():
        reader.out.append(Call(words.strip()))
        return
    _add(reader, words, look, style)


def _add(reader: _Reader, words: str, look: Look, style: str = "") -> None:
    if any(state[-1] == "instruction" or state[-1] == "repeats" for state in reader.fields):
        return
    if words:
        reader.mark = False
        reader.out.append(
            Piece(
                words,
                look.italic,
                look.bold,
                plain=style == "plain sign",
                notation=style == "notation sign",
                raised=look.raised or style in _CALL_STYLES,
            )
        )


def _reference(element: Element, reader: _Reader) -> None:
    label = reader.seen.notes.get(element)
    if label is None:
        return
    if any(state[-1] == "instruction" for state in reader.fields):
        return
    reader.out.append(Call(label))
    reader.mark = element.get(w("customMarkFollows")) in {"1", "true", "on"}


def _field_character(element: Element, reader: _Reader) -> None:
    kind = element.get(w("fldCharType"))
    if kind == "begin":
        reader.fields.append(["", "instruction"])
    elif not reader.fields:
        return
    elif kind == "separate":
        label = _noteref(reader.fields[-1][0], reader.seen)
        inside = any(state[-1] == "instruction" for state in reader.fields[:-1])
        if label and not inside:
            reader.out.append(Call(label))
        reader.fields[-1][-1] = "repeats" if label else "shown"
    elif kind == "end":
        reader.fields.pop()


def _instruction(element: Element, reader: _Reader) -> None:
    if reader.fields:
        reader.fields[-1][0] += element.text or ""


def _symbol(element: Element, reader: _Reader) -> None:
    """A sign picked from a font: a symbol font's own code, or the code of the sign itself."""
    sign = symbols.sign(element.get(w("font"), ""), element.get(w("char"), ""))
    _add(reader, sign or "\ufffd", Look())
    if not sign:
        reader.seen.lost["sign of a symbol font"] += 1


def _thing(element: Element, reader: _Reader) -> None:
    """Something in a run that is no text: its words if it has any, else a note."""
    if element.tag == _ALTERNATE or local(element) in {"ruby", "rubyBase"}:
        for child in list(element)[:1] if element.tag == _ALTERNATE else element:
            if isinstance(child.tag, str):
                _walk_thing(child, reader)
        return
    kinds = {"drawing": "picture", "pict": "picture", "object": "embedded object"}
    if next(element.iter(_BOX), None) is None and any(True for _ in element.iter()):
        if local(element) == "pict" and all(local(c) in {"shapetype", ""} for c in element):
            return
        reader.seen.lost[kinds.get(local(element), local(element))] += 1


def _walk_thing(element: Element, reader: _Reader) -> None:
    if local(element) == "Choice":
        for child in element:
            if isinstance(child.tag, str):
                _thing(child, reader)
    elif local(element) == "rubyBase":
        _walk(element, reader)


def _without_commas(out: list[Flat]) -> list[Flat]:
    """`out` without the raised comma that parts two calls at one place (R-FN-4)."""
    kept: list[Flat] = []
    for index, item in enumerate(out):
        between = 0 < index < len(out) - 1 and all(
            isinstance(out[near], Call) for near in (index - 1, index + 1)
        )
        if between and isinstance(item, Piece) and item.raised and item.text.strip() in {",", ""}:
            continue
        kept.append(item)
    return kept


def text_of(element: Element) -> str:
    """The text of a `w:t`: white space at its ends counts only where it is preserved."""
    text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    if element.get(_SPACE) == "preserve":
        return text
    return text.strip(" \t\r\n") if text[:1].isspace() or text[-1:].isspace() else text


def words(pieces: list[Flat]) -> str:
    """The text of `pieces` without note calls."""
    return "".join(piece.text for piece in pieces if isinstance(piece, Piece))


def line(pieces: list[Flat]) -> str:
    """The words of `pieces` on one line, without space at its ends."""
    return " ".join(word for word in re.split("[ \t\r\n]+", words(pieces)) if word)


def labels(pieces: list[Flat]) -> Iterator[str]:
    """The labels of the notes that `pieces` call."""
    return (piece.label for piece in pieces if isinstance(piece, Call))


def _run_style(run: Element) -> str:
    properties = run.find(w("rPr"))
    style = properties.find(w("rStyle")) if properties is not None else None
    return "" if style is None else str(style.get(w("val"), ""))


_RUN, _T, _BOX = w("r"), w("t"), w("txbxContent")
_TEXTS = {w("t"), w("delText")}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ALTERNATE = f"{{{MC_NS}}}AlternateContent"
_SIMPLE_FIELD = w("fldSimple")
# Whether a tracked change puts its words in, or would take them out.
_CHANGES = {w("ins"): True, w("moveTo"): True, w("del"): False, w("moveFrom"): False}
_SILENT = names(
    "pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr proofErr bookmarkStart bookmarkEnd "
    "commentRangeStart commentRangeEnd permStart permEnd moveFromRangeStart moveFromRangeEnd "
    "moveToRangeStart moveToRangeEnd"
)
_SILENT_IN_RUN = names(
    "rPr lastRenderedPageBreak footnoteRef endnoteRef annotationRef separator "
    "continuationSeparator commentReference delInstrText fldData softHyphen pgNum dayShort "
    "dayLong monthShort monthLong yearShort yearLong"
)
_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
}
_READS: dict[str, Callable[[Element, _Reader], None]] = {
    w("footnoteReference"): _reference,
    w("endnoteReference"): _reference,
    w("fldChar"): _field_character,
    w("instrText"): _instruction,
    w("sym"): _symbol,
}

"""The laid-out draft spaced like the official file, wherever the draft says what the file says.

A draft tells words, not how a file sets them off: tabs, blank lines, what stands between two
resolutions and belongs to none. So the old file's own draft is laid out too. What it shares with
the new draft was not changed, and is given the old file's spaces; what only the old file has stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import pairwise

from drafter.diff import compare
from drafter.render.redline.cutting import cut, units
from drafter.render.redline.notes import pairs
from drafter.spans import Block
from drafter.word.blocks import typed_label
from drafter.word.inline import Content, Piece, content
from drafter.word.package import Package
from drafter.word.story import (
    KINDS,
    Flow,
    Paragraph,
    Story,
    Table,
    body,
    flow,
    notes,
    paragraphs,
    paragraphs_of,
)
from drafter.word.xml import Element, above, local, make, names, remove, unwrap, w

_SAID = frozenset({"unchanged", "renumbered"})
_CALLS = names("footnoteReference endnoteReference")
_LOOKED_THROUGH = names("hyperlink sdt sdtContent smartTag customXml ins moveTo")
_NOT_COPIED = names(
    "pPr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference proofErr "
    "permStart permEnd sdtPr sdtEndPr smartTagPr customXmlPr lastRenderedPageBreak"
)


def follow(official: Package, laid: Package, draft: Package, starts: tuple[int, int, int]) -> None:
    """Space `draft`, in place, like `official`, whose own draft laid out is `laid`.

    `starts` says which items of the three bodies are their titles: what is above is not compared.
    """
    draft.edit(draft.main)
    if not any(e.get(_CUSTOM) for e in official.part(official.main).iter(*_CALLS)):
        for package in (laid, draft):
            _number_notes(package)
    olds, ours, news = (
        flow(body(package).container)[start:]
        for package, start in zip((official, laid, draft), starts, strict=True)
    )
    kept = {k: news[j].element for k, j in _pairs(ours, news)}
    i = k = 0
    cursor = None
    for one, other in (*_pairs(olds, ours), (len(olds), len(ours))):
        _fill(olds[i:one], [(ours[n], kept.get(n)) for n in range(k, other)], cursor)
        cursor = kept.get(other)
        if cursor is not None and cursor.tag == olds[one].element.tag == w("p"):
            _respace(cursor, olds[one].element)
        i, k = one + 1, other + 1
    _respace_notes(official, draft)


def _respace_notes(official: Package, draft: Package) -> None:
    paired = pairs(official, draft)
    for kind in KINDS:
        news, olds = notes(draft, kind), notes(official, kind)
        named = {paired.get(("old", kind, number)): note for number, note in olds.items()}
        for number, note in news.items():
            old = named.get(paired.get(("new", kind, number), ""))
            if old is not None:
                draft.edit(note.part)
                for one, other in zip(*map(_lines, (note, old)), strict=False):
                    _respace(one, other)


def _lines(note: Story) -> list[Element]:
    return list(paragraphs(note.container))


def _number_notes(package: Package) -> None:
    """Leave the numbers of notes to Word, in place, as the official file does."""
    calls = [e for e in package.part(package.main).iter(*_CALLS) if e.get(_CUSTOM)]
    signs = {c.get(w("id"), ""): c for c in calls if "".join(_sign(c)).isdecimal()}
    for call in signs.values():
        del call.attrib[_CUSTOM]
        for text in list(call.itersiblings(w("t"))):
            remove(text)
    for kind in KINDS if signs else ():
        for number, note in notes(package, kind).items():
            sign = next(note.container.iter(w("t")), None)
            if number in signs and local(signs[number]).startswith(kind) and sign is not None:
                package.edit(note.part)
                above(sign).replace(sign, make(f"{kind}Ref"))


def _sign(call: Element) -> list[str]:
    return [text.text or "" for text in call.itersiblings(w("t"))]


def _fill(
    olds: Flow, ours: Sequence[tuple[Paragraph | Table, Element | None]], cursor: Element | None
) -> None:
    """Have the draft say behind `cursor` what the old file says between two paragraphs of both.

    Words only where one of the two has none there: else a reader may have read them otherwise.
    `ours` are the items of the old file's own draft, and where they stand in the new draft.
    """
    if _rejoin(olds, ours):
        return
    only_blank = all(map(_blank, olds)), all(_blank(item) for item, _ in ours)
    for item, element in ours:
        if element is not None and (_blank(item) or only_blank[0]):
            remove(element)
    for item in olds if cursor is not None else ():
        read = content(item.element)
        if not isinstance(item, Paragraph) or read.objects() or not (only_blank[1] or _blank(item)):
            break
        made = _copy(item.element)
        cursor.addnext(made)  # type: ignore[union-attr]
        cursor = made


def _pairs(olds: Flow, news: Flow) -> list[tuple[int, int]]:
    """Which items say the same words, whatever stands between the words."""
    found = compare([_block(item) for item in olds], [_block(item) for item in news], moves=False)
    return [
        (change.old[0], change.new[0])
        for change in sorted(found.changes, key=lambda change: change.old)
        if change.kind in _SAID
    ]


def _block(item: Paragraph | Table) -> Block:
    if isinstance(item, Table):
        said = " ".join(content(p).text for p in paragraphs_of(item))
        return Block(_folded(said), kind="cell")
    read = content(item.element)
    first, _, rest = read.text.lstrip().partition(" ")
    label = typed_label(f"{first}\t{rest}")  # a draft may set "I." off by a space
    words = f"{first} {rest}"[len(label) :]
    calls = tuple(local(p.element) if p.element.tag in _CALLS else "" for p in _things(read))
    return Block(_folded(words), label.strip(), objects=calls)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _blank(item: Paragraph | Table) -> bool:
    return isinstance(item, Paragraph) and not content(item.element).text.strip()


def _things(read: Content) -> list[Piece]:
    return [piece for piece in read.pieces if piece.identity]


def _respace(new: Element, old: Element) -> None:
    """Say the words of `new` as `old` says them; its own number and its own calls stay."""
    source, target = content(old), content(new)
    if source.text == target.text and not any(piece.field for piece in source.pieces):
        return
    number = typed_label(target.text)
    wanted = {_folded(target.text)}
    if not typed_label(source.text):  # the file leaves its numbers to Word
        wanted.add(_folded(target.text[len(number) :]))
    for copied in (_copy(old), _copy(old, number.strip())):
        if _folded(content(copied).text) in wanted and _call([copied], [target]):
            for child in [c for c in new if c.tag != w("pPr")]:
                new.remove(child)
            new.extend(list(copied))
            return


def _rejoin(olds: Flow, ours: Sequence[tuple[Paragraph | Table, Element | None]]) -> bool:
    """Part paragraphs that stand unchanged in the draft where the old file parts the same words."""
    places = [element for _, element in ours if element is not None]
    apart = any(one.getnext() is not other for one, other in pairwise(places))
    if not olds or not places or len(places) != len(ours) or apart:
        return False
    if not all(isinstance(item, Paragraph) for item in (*olds, *(item for item, _ in ours))):
        return False
    reads = [content(element) for element in places]
    copies = [_copy(item.element) for item in olds]
    said = "".join(content(item.element).text for item in olds)
    if "".join(said.split()) != "".join("".join(read.text for read in reads).split()):
        return False
    if not _call(copies, reads):
        return False
    for copied in copies:
        places[0].addprevious(copied)
    for element in places:
        remove(element)
    return True


def _call(copies: Iterable[Element], reads: Iterable[Content]) -> bool:
    """Have the calls in `copies` call the notes that `reads` call; False where they hold others."""
    calls = [piece.element for read in reads for piece in _things(read)]
    held = [piece.element for copied in copies for piece in _things(content(copied))]
    if [e.tag for e in held] != [e.tag for e in calls] or not _CALLS.issuperset(map(_tag, calls)):
        return False
    for place, call in zip(held, calls, strict=True):
        place.set(w("id"), call.get(w("id"), ""))
    return True


def _tag(element: Element) -> str:
    return str(element.tag)


def _copy(old: Element, number: str = "") -> Element:
    """The content of `old`, with another typed number where one is asked for."""
    copied = deepcopy(old)
    copied.tail = None
    for child in list(copied.iter(*_NOT_COPIED)):
        remove(child)
    for child in list(copied.iter(*_LOOKED_THROUGH)):
        unwrap(child)
    read = content(copied)
    label = typed_label(read.text)
    if label and number:
        start = len(label) - len(label.lstrip())
        end = start + len(label.strip())
        cut(read, [start, end])
        texts = [text for unit in units(read, start, end) for text in unit.iter(w("t"))]
        for index, text in enumerate(texts):
            text.text = "" if index else number
    return copied


_CUSTOM = w("customMarkFollows")

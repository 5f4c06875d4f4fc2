"""Tracked changes accepted or rejected, all of them, as Word does it.

What each element means is a table here; the result has no revision left. Nothing here decides what
a change is: that is `drafter.diff`; nothing writes one: that is `drafter.render.redline`.
"""

from __future__ import annotations

from drafter.word.package import Package
from drafter.word.xml import (
    M_NS,
    W_NS,
    Element,
    above,
    local,
    make,
    names,
    place,
    remove,
    unwrap,
    w,
)

INSERTED = names("ins moveTo")
DELETED = names("del moveFrom")
_RUN_LEVEL = INSERTED | DELETED
_RANGES = names(
    "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart "
    "customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart "
    "customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd"
)
_PROPERTY_CHANGES = names(
    "rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange "
    "tblPrExChange numberingChange"
)
_CELL_CHANGES = names("cellIns cellDel cellMerge")
REVISIONS = _RUN_LEVEL | _RANGES | _PROPERTY_CHANGES | _CELL_CHANGES
# Of the properties as they stand, what a change does not replace.
_STAYS = {
    w("pPr"): names("rPr sectPr"),
    w("sectPr"): names("headerReference footerReference"),
    w("rPr"): _RUN_LEVEL,
    w("trPr"): _RUN_LEVEL,
    w("tcPr"): _CELL_CHANGES,
}
STORY_KINDS = ("footnotes", "endnotes", "header", "footer", "comments")


def accept_all(package: Package) -> Package:
    """A package whose text is what the changes in `package` lead to."""
    return _resolved(package, DELETED)


def reject_all(package: Package) -> Package:
    """A package whose text is what stood before the changes in `package`."""
    return _resolved(package, INSERTED)


def parts_with_text(package: Package) -> tuple[str, ...]:
    """The parts that hold paragraphs: the document, its notes, headers, footers and comments."""
    found = [package.main]
    for kind in STORY_KINDS:
        found += [name for name in package.related(package.main, kind) if name not in found]
    return tuple(found)


def authors(package: Package) -> dict[str, int]:
    """How many revisions each author has in `package`."""
    found: dict[str, int] = {}
    for name in parts_with_text(package):
        for element in package.part(name).iter(*REVISIONS):
            if element.get(_AUTHOR) is not None and element.tag not in _RANGES:
                author = element.get(_AUTHOR, "")
                found[author] = found.get(author, 0) + 1
    return found


def _resolved(package: Package, gone: frozenset[str]) -> Package:
    result = package.copy()
    for name in parts_with_text(result):
        if next(result.part(name).iter(*REVISIONS), None) is not None:
            resolve(result.edit(name), gone)
    return result


def resolve(root: Element, gone: frozenset[str]) -> None:
    """Resolve every change under `root` in place; `gone` is DELETED to accept, else INSERTED."""
    _tables(root, gone)
    for element in list(root.iter(*_RANGES)):
        remove(element)
    marks = [mark for mark in root.iter(*_RUN_LEVEL) if _is_mark(mark)]
    ending = [above(above(above(mark))) for mark in marks if mark.tag in gone]
    for mark in marks:
        remove(mark)
    _runs(root, gone)
    for paragraph in ending:
        _join(paragraph)
    _properties(root, rejected=gone is INSERTED)


def _is_mark(element: Element) -> bool:
    """True for the change of a paragraph's mark."""
    parent = above(element)
    return parent.tag == _RPR and above(parent).tag == _PPR


def _runs(root: Element, gone: frozenset[str]) -> None:
    for element in list(root.iter(*_RUN_LEVEL)):
        parent = element.getparent()
        if parent is None:
            continue
        if parent.tag == _NUMPR:  # numbering that was added with the change
            remove(parent if element.tag in gone else element)
        elif local(parent) in {"rPr", "trPr", "ctrlPr"} or element.tag in gone:
            remove(element)
        else:
            unwrap(element)
    for old, new in ((_DEL_TEXT, _TEXT), (_DEL_INSTRUCTION, _INSTRUCTION)):
        for element in root.iter(old):
            element.tag = new


def _join(paragraph: Element) -> None:
    """Take away the mark of `paragraph`: what it holds runs into the paragraph that follows.

    The joined paragraph has the properties of the mark that stays. Before a table an empty
    paragraph goes; at the end of a cell, a note or the body the last mark cannot go.
    """
    if paragraph.getparent() is None:
        return
    after = following(paragraph)
    held = [child for child in paragraph if child.tag != _PPR]
    if after is None or after.tag != _P:
        if after is not None and next(paragraph.iter(_R, _MATHS), None) is None:
            remove(paragraph)
        return
    at = 1 if after.find(_PPR) is not None else 0
    after[at:at] = held
    remove(paragraph)


def following(paragraph: Element) -> Element | None:
    """The paragraph or table after `paragraph` in its flow, through content controls, or None."""
    element: Element | None = paragraph
    while element is not None:
        sibling = element.getnext()
        while sibling is not None:
            found = next(sibling.iter(_P, _TBL), None)
            if found is not None:
                return found
            sibling = sibling.getnext()
        element = element.getparent()
        if element is None or element.tag not in _THROUGH:
            return None
    return None


def _tables(root: Element, gone: frozenset[str]) -> None:
    lost_cell = _CELL_DEL if w("del") in gone else _CELL_INS
    for row in list(root.iter(_TR)):
        properties = row.find(_TRPR)
        if properties is not None and any(child.tag in gone for child in properties):
            remove(row)
    for cell in list(root.iter(_TC)):
        properties = cell.find(_TCPR)
        if properties is None:
            continue
        for change in properties.findall(w("cellMerge")):
            _merge_cell(properties, change, accepted=w("del") in gone)
        if properties.find(lost_cell) is not None:
            remove(cell)
        for change in [child for child in properties if child.tag in _CELL_CHANGES]:
            properties.remove(change)
    for table in list(root.iter(_TBL)):
        if next(table.iter(_TR), None) is None:
            remove(table)


def _merge_cell(properties: Element, change: Element, *, accepted: bool) -> None:
    value = change.get(w("vMerge" if accepted else "vMergeOrig"))
    for old in properties.findall(w("vMerge")):
        properties.remove(old)
    if value is not None:
        restart = {"val": "restart"} if value == "rest" else {}
        place(properties, make("vMerge", restart))


def _properties(root: Element, *, rejected: bool) -> None:
    for change in list(root.iter(*_PROPERTY_CHANGES)):
        properties = change.getparent()
        if properties is None:
            continue
        remove(change)
        if rejected and local(change) != "numberingChange":
            before = change[0] if len(change) else None
            stays = _STAYS.get(properties.tag, frozenset())
            for child in [child for child in properties if child.tag not in stays]:
                properties.remove(child)
            if before is not None:
                at = len(properties) if properties.tag == w("sectPr") else 0
                properties[at:at] = list(before)


_AUTHOR = f"{{{W_NS}}}author"
_R, _MATHS = w("r"), f"{{{M_NS}}}oMath"
_P, _PPR, _RPR, _NUMPR = w("p"), w("pPr"), w("rPr"), w("numPr")
_TBL, _TR, _TC, _TRPR, _TCPR = w("tbl"), w("tr"), w("tc"), w("trPr"), w("tcPr")
_TEXT, _DEL_TEXT = w("t"), w("delText")
_INSTRUCTION, _DEL_INSTRUCTION = w("instrText"), w("delInstrText")
_CELL_INS, _CELL_DEL = w("cellIns"), w("cellDel")
_THROUGH = names("sdt sdtContent customXml")

"""Tracked changes that a file already has, set aside so that it reads as if they were accepted.

Unlike `drafter.word.revisions` nothing is resolved: `put_back` restores every one of them. Words
inserted or deleted stay where they are, for `drafter.word.inline` reads them as accepted; what the
accepted file lacks as a whole is hidden, and paragraphs whose mark is deleted are joined by a seam.
"""

from __future__ import annotations

from drafter.word.inline import SEAM
from drafter.word.package import Package
from drafter.word.revisions import DELETED, REVISIONS, following, parts_with_text
from drafter.word.xml import M_NS, Element, above, elements, local, make, names, w

_HIDDEN = "hidden-"
_BLOCKS = names("p tbl tr tc")
_LIVE = (w("r"), f"{{{M_NS}}}oMath")


def set_aside(package: Package) -> None:
    """Make every part of `package` read as accepted; the parts do not count as edited by it."""
    for part in parts_with_text(package):
        root = package.part(part)
        if next(root.iter(*REVISIONS), None) is not None:
            _hide_cells(root)
            for paragraph in [p for p in root.iter(w("p")) if _mark_is_gone(p)]:
                _join(paragraph)


def put_back(package: Package) -> None:
    """Undo `set_aside`, whatever was written into the parts meanwhile."""
    for part in parts_with_text(package):
        root = package.part(part)
        for seam in list(root.iter(SEAM)):
            _part(seam)
        for element in root.iter():
            name = local(element)
            if name.startswith(_HIDDEN):
                element.tag = w(name.removeprefix(_HIDDEN))


def _hide(element: Element) -> None:
    for block in list(element.iter(*_BLOCKS)):
        block.tag = w(_HIDDEN + local(block))


def _hide_cells(root: Element) -> None:
    """Hide the rows and cells that are deleted, and tables without any row left."""
    for row in list(root.iter(w("tr"))):
        properties = row.find(w("trPr"))
        if properties is not None and any(child.tag in DELETED for child in properties):
            _hide(row)
    for cell in list(root.iter(w("tc"))):
        if cell.find(f"{w('tcPr')}/{w('cellDel')}") is not None:
            _hide(cell)
    for table in list(root.iter(w("tbl"))):
        if next(table.iter(w("tr")), None) is None:
            _hide(table)


def _mark_is_gone(paragraph: Element) -> bool:
    properties = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return properties is not None and any(child.tag in DELETED for child in properties)


def _join(paragraph: Element) -> None:
    """Join `paragraph`, whose mark is deleted, to what follows it, as accepting would."""
    after = following(paragraph)
    if after is None:
        return  # the last mark of a flow cannot go
    if after.tag != w("p"):
        if not _says(paragraph):
            _hide(paragraph)
        return
    seam = _seam(paragraph)
    between = paragraph.getnext()
    while between is not None and between is not after and above(after) is above(paragraph):
        further = between.getnext()
        seam.append(between)
        between = further
    held = [child for child in paragraph if child.tag != w("pPr")]
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        seam.insert(0, properties)
    at = 1 if after.find(w("pPr")) is not None else 0
    after[at:at] = [*held, seam]
    above(paragraph).remove(paragraph)


def _seam(paragraph: Element) -> Element:
    """A seam that remembers the attributes of `paragraph`."""
    seam = make("seam")
    for name, value in paragraph.attrib.items():
        seam.set(name, value)
    return seam


def _says(paragraph: Element) -> bool:
    """Whether anything in `paragraph` is left when changes are accepted."""
    return any(
        not any(ancestor.tag in DELETED for ancestor in element.iterancestors())
        for element in paragraph.iter(*_LIVE)
    )


def _part(seam: Element) -> None:
    """Divide the paragraph at `seam` into the two that it was."""
    paragraph = above(seam)
    made = make("p")
    for name, value in seam.attrib.items():
        made.set(name, value)
    held = [child for child in paragraph if child.tag != w("pPr")]
    first, between = held[: held.index(seam)], elements(seam)
    if between and between[0].tag == w("pPr"):
        made.append(between.pop(0))
    made.extend(first)
    paragraph.remove(seam)
    for element in (made, *between):
        paragraph.addprevious(element)

"""The pen that marks: every revision element carries an author, a date and an id of its own.

Author, date and the first id are given, so the same redline has the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from drafter.word.package import Package
from drafter.word.revisions import parts_with_text
from drafter.word.xml import Element, ensure, local, make, names, place, w

_HOLDS_NO_RUN = names("hyperlink sdt sdtContent smartTag customXml fldSimple dir bdo ins moveTo")
_DELETED_NAMES = {w("t"): w("delText"), w("instrText"): w("delInstrText")}


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes revisions by one author."""

    author: str
    date: str
    ids: Iterator[int]

    def revision(self, name: str, *children: Element) -> Element:
        """A revision element `w:name` around `children`."""
        attributes = {"id": str(next(self.ids)), "author": self.author, "date": self.date}
        return make(name, attributes, *children)

    def mark(self, paragraph: Element, name: str) -> None:
        """Mark the paragraph's mark itself as inserted, deleted or moved."""
        properties = ensure(ensure(paragraph, "pPr"), "rPr")
        if properties.find(w(name)) is None:  # a mark goes or comes once, whoever did it first
            place(properties, self.revision(name))

    def row(self, row: Element, name: str) -> None:
        """Mark a table row as inserted or deleted."""
        properties = row.find(w("trPr"))
        if properties is None:
            properties = make("trPr")
            before = [child for child in row if child.tag == w("tblPrEx")]
            if before:
                before[-1].addnext(properties)
            else:
                row.insert(0, properties)
        place(properties, self.revision(name))

    def wrap(self, elements: Iterable[Element], name: str) -> list[Element]:
        """Put runs that stand side by side into `w:name` where they stand; gives the wrappers."""
        made: list[Element] = []
        for element in elements:
            if made and element.getprevious() is made[-1]:
                made[-1].append(element)
            else:
                wrapper = self.revision(name)
                element.addprevious(wrapper)
                wrapper.append(element)
                made.append(wrapper)
            if name == "del":
                deleted_names(element)
        return made

    def strike(self, paragraph: Element, name: str) -> list[Element]:
        """Mark all that `paragraph` shows, its mark apart, as inserted, deleted or moved."""
        return self.wrap(list(markable(paragraph)), name)


def pens(package: Package, author: str, date: str, renumbering: str | None) -> tuple[Pen, Pen]:
    """The pen for changes and the pen for numbers, with ids that `package` does not use."""
    taken = [0]
    for name in parts_with_text(package):
        for element in package.part(name).iter():
            value = element.get(w("id"))
            if value and value.lstrip("-").isdigit():
                taken.append(int(value))
    ids = count(min(max(taken), 2_000_000_000) + 1)
    pen = Pen(author, date, ids)
    return pen, Pen(renumbering, date, ids) if renumbering else pen


def markable(parent: Element) -> Iterator[Element]:
    """The runs and equations of a paragraph, those in links and content controls too.

    A note's own sign (`w:footnoteRef`) is never put into a change: LibreOffice loses the change.
    """
    for child in parent:
        if child.tag in _HOLDS_NO_RUN:
            yield from markable(child)
        elif child.tag == w("r"):
            if not any(local(part) in {"footnoteRef", "endnoteRef"} for part in child):
                yield child
        elif isinstance(child.tag, str) and (
            local(child) in {"oMath", "oMathPara", "AlternateContent"}
        ):
            yield child


def deleted_names(element: Element) -> None:
    """Give the text in a deleted run the names Word wants there; text boxes keep their own."""
    if element.tag != w("r"):
        return
    for child in element:
        if child.tag in _DELETED_NAMES:
            child.tag = _DELETED_NAMES[child.tag]
        elif child.tag == w("ruby"):  # its reading and its base are runs of their own
            for run in child.iter(w("r")):
                deleted_names(run)

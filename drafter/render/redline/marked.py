"""The older convention: what is new in bold, what is old struck through, and no tracked change.

Made from a redline that has been checked. Takes out only the changes signed by its author at its
moment; those that others had made before stay tracked. Nothing can be accepted or rejected after.
"""

from __future__ import annotations

from collections.abc import Container

from drafter.word.package import Package
from drafter.word.revisions import DELETED, INSERTED, REVISIONS, parts_with_text
from drafter.word.xml import Element, ensure, local, make, place, remove, unwrap, w

_LOOKS = {**dict.fromkeys(INSERTED, "b"), **dict.fromkeys(DELETED, "strike")}
_AGAIN = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_PROPERTIES = frozenset({w("rPr"), w("trPr"), w("tcPr"), w("numPr")})


def marked(redline: bytes, signed: Container[tuple[str, str]]) -> bytes:
    """The redline with the changes `signed` by these authors and dates as bold and struck words."""
    package = Package.open(redline)
    for part in parts_with_text(package):
        root = package.part(part)
        ours = [e for e in root.iter(*REVISIONS) if _key(e) in signed]
        if ours:
            package.edit(part)
            ranges = {e.get(w("id")) for e in ours if local(e).endswith("RangeStart")}
            ours += [
                e
                for e in root.iter(w("moveFromRangeEnd"), w("moveToRangeEnd"))
                if e.get(w("id")) in ranges
            ]
            for element in ours:
                _show(element)
    return package.save()


def _key(element: Element) -> tuple[str, str]:
    return element.get(w("author"), ""), element.get(w("date"), "")


def _show(element: Element) -> None:
    """Put what a change means in its place: its words in bold or struck, or nothing."""
    parent = element.getparent()
    look = _LOOKS.get(str(element.tag))
    if look is None or parent is None or parent.tag in _PROPERTIES:
        remove(element)
        return
    for run in element.iter(w("r")):
        properties = ensure(run, "rPr")
        for old in properties.findall(w(look)):
            properties.remove(old)
        place(properties, make(look))
        for child in run:
            child.tag = _AGAIN.get(str(child.tag), child.tag)
    unwrap(element)

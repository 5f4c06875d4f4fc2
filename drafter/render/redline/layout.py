"""Changed properties of tables, rows, cells and sections, tracked where they stand.

Widths that a program works out for itself, and headers, which are flows of their own, are left out.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from drafter.render.redline.job import Job
from drafter.word.formatting import layout_key
from drafter.word.story import sections
from drafter.word.xml import Element, local, make, names, place, w

# What stays of the old properties, whatever the new ones say.
_STAYS = {
    "tblPr": names("tblW tblLook tblPrChange"),
    "trPr": names("cnfStyle ins del trPrChange"),
    "tcPr": names("cnfStyle tcW cellIns cellDel cellMerge tcPrChange"),
    "sectPr": names("headerReference footerReference printerSettings sectPrChange"),
}


def track(job: Job, old: Element, new: Element, name: str) -> None:
    """Track the change from the properties `w:name` of `old` to those of `new`."""
    if job.dress:
        present, wanted = old.find(w(name)), new.find(w(name))
        if name != "tblPr" and _bytes(present) == _bytes(wanted):
            return  # rows and cells name no styles, so the same letters say the same
        if layout_key(present) != layout_key(wanted, job.carrier.names):
            _change(job, _ensured(old, name) if present is None else present, wanted)


def _bytes(properties: Element | None) -> bytes:
    return b"" if properties is None else etree.tostring(properties, with_tail=False)


def track_sections(job: Job) -> None:
    """Track the changes of the sections that stay, the last one among them."""
    if not job.dress:
        return
    pairs = list(job.kept_sections)
    lasts = [_last(package_sections) for package_sections in (sections(job.old), sections(job.new))]
    if lasts[0] is not None and lasts[1] is not None:
        pairs.append((lasts[0], lasts[1]))
    for present, wanted in pairs:
        if layout_key(present) != layout_key(wanted, job.carrier.names):
            _change(job, present, wanted)


def _last(found: tuple[Element, ...]) -> Element | None:
    """The section at the end of the body, not at the end of a paragraph."""
    if not found:
        return None
    parent = found[-1].getparent()
    return found[-1] if parent is not None and parent.tag == w("body") else None


def _change(job: Job, present: Element, wanted: Element | None) -> None:
    name = local(present)
    if present.find(w(f"{name}Change")) is not None:
        return  # somebody else's change of the same properties stands
    stays = _STAYS[name]
    before = make(name)
    before.extend([deepcopy(child) for child in present if _remembered(name, child)])
    for child in list(present):
        if child.tag not in stays:
            present.remove(child)
    for child in job.carrier.layout(wanted, stays):
        place(present, child)
    place(present, job.pen.revision(f"{name}Change", before))


def _remembered(name: str, child: Element) -> bool:
    """Whether a revision remembers this property: all but revisions, and headers of a section."""
    return local(child) not in {
        *("headerReference", "footerReference", "ins", "del", "cellIns", "cellDel", "cellMerge"),
        f"{name}Change",
    }


def _ensured(parent: Element, name: str) -> Element:
    """The properties `w:name` of a table, row or cell, made first in it."""
    made = make(name)
    before = [child for child in parent if child.tag == w("tblPrEx")]
    if before:
        before[-1].addnext(made)
    else:
        parent.insert(0, made)
    return made

"""Whole paragraphs and tables of the new file, marked as inserted; old ones, marked as deleted."""

from __future__ import annotations

from copy import deepcopy

from drafter.render.redline.job import Job
from drafter.render.redline.places import counterparts
from drafter.word.xml import Element, ensure, names, place, w

_NOT_CARRIED = names("headerReference footerReference printerSettings sectPrChange")


def foreign_paragraph(
    job: Job, source: Element, parts: tuple[str, str], *, marked: bool = True
) -> Element:
    """A copy of a new paragraph, all of it inserted; its mark too where `marked`."""
    copied = job.carrier.content(source, parts[1], parts[0])
    job.counterparts += counterparts(copied, source)
    section = source.find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None and job.dress and marked:
        place(ensure(copied, "pPr"), _section(job, section))
    job.pen.strike(copied, "ins")
    if marked:
        job.pen.mark(copied, "ins")
    return copied


def _section(job: Job, source: Element) -> Element:
    """A copy of a new section's properties; its headers are given to it with all others."""
    copied = deepcopy(source)
    copied.tail = None
    for child in list(copied):
        if child.tag in _NOT_CARRIED:
            copied.remove(child)
    job.come_sections.append((copied, source))
    return copied


def delete_paragraph(job: Job, paragraph: Element, *, marked: bool = True) -> None:
    """Mark all of an old paragraph as deleted; its mark too where `marked`."""
    job.pen.strike(paragraph, "del")
    if marked:
        job.pen.mark(paragraph, "del")


def foreign_table(job: Job, source: Element, parts: tuple[str, str]) -> Element:
    """A copy of a new table or row, all of it inserted."""
    copied = job.carrier.content(source, parts[1], parts[0])
    job.counterparts += counterparts(copied, source)
    mark_rows(job, copied, "ins")
    return copied


def mark_rows(job: Job, root: Element, name: str) -> None:
    """Mark the rows in `root`, tables in them too, and all they hold."""
    for row in list(root.iter(w("tr"))):
        job.pen.row(row, name)
    for paragraph in list(root.iter(w("p"))):
        if not any(ancestor.tag == w("txbxContent") for ancestor in paragraph.iterancestors()):
            job.pen.strike(paragraph, name)
            job.pen.mark(paragraph, name)

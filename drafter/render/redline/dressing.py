"""New paragraphs dressed like their old neighbours, for a draft marked on somebody else's layout.

A file numbers its paragraphs by hand or lets Word do it; the draft follows the file.
"""

from __future__ import annotations

from drafter.render.redline.cutting import cut, units
from drafter.render.redline.job import Job
from drafter.render.redline.paragraphs import borrow
from drafter.word.blocks import typed_label
from drafter.word.numbering import Numbering
from drafter.word.story import Paragraph, Table, body, flow, paragraphs
from drafter.word.styles import Styles
from drafter.word.xml import Element, remove


def learn_kinds(job: Job) -> None:
    """Note for every paragraph of both bodies what kind of label it bears.

    Where the old file leaves its numbers to Word, the typed ones of the new file are taken out.
    """
    numbering = Numbering.of(job.old, Styles.of(job.old))
    automatic = by_hand = 0
    for element in paragraphs(body(job.old).container):
        number = numbering.next(element)
        typed = typed_label(job.old_content(element).text)
        if typed:
            by_hand += 1
        elif number is not None and number.form != "bullet":
            automatic += 1
        job.kinds[element] = _kind(typed or (number.text if number else ""))
    for element in list(paragraphs(body(job.new).container)):
        content = job.new_content(element)
        typed = typed_label(content.text)
        job.kinds[element] = _kind(typed)
        if automatic > by_hand and typed:
            cut(content, [len(typed)])
            for unit in units(content, 0, len(typed)):
                parent = unit.getparent()
                if parent is not None:
                    parent.remove(unit)
            job.forget(element)
    _end_alike(job)


def _end_alike(job: Job) -> None:
    """Take the empty paragraph that closes our own layout from the new file."""
    olds, news = (list(flow(body(package).container)) for package in (job.old, job.new))
    while len(news) > 1 and _is_empty(job, news[-1]) and olds and not _is_empty(job, olds[-1]):
        remove(news.pop().element)


def _is_empty(job: Job, item: Paragraph | Table) -> bool:
    return isinstance(item, Paragraph) and not job.new_content(item.element).text


def dress(job: Job, made: Element, source: Element, neighbours: list[Element]) -> None:
    """Give `made`, a copy of the new `source`, the properties of the first neighbour alike."""
    kind = job.kinds.get(source, "")
    for old in neighbours:
        if job.kinds.get(old) == kind and job.old_content(old).text:
            borrow(made, old)
            return


def _kind(label: str) -> str:
    first = label.strip()[:1]
    if first.isdigit():
        return "number"
    return "letter" if first else ""

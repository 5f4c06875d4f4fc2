"""New paragraphs dressed like their old neighbours, for a draft marked on somebody else's layout.

A file numbers its paragraphs by hand or lets Word do it; the draft follows the file.
"""

from __future__ import annotations

from collections import Counter

from drafter.render.redline.cutting import anchor, cut, units
from drafter.render.redline.job import Job
from drafter.render.redline.paragraphs import borrow, put
from drafter.word.blocks import typed_label
from drafter.word.numbering import Numbering
from drafter.word.story import (
    KINDS,
    NoteKind,
    Paragraph,
    Story,
    Table,
    body,
    flow,
    notes,
    paragraphs,
)
from drafter.word.styles import Styles
from drafter.word.xml import Element, make, remove, text_element, w


def learn_kinds(job: Job) -> None:
    """Note for every paragraph of both bodies what kind of label it bears.

    Where the old file leaves its numbers to Word, the typed ones of the new file are taken out.
    """
    numbering = Numbering.of(job.old, Styles.of(job.old))
    automatic: Counter[str] = Counter()
    for element in paragraphs(body(job.old).container):
        number = numbering.next(element)
        typed = typed_label(job.old_content(element).text)
        kind = job.kinds[element] = _kind(typed or (number.text if number else ""))
        if typed or (number is not None and number.form != "bullet"):
            automatic[kind] += -1 if typed else 1
    for element in list(paragraphs(body(job.new).container)):
        content = job.new_content(element)
        typed = typed_label(content.text)
        kind = job.kinds[element] = _kind(typed)
        if typed and automatic[kind] > 0:
            cut(content, [len(typed)])
            for unit in units(content, 0, len(typed)):
                remove(unit)
            job.forget(element)
    _end_alike(job)
    for kind in KINDS:
        _notes_alike(job, kind)


def _notes_alike(job: Job, kind: NoteKind) -> None:
    """Set the words of the new notes off from their signs as the old file does."""
    olds, news = notes(job.old, kind), notes(job.new, kind)
    known = [job.old_content(p).text for n in olds.values() for p in _first(n)]
    said = [_lead(text) for text in known]
    for note in news.values() if said else ():
        for paragraph in _first(note):
            content = job.new_content(paragraph)
            lead = _lead(content.text)
            if lead == said[0] or content.text in known:
                continue
            cut(content, [len(lead)])
            for unit in units(content, 0, len(lead)):
                remove(unit)
            space = make("tab") if said[0] == "\t" else text_element("t", said[0])
            put(paragraph, anchor(content, 0), make("r", None, space))
            job.forget(paragraph)


def _first(note: Story) -> list[Element]:
    return list(paragraphs(note.container))[:1]


def _lead(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _end_alike(job: Job) -> None:
    """Take the empty paragraphs that close our own layout and its tables from the new file."""
    if not any(map(_closes_table, paragraphs(body(job.old).container))):
        for element in [e for e in paragraphs(body(job.new).container) if _closes_table(e)]:
            following = element.getnext()
            if following is not None and following.tag == w("p"):
                remove(element)
    olds, news = (list(flow(body(package).container)) for package in (job.old, job.new))
    while len(news) > 1 and _is_empty(job, news[-1]) and olds and not _is_empty(job, olds[-1]):
        remove(news.pop().element)


def _closes_table(paragraph: Element) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")) == "TableEnd"


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

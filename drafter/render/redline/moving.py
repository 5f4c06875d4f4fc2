"""A moved paragraph: what left its old place, what came to the new one, words changed on the way.

Unchanged words are moved, changed ones deleted at the source and inserted at the destination, so
either reading gives its own text. Both ends carry one name, as Word pairs them.
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.render.redline.cutting import cut, units
from drafter.render.redline.job import Job
from drafter.render.redline.places import counterparts
from drafter.render.redline.step import Step
from drafter.word.xml import Element, make, w


def write_source(
    job: Job, paragraph: Element, steps: Iterable[Step], name: str, *, marked: bool = True
) -> Element:
    """Mark an old paragraph as moved away, its mark too where `marked`; gives its range's end."""
    stretches = [
        (step.old, step.old + step.size, "moveFrom" if step.op == "equal" else "del", step.number)
        for step in steps
        if step.op != "insert"
    ]
    _mark(job, paragraph, stretches, new=False)
    if marked:
        job.pen.mark(paragraph, "moveFrom")
    job.forget(paragraph)
    return _range(job, paragraph, "moveFrom", name)


def write_destination(
    job: Job,
    source: Element,
    told: tuple[Iterable[Step], str],
    parts: tuple[str, str],
    *,
    marked: bool = True,
) -> tuple[Element, Element]:
    """A copy of the new paragraph, marked as moved here, and its range's end, which belongs behind.

    `told` is what changed on the way, and the move's name.
    """
    steps, name = told
    copied = job.carrier.content(source, parts[1], parts[0])
    job.counterparts += counterparts(copied, source)
    stretches = [
        (step.new, step.new + step.size, "moveTo" if step.op == "equal" else "ins", step.number)
        for step in steps
        if step.op != "delete"
    ]
    _mark(job, copied, stretches, new=True)
    if marked:
        job.pen.mark(copied, "moveTo")
    return copied, _range(job, copied, "moveTo", name)


def _mark(
    job: Job,
    paragraph: Element,
    stretches: list[tuple[int, int, str, bool]],
    *,
    new: bool,
) -> None:
    content = job.new_content(paragraph) if new else job.old_content(paragraph)
    cut(content, [offset for start, end, *_ in stretches for offset in (start, end)])
    for start, end, name, number in stretches:
        pen = job.number_pen if number else job.pen
        pen.wrap(units(content, start, end), name)


def _range(job: Job, paragraph: Element, kind: str, name: str) -> Element:
    """Open a move range in the paragraph; gives its end, which belongs behind the paragraph."""
    start = job.pen.revision(f"{kind}RangeStart")
    start.set(w("name"), name)
    paragraph.insert(0 if paragraph.find(w("pPr")) is None else 1, start)
    return make(f"{kind}RangeEnd", {"id": start.get(w("id"), "")})

"""A moved paragraph: what left its old place, what came to the new one, words changed on the way.

Unchanged words are moved, changed ones deleted at the source and inserted at the destination, so
either reading gives its own text. Both ends carry one name, as Word pairs them.
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.render.redline.cutting import cut, units
from drafter.render.redline.job import Job
from drafter.render.redline.steps import Step
from drafter.word.xml import Element, make, w


def write_source(job: Job, paragraph: Element, steps: Iterable[Step], name: str) -> Element:
    """Mark an old paragraph as moved away; gives the element that ends its range."""
    stretches = [
        (step.old, step.old + step.size, "moveFrom" if step.op == "equal" else "del", step.number)
        for step in steps
        if step.op != "insert"
    ]
    _mark(job, paragraph, stretches, "moveFrom", new=False)
    job.forget(paragraph)
    return _range(job, paragraph, "moveFrom", name)


def write_destination(
    job: Job, source: Element, steps: Iterable[Step], name: str, parts: tuple[str, str]
) -> tuple[Element, Element]:
    """A copy of the new paragraph, marked as moved here, and the end of its range, its sibling.

    The range's end is already behind the paragraph when that is put into the tree.
    """
    copied = job.carrier.content(source, parts[1], parts[0])
    stretches = [
        (step.new, step.new + step.size, "moveTo" if step.op == "equal" else "ins", step.number)
        for step in steps
        if step.op != "delete"
    ]
    _mark(job, copied, stretches, "moveTo", new=True)
    return copied, _range(job, copied, "moveTo", name)


def _mark(
    job: Job,
    paragraph: Element,
    stretches: list[tuple[int, int, str, bool]],
    mark: str,
    *,
    new: bool,
) -> None:
    content = job.new_content(paragraph) if new else job.old_content(paragraph)
    cut(content, [offset for start, end, *_ in stretches for offset in (start, end)])
    for start, end, name, number in stretches:
        pen = job.number_pen if number else job.pen
        pen.wrap(units(content, start, end), name)
    job.pen.mark(paragraph, mark)


def _range(job: Job, paragraph: Element, kind: str, name: str) -> Element:
    """Open a move range in the paragraph; gives its end, which belongs behind the paragraph."""
    start = job.pen.revision(f"{kind}RangeStart")
    start.set(w("name"), name)
    paragraph.insert(0 if paragraph.find(w("pPr")) is None else 1, start)
    return make(f"{kind}RangeEnd", {"id": start.get(w("id"), "")})

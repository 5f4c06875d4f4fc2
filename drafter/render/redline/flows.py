"""A flow of paragraphs and tables rewritten with revisions, from the comparison of both flows.

What `drafter.render.redline.plan` decided is written here, item by item, where the old ones stand.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import zip_longest

from drafter.render.redline import tables
from drafter.render.redline.dressing import dress
from drafter.render.redline.entry import Entry, Plan
from drafter.render.redline.foreign import (
    delete_paragraph,
    foreign_paragraph,
    foreign_table,
    mark_rows,
)
from drafter.render.redline.job import Job
from drafter.render.redline.moving import write_destination, write_source
from drafter.render.redline.paragraphs import reformat, retrace, sides, write
from drafter.render.redline.plan import moved_edits, plan
from drafter.render.redline.step import Step
from drafter.render.redline.steps import replaced, steps
from drafter.word.story import Paragraph, Table, flow
from drafter.word.xml import Element, above, names, w

_THROUGH = names("sdt sdtContent customXml")


def write_flow(job: Job, old: Element, new: Element, parts: tuple[str, str]) -> None:
    """Mark the flow of the container `old` so that it reads as `new` when accepted."""
    olds, news = flow(old), flow(new)
    movable = old.tag == w("body")
    if movable:
        olds, news = olds[job.untouched[0] :], news[job.untouched[1] :]
    made = plan(job, olds, news, movable=movable)
    _Writer(job, old, made, parts).write()


class _Writer:
    """Goes through a plan with a cursor: new items are put behind what was written last."""

    def __init__(self, job: Job, container: Element, made: Plan, parts: tuple[str, str]) -> None:
        self.job, self.container, self.plan, self.parts = job, container, made, parts
        self.cursor: Element | None = None
        self.reached = 0  # how many old items have been written
        self.on_the_way: dict[tuple[int, int], tuple[Step, ...]] = {}

    def write(self) -> None:
        for entry in self.plan.entries:
            if entry.behind and entry.behind[-1].olds:
                self._rotate_out(entry)
            elif entry.behind:
                self._rotate_in(entry)
            else:
                self._write(entry)

    def _old(self, index: int) -> Element:
        return self.plan.olds[index].element

    def _new(self, index: int) -> Element:
        return self.plan.news[index].element

    def _write(self, entry: Entry) -> None:
        if entry.olds and entry.news:
            self._pair(entry)
        elif entry.olds:
            self._out(entry)
        else:
            self._in(entry)
        if entry.olds:
            self.reached = entry.olds[-1] + 1

    def _pair(self, entry: Entry, *, restyle: bool = True) -> None:
        old, new = self.plan.olds[entry.olds[0]], self.plan.news[entry.news[0]]
        if isinstance(old, Table) and isinstance(new, Table):
            tables.write_table(self.job, old, new, self.parts, write_flow)
            self.cursor = old.element
            return
        olds, news = [self._old(i) for i in entry.olds], [self._new(j) for j in entry.news]
        pair = [one.find(f"{w('pPr')}/{w('sectPr')}") for one in (olds[-1], news[-1])]
        if pair[0] is not None and pair[1] is not None:
            self.job.kept_sections.append((pair[0], pair[1]))
        one, other = sides(self.job, olds, news, self.parts)
        whole = entry.whole or (self.job.coarse and len(olds) == len(news) == 1)
        if whole and one.contents[0].text != other.contents[0].text:
            told = replaced(one, other)
        else:
            told = steps(one, other, entry.edits)
        made = write(self.job, one, other, told)
        self.cursor = made[-1]
        if len(made) == len(news):
            self.job.counterparts += zip(made, news, strict=True)
        if restyle:
            reformat(self.job, olds[-1], news[-1])

    def _out(self, entry: Entry, *, marked: bool = True) -> None:
        item = self.plan.olds[entry.olds[0]]
        self.cursor = item.element
        if isinstance(item, Table):
            mark_rows(self.job, item.element, "del")
        elif entry.mark == "moveFrom":
            told = self._moved_steps(entry.olds[0], entry.partner)
            end = write_source(self.job, item.element, told, entry.move, marked=marked)
            item.element.addnext(end)
            self.cursor = end
        else:
            delete_paragraph(self.job, item.element, marked=marked)

    def _in(self, entry: Entry, *, marked: bool = True) -> Element:
        item = self.plan.news[entry.news[0]]
        end = None
        if isinstance(item, Table):
            made = foreign_table(self.job, item.element, self.parts)
        elif entry.mark == "moveTo":
            told = self._moved_steps(entry.partner, entry.news[0]), entry.move
            made, end = write_destination(self.job, item.element, told, self.parts, marked=marked)
            self._dress(made, item.element)
        else:
            made = foreign_paragraph(self.job, item.element, self.parts, marked=marked)
            self._dress(made, item.element)
        self._put(made)
        if end is not None:
            self._put(end)
        return made

    def _moved_steps(self, old: int, new: int) -> tuple[Step, ...]:
        """What changed on the way: read before either end is written."""
        if (old, new) not in self.on_the_way:
            one, other = sides(self.job, [self._old(old)], [self._new(new)], self.parts)
            self.on_the_way[old, new] = steps(one, other, moved_edits(one, other))
        return self.on_the_way[old, new]

    def _dress(self, made: Element, source: Element) -> None:
        """Give a new paragraph the properties of an old neighbour of its kind, where wanted."""
        if self.job.dress:
            return
        olds = [item.element for item in self.plan.olds if isinstance(item, Paragraph)]
        before, behind = olds[: self.reached][::-1], olds[self.reached :]
        nearest = [old for pair in zip_longest(before, behind) for old in pair if old is not None]
        dress(self.job, made, source, nearest)

    def _rotate_out(self, kept: Entry) -> None:
        """K stays and x1, x2 behind it are out: the marks of K and x1 go, x2's ends K's text."""
        gone = kept.behind
        self._pair(kept, restyle=False)
        self.job.pen.mark(self._old(kept.olds[-1]), "del")
        for entry in gone:
            self._out(entry, marked=entry is not gone[-1])
        reformat(self.job, self._old(gone[-1].olds[-1]), self._new(kept.news[-1]))

    def _rotate_in(self, kept: Entry) -> None:
        """K stays and y1, y2 behind it are in: the marks of K and y1 are new, y2 has K's own."""
        come = kept.behind
        last = self._old(kept.olds[-1])
        properties = last.find(w("pPr"))
        before = deepcopy(properties) if properties is not None else None
        self._pair(kept, restyle=False)
        self.reached = kept.olds[-1] + 1
        retrace(self.job, last, self._new(kept.news[-1]))
        self.job.pen.mark(last, "ins")
        for entry in come:
            made = self._in(entry, marked=entry is not come[-1])
        reformat(self.job, made, None, before=before)

    def _put(self, element: Element) -> None:
        """Put `element` behind the cursor: outside a content control that ends there."""
        following = self._old(self.reached) if self.reached < len(self.plan.olds) else None
        outside = set(following.iterancestors()) if following is not None else set()
        if self.cursor is not None:
            unit = self.cursor
            while above(unit).tag in _THROUGH and above(unit) not in outside:
                unit = above(unit)
            unit.addnext(element)
        elif following is not None:
            unit = following
            while above(unit) is not self.container:
                unit = above(unit)
            unit.addprevious(element)
        else:
            at = [i for i, c in enumerate(self.container) if c.tag == w("sectPr")]
            self.container.insert(at[-1] if at else len(self.container), element)
        self.cursor = element

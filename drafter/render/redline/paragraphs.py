"""One change written onto the paragraphs it concerns: words, marks, numbers, formatting.

The old paragraphs are marked where they stand; a split puts new paragraphs before the old one, a
merger leaves the old ones with their marks deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from drafter.render.redline.cutting import anchor, cut, open_at, units, within_link
from drafter.render.redline.inserting import Graft, inserted
from drafter.render.redline.job import Job
from drafter.render.redline.pen import Pen
from drafter.render.redline.step import Side, Step
from drafter.spans import OBJECT
from drafter.word.blocks import typed_label
from drafter.word.formatting import paragraph_key, run_key
from drafter.word.inline import Content, Piece
from drafter.word.story import text_boxes
from drafter.word.xml import Element, above, ensure, make, names, place, w

_BREAK = w("splitHere")  # stands where a paragraph is to be divided, until it is
_STAYS = names("rPr sectPr pPrChange")  # what a change of paragraph properties leaves alone
_NOTE_CALLS = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}


@dataclass(slots=True)
class _Marks:
    """What is to be done to one old paragraph."""

    deleted: list[tuple[int, int, Pen]] = field(default_factory=list)
    # Where, which new paragraph, from where to where in it, by whom, whether in a field's words.
    inserted: list[tuple[int, int, int, int, Pen, bool]] = field(default_factory=list)
    kept: list[tuple[int, int, int, int]] = field(default_factory=list)  # with a new paragraph


def sides(
    job: Job, olds: Sequence[Element], news: Sequence[Element], parts: tuple[str, str]
) -> tuple[Side, Side]:
    """Both sides of a change with their typed numbers; `parts` are the old and the new part."""
    old = tuple(job.old_content(element) for element in olds)
    new = tuple(job.new_content(element) for element in news)
    return (
        Side(tuple(olds), old, tuple(typed_label(content.text) for content in old), parts[0]),
        Side(tuple(news), new, tuple(typed_label(content.text) for content in new), parts[1]),
    )


def write(job: Job, old: Side, new: Side, steps: Iterable[Step]) -> list[Element]:
    """Mark the old paragraphs so that they read as the new when accepted.

    Gives what then stands there. One side is one paragraph. The mark of the last paragraph stays,
    and its properties with it: see `reformat`.
    """
    for index, marks in enumerate(_plans(old, new, steps, job)):
        restyled = _restyled(job, old.contents[index], new, marks)
        if marks.deleted or marks.inserted or restyled:
            _mark(job, (old, index), new, marks, restyled)
        _pair_objects(job, old.contents[index], new, marks)
        job.forget(old.elements[index])
    for element in old.elements[:-1]:
        job.pen.mark(element, "del")
    last = old.elements[-1]
    result = list(old.elements[:-1])
    for piece, source in zip(_divided(last), new.elements[:-1], strict=True):
        if job.dress:
            properties = job.carrier.paragraph_properties(source.find(w("pPr")))
        else:
            properties = _bare(last.find(w("pPr")))
        if properties is not None:
            piece.insert(0, properties)
        job.pen.mark(piece, "ins")
        result.append(piece)
    return [*result, last]


def reformat(
    job: Job, paragraph: Element, source: Element | None, *, before: Element | None = None
) -> None:
    """Track the change to the properties of the new file's `source`.

    Without `source`, from the old properties `before` to those that `paragraph` has.
    """
    empty = source is not None and not (
        job.new_content(source).text or "".join(map(str, paragraph.itertext()))
    )
    # A change to an empty paragraph shows nobody anything, and LibreOffice 7.4 dies of some.
    if empty or (source is not None and not job.dress):
        return
    known = job.carrier.names
    if paragraph.find(f"{w('pPr')}/{w('pPrChange')}") is not None:
        return  # somebody else's change of the same properties stands
    if source is None:
        present = paragraph.find(w("pPr"))
        if paragraph_key(before) == paragraph_key(present):
            return
        old = _bare(before)
    else:
        wanted = source.find(w("pPr"))
        present = paragraph.find(w("pPr"))
        if paragraph_key(present) == paragraph_key(wanted, known):
            return
        old = _bare(present)
        retrace(job, paragraph, source)
    place(ensure(paragraph, "pPr"), job.pen.revision("pPrChange", old))


def retrace(job: Job, paragraph: Element, source: Element) -> None:
    """Give `paragraph` the properties of the new file's `source`, untracked."""
    if not job.dress:
        return
    present = ensure(paragraph, "pPr")
    for child in list(present):
        if child.tag not in _STAYS:
            present.remove(child)
    carried = job.carrier.paragraph_properties(source.find(w("pPr")))
    if carried is not None:
        present[0:0] = list(carried)


def borrow(paragraph: Element, other: Element) -> None:
    """Give a new paragraph the properties of `other`, an old one; its own mark stays marked."""
    present = ensure(paragraph, "pPr")
    for child in list(present):
        if child.tag not in _STAYS:
            present.remove(child)
    present[0:0] = list(_bare(other.find(w("pPr"))))


def _bare(properties: Element | None) -> Element:
    """A copy of `properties` as a revision remembers them: without mark and section."""
    bare = make("pPr")
    if properties is not None:
        bare.extend([deepcopy(child) for child in properties if child.tag not in _STAYS])
    return bare


def _plans(old: Side, new: Side, steps: Iterable[Step], job: Job) -> list[_Marks]:
    """The steps, each given to the old paragraph it concerns, in that paragraph's positions."""
    starts = old.starts
    plans = [_Marks() for _ in starts]
    for step in steps:
        pen = job.number_pen if step.number else job.pen
        if step.op == "insert":
            which = max(k for k, start in enumerate(starts) if start <= step.old)
            for index, first, last in _within(new, step.new, step.size):
                offset = step.old - starts[which]
                plans[which].inserted.append((offset, index, first, last, pen, step.inside))
            continue
        for index, first, last in _within(old, step.old, step.size):
            if first < 0:
                continue  # a mark: the paragraph's own is deleted by the caller
            if step.op == "delete":
                plans[index].deleted.append((first, last, pen))
                continue
            at = step.new + starts[index] + first - step.old
            for other, there, until in _within(new, at, last - first):
                begin = first + new.starts[other] + there - at
                plans[index].kept.append((begin, begin + until - there, other, there))
    return plans


def _within(side: Side, position: int, size: int) -> Iterable[tuple[int, int, int]]:
    """The paragraphs that a stretch of the joined text covers, and which part of each.

    A paragraph's mark is told as (its index, -1, -1), after its text.
    """
    for index, (content, start) in enumerate(zip(side.contents, side.starts, strict=True)):
        end = start + len(content.text)
        first, last = max(position, start), min(position + size, end)
        if first < last:
            yield index, first - start, last - start
        if position <= end < position + size:
            yield index, -1, -1


def _mark(
    job: Job,
    at: tuple[Side, int],
    new: Side,
    marks: _Marks,
    restyled: list[tuple[int, int, Element | None]],
) -> None:
    """Write the marks of one old paragraph."""
    old, which = at
    content = old.contents[which]
    offsets = [offset for start, end, _ in marks.deleted for offset in (start, end)]
    offsets += [offset for offset, *_ in marks.inserted]
    offsets += [offset for start, end, _ in restyled for offset in (start, end)]
    cut(content, offsets)
    for start, end, properties in restyled:
        for unit in units(content, start, end):
            if unit.tag == w("r"):
                _reformat_run(job, unit, properties)
    for start, end, pen in marks.deleted:
        pen.wrap(units(content, start, end), "del")
    for offset in {offset for offset, *_ in marks.inserted}:
        open_at(content, offset, job.pen.ids)
    behind: dict[tuple[int, bool], Element] = {}
    for offset, index, first, last, pen, inside in marks.inserted:
        before = behind.get((offset, inside))
        if before is None:
            before = anchor(content, offset, inside=inside)
        if first < 0:
            made = [make("splitHere")]
        else:
            graft = Graft(new.contents[index], new.part, old.part, pen)
            linked = before is not None and within_link(before)
            made = inserted(job, graft, (first, last), linked=linked)
        for fresh in made:
            put(old.elements[which], before, fresh)
            before = behind[offset, inside] = fresh


def put(paragraph: Element, before: Element | None, fresh: Element) -> None:
    """Put `fresh` behind `before`, or where the content of `paragraph` begins."""
    if before is not None:
        before.addnext(fresh)
    else:
        paragraph.insert(0 if paragraph.find(w("pPr")) is None else 1, fresh)


def _restyled(
    job: Job, content: Content, new: Side, marks: _Marks
) -> list[tuple[int, int, Element | None]]:
    """The kept stretches whose runs are formatted differently in the new file."""
    found: list[tuple[int, int, Element | None]] = []
    if not job.dress:
        return found
    for start, end, index, there in marks.kept:
        shift = start - there
        beside = new.contents[index].between(there, there + end - start)
        news = [p for p in beside if p.text and p.run is not None]
        for piece in content.between(start, end):
            if not piece.text or piece.run is None or piece.end <= start or piece.start >= end:
                continue
            for other in news:
                first = max(piece.start, other.start + shift, start)
                last = min(piece.end, other.end + shift, end)
                if first < last and _differ(job, piece, other):
                    properties = other.run.find(w("rPr")) if other.run is not None else None
                    found.append((first, last, properties))
    return found


def _differ(job: Job, old: Piece, new: Piece) -> bool:
    if old.run is None or new.run is None:
        return False
    return run_key(old.run.find(w("rPr"))) != run_key(new.run.find(w("rPr")), job.carrier.names)


def _reformat_run(job: Job, run: Element, properties: Element | None) -> None:
    """Track the change of a run's formatting."""
    present = run.find(w("rPr"))
    if present is not None and present.find(w("rPrChange")) is not None:
        return
    before = make("rPr")
    if present is not None:
        before.extend(list(present))
        run.remove(present)
    carried = job.carrier.run_properties(properties)
    if carried is None:
        carried = make("rPr")
    run.insert(0, carried)
    place(carried, job.pen.revision("rPrChange", before))


def _pair_objects(job: Job, content: Content, new: Side, marks: _Marks) -> None:
    """Note which calls of notes and which text boxes stand in both files."""
    if OBJECT not in content.text:
        return
    for start, end, index, there in marks.kept:
        news = {p.start: p for p in new.contents[index].pieces if p.identity}
        for piece in content.pieces:
            if piece.identity and start <= piece.start < end:
                other = news.get(piece.start - start + there)
                if other is not None:
                    pair_object(job, piece, other)


def pair_object(job: Job, old: Piece, new: Piece) -> None:
    """Remember a thing that stands in both files: what it holds is compared later."""
    kind = _NOTE_CALLS.get(str(old.element.tag))
    if kind:
        job.kept_notes.append((kind, old.element.get(w("id"), ""), new.element.get(w("id"), "")))
        return
    boxes = zip(text_boxes(old.element), text_boxes(new.element), strict=False)
    job.kept_boxes.extend(boxes)


def _divided(paragraph: Element) -> list[Element]:
    """Divide `paragraph` at its breaks: new paragraphs before it, which hold what came first."""
    made: list[Element] = []
    while (found := next(paragraph.iter(_BREAK), None)) is not None:
        while above(found) is not paragraph:  # in a link or a content control: divide that too
            holder = above(found)
            head = make("p")
            head.tag = holder.tag
            for name, value in holder.attrib.items():
                head.set(name, value)
            before = list(found.itersiblings(preceding=True))[::-1]
            head[:] = [deepcopy(c) if str(c.tag).endswith("Pr") else c for c in before]
            holder.addprevious(head)
            holder.addprevious(found)
        fresh = make("p")
        held = [c for c in paragraph if c.tag != w("pPr")]
        fresh.extend(held[: held.index(found)])
        paragraph.remove(found)
        paragraph.addprevious(fresh)
        made.append(fresh)
    return made

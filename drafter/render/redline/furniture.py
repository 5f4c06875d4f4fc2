"""Headers, footers and text boxes: the flows that stand beside the body."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from drafter.render.redline.fields import expand_simple_fields
from drafter.render.redline.foreign import (
    delete_paragraph,
    foreign_paragraph,
    foreign_table,
    mark_rows,
)
from drafter.render.redline.job import Job
from drafter.word.inline import Content
from drafter.word.revisions import REVISIONS
from drafter.word.story import Story, body, flow, headers, paragraphs, sections, text_boxes
from drafter.word.xml import MC_NS, R_NS, Element, make, r, serialise, w

WriteFlow = Callable[[Job, Element, Element, tuple[str, str]], None]
_FALLBACK = f"{{{MC_NS}}}Fallback"
_ALTERNATE = f"{{{MC_NS}}}AlternateContent"


def write_headers(job: Job, write_flow: WriteFlow) -> None:
    """Compare headers and footers by section and kind; what has no partner is all in or out."""
    places = _places(job)
    here = sections(job.old)
    olds, news = list(headers(job.old)), headers(job.new)
    untold = {old.part: job.old.data(old.part) for old in olds}
    staying = {place for place, came in places if not came}
    candidates = [(old, here[old.section]) for old in olds if here[old.section] in staying]
    taken: dict[str, Story] = {}
    done: set[str] = set()
    for new in news:
        place, came = places[new.section]
        free = [pair for pair in candidates if pair[0].part not in done and not came]
        partner = _partner(new, place, free, [one for one, _ in candidates], news)
        if partner is None and (part := _referred(job, place, new)):
            if part in done:
                olds.append(_own_copy(job, place, new, untold[part]))
                partner = olds[-1]
            else:
                partner = Story(new.kind, part, job.old.part(part), new.name)
        if partner is None:
            if _says(job.new_content, new):
                _add(job, new, place)
        else:
            done.add(partner.part)
            taken[partner.part] = new
    for old in olds:
        if old.part in taken:
            new = taken.pop(old.part)
            if _texts(job.old_content, old) != _texts(job.new_content, new):
                write_flow(job, job.old.edit(old.part), new.container, (old.part, new.part))
        elif old.part not in done and _says(job.old_content, old):
            done.add(old.part)
            root = job.old.edit(old.part)
            held = [item.element for item in flow(root)]
            for element in held:
                if element.tag == w("p"):
                    delete_paragraph(job, element, marked=element is not held[-1])
                else:
                    mark_rows(job, element, "del")


def _places(job: Job) -> list[tuple[Element, bool]]:
    """For each section of the new file its own in the redline, and whether it came with it."""
    olds, news = sections(job.old), sections(job.new)
    kept = {new: old for old, new in job.kept_sections}
    come = {new: made for made, new in job.come_sections}
    if not olds:  # Word lays out a body without a section as one of its own making
        made = make("sectPr")
        if any(_says(job.new_content, story) for story in headers(job.new)):
            body(job.old).container.append(made)
        return [(made, False) for _ in news]
    found = []
    for index, new in enumerate(news):
        if new in come:
            found.append((come[new], True))
        elif index == len(news) - 1:
            found.append((olds[-1], False))
        else:
            found.append((kept.get(new, olds[min(index, len(olds) - 1)]), False))
    return found


def _partner(
    new: Story,
    place: Element,
    free: list[tuple[Story, Element]],
    olds: list[Story],
    news: tuple[Story, ...],
) -> Story | None:
    """The old header that stands where `new` does: same kind, same section or same turn."""
    shown = (new.kind, new.name)
    for old, section in free:
        if (old.kind, old.name) == shown and section is place:
            return old
    turn = [one for one in news if (one.kind, one.name) == shown].index(new)
    same = [old for old in olds if (old.kind, old.name) == shown]
    left = {old.part for old, _ in free}
    return same[turn] if turn < len(same) and same[turn].part in left else None


def _referred(job: Job, place: Element, new: Story) -> str:
    """The part that a section of the old file itself names where the new file shows `new`."""
    number = next((found.get(r("id")) for found in _references(place, new)), None)
    relations = job.old.relationships(job.old.main)
    part = next((relation.target for relation in relations if relation.id == number), "")
    return part if part in job.old else ""


def _references(place: Element, new: Story) -> list[Element]:
    return [
        reference
        for reference in place.findall(w(f"{new.kind}Reference"))
        if reference.get(w("type"), "default") == new.name
    ]


def _own_copy(job: Job, place: Element, new: Story, said: bytes) -> Story:
    """A header of its own for one of several places that share a part and now say other things."""
    shared = _referred(job, place, new)
    part = job.old.free_name(f"word/{new.kind}{{}}.xml")
    job.old.put(part, said, job.old.content_type(shared))
    numbers = {}
    for known in job.old.relationships(shared):
        target = known.target
        numbers[known.id] = job.old.relate(part, known.type, target, external=known.external)
    root = job.old.edit(part)
    expand_simple_fields(root)
    for element in root.iter():
        for name, value in element.attrib.items():
            if str(name).startswith(f"{{{R_NS}}}"):
                element.set(name, numbers.get(str(value), str(value)))
    _references(place, new)[0].set(r("id"), job.old.relate(job.old.main, _type(new), part))
    return Story(new.kind, part, root, new.name)


def _type(new: Story) -> str:
    return f"{R_NS}/{new.kind}"


def _texts(read: Callable[[Element], Content], story: Story) -> list[object]:
    found: list[object] = []
    for element in paragraphs(story.container):
        content = read(element)
        found.append((content.text, content.objects()))
        found += ["".join(map(str, box.itertext())) for box in text_boxes(element)]
    return found


def _says(read: Callable[[Element], Content], story: Story) -> bool:
    return any(read(p).text for p in paragraphs(story.container))


def _add(job: Job, new: Story, place: Element) -> None:
    """Give a section of the old file a header that only the new one has, all of it inserted."""
    part = job.old.free_name(f"word/{new.kind}{{}}.xml")
    root = make("hdr" if new.kind == "header" else "ftr")
    job.old.put(part, serialise(root), job.new.content_type(new.part))
    root = job.old.edit(part)
    held = [item.element for item in flow(new.container)]
    for element in held:
        if element.tag == w("p"):
            last = element is held[-1]
            root.append(foreign_paragraph(job, element, (part, new.part), marked=not last))
        else:
            root.append(foreign_table(job, element, (part, new.part)))
    relation = job.old.relate(job.old.main, _type(new), part)
    reference = make(f"{new.kind}Reference", {"type": new.name})
    reference.set(r("id"), relation)
    place.insert(0, reference)


def write_boxes(job: Job, write_flow: WriteFlow) -> None:
    """Compare the text boxes that stand in both files, boxes within boxes too."""
    while job.kept_boxes:
        old, new = job.kept_boxes.pop(0)
        twins = _twins(old)
        write_flow(job, old, new, (job.old.main, job.new.main))
        for twin in twins:
            twin[:] = [deepcopy(child) for child in old]
            for element in twin.iter(*REVISIONS):
                if element.get(w("id")) is not None:
                    element.set(w("id"), str(next(job.pen.ids)))


def _twins(box: Element) -> list[Element]:
    """The same text box as older readers are given it: it must say the same."""
    said = "".join(map(str, box.itertext()))
    for ancestor in box.iterancestors(_ALTERNATE):
        return [
            other
            for fallback in ancestor.iter(_FALLBACK)
            for other in text_boxes(fallback)
            if "".join(map(str, other.itertext())) == said
        ]
    return []

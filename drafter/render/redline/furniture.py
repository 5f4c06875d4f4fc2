"""Headers, footers and text boxes: the flows that stand beside the body."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from drafter.errors import DrafterError
from drafter.render.redline.foreign import (
    delete_paragraph,
    foreign_paragraph,
    foreign_table,
    mark_rows,
)
from drafter.render.redline.job import Job
from drafter.word.inline import Content
from drafter.word.revisions import REVISIONS
from drafter.word.story import Story, flow, headers, paragraphs, sections, text_boxes
from drafter.word.xml import MC_NS, R_NS, Element, make, r, serialise, w

WriteFlow = Callable[[Job, Element, Element, tuple[str, str]], None]
_FALLBACK = f"{{{MC_NS}}}Fallback"
_ALTERNATE = f"{{{MC_NS}}}AlternateContent"


def write_headers(job: Job, write_flow: WriteFlow) -> None:
    """Compare headers and footers by section and kind; what has no partner is all in or out."""
    olds, news = headers(job.old), headers(job.new)
    taken: dict[str, Story] = {}
    done: set[str] = set()
    for new in news:
        partner = _partner(new, olds, news, done)
        if partner is None:
            if _says(job.new_content, new):
                _add(job, new)
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


def _partner(
    new: Story, olds: tuple[Story, ...], news: tuple[Story, ...], done: set[str]
) -> Story | None:
    """The old header that stands where `new` does: same kind, same section or same turn."""
    same = [old for old in olds if (old.kind, old.name) == (new.kind, new.name)]
    exact = [old for old in same if old.section == new.section and old.part not in done]
    if exact:
        return exact[0]
    turn = [one for one in news if (one.kind, one.name) == (new.kind, new.name)].index(new)
    return same[turn] if turn < len(same) and same[turn].part not in done else None


def _texts(read: Callable[[Element], Content], story: Story) -> list[object]:
    found: list[object] = []
    for element in paragraphs(story.container):
        content = read(element)
        found.append((content.text, content.objects()))
        found += ["".join(map(str, box.itertext())) for box in text_boxes(element)]
    return found


def _says(read: Callable[[Element], Content], story: Story) -> bool:
    return any(read(p).text for p in paragraphs(story.container))


def _add(job: Job, new: Story) -> None:
    """Give the old file a header that only the new one has, all of it inserted."""
    places = sections(job.old)
    if not places:
        raise DrafterError(f"the new file has a {new.kind} and the old one has no section for it")
    place = places[min(new.section, len(places) - 1)]
    if any(
        reference.get(w("type"), "default") == new.name
        for reference in place.findall(w(f"{new.kind}Reference"))
    ):
        raise DrafterError(
            f"the new file has more {new.kind}s than the old one has sections",
            hint="give both files the same section breaks",
        )
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
    relation = job.old.relate(job.old.main, f"{R_NS}/{new.kind}", part)
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

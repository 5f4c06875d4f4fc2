"""Bookmarks and comments of the new file, put where they stand in its text.

They are no words: neither side of the comparison sees them. So they are put in last, by position,
into the paragraphs that read as the new ones when accepted. What the old file has by the same name,
or in the same words, is not brought twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.render.redline.cutting import anchor, cut
from drafter.render.redline.job import Job
from drafter.word.inline import content
from drafter.word.package import Package
from drafter.word.revisions import parts_with_text
from drafter.word.story import paragraphs
from drafter.word.xml import R_NS, Element, local, make, names, remove, serialise, w

_STARTS = names("bookmarkStart commentRangeStart")
_ENDS = names("bookmarkEnd commentRangeEnd")
_PLACES = _STARTS | _ENDS | names("commentReference")
_OWN = frozenset({"_GoBack"})  # where Word's cursor was


@dataclass(frozen=True, slots=True)
class _Place:
    element: Element
    offset: int


def write_places(job: Job) -> None:
    """Put the bookmarks and comments that only the new file has where it has them."""
    wanted = _wanted_bookmarks(job) | _wanted_comments(job)
    if not wanted:
        return
    ids: dict[tuple[str, str], str] = {}
    made: list[Element] = []
    for paragraph, source in job.counterparts:
        places = [p for p in _places(source) if _key(p.element) in wanted]
        if places and content(paragraph).text == content(source).text:
            made += _put(job, paragraph, places, ids)
    _drop_halves(made)
    _bring_comments(job, {new: ids[key] for key in ids if (new := key[1]) and key[0] == "comment"})


def _key(element: Element) -> tuple[str, str]:
    kind = "bookmark" if local(element).startswith("bookmark") else "comment"
    return kind, element.get(w("id"), "")


def _wanted_bookmarks(job: Job) -> set[tuple[str, str]]:
    have = {
        start.get(w("name"))
        for part in parts_with_text(job.old)
        for start in job.old.part(part).iter(w("bookmarkStart"))
    }
    return {
        _key(start)
        for start in job.new.part(job.new.main).iter(w("bookmarkStart"))
        if start.get(w("name")) not in have | _OWN
    }


def _wanted_comments(job: Job) -> set[tuple[str, str]]:
    have = {_said(comment) for comment in _comments(job.old).values()}
    return {("comment", i) for i, c in _comments(job.new).items() if _said(c) not in have}


def _comments(package: Package) -> dict[str, Element]:
    found = {}
    for part in package.related(package.main, "comments")[:1]:
        for comment in package.part(part).findall(w("comment")):
            found[comment.get(w("id"), "")] = comment
    return found


def _said(comment: Element) -> tuple[str, str]:
    words = "\n".join(content(p).text for p in paragraphs(comment))
    return comment.get(w("author"), ""), words


def _places(paragraph: Element) -> list[_Place]:
    """The places in a paragraph; those between it and the one before stand at its beginning."""
    before: list[_Place] = []
    sibling = paragraph.getprevious()
    while sibling is not None and sibling.tag in _PLACES:
        before.insert(0, _Place(sibling, 0))
        sibling = sibling.getprevious()
    pieces = content(paragraph).pieces
    return before + [_Place(p.element, p.start) for p in pieces if p.element.tag in _PLACES]


def _put(
    job: Job, paragraph: Element, places: list[_Place], ids: dict[tuple[str, str], str]
) -> list[Element]:
    read = content(paragraph)
    cut(read, [place.offset for place in places])
    behind: dict[int, Element | None] = {}
    made = []
    for place in places:
        name = local(place.element)
        key = _key(place.element)
        ids.setdefault(key, str(next(job.pen.ids)))
        fresh = make(name, {"id": ids[key]})
        if name == "bookmarkStart":
            fresh.set(w("name"), place.element.get(w("name"), ""))
        made.append(fresh)
        if name == "commentReference":  # its sign comes with the comment, and goes with it
            fresh = job.pen.revision("ins", make("r", None, fresh))
        before = behind.get(place.offset)
        if before is None:
            before = anchor(read, place.offset)
        if before is not None:
            before.addnext(fresh)
        else:
            paragraph.insert(0 if paragraph.find(w("pPr")) is None else 1, fresh)
        behind[place.offset] = fresh
    return made


def _drop_halves(made: list[Element]) -> None:
    """Take out what began and did not end, or ended and did not begin, and comments not called."""
    by_id: dict[str, list[Element]] = {}
    for element in made:
        by_id.setdefault(element.get(w("id"), ""), []).append(element)
    for held in by_id.values():
        kinds = [local(element) for element in held]
        ranges = [e for e in held if e.tag in _STARTS | _ENDS]
        paired = len(ranges) == 2 and ranges[0].tag in _STARTS and ranges[1].tag in _ENDS
        called = "commentReference" in kinds
        if not paired or not (called or kinds[0] == "bookmarkStart"):
            for element in ranges:
                remove(element)


def _bring_comments(job: Job, ids: dict[str, str]) -> None:
    """Copy the comments of the new file that are called now, by the ids they are called by."""
    called = {e.get(w("id")) for e in job.old.part(job.old.main).iter(w("commentReference"))}
    coming = [(c, ids[i]) for i, c in _comments(job.new).items() if ids.get(i) in called]
    if not coming:
        return
    source = job.new.related(job.new.main, "comments")[0]
    targets = job.old.related(job.old.main, "comments")
    if not targets:
        targets = (job.old.free_name("word/comments{}.xml"),)
        type_ = job.new.content_type(source)
        job.old.put(targets[0], serialise(make("comments")), type_)
        job.old.relate(job.old.main, f"{R_NS}/comments", targets[0])
    root = job.old.edit(targets[0])
    for comment, number in coming:
        copied = job.carrier.content(comment, source, targets[0])
        copied.set(w("id"), number)
        root.append(copied)


def counterparts(made: Element, source: Element) -> list[tuple[Element, Element]]:
    """The paragraphs of a copy beside those of what it was copied from."""
    one, other = (list(e.iter(w("p"))) for e in (made, source))
    return list(zip(one, other, strict=True)) if len(one) == len(other) else []

"""The redline read back: accepted it must be the new file, rejected the old one, and sound.

Reads with `drafter.word`, not with what wrote the redline; whatever differs is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from drafter.word.formatting import layout_key, paragraph_key, run_key
from drafter.word.inline import Content, content
from drafter.word.package import Package
from drafter.word.revisions import REVISIONS, accept_all, authors, parts_with_text, reject_all
from drafter.word.story import KINDS, Paragraph, body, flow, headers, notes, sections, text_boxes
from drafter.word.xml import Element, local, names, w

Line = tuple[str, str, tuple[object, ...]]  # place, text, objects and formatting
# What a paragraph says, by its markup.
_Known = dict[bytes, tuple[str, tuple[object, ...]]]
# A paragraph with a note or a text box says more than its own words.
_HOLDS_MORE = re.compile(rb"Reference|txbxContent")
_CALLS = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_TEXTS = names("t delText instrText delInstrText tab")
_LAYOUTS = names("tblPr trPr tcPr sectPr")
_LAYOUT_CHANGES = names("tblPrChange trPrChange tcPrChange sectPrChange")
_NEVER_IN_RUNS = names("p tbl tr tc")


def faults(
    redline: Package, old: Package, new: Package, *, untouched: tuple[int, int] = (0, 0)
) -> str:
    """What is wrong with `redline`, in one line; "" when it is right.

    `untouched`: how many items of both bodies were left alone; headers were then left alone too.
    """
    known: _Known = {}
    rejected = reject_all(redline), _rejected(old)
    return (
        _differ("rejecting all", rejected, known)
        or _differ("accepting all", (accept_all(redline), new), known, untouched)
        or _laid_out_otherwise(redline, rejected)
        or _unsound(redline, old)
        or _lost(redline, old)
    )


def _differ(
    what: str,
    packages: tuple[Package, Package],
    known: _Known,
    untouched: tuple[int, int] | None = None,
) -> str:
    got, want = packages
    if untouched is None:  # what was there before comes back with its formatting
        one, other = (_lines(package, known, formatting=True) for package in packages)
    else:
        whole = not any(untouched)
        one = _lines(got, known, skip=untouched[0], with_headers=whole)
        other = _lines(want, known, skip=untouched[1], with_headers=whole)
    if (untouched is None or not any(untouched)) and not _as_many_sections(got, want):
        return f"{what}: {len(sections(got))} sections for {len(sections(want))}"
    for story in sorted({*one, *other}):
        mine, theirs = one.get(story, []), other.get(story, [])
        if story in {"header", "footer"}:  # a header that says nothing may come or stay
            mine, theirs = (sorted(x for x in side if x[1]) for side in (mine, theirs))
        if mine == theirs:
            continue
        for have, should in zip([*mine, None], [*theirs, None], strict=False):
            if have != should:
                return f"{what}: {story}: expected {should!r}, got {have!r}"[:600]
    return ""


def _laid_out_otherwise(redline: Package, rejected: tuple[Package, Package]) -> str:
    """What rejecting all does not give back of the layout of tables and sections, in words."""
    if next(redline.part(redline.main).iter(*_LAYOUT_CHANGES), None) is None:
        return ""
    keys: dict[bytes, object] = {}  # cells are laid out alike: each layout is read once
    one, other = (_layouts(package, keys) for package in rejected)
    return "" if one == other else "rejecting all: a table or a section is laid out otherwise"


def _layouts(package: Package, keys: dict[bytes, object]) -> list[object]:
    found = []
    for element in package.part(package.main).iter(*_LAYOUTS):
        said = etree.tostring(element, with_tail=False)
        if said not in keys:
            key = layout_key(element)
            keys[said] = (local(element), key) if key else None
        if keys[said] is not None:
            found.append(keys[said])
    return found


def _as_many_sections(got: Package, want: Package) -> bool:
    return max(len(sections(got)), 1) == max(len(sections(want)), 1)  # a lone one may be left out


def lines(
    package: Package, *, formatting: bool = False, skip: int = 0, with_headers: bool = True
) -> dict[str, list[Line]]:
    """Every paragraph of every story: its place, its text, its objects and formatting.

    With `skip`, the body after so many items, and its notes.
    """
    return _lines(package, {}, formatting=formatting, skip=skip, with_headers=with_headers)


def _lines(
    package: Package,
    known: _Known,
    *,
    formatting: bool = False,
    skip: int = 0,
    with_headers: bool = True,
) -> dict[str, list[Line]]:
    reader = _Reader(package, known, formatting=formatting, skip=skip)
    if with_headers:
        reader.read_headers()
    return reader.found


class _Reader:
    """Reads the stories of a package in the order in which they are met."""

    def __init__(
        self, package: Package, known: _Known, *, formatting: bool = False, skip: int = 0
    ) -> None:
        self.package, self.formatting, self.known = package, formatting, known
        self.calls: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self.found: dict[str, list[Line]] = {"text box": []}
        self.found["body"] = list(self._flow(body(package).container, "", skip))
        for kind in KINDS:
            stories = notes(package, kind)
            self.found[kind] = []
            for number, note in enumerate(list(self.calls[kind])):
                if note in stories:
                    self.found[kind] += self._flow(stories[note].container, f"{number}/")
                else:
                    self.found[kind].append((f"{number}", "no such note", ()))

    def read_headers(self) -> None:
        """Read the headers and footers too."""
        for story in headers(self.package):
            read = self._flow(story.container, f"{story.name}/")
            self.found.setdefault(story.kind, []).extend(read)

    def _flow(self, container: Element, place: str, skip: int = 0) -> Iterator[Line]:
        tables = 0
        for number, item in enumerate(flow(container)[skip:]):
            if isinstance(item, Paragraph):
                yield self._line(item.element, f"{place}{number}")
                continue
            tables += 1
            for i, row in enumerate(item.rows):
                for j, cell in enumerate(row.cells):
                    yield from self._flow(cell.element, f"{place}{number}t{i}.{j}/")

    def _line(self, element: Element, place: str) -> Line:
        """One paragraph; what has been read before, letter by letter, is not read again.

        The letters are the same in two versions of one file only, where formatting counts too.
        """
        if not self.formatting:
            return place, *self._read(element)
        key = etree.tostring(element, with_tail=False)
        known = self.known.get(key)
        if known is None:
            known = self._read(element)
            if not _HOLDS_MORE.search(key):
                self.known[key] = known
        return place, *known

    def _read(self, element: Element) -> tuple[str, tuple[object, ...]]:
        read = content(element)
        for piece in read.pieces:
            kind = _CALLS.get(str(piece.element.tag))
            if kind:
                self.calls[kind].append(piece.element.get(w("id"), ""))
            elif piece.identity:
                for box in text_boxes(piece.element):
                    self.found["text box"] += self._flow(box, "")
        objects = tuple(_kind(name) for name in read.objects())
        return read.text, (*(_look(element, read) if self.formatting else ()), *objects)


def _look(element: Element, read: Content) -> Iterator[object]:
    """The formatting of a paragraph and of its runs, where it changes."""
    yield paragraph_key(element.find(w("pPr")))
    last = None
    for piece in read.pieces:
        if piece.text and piece.run is not None:
            key = run_key(piece.run.find(w("rPr")))
            if key != last:
                yield piece.start, key
            last = key


def _kind(name: str) -> str:
    """What an object is, without what only one file knows of it."""
    return name.partition(":")[0] if not name.startswith("field") else name


def _rejected(package: Package) -> Package:
    return reject_all(package) if authors(package) else package


def _lost(redline: Package, old: Package) -> str:
    """A change by others that the old file had and the redline has not, in words."""
    have = _changes(redline)
    for key, said in _changes(old).items():
        if not said[1] <= have.get(key, ("", 0))[1] or not _holds(have[key][0], said[0]):
            name, author, _ = key
            return f"a change ({name}) that {author or 'unknown'} had made is lost"
    return ""


def _changes(package: Package) -> dict[tuple[str, str, str], tuple[str, int]]:
    """The words of all changes of one kind by one author at one time, and how many there are."""
    found: dict[tuple[str, str, str], tuple[str, int]] = {}
    for part in parts_with_text(package):
        for element in package.part(part).iter(*REVISIONS):
            key = (local(element), element.get(w("author"), ""), element.get(w("date"), ""))
            if not key[1] and key[0].endswith("RangeEnd"):
                key = (key[0], "", "")
            said, times = found.get(key, ("", 0))
            words = "".join(e.text or "" for e in element.iter(*_TEXTS))
            found[key] = (said + words, times + 1)
    return found


def _holds(text: str, words: str) -> bool:
    """Whether the characters of `words` stand in `text` in their order."""
    rest = iter(text)
    return text == words or all(character in rest for character in words)


def _unsound(redline: Package, old: Package) -> str:
    """A repeated id, an unpaired move or a misplaced revision that `old` had not, in words."""
    ends: Counter[str] = Counter()
    for part in parts_with_text(redline):
        ids: set[str] = set()
        twice = _twice(old, part)
        if _nested(redline, part) > _nested(old, part):
            return f"{part}: a revision stands in another of its kind"
        for element in redline.part(part).iter(*REVISIONS):
            name = local(element)
            number = element.get(w("id"))
            if name.endswith("RangeEnd"):
                continue
            if number is None or (number in ids and number not in twice):
                return f"{part}: the revision id {number} is missing or used twice"
            ids.add(number)
            if name in {"moveFromRangeStart", "moveToRangeStart"}:
                ends[f"{name} {element.get(w('name'))}"] += 1
            if any(child.tag in _NEVER_IN_RUNS for child in element) and name in {"ins", "del"}:
                return f"{part}: a revision stands round a {local(element[0])}"
    for said, times in ends.items():
        kind, _, name = said.partition(" ")
        other = "moveToRangeStart" if kind.startswith("moveFrom") else "moveFromRangeStart"
        if times != 1 or ends[f"{other} {name}"] != 1:
            return f"the move {name} is not paired"
    return ""


def _nested(package: Package, part: str) -> int:
    """How many insertions in insertions and deletions in deletions a part has."""
    if part not in package:
        return 0
    found = (e for tag in (w("ins"), w("del")) for e in package.part(part).iter(tag))
    return sum(next(element.iterancestors(element.tag), None) is not None for element in found)


def _twice(package: Package, part: str) -> set[str]:
    """The ids that the revisions of a part bear more than once, or that it lacks."""
    if part not in package:
        return set()
    times = Counter(e.get(w("id"), "") for e in package.part(part).iter(*REVISIONS))
    return {number for number, met in times.items() if met > 1}

"""What new content needs in the old file: styles, lists, pictures and links, by the old names.

Styles are the same when their names are; a list is the same when its definition is. What the old
file lacks is copied into it; nothing the old file has is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cached_property
from itertools import count

from lxml import etree

from drafter.render.redline.definitions import free, numbers, style_id, styles
from drafter.word.formatting import Names
from drafter.word.package import Package
from drafter.word.revisions import parts_with_text
from drafter.word.xml import (
    MC_NS,
    R_NS,
    W_NS,
    Element,
    above,
    elements,
    local,
    names,
    remove,
    unwrap,
    w,
)

_STYLE_TAGS = names("pStyle rStyle tblStyle")
# What is not copied with new content: places and remarks (see `places`), proofing, sections.
_LEFT_BEHIND = names(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference proofErr "
    "permStart permEnd sectPr lastRenderedPageBreak"
)
_NOTE_STYLES = frozenset({"FootnoteText", "EndnoteText"})
_MEANT = names("b bCs i iCs u strike vertAlign")
_LOOKED_THROUGH = names("sdt sdtContent smartTag customXml")


class Carrier:
    """Carries content of the file `new` into the file `old`, which is being edited."""

    def __init__(self, old: Package, new: Package, note: Callable[[str, str], str]) -> None:
        """`note` gives a kind and an id in `new` the id of a copy of that note in `old`."""
        self.old, self.new = old, new
        self._note = note
        self.plain = False  # carry of a run's formatting only what an editor means by it
        self._links: dict[tuple[str, str, str], str] = {}

    @cached_property
    def names(self) -> Names:
        """The old file's names for the styles and lists of the new file that it has too."""
        return Names(self._same_styles(), self._same_numbers())

    def run_properties(self, properties: Element | None) -> Element | None:
        """A copy of `w:rPr` for the old file, or None."""
        return self._properties(properties, names("rPrChange ins del moveFrom moveTo"))

    def paragraph_properties(self, properties: Element | None) -> Element | None:
        """A copy of `w:pPr` for the old file without its mark and its section, or None."""
        return self._properties(properties, names("rPr sectPr pPrChange"))

    def layout(self, properties: Element | None, without: frozenset[str]) -> list[Element]:
        """Copies of the children of a table's, row's, cell's or section's properties."""
        copied = self._properties(properties, without)
        return [] if copied is None else list(copied)

    def _properties(self, properties: Element | None, without: frozenset[str]) -> Element | None:
        if properties is None:
            return None
        copied = deepcopy(properties)
        copied.tail = None
        for child in list(copied):
            layout = self.plain and child.tag not in _MEANT
            if layout or child.tag in without or not str(child.tag).startswith(_W):
                copied.remove(child)
        self._rename(copied)
        return copied

    def content(self, element: Element, source: str, target: str) -> Element:
        """A copy of `element`, which stands in part `source`, for the part `target`."""
        copied = _transplanted(element)
        for child in list(copied.iter(*_LEFT_BEHIND)):
            remove(child)
        for child in list(copied.iter(*_LOOKED_THROUGH)):
            if child is not copied:
                for part in [p for p in child if local(p).endswith("Pr")]:
                    child.remove(part)
                unwrap(child)
        self._rename(copied)
        ignored = _ignorable(self.new, source) - _ignorable(self.old, target)
        for child in list(copied.iter()):
            if not isinstance(child.tag, str):
                continue
            if _namespace(child.tag) in ignored and child is not copied:
                remove(child)
                continue
            for name in list(child.attrib):
                if _namespace(str(name)) in ignored:
                    del child.attrib[name]
                elif str(name).startswith(f"{{{R_NS}}}"):
                    child.set(name, self._link(str(child.get(name)), source, target))
                elif child.tag.startswith(_W) and not str(name).startswith(_KEPT):
                    del child.attrib[name]  # marks of other programs, ids of this paragraph alone
                elif "}rsid" in str(name):
                    del child.attrib[name]
            if local(child) == "docPr" and child.get("id"):
                child.set("id", str(next(self._drawing_ids)))
            if child.tag in {w("footnoteReference"), w("endnoteReference")}:
                kind = local(child).removesuffix("Reference")
                child.set(w("id"), self._note(kind, child.get(w("id"), "")))
        return copied

    def _rename(self, root: Element) -> None:
        """Give styles and lists the old file's names, bringing what it lacks."""
        for child in list(root.iter(*_STYLE_TAGS)):
            said = child.get(w("val"), "")
            # A paragraph dressed like its neighbours needs no style of our own layout.
            bare = self.plain and child.tag == w("pStyle") and said not in _NOTE_STYLES
            known = said in self.names.styles
            name = "" if bare and not known else self._style(said)
            if name:
                child.set(w("val"), name)
            else:
                remove(child)
        for child in list(root.iter(w("numId"))):
            child.set(w("val"), self._number(child.get(w("val"), "")))

    @cached_property
    def _drawing_ids(self) -> Iterator[int]:
        """Numbers that no drawing of the old file bears: Word wants each to have its own."""
        taken = [
            int(number)
            for part in parts_with_text(self.old)
            for element in self.old.part(part).iter("{*}docPr")
            if (number := element.get("id", "")).isdigit()
        ]
        return count(max(taken, default=0) % 2_000_000_000 + 1)

    # Styles

    @cached_property
    def _old_styles(self) -> tuple[str, dict[tuple[str, str], str]]:
        return styles(self.old)

    def _same_styles(self) -> dict[str, str]:
        (_, olds), (_, news) = self._old_styles, styles(self.new)
        return {one: olds[key] for key, one in news.items() if key in olds}

    def _style(self, name: str) -> str:
        """The old file's name of a style of the new file, which it is given if it has none."""
        known = self.names.styles
        if name in known:
            return known[name]
        part = self._old_styles[0]
        sources = self.new.related(self.new.main, "styles")
        found = [s for s in self.new.part(sources[0]) if style_id(s) == name] if sources else []
        if not part or not found:
            return ""
        assert isinstance(known, dict)  # noqa: S101 - ours, made above
        taken = set(self._old_styles[1].values()) | set(known.values())
        fresh = name
        while fresh in taken:
            fresh += "x"
        known[name] = fresh
        copied = deepcopy(found[0])
        copied.set(w("styleId"), fresh)
        copied.attrib.pop(w("default"), "")
        for child in elements(copied):
            if local(child) in {"basedOn", "next", "link"}:
                other = self._style(child.get(w("val"), ""))
                if other:
                    child.set(w("val"), other)
                else:
                    copied.remove(child)
        for child in list(copied.iter(w("numId"))):
            child.set(w("val"), self._number(child.get(w("val"), "")))
        self.old.edit(part).append(copied)
        return fresh

    # Lists

    def _same_numbers(self) -> dict[str, str]:
        olds = {said: number for number, said in numbers(self.old).items()}
        news = numbers(self.new)
        return {number: olds[said] for number, said in news.items() if said in olds} | {"0": "0"}

    def _number(self, number: str) -> str:
        known = self.names.numbers
        if number not in known:
            assert isinstance(known, dict)  # noqa: S101 - ours, made above
            known[number] = self._new_list(number)
        return known[number]

    def _new_list(self, number: str) -> str:
        """The number of a copy in the old file of a list of the new file; "0", none, without."""
        sources = self.new.related(self.new.main, "numbering")
        targets = self.old.related(self.old.main, "numbering")
        if not sources:
            return "0"
        source = self.new.part(sources[0])
        found = [e for e in source.findall(w("num")) if e.get(w("numId")) == number]
        held = found[0].find(w("abstractNumId")) if found else None
        if held is None:
            return "0"
        shapes = [
            e
            for e in source.findall(w("abstractNum"))
            if e.get(w("abstractNumId")) == held.get(w("val"))
        ]
        if not shapes:
            return "0"
        if not targets:
            type_ = self.new.content_type(sources[0])
            self.old.put("word/numbering.xml", f'<w:numbering xmlns:w="{W_NS}"/>'.encode(), type_)
            self.old.relate(self.old.main, f"{R_NS}/numbering", "word/numbering.xml")
            targets = ("word/numbering.xml",)
        root = self.old.edit(targets[0])
        shape, made = deepcopy(shapes[0]), deepcopy(found[0])
        shape_id = free(root, "abstractNum", "abstractNumId")
        number_id = free(root, "num", "numId")
        shape.set(w("abstractNumId"), shape_id)
        made.set(w("numId"), number_id)
        for child in made.findall(w("abstractNumId")):
            child.set(w("val"), shape_id)
        for child in list(shape.iter(w("pStyle"), w("styleLink"), w("numStyleLink"))):
            remove(child)
        first = root.find(w("num"))
        if first is not None:
            first.addprevious(shape)
        else:
            root.append(shape)
        after = [e for e in root if e.tag in {w("num"), w("abstractNum")}]
        after[-1].addnext(made)
        return number_id

    # Relationships

    def _link(self, relation: str, source: str, target: str) -> str:
        """The id in part `target` of the old file of what `relation` leads to in the new one."""
        key = (relation, source, target)
        if key not in self._links:
            self._links[key] = self._relate(relation, source, target)
        return self._links[key]

    def _relate(self, relation: str, source: str, target: str) -> str:
        for known in self.new.relationships(source):
            if known.id == relation:
                if known.external:
                    return self.old.relate(target, known.type, known.target, external=True)
                name = self._part(known.target)
                return self.old.relate(target, known.type, name) if name else ""
        return ""

    def _part(self, name: str) -> str:
        """The name in the old file of a part of the new file, which is copied if it lacks it."""
        if name not in self.new:
            return ""
        data = self.new.data(name)
        if name in self.old and self.old.data(name) == data:
            return name
        stem, _, ending = name.rpartition(".")
        fresh = name
        if name in self.old:
            fresh = self.old.free_name(f"{stem}-{{}}.{ending}")
        self.old.put(fresh, data, self.new.content_type(name))
        for known in self.new.relationships(name):
            if known.external:
                self.old.relate(fresh, known.type, known.target, external=True)
            elif inner := self._part(known.target):
                made = self.old.relate(fresh, known.type, inner)
                if made != known.id:
                    data = data.replace(f'"{known.id}"'.encode(), f'"{made}"'.encode())
                    self.old.put(fresh, data)
        return fresh


def _transplanted(element: Element) -> Element:
    """A copy that keeps the prefixes which markup compatibility names in its attributes."""
    copied = deepcopy(element)
    copied.tail = None
    pairs = zip(list(copied.iter(_ALTERNATE)), list(element.iter(_ALTERNATE)), strict=True)
    for child, original in pairs:
        prefixes = {prefix: uri for prefix, uri in original.nsmap.items() if prefix is not None}
        fresh = etree.Element(child.tag, nsmap=prefixes)
        fresh[:] = list(child)
        if child is copied:
            copied = fresh
        else:
            above(child).replace(child, fresh)
    return copied


def _ignorable(package: Package, part: str) -> frozenset[str]:
    """The namespaces that a part says a reader may ignore."""
    if part not in package:
        return frozenset()
    root = package.part(part)
    prefixes = root.get(f"{{{MC_NS}}}Ignorable", "").split()
    return frozenset(str(root.nsmap[prefix]) for prefix in prefixes if prefix in root.nsmap)


def _namespace(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""


_W = f"{{{W_NS}}}"
_KEPT = (_W, f"{{{R_NS}}}", "{http://www.w3.org/XML/1998/namespace}")
_ALTERNATE = f"{{{MC_NS}}}AlternateContent"

"""The parts of the clean copy: only those that the page needs, under names of our own.

Starts from the main part and follows the relationships that are listed; everything else in the
archive (macros, comments, custom XML, previews, signatures, strangers) is never reached.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from drafter.errors import DrafterError
from drafter.word.clean import drawings, pictures, settings, text, unseen
from drafter.word.package import Package, Relationship, relationships_name
from drafter.word.styles import Styles
from drafter.word.xml import R_NS, RELS_NS, TYPES_NS, Element, local, serialise, w

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_MAIN = "word/document.xml"
# Parts that belong to their source without being called by an id.
_IMPLICIT_NAMES = (
    "styles numbering settings fontTable theme footnotes endnotes diagramDrawing "
    "themeOverride chartStyle chartColorStyle"
)
_IMPLICIT = frozenset(_IMPLICIT_NAMES.split())
_CALLED_NAMES = (
    "header footer image chart font chartUserShapes diagramData diagramLayout "
    "diagramQuickStyle diagramColors hyperlink"
)
_CALLED = frozenset(_CALLED_NAMES.split())
_SINGLE = frozenset(["styles", "numbering", "settings", "fontTable", "footnotes", "endnotes"])
_FOLDERS = {"image": "media", "chart": "charts", "theme": "theme", "font": "fonts"}
_WORD_NAMES = "main header footer footnotes endnotes styles numbering settings fontTable"
_WORD = frozenset(_WORD_NAMES.split())
_STORIES = ("main", "header", "footer", "footnotes", "endnotes")
_PUBLIC = re.compile(r"(?:https?://|mailto:)", re.I)
_SUFFIX = re.compile(r"[a-z0-9]{2,5}")


@dataclass
class Copy:
    """The clean copy in the making: which parts of `source` it holds, as what."""

    source: Package
    descriptions: bool = False
    names: dict[str, str] = field(default_factory=dict)  # part → its name in the copy
    _kinds: dict[str, str] = field(default_factory=dict)  # part → its kind
    _trees: dict[str, Element] = field(default_factory=dict)
    _data: dict[str, bytes] = field(default_factory=dict)
    _links: dict[str, list[Relationship]] = field(default_factory=dict)

    def package(self) -> Package:
        """The clean package."""
        self.source = self.source.copy()
        styles = Styles.of(self.source)
        self._reach(self.source.main, "main", styles)
        self._settle()
        parts: dict[str, bytes] = {}
        for part, name in self.names.items():
            links = self._links.get(part, [])
            tree = self._trees.get(part)
            parts[name] = self._data[part] if tree is None else _numbered(tree, links)
            if links:
                parts[relationships_name(name)] = self._relationships(name, links)
        parts["docProps/core.xml"] = _core(self.source, self._trees)
        top = [
            Relationship("rId1", f"{_OFFICE}officeDocument", _MAIN),
            Relationship("rId2", _CORE, "docProps/core.xml"),
        ]
        head = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": _relations([(each, each.target) for each in top]),
        }
        return Package({**head, **parts})

    def _reach(self, part: str, kind: str, styles: Styles) -> None:
        """Take `part` into the copy, cleaned, and what it needs after it."""
        if part in self.names:
            return
        self._kinds[part] = kind
        self.names[part] = self._name(part, kind)
        if self._is_xml(part):
            tree = self._trees[part] = self.source.edit(part)
            self._clean(part, tree, kind, styles)
            called = _called_ids(tree)
        else:
            self._data[part] = pictures.stripped(self.source.data(part), part)
            called = set()
        links = self.source.relationships(part)
        kept = [link for link in links if self._stays(link, called)]
        if part in self._trees and len(kept) < len(links):
            gone = {link.id for link in links} - {link.id for link in kept}
            unseen.unlink(self._trees[part], gone)
        self._links[part] = kept
        for link in kept:
            if not link.external:
                self._reach(link.target, link.kind, styles)

    def _is_xml(self, part: str) -> bool:
        return part.lower().endswith(".xml")

    def _stays(self, link: Relationship, called: set[str]) -> bool:
        if link.external:
            return link.kind == "hyperlink" and link.id in called and _is_public(link.target)
        if link.target not in self.source or not link.target.lower().isprintable():
            return False
        return link.kind in _IMPLICIT or (link.kind in _CALLED and link.id in called)

    def _clean(self, part: str, tree: Element, kind: str, styles: Styles) -> None:
        if next(tree.iter(w("altChunk")), None) is not None:
            raise DrafterError(
                f"{part}: the file holds another file that Word shows as text",
                hint="open it in Word, save it, and clean it then",
            )
        unseen.strip_foreign(tree)
        if kind in _WORD:
            if kind == "settings":
                settings.keep_listed(tree)
            text.clean(tree, styles)
        drawings.clean(tree, descriptions=self.descriptions)

    def _settle(self) -> None:
        """What can be told only when all parts are clean: notes, headers, bookmarks not used."""
        stories = {p: t for p, t in self._trees.items() if self._kinds[p] in _STORIES}
        for part in self._drop_unshown_headers():
            self._forget(part)
            stories.pop(part, None)
        for part, tree in stories.items():
            if self._kinds[part] in {"footnotes", "endnotes"}:
                unseen.drop_uncalled_notes(tree, stories.values())
        for part in list(self.names):  # what only such a note or header called
            self._drop_uncalled(part)
        unseen.drop_bookmarks(list(stories.values()))
        for tree in self._trees.values():
            unseen.tidy_namespaces(tree)

    def _drop_unshown_headers(self) -> list[str]:
        main = self._trees[self.source.main]
        even = any(
            next(tree.iter(w("evenAndOddHeaders")), None) is not None
            for part, tree in self._trees.items()
            if self._kinds[part] == "settings"
        )
        ids = unseen.drop_unshown_headers(main, even=even)
        links = self._links[self.source.main]
        gone = [link for link in links if link.id in ids]
        self._links[self.source.main] = [link for link in links if link.id not in ids]
        left = {link.target for link in self._links[self.source.main]}
        return [link.target for link in gone if link.target not in left]

    def _drop_uncalled(self, part: str) -> None:
        """Forget what `part` no longer calls."""
        tree = self._trees.get(part)
        if tree is None or part not in self.names:
            return
        called = _called_ids(tree)
        kept = [
            link
            for link in self._links.get(part, [])
            if link.kind in _IMPLICIT or link.id in called
        ]
        gone = [link for link in self._links.get(part, []) if link not in kept]
        self._links[part] = kept
        others = {link.target for links in self._links.values() for link in links}
        for link in gone:
            if not link.external and link.target not in others:
                self._forget(link.target)

    def _forget(self, part: str) -> None:
        links = self._links.pop(part, [])
        self.names.pop(part, None)
        self._trees.pop(part, None)
        self._data.pop(part, None)
        others = {link.target for kept in self._links.values() for link in kept}
        for link in links:
            if not link.external and link.target in self.names and link.target not in others:
                self._forget(link.target)

    def _name(self, part: str, kind: str) -> str:
        """A name that tells the kind and nothing else: files bear the names of their makers."""
        if kind == "main":
            return _MAIN
        if kind in _SINGLE:
            return f"word/{kind}.xml"
        suffix = part.lower().rpartition(".")[2]
        suffix = suffix if _SUFFIX.fullmatch(suffix) else "bin"
        number = sum(other == kind for other in self._kinds.values())
        folder = f"word/{_FOLDERS[kind]}" if kind in _FOLDERS else "word"
        return f"{folder}/{kind}{number}.{suffix}"

    def _relationships(self, name: str, links: list[Relationship]) -> bytes:
        import posixpath

        folder = posixpath.dirname(name)
        return _relations(
            [
                (
                    Relationship(f"rId{number}", _transitional(link.type), "", link.external),
                    link.target
                    if link.external
                    else posixpath.relpath(self.names[link.target], folder),
                )
                for number, link in enumerate(links, start=1)
            ]
        )

    def _types(self) -> bytes:
        root = etree.Element(f"{{{TYPES_NS}}}Types", nsmap={None: TYPES_NS})  # type: ignore[dict-item]
        for extension, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
        ):
            etree.SubElement(root, f"{{{TYPES_NS}}}Default", Extension=extension, ContentType=kind)
        types = {
            name: _MAIN_TYPE if name == _MAIN else self.source.content_type(part)
            for part, name in self.names.items()
        }
        for name, kind in {**types, "docProps/core.xml": _CORE_TYPE}.items():
            if kind:
                etree.SubElement(
                    root, f"{{{TYPES_NS}}}Override", PartName=f"/{name}", ContentType=kind
                )
        return serialise(root)


def _is_public(address: str) -> bool:
    """Whether a link leads to a public place, not into somebody's own folders."""
    return bool(_PUBLIC.match(address))


def _transitional(kind: str) -> str:
    return kind.replace(_STRICT, _OFFICE)


def _relations(links: list[tuple[Relationship, str]]) -> bytes:
    root = etree.Element(f"{{{RELS_NS}}}Relationships", nsmap={None: RELS_NS})  # type: ignore[dict-item]
    for link, target in links:
        made = etree.SubElement(
            root, f"{{{RELS_NS}}}Relationship", Id=link.id, Type=link.type, Target=target
        )
        if link.external:
            made.set("TargetMode", "External")
    return serialise(root)


# Attributes that call a relationship.
_CALLS = etree.XPath(
    "//@r:*|//@*[local-name() = 'relid' and namespace-uri()]|//@relId", namespaces={"r": R_NS}
)


def _calls(tree: Element) -> list[Any]:
    """The attributes in `tree` that call a relationship; each knows its element and its name."""
    return cast("list[Any]", _CALLS(tree))


def _called_ids(tree: Element) -> set[str]:
    """The relationship ids that `tree` calls."""
    return set(map(str, _calls(tree)))


def _numbered(tree: Element, links: list[Relationship]) -> bytes:
    """The bytes of `tree` with the ids of its relationships numbered from 1."""
    ids = {link.id: f"rId{number}" for number, link in enumerate(links, start=1)}
    for call in _calls(tree):
        if call in ids:
            call.getparent().set(call.attrname, ids[call])
    return serialise(tree)


def _core(source: Package, trees: dict[str, Element]) -> bytes:
    """Core properties that repeat what the page says: a title that stands in the text, no more."""
    shown = " ".join(
        "".join(t.text or "" for t in p.iter(w("t")))
        for tree in trees.values()
        for p in tree.iter(w("p"))
    )
    lines = []
    for part in source.related("", "core-properties")[:1]:
        for element in source.part(part):
            words = (element.text or "").strip()
            if local(element) == "title" and words and words in shown:
                lines.append(("title", words))
            if local(element) == "language" and re.fullmatch(r"[A-Za-z]{2,3}(-\w{2,8})*", words):
                lines.append(("language", words))
    base = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dc = "http://purl.org/dc/elements/1.1/"
    root = etree.Element(f"{{{base}}}coreProperties", nsmap={"cp": base, "dc": dc})
    for name, words in lines:
        etree.SubElement(root, f"{{{dc}}}{name}").text = words
    return serialise(root)

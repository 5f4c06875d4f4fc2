"""The traces in a Word file: every value in it that a clean copy must not hold, by kind.

Reads the file as it came, parts that nothing reaches included. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.errors import ReadError
from drafter.word.clean import fields
from drafter.word.package import Package
from drafter.word.styles import Styles
from drafter.word.xml import W_NS, Element, attributes, local, names, parse, w

AUTHORS = "authors"
COMMENTS = "comments"
HIDDEN = "hidden text"
OLD = "old wording"
REVISIONS = "revision ids"
PROPERTIES = "document properties"
CUSTOM = "custom properties"
CUSTOM_XML = "custom XML"
VARIABLES = "variables and mail merge"
FILES = "paths and links to files"
BLOCKS = "building blocks"
CONTROLS = "names of content controls"
DESCRIPTIONS = "names and descriptions of pictures"
FIELDS = "instructions of fields"
PARTS = "other parts"
KINDS = (
    AUTHORS, COMMENTS, HIDDEN, OLD, REVISIONS, PROPERTIES, CUSTOM, CUSTOM_XML, VARIABLES, FILES,
    BLOCKS, CONTROLS, DESCRIPTIONS, FIELDS, PARTS,
)  # fmt: skip

Traces = dict[str, set[str]]

_IDS = {"paraId", "textId", "rsidRoot", "docId", "durableId", "paraIdParent"}
_COMMENT_PARTS = ("comments", "commentsEx", "commentsIds", "commentsExtensible", "people")
_VOCABULARY = ("http://schemas.", "http://www.w3.org", "http://purl.", "urn:schemas-")


def of(package: Package, *, descriptions: bool = False) -> Traces:
    """The traces in `package`; `descriptions` of pictures are none where they stay on request."""
    found: Traces = {kind: set() for kind in KINDS}
    styles = Styles.of(package)
    for name in package.names:
        root = _tree(package, name)
        if root is None:
            if not _is_page(name):
                found[PARTS].add(name)
            continue
        for kind, printed in _part(name, root, styles, descriptions=descriptions):
            value = " ".join(printed.split())
            if len(value) > 1 and not value.startswith(_VOCABULARY):
                found[kind].add(value)
    return found


def _tree(package: Package, name: str) -> Element | None:
    if not name.lower().endswith((".xml", ".rels", ".vml")):
        return None
    try:
        return parse(package.data(name), name)
    except ReadError:
        return None


def _is_page(name: str) -> bool:
    return name.startswith(("word/media/", "word/fonts/"))


def _part(
    name: str, root: Element, styles: Styles, *, descriptions: bool
) -> Iterator[tuple[str, str]]:
    """The traces in one part, each with its kind."""
    kind = local(root)
    if name.startswith("[") or kind == "Types":
        return
    if kind == "Relationships":
        yield from _relationships(root)
    elif name.startswith("customXml/") or "customXml" in name:
        yield from ((CUSTOM_XML, value) for value in _values(root))
    elif name.startswith("docProps/custom"):
        yield from ((CUSTOM, value) for value in _values(root, frozenset({"name"})))
    elif kind in {"coreProperties", "Properties"}:
        yield from _properties(root)
    elif kind in _COMMENT_PARTS:
        yield from ((COMMENTS, words) for words in _paragraphs(root))
        yield from _marks(root, descriptions=descriptions)
    elif kind == "glossaryDocument":
        yield from ((BLOCKS, words) for words in _paragraphs(root))
        yield from _marks(root, descriptions=descriptions)
    elif kind == "settings":
        yield from _settings(root)
        yield from _marks(root, descriptions=descriptions)
    else:
        if root.tag.startswith(f"{{{W_NS}}}"):
            yield from _text(root, styles)
        yield from _marks(root, descriptions=descriptions)


def _values(root: Element, only: frozenset[str] = frozenset()) -> Iterator[str]:
    for element in root.iter():
        if isinstance(element.tag, str):
            for name, value in attributes(element):
                if not only or name.rpartition("}")[2] in only:
                    yield value
        if element.text and element.text.strip():
            yield element.text


def _properties(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        words = element.text or ""
        name = local(element)
        if words.strip() and name not in {"language", "title"}:
            is_person = name in {"creator", "lastModifiedBy", "Manager"}
            yield (AUTHORS if is_person else PROPERTIES), words


def _relationships(root: Element) -> Iterator[tuple[str, str]]:
    for link in root:
        target = link.get("Target", "")
        if link.get("TargetMode") == "External" and not target.startswith(
            ("http://", "https://", "mailto:")
        ):
            yield FILES, target


def _settings(root: Element) -> Iterator[tuple[str, str]]:
    for name in ("docVars", "mailMerge"):
        for element in root.iter(w(name)):
            for value in _values(element):
                if not value.startswith("rId"):
                    yield VARIABLES, value
    for element in root.iter(w("docId"), w("rsid"), w("rsidRoot")):
        yield REVISIONS, element.get(w("val"), "")


def _marks(root: Element, *, descriptions: bool) -> Iterator[tuple[str, str]]:
    """Authors, ids and names that stand in attributes."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield PARTS, element.text or ""
            continue
        tag = local(element)
        for name, value in attributes(element):
            short = name.rpartition("}")[2]
            if short in {"author", "initials", "ed"}:
                yield AUTHORS, value
            elif short.startswith("rsid") or short in _IDS:
                yield REVISIONS, value
            elif tag in {"docPr", "cNvPr"} and short in {"name", "descr", "title"}:
                if not value.isdigit() and (short == "name" or not descriptions):
                    yield DESCRIPTIONS, value
            elif short == "tooltip":
                yield FILES, value
        if tag in {"alias", "tag"}:
            yield CONTROLS, element.get(w("val"), "")


def _text(root: Element, styles: Styles) -> Iterator[tuple[str, str]]:
    """Hidden text and old wording of a part, run by run; instructions of fields that go."""
    for element in root.iter(*names("delText delInstrText")):
        yield OLD, element.text or ""
    for moved in root.iter(w("moveFrom")):
        yield OLD, "".join(t.text or "" for t in moved.iter(w("t")))
    for run in root.iter(w("r")):
        words = "".join(t.text or "" for t in run.findall(w("t")))
        if words:
            paragraph = next(run.iterancestors(w("p")), None)
            style = styles.paragraph_style(paragraph) if paragraph is not None else ""
            if styles.look(run, style).hidden:
                yield HIDDEN, words
    for instruction in fields.going(root):
        yield FIELDS, instruction


def _paragraphs(root: Element) -> Iterator[str]:
    for paragraph in root.iter(w("p")):
        yield "".join(t.text or "" for t in paragraph.iter(w("t")))

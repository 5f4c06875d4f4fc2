"""What the text no longer calls, and what no program shows: out of the trees of a clean copy."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import cache
from typing import cast

from lxml import etree

from drafter.word.xml import (
    MC_NS,
    R_NS,
    Element,
    attributes,
    is_on,
    local,
    names,
    r,
    remove,
    unset,
    unwrap,
    w,
)

# Vocabularies that say how a page looks. Others (and what strangers add) say nothing on the page.
_KNOWN = re.compile(
    r"http://schemas\.openxmlformats\.org/"
    r"|http://schemas\.microsoft\.com/office/(?:drawing|word/2010|word/2006|word/2015|thememl)"
    r"|urn:schemas-microsoft-com:(?:vml|office:(?:office|word))$"
    r"|http://www\.w3\.org/(?:XML/1998/namespace|2000/svg|1999/xlink|1998/Math/MathML)"
)
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_WP14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
_IDS = {f"{{{_W14}}}paraId", f"{{{_W14}}}textId", f"{{{_WP14}}}anchorId", f"{{{_WP14}}}editId"}
_CHOICE, _FALLBACK = f"{{{MC_NS}}}Choice", f"{{{MC_NS}}}Fallback"


def strip_foreign(root: Element) -> None:
    """Take out comments, instructions, ids of editing, and whatever a stranger put into `root`."""
    for node in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        remove(node)
    for element in list(root.iter()):
        if not _is_known(element.tag):
            remove(element)
            continue
        for name, _ in attributes(element):
            if name in _IDS or (name.startswith("{") and not _is_known(name)):
                unset(element, name)


@cache
def _is_known(name: object) -> bool:
    return (
        not isinstance(name, str)
        or not name.startswith("{")
        or bool(_KNOWN.match(name[1:].partition("}")[0]))
    )


def unlink(root: Element, links: Container[str]) -> None:
    """Make nothing in `root` call the relationships `links`, which do not go into the copy."""
    for element in list(root.iter()):
        calls = [
            name
            for name, value in attributes(element)
            if value in links and (name.startswith(f"{{{R_NS}}}") or name.endswith("}relid"))
        ]
        if not calls:
            continue
        name = local(element)
        if name == "hyperlink":
            unset(element, *calls)
            if element.get(w("anchor")) is None:
                unwrap(element)
        elif name == "OLEObject":
            _picture_of_object(element)
        elif name == "contentPart":
            _fall_back(element)
        elif name in {"blip", "imagedata", "fill", "stroke", "shape", "rect"}:
            unset(element, *calls)
        else:
            remove(element)


def _picture_of_object(element: Element) -> None:
    """An embedded file becomes the picture that stands for it."""
    holder = element.getparent()
    remove(element)
    if holder is not None and holder.tag == w("object"):
        holder.tag = w("pict")
        for name in list(holder.attrib):
            del holder.attrib[name]


def _fall_back(element: Element) -> None:
    """Put what old programs show in the place of what cannot stay."""
    alternate = next(element.iterancestors(f"{{{MC_NS}}}AlternateContent"), None)
    if alternate is None:
        remove(element)
        return
    parent = alternate.getparent()
    fallback = alternate.find(_FALLBACK)
    if parent is not None:
        at = parent.index(alternate)
        parent[at : at + 1] = list(fallback) if fallback is not None else []


def drop_unshown_headers(main: Element, *, even: bool) -> set[str]:
    """Take references to headers that no page shows out of `main`; the ids they called."""
    first = any(is_on(section.find(w("titlePg"))) for section in main.iter(w("sectPr")))
    shown = {"default"} | ({"first"} if first else set()) | ({"even"} if even else set())
    gone = set()
    for reference in list(main.iter(*names("headerReference footerReference"))):
        if reference.get(w("type"), "default") not in shown:
            gone.add(reference.get(r("id"), ""))
            remove(reference)
    return gone


def drop_uncalled_notes(root: Element, stories: Iterable[Element]) -> None:
    """Take out of a notes part what no text calls: such a note belonged to old wording."""
    kind = local(root).removesuffix("s")
    called = {
        reference.get(w("id"))
        for story in stories
        for reference in story.iter(w(f"{kind}Reference"))
    }
    for note in root.findall(w(kind)):
        if note.get(w("type"), "normal") == "normal" and note.get(w("id")) not in called:
            remove(note)


def drop_bookmarks(stories: list[Element]) -> None:
    """Take out bookmarks that nothing refers to: their names are somebody's own."""
    referring = " ".join(
        words
        for story in stories
        for element in story.iter(*names("instrText fldSimple hyperlink"))
        for words in (element.text or "", element.get(w("instr"), ""), element.get(w("anchor"), ""))
    )
    used = set(re.split(r'[\s"“”]+', referring))
    for story in stories:
        gone = set()
        for start in list(story.iter(w("bookmarkStart"))):
            if start.get(w("name"), "") not in used:
                gone.add(start.get(w("id")))
                remove(start)
        for end in list(story.iter(w("bookmarkEnd"))):
            if end.get(w("id")) in gone:
                remove(end)


_COMPATIBILITY = etree.XPath("//*[@mc:* or @Requires]", namespaces={"mc": MC_NS})


def tidy_namespaces(root: Element) -> None:
    """Drop declarations that nothing uses: a stranger's address can stand in one."""
    ignorable = f"{{{MC_NS}}}Ignorable"
    wanted = set()
    for element in cast("list[Element]", _COMPATIBILITY(root)):
        if ignorable in element.attrib:
            known = [
                prefix
                for prefix in element.get(ignorable, "").split()
                if _is_known(f"{{{element.nsmap.get(prefix, '-')}}}x")
            ]
            wanted |= set(known)
            if known:
                element.set(ignorable, " ".join(known))
            else:
                del element.attrib[ignorable]
        for name in ("MustUnderstand", "ProcessContent", "PreserveElements", "PreserveAttributes"):
            unset(element, f"{{{MC_NS}}}{name}")
        wanted |= set(element.get("Requires", "").split())
    etree.cleanup_namespaces(root, keep_ns_prefixes=sorted(wanted))

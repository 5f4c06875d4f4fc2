"""Cleans the text of one part: old wording, hidden text, wrappers, anchors and ids go.

What is shown stays as it is. Nothing here knows packages or relationships.
"""

from __future__ import annotations

from drafter.word import revisions
from drafter.word.clean import fields
from drafter.word.styles import Styles
from drafter.word.xml import (
    MC_NS,
    W_NS,
    Element,
    above,
    attributes,
    ensure,
    is_on,
    local,
    make,
    names,
    place,
    remove,
    unset,
    w,
)

_WRAPPERS = names("sdt smartTag customXml")
_WRAPPED_PROPERTIES = names("sdtPr sdtEndPr smartTagPr customXmlPr")
# Anchors of what is gone, and what tells of people, machines or visits, never of the page.
_GONE = names(
    "commentRangeStart commentRangeEnd commentReference annotationRef proofErr permStart permEnd "
    "lastRenderedPageBreak divId rsid nsid tmpl printerSettings subDoc rsidRoot personal "
    "personalCompose personalReply control documentProtection writeProtection"
)
_HOLDS_TEXT = names("t delText instrText delInstrText")
_SHOWN = names(
    "t tab br cr sym drawing pict object noBreakHyphen softHyphen footnoteReference "
    "endnoteReference ptab pgNum dayShort dayLong monthShort monthLong yearShort yearLong ruby "
    "footnoteRef endnoteRef separator continuationSeparator"
)


def clean(root: Element, styles: Styles) -> None:
    """Clean the part at `root` in place."""
    revisions.resolve(root, revisions.DELETED)
    _unwrap(root)
    fields.clean(root, styles)
    _unhide(root, styles)
    for element in list(root.iter(*_GONE)):
        run = element.getparent()
        remove(element)
        if run is not None and run.tag == w("r") and not _says_anything(run):
            remove(run)
    for name in root.findall(f"{w('abstractNum')}/{w('name')}"):
        remove(name)
    _attributes(root)
    _loose_text(root)
    for cell in root.iter(w("tc")):
        if next(cell.iterchildren(w("p"), w("tbl")), None) is None:
            cell.append(make("p"))


def _says_anything(run: Element) -> bool:
    return any(child.tag != w("rPr") for child in run)


def _unwrap(root: Element) -> None:
    """Put what content controls and tags hold in their place."""
    for element in reversed(list(root.iter(*_WRAPPERS))):
        parent = element.getparent()
        if parent is None:
            continue
        held = element
        if element.tag == w("sdt"):
            found = element.find(w("sdtContent"))
            if found is None:
                remove(element)
                continue
            held = found
        children = [child for child in held if child.tag not in _WRAPPED_PROPERTIES]
        at = parent.index(element)
        parent[at : at + 1] = children


def _unhide(root: Element, styles: Styles) -> None:
    """Take out hidden runs, and paragraph marks and rows that are hidden with all they hold."""
    paragraph_styles: dict[Element, str] = {}
    for run in list(root.iter(w("r"))):
        paragraph = next(run.iterancestors(w("p")), None)
        style = ""
        if paragraph is not None:
            if paragraph not in paragraph_styles:
                paragraph_styles[paragraph] = styles.paragraph_style(paragraph)
            style = paragraph_styles[paragraph]
        if styles.look(run, style).hidden:
            _empty(run)
    for paragraph in list(root.iter(w("p"))):
        _unhide_mark(paragraph, styles)
    revisions.resolve(root, revisions.DELETED)
    for row in list(root.iter(w("tr"))):
        if is_on(row.find(f"{w('trPr')}/{w('hidden')}")) and not _is_shown(row):
            remove(row)
    for table in list(root.iter(w("tbl"))):
        if next(table.iter(w("tr")), None) is None:
            remove(table)


def _empty(run: Element) -> None:
    """Take away a hidden run, but for the ends of a field that is shown."""
    for child in list(run):
        if child.tag not in {w("rPr"), w("fldChar"), w("instrText")}:
            remove(child)
    if not _says_anything(run):
        remove(run)


def _unhide_mark(paragraph: Element, styles: Styles) -> None:
    """Give a hidden mark up as deleted: Word shows such a paragraph as one with the next."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        if not styles.look(None, styles.paragraph_style(paragraph)).hidden:
            return
        properties = ensure(paragraph, "pPr")
    elif not styles.look(properties, styles.paragraph_style(paragraph)).hidden:
        return
    mark = ensure(properties, "rPr")
    # A style separator is Word's way to run a heading into its text: what it parts has two styles.
    if properties.find(w("sectPr")) is not None or is_on(mark.find(w("specVanish"))):
        return
    place(mark, make("del"))


def _is_shown(element: Element) -> bool:
    return next(element.iter(*_SHOWN), None) is not None


def _attributes(root: Element) -> None:
    for element in root.iter():
        for name, _ in attributes(element):
            short = name.rpartition("}")[2]
            if name.startswith(f"{{{W_NS}}}") and (
                short.startswith("rsid") or short in {"tooltip", "docLocation", "conformance"}
            ):
                unset(element, name)


def _loose_text(root: Element) -> None:
    """Text outside the elements that hold it shows nowhere; neither does text behind them."""
    for element in root.iter():
        if element.tag not in _HOLDS_TEXT and element.tag.startswith(f"{{{W_NS}}}"):
            element.text = None
        element.tail = None
    for alternate in root.iter(f"{{{MC_NS}}}AlternateContent"):
        _same_fallback(alternate)


def _same_fallback(alternate: Element) -> None:
    """What old programs show must say what new ones show, or it is old wording."""
    said = [
        "".join(t.text or "" for t in option.iter(w("t")))
        for option in alternate
        if local(option) == "Choice"
    ]
    for fallback in alternate.findall(f"{{{MC_NS}}}Fallback"):
        words = "".join(t.text or "" for t in fallback.iter(w("t")))
        if said and words and words not in said:
            above(fallback).remove(fallback)

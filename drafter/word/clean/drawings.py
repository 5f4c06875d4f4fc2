"""Pictures and shapes in a clean copy: names, descriptions, sources and hidden shapes go."""

from __future__ import annotations

from drafter.word.xml import MC_NS, Element, local, remove, unset, w

_NAMED = {"docPr", "cNvPr"}
_EXTENSIONS_THAT_SHOW = {"svgBlip", "useLocalDpi", "dataModelExt", "legacySpreadsheetColorIndex"}
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_VML = "urn:schemas-microsoft-com:vml"
_OLD_NAMES = {
    "alt",
    "title",
    f"{{{_OFFICE}}}title",
    f"{{{_OFFICE}}}gfxdata",
    f"{{{_OFFICE}}}href",
    "href",
}


def clean(root: Element, *, descriptions: bool) -> None:
    """Clean the drawings in the part at `root` in place; `descriptions` stay on request."""
    number = 0
    for element in list(root.iter()):
        name = local(element)
        if name in _NAMED:
            number += 1
            _named(element, number, descriptions=descriptions)
        elif name == "ext" and element.tag.startswith(f"{{{_DRAWN}}}"):
            if element.get("uri") and not _shows(element):
                remove(element)
        elif element.tag == f"{{{_DRAWN}}}theme":
            element.set("name", "")
        elif name in {"externalData", "OLELink"}:
            remove(element)
        elif element.tag.startswith(f"{{{_VML}}}"):
            _old(element)
        if name in {"hlinkClick", "hlinkHover"}:
            unset(element, "tooltip")


def _named(element: Element, number: int, *, descriptions: bool) -> None:
    if element.get("hidden") in {"1", "true"}:
        _hide(element)
        return
    element.set("name", str(number))
    if not descriptions:
        unset(element, "descr", "title")


def _hide(element: Element) -> None:
    """Take away the shape that bears these properties."""
    drawing = next(element.iterancestors(w("drawing")), None)
    alternate = next(element.iterancestors(f"{{{MC_NS}}}AlternateContent"), None)
    if local(element) == "docPr" and drawing is not None:
        remove(drawing if alternate is None else alternate)
    else:
        shape = element.getparent()
        shape = shape.getparent() if shape is not None and local(shape) != "wsp" else shape
        if shape is not None:
            remove(shape)


def _shows(extension: Element) -> bool:
    return any(local(each) in _EXTENSIONS_THAT_SHOW for each in extension.iter())


def _old(element: Element) -> None:
    style = element.get("style", "").replace(" ", "").lower()
    if "visibility:hidden" in style:
        remove(element)
        return
    unset(element, *_OLD_NAMES)
    # Somebody's name for the shape; what refers to a shape refers to Word's own number for it.
    if local(element) != "shapetype" and not element.get("id", "_").startswith("_"):
        unset(element, "id")

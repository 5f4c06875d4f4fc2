"""WordprocessingML as XML: names, a parser for files from strangers, and the order of children.

Element order is data (the schema's sequences); `place` puts a child where the schema wants it.
Never reads a file, never follows an entity, a DTD or the network.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from drafter.errors import ReadError

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# ISO "strict" documents use other names for the same things.
_STRICT = tuple(
    (
        f"http://purl.oclc.org/ooxml/{strict}".encode(),
        f"http://schemas.openxmlformats.org/{transitional}".encode(),
    )
    for strict, transitional in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("drawingml/main", "drawingml/2006/main"),
        ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
        ("drawingml/picture", "drawingml/2006/picture"),
        ("drawingml/chart", "drawingml/2006/chart"),
        ("drawingml/diagram", "drawingml/2006/diagram"),
    )
)

Element = etree._Element


def w(name: str) -> str:
    """`w:name` as lxml spells it."""
    return f"{{{W_NS}}}{name}"


def r(name: str) -> str:
    """`r:name` as lxml spells it."""
    return f"{{{R_NS}}}{name}"


def names(listed: str) -> frozenset[str]:
    """The `w:` names in `listed`, as lxml spells them."""
    return frozenset(map(w, listed.split()))


def local(element: Element) -> str:
    """The name of `element` without its namespace; "" for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def parse(data: bytes, name: str) -> Element:
    """The root of an XML part, or ReadError: no DTD, no entities, no network, bounded depth."""
    for strict, transitional in _STRICT:
        if strict in data:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise ReadError(
            f"{name}: not well-formed XML: {reason}", hint="open and save the file again in Word"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(f"{name}: has a document type declaration, which no Word file has")
    return root


def serialise(root: Element) -> bytes:
    """`root` as a part is stored: UTF-8 with a declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def make(name: str, attributes: dict[str, str] | None = None, *children: Element) -> Element:
    """A new `w:name` with `w:` attributes and `children`."""
    element = etree.Element(w(name), nsmap={"w": W_NS})
    for key, value in (attributes or {}).items():
        element.set(w(key), value)
    element.extend(children)
    return element


def text_element(name: str, text: str) -> Element:
    """`w:t` (or `w:delText` …) with `text`, keeping white space at its ends."""
    element = make(name)
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(XML_SPACE, "preserve")
    return element


def is_on(element: Element | None) -> bool:
    """True if a toggle such as `w:b` is there and not switched off."""
    return element is not None and element.get(w("val"), "1") not in {"0", "false", "off", "none"}


def _order(names: str) -> dict[str, int]:
    return {w(name): index for index, name in enumerate(names.split())}


# Children in the order of the schema (ECMA-376, wml.xsd); Word refuses some files that break it.
ORDER = {
    w("pPr"): _order(
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    w("rPr"): _order(
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline "
        "shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position "
        "sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
        "specVanish oMath rPrChange"
    ),
    w("tcPr"): _order(
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"
    ),
    w("tblPr"): _order(
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange"
    ),
    w("sectPr"): _order(
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid printerSettings sectPrChange"
    ),
    w("numPr"): _order("ilvl numId numberingChange ins"),
    w("trPr"): _order("ins del trPrChange"),  # whatever else stands before these, in any order
    w("p"): _order("pPr"),
    w("r"): _order("rPr"),
}
_LAST = {w("trPr")}
_FIRST = {w("p"), w("r")}


def place(parent: Element, child: Element) -> Element:
    """Put `child` into `parent` where the schema's order wants it, and give it back."""
    order = ORDER[parent.tag]
    mine = order.get(child.tag, len(order))
    if parent.tag in _LAST:
        after = [sibling for sibling in parent if order.get(sibling.tag, -1) <= mine]
    elif parent.tag in _FIRST:
        after = []
    else:
        after = [sibling for sibling in parent if order.get(sibling.tag, mine) <= mine]
    if after:
        after[-1].addnext(child)
    else:
        parent.insert(0, child)
    return child


def ensure(parent: Element, name: str) -> Element:
    """The child `w:name` of `parent`, made in its proper place when it is not there."""
    child = parent.find(w(name))
    return child if child is not None else place(parent, make(name))


def remove(element: Element) -> None:
    """Take `element` out of its parent, keeping the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def above(element: Element) -> Element:
    """The parent of an element that surely has one."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{local(element)} stands alone")
    return parent


def unwrap(element: Element) -> None:
    """Put the children of `element` in its place."""
    parent = element.getparent()
    if parent is not None:
        for child in list(element):
            element.addprevious(child)
        parent.remove(element)


def attributes(element: Element) -> list[tuple[str, str]]:
    """The attributes of `element`, name and value; one may be unset while going through them."""
    return element.items()  # type: ignore[return-value]  # names and values of a parsed part are str


def unset(element: Element, *attribute_names: str) -> None:
    """Take away the attributes so called, where they are there."""
    for name in attribute_names:
        if name in element.attrib:
            del element.attrib[name]


def elements(children: Iterable[Element]) -> list[Element]:
    """`children` without comments and processing instructions."""
    return [child for child in children if isinstance(child.tag, str)]

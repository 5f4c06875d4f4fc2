"""The words that Word shows of a file, gathered without any code of ours."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Literal

from lxml import etree

Element = etree._Element
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STORY = re.compile(r"word/(?:document|footnotes|endnotes|header|footer)\d*\.xml")
_INSERTED = {f"{_W}ins", f"{_W}moveTo", f"{_W}cellIns"}
_DELETED = {f"{_W}del", f"{_W}moveFrom", f"{_W}cellDel"}
_GONE: dict[str, set[str]] = {"accept": _DELETED, "reject": _INSERTED, "all": set()}
_SPACES = {f"{_W}{name}" for name in ("tab", "br", "cr", "noBreakHyphen", "sym")}
_SPACES |= {f"{_W}footnoteReference", f"{_W}endnoteReference"}


def shown(data: bytes, changes: Literal["accept", "reject", "all"] = "accept") -> str:
    """Every paragraph of body, notes, headers and footers; a line of a header counts once."""
    package = zipfile.ZipFile(io.BytesIO(data))
    out: list[str] = []
    furniture: set[str] = set()
    for name in filter(_STORY.fullmatch, package.namelist()):
        root = etree.fromstring(package.read(name).replace(_STRICT, _W[1:-1].encode()))
        for paragraph in root.iter(f"{_W}p"):
            words = " ".join("".join(_words(paragraph, _GONE[changes])).split())
            if "header" in name or "footer" in name:
                if words in furniture:
                    continue
                furniture.add(words)
            out.append(words)
    return "\n".join(out)


def _words(paragraph: Element, gone: set[str]) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", f"{_W}delText", *_SPACES):
        above = list(element.iterancestors())
        if next(each for each in above if each.tag == f"{_W}p") is not paragraph:
            continue  # of a text box
        if any(each.tag in gone or each.tag == _FALLBACK or _lost(each, gone) for each in above):
            continue
        yield " " if element.tag in _SPACES else element.text or ""


def _lost(element: Element, gone: set[str]) -> bool:
    """Whether `element` is a row or cell that goes, or a run that is hidden."""
    properties = element.find(f"{element.tag}Pr")
    if properties is None:
        return False
    if element.tag == f"{_W}r":
        return properties.find(f"{_W}vanish") is not None
    return element.tag in {f"{_W}tr", f"{_W}tc"} and any(each.tag in gone for each in properties)

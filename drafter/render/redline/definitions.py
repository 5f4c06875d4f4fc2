"""The styles and lists that a file defines, by what they say: two files name them differently."""

from __future__ import annotations

import hashlib
import re

from lxml import etree

from drafter.word.package import Package
from drafter.word.xml import Element, w

_PASSING = re.compile(rb' w:(rsid\w*|nsid|tmpl)="[^"]*"|<w:(nsid|tmpl) [^>]*/>| xmlns:\w+="[^"]*"')


def styles(package: Package) -> tuple[str, dict[tuple[str, str], str]]:
    """The styles part, and the ids of its styles by kind and name."""
    found: dict[tuple[str, str], str] = {}
    for part in package.related(package.main, "styles")[:1]:
        for style in package.part(part).findall(w("style")):
            name = style.find(w("name"))
            said = name.get(w("val"), "") if name is not None else ""
            found.setdefault((style.get(w("type"), ""), said.lower()), style_id(style))
        return part, found
    return "", found


def style_ids(package: Package) -> frozenset[str]:
    """The ids of all styles of a file."""
    return frozenset(styles(package)[1].values())


def style_id(style: Element) -> str:
    """The id by which paragraphs and runs name `style`."""
    return style.get(w("styleId"), "")


def numbers(package: Package) -> dict[str, str]:
    """A fingerprint of each list's definition, and which list of that shape it is, by number."""
    found: dict[str, str] = {}
    for part in package.related(package.main, "numbering")[:1]:
        root = package.part(part)
        shapes = {
            shape.get(w("abstractNumId"), ""): _fingerprint(shape)
            for shape in root.findall(w("abstractNum"))
        }
        met: dict[str, int] = {}
        for number in root.findall(w("num")):
            held = number.find(w("abstractNumId"))
            said = shapes.get(held.get(w("val"), "") if held is not None else "", "")
            said += "".join(_fingerprint(e) for e in number.findall(w("lvlOverride")))
            met[said] = met.get(said, 0) + 1
            found[number.get(w("numId"), "")] = f"{said} {met[said]}"
    return found


def _fingerprint(element: Element) -> str:
    canonical = etree.tostring(element, method="c14n", with_tail=False)
    canonical = re.sub(rb' w:abstractNumId="[^"]*"', b"", _PASSING.sub(b"", canonical))
    return hashlib.sha256(canonical).hexdigest()


def free(root: Element, name: str, key: str) -> str:
    """A number that no `w:name` of `root` bears as its `key`."""
    taken = [int(e.get(w(key), "0")) for e in root.findall(w(name))]
    return str(max(taken, default=0) + 1)

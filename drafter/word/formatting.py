"""How runs and paragraphs are formatted, as keys that can be compared.

Two keys are equal when the formatting says the same; what Word notes down for itself (revision
session ids, proofing, the language of a spelling checker) says nothing and is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from drafter.word.xml import W_NS, Element, names, w

Key = tuple[object, ...]
# Marks of proofing and complex scripts, and the letter fitting that typesetters do line by line.
_SILENT_RUN = names(
    "lang noProof webHidden bCs iCs szCs rPrChange ins del moveFrom moveTo spacing kern w "
    "specVanish eastAsianLayout"
)
_SILENT_PARAGRAPH = names("rPr sectPr pPrChange cnfStyle divId suppressLineNumbers")
_SILENT_LAYOUT = names(
    "tblW tblLook tblPrChange cnfStyle ins del trPrChange tcW cellIns cellDel cellMerge tcPrChange "
    "headerReference footerReference printerSettings sectPrChange"
)
_CHANGES = names("ins numberingChange")  # of numbering, inside w:numPr
_STYLES = names("rStyle pStyle tblStyle")
_VAL = f"{{{W_NS}}}val"
_ON = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class Names:
    """What another file calls the same styles and lists."""

    styles: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)


_OWN = Names()


def run_key(properties: Element | None, known: Names = _OWN) -> Key:
    """What `w:rPr` says, in the names of the other file."""
    return _key(properties, _SILENT_RUN, known)


def paragraph_key(properties: Element | None, known: Names = _OWN) -> Key:
    """What `w:pPr` says of the paragraph: not its mark, not its section."""
    return _key(properties, _SILENT_PARAGRAPH, known)


def layout_key(properties: Element | None, known: Names = _OWN) -> Key:
    """What the properties of a table, row, cell or section say: not widths that follow content."""
    return _key(properties, _SILENT_LAYOUT, known)


def _key(properties: Element | None, silent: frozenset[str], known: Names) -> Key:
    if properties is None or not len(properties):
        return ()
    return tuple(
        sorted(
            _child(child, known)
            for child in properties
            if isinstance(child.tag, str) and child.tag not in silent and child.tag.startswith(_W)
        )
    )


def _child(child: Element, known: Names) -> tuple[str, tuple[tuple[str, str], ...], Key]:
    tag, pairs = str(child.tag), cast("list[tuple[str, str]]", child.items())
    if tag in _STYLES:
        pairs = [(name, known.styles.get(v, v) if name == _VAL else v) for name, v in pairs]
    elif tag == _NUM_ID:
        pairs = [(name, known.numbers.get(v, v) if name == _VAL else v) for name, v in pairs]
    elif tag == _FONTS:
        pairs = [pair for pair in pairs if not pair[0].endswith("}hint")]
    elif child.get(_VAL) in _ON:
        pairs = [pair for pair in pairs if pair[0] != _VAL]
    if len(pairs) > 1:
        pairs.sort()
    inner = tuple([_child(part, known) for part in child if part.tag not in _CHANGES])
    return tag, tuple(pairs), inner


_W = f"{{{W_NS}}}"
_NUM_ID, _FONTS = w("numId"), w("rFonts")

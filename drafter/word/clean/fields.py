"""Fields of a clean file: those that count or refer within it stay, others become what they show.

An instruction can name an author, a file, a variable or a whole citation database, and shows none
of it. A field that shows nothing goes altogether.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.errors import DrafterError
from drafter.word.styles import Styles
from drafter.word.xml import Element, above, names, remove, unwrap, w

_STAY_NAMES = (
    "PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF NOTEREF FTNREF STYLEREF SEQ TOC TOF "
    "HYPERLINK LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT = EQ SYMBOL FORMCHECKBOX FORMDROPDOWN "
    "BIDIOUTLINE ADVANCE INDEX"
)
_STAY = frozenset(_STAY_NAMES.split())
_DEEPEST = 60
_FORM = names("fldData helpText statusText entryMacro exitMacro name")


@dataclass(slots=True)
class _Field:
    begin: Element  # the fldChar
    instruction: list[Element] = field(default_factory=list)  # what stands before the result
    result: list[Element] = field(default_factory=list)
    ends: list[Element] = field(default_factory=list)  # separate, end
    separated: bool = False
    words: str = ""


def clean(root: Element, styles: Styles) -> None:
    """Clean the fields in the part at `root` in place."""
    for data in list(root.iter(*_FORM)):
        if data.tag == w("fldData") or above(data).tag == w("ffData"):
            remove(data)
    for simple in list(root.iter(w("fldSimple"))):
        words = simple.get(w("instr"), "")
        if not _stays(words) or not len(simple):
            unwrap(simple)
    for found in _fields(root):
        run = found.begin.getparent()
        paragraph = next(found.begin.iterancestors(w("p")), None)
        style = styles.paragraph_style(paragraph) if paragraph is not None else ""
        if run is not None and styles.look(run, style).hidden:
            _take_out([found.begin, *found.instruction, *found.result, *found.ends])
        elif not _stays(found.words):
            _take_out([found.begin, *found.instruction, *found.ends])


def going(root: Element) -> list[str]:
    """The instructions of the fields in a part that do not stay."""
    simple = [element.get(w("instr"), "") for element in root.iter(w("fldSimple"))]
    words = [*simple, *(found.words for found in _fields(root))]
    return [each for each in words if each.strip()[:1].isalpha() and not _stays(each)]


def _stays(instruction: str) -> bool:
    words = instruction.split()
    if not words:
        return False
    name = words[0].upper()
    if name == "HYPERLINK":
        address = words[1].strip('"“”') if len(words) > 1 else ""
        return address.lower().startswith(("http://", "https://", "mailto:", "\\l"))
    return name in _STAY or name.startswith("=")


def _fields(root: Element) -> list[_Field]:
    """The fields of a part, outer ones first; one that does not end is none."""
    done: list[_Field] = []
    open_fields: list[_Field] = []
    for element in root.iter():
        parent = element.getparent()
        if parent is None or parent.tag != w("r") or element.tag == w("rPr"):
            continue
        kind = element.get(w("fldCharType"), "") if element.tag == w("fldChar") else ""
        if kind == "begin":
            for each in open_fields:
                (each.result if each.separated else each.instruction).append(element)
            if len(open_fields) == _DEEPEST:
                raise DrafterError(f"fields stand more than {_DEEPEST} deep in one another")
            open_fields.append(_Field(element))
            continue
        own = open_fields[-1] if open_fields and kind else None
        for each in open_fields:
            if each is not own:
                (each.result if each.separated else each.instruction).append(element)
        if own is not None:
            own.ends.append(element)
            if kind == "separate":
                own.separated = True
            elif kind == "end":
                done.append(open_fields.pop())
        elif open_fields and not open_fields[-1].separated and element.tag == w("instrText"):
            open_fields[-1].words += element.text or ""
    return done[::-1]


def _take_out(elements: list[Element]) -> None:
    for element in elements:
        run = element.getparent()
        remove(element)
        if run is not None and not any(child.tag != w("rPr") for child in run):
            remove(run)

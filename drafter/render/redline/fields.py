"""Simple fields written out while the redline is made: a `w:fldSimple` cannot stand in a change.

What nothing happened to is a simple field again afterwards.
"""

from __future__ import annotations

from copy import deepcopy

from drafter.word.xml import Element, above, local, make, text_element, unwrap, w

_SIMPLE = w("simpleHere")  # on the beginning of a field that was written out, until it is folded
_STATES = (w("fldLock"), w("dirty"))


def expand_simple_fields(root: Element) -> None:
    """Write every simple field under `root` as runs that begin, tell, part and end it, in place."""
    for field in list(root.iter(w("fldSimple"))):
        shown = field.find(w("r"))
        properties = shown.find(w("rPr")) if shown is not None else None
        instruction = text_element("instrText", field.get(w("instr"), ""))
        begin = _part("begin")
        begin[0].set(_SIMPLE, "1")
        for name in _STATES:
            if field.get(name) is not None:
                begin[0].set(name, field.get(name, ""))
        for data in field.findall(w("fldData")):
            begin[0].append(data)
        before = [begin, make("r", None, instruction), _part("separate")]
        after = _part("end")
        for run in (*before, after):
            if properties is not None:
                run.insert(0, deepcopy(properties))
        field[0:0] = before
        field.append(after)
        unwrap(field)


def fold_simple_fields(root: Element) -> None:
    """Make simple again the fields that were written out and still stand, in place."""
    for part in reversed([e for e in root.iter(w("fldChar")) if e.get(_SIMPLE)]):
        del part.attrib[_SIMPLE]
        begin = part.getparent()
        held = _held(begin) if begin is not None else None
        if begin is None or held is None:
            continue
        instruction, separate, *shown, end = held
        field = make("fldSimple", {"instr": "".join(map(str, instruction.itertext()))})
        for name in _STATES:
            if part.get(name) is not None:
                field.set(name, part.get(name, ""))
        field.extend([*part, *shown])
        begin.addprevious(field)
        for run in (begin, instruction, separate, end):
            above(field).remove(run)


def _held(begin: Element) -> list[Element] | None:
    """The runs behind the beginning of a field up to its end, where all stand side by side."""
    held: list[Element] = []
    depth = 1
    parent = begin.getparent()
    if parent is None or local(parent) in {"ins", "del", "moveFrom", "moveTo"}:
        return None
    for sibling in begin.itersiblings():
        held.append(sibling)
        for part in sibling.iter(w("fldChar")):
            kind = part.get(w("fldCharType"))
            depth += (kind == "begin") - (kind == "end")
        if depth <= 0:
            whole = len(held) > 2 and depth == 0 and sibling.tag == w("r")
            return held if whole and held[0].find(w("instrText")) is not None else None
    return None


def _part(kind: str) -> Element:
    return make("r", None, make("fldChar", {"fldCharType": kind}))

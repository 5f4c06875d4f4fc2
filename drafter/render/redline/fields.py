"""Simple fields written out: a `w:fldSimple` cannot stand in a revision, its long form can."""

from __future__ import annotations

from copy import deepcopy

from drafter.word.xml import Element, make, text_element, unwrap, w


def expand_simple_fields(root: Element) -> None:
    """Write every simple field under `root` as runs that begin, tell, part and end it, in place."""
    for field in list(root.iter(w("fldSimple"))):
        shown = field.find(w("r"))
        properties = shown.find(w("rPr")) if shown is not None else None
        instruction = text_element("instrText", field.get(w("instr"), ""))
        before = [_part("begin"), make("r", None, instruction), _part("separate")]
        after = _part("end")
        for run in (*before, after):
            if properties is not None:
                run.insert(0, deepcopy(properties))
        for data in field.findall(w("fldData")):
            field.remove(data)
        field[0:0] = before
        field.append(after)
        unwrap(field)


def _part(kind: str) -> Element:
    return make("r", None, make("fldChar", {"fldCharType": kind}))

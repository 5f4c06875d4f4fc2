"""The working labels of consultations, PP1 and OP1: stripped before issue (R-NEG-4).

`OP1` becomes the number that it stands for, `PP1` goes, for a preambular paragraph bears none. A
text that has fewer than two has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.formats.official import markup, sections
from drafter.formats.official.lines import Line
from drafter.model import Text, normal

_LABEL = re.compile(
    r"[\[(]?(?P<part>PP|OP)[ .\u00a0]?(?P<number>\d{1,3})[ \u00a0]?"
    r"(?P<beside>bis|ter|quater|quinquies|alt)?(?P<point>\([a-z]{1,4}\))?"
    r"(?:[\])]?[.:)\]]?[ \t\u00a0]+|[.:][ \t\u00a0]*)(?=\S)",
    re.I,
)


def cut(lines: Sequence[Line], language: str) -> tuple[sections.Cut, list[str]]:
    """The texts in `lines`, read without working labels, and what to say of that."""
    bare, said = without(lines)
    found = sections.cut(tuple(bare), language)
    if said and not found.sections:
        return sections.cut(tuple(lines), language), []
    return found, said


def without(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """`lines` with printed labels for the working ones, and what to say of that."""
    found = [(line, _LABEL.match(line.text)) for line in lines]
    if sum(match is not None for _, match in found) < 2:
        return list(lines), []
    made, said = [], []
    for line, match in found:
        if match is None:
            made.append(line)
            continue
        said.append(
            f"{match['part']}{match['number']}{match['beside'] or ''}{match['point'] or ''}"
        )
        words = markup.cut(line.content, match.end())
        made.append(replace(line, content=normal((Text(_printed(match)), *words))))
    return made, [f"working labels read as places: {', '.join(said)}"]


def _printed(match: re.Match[str]) -> str:
    if match["part"].upper() == "PP":
        return f"{match['point']} " if match["point"] else ""
    if match["point"]:
        return f"{match['point']} "
    beside = f" {match['beside'].lower()}" if match["beside"] else ""
    return f"{match['number']}{beside}. "

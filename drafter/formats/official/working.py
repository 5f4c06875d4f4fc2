"""The working labels of consultations, PP1 and OP1: stripped before issue (R-NEG-4).

`OP1` becomes the number that it stands for, `PP1` goes, for a preambular paragraph bears none. A
text that has fewer than two has none. Numbers typed `1)` are read with them.
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

_HALF = re.compile(r"(\d{1,3})\)\s+(?=\S)")
_STOPPED = re.compile(r"\d{1,3}\.\s")


def cut(lines: Sequence[Line], language: str) -> tuple[sections.Cut, list[str]]:
    """The texts in `lines`, read without working labels, and what to say of that."""
    bare, said = without(_with_stops(lines))
    found = sections.cut(tuple(bare), language)
    if said and not found.sections:
        return sections.cut(tuple(lines), language), []
    return found, said


def _with_stops(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with `1.` for each `1)`, where they count up and no number with a stop is there."""
    found = [(at, match) for at, line in enumerate(lines) if (match := _HALF.match(line.text))]
    counted = [int(match[1]) for _, match in found] == list(range(1, len(found) + 1))
    if len(found) < 2 or not counted or any(_STOPPED.match(line.text) for line in lines):
        return lines
    made = list(lines)
    for at, match in found:
        words = markup.cut(made[at].content, match.end())
        made[at] = replace(made[at], content=normal((Text(f"{match[1]}. "), *words)))
    return made


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

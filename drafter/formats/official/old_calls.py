"""Calls and notes as texts of the seventies to nineties print them: "the report, 26/".

Digits with a stroke are a call only where a note begins with the same; nothing else is touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.formats.official.lines import Line
from drafter.formats.official.markup import tidy
from drafter.model import Call, Inline, Inlines, Text

_NOTE = re.compile(r"(?P<label>\d{1,3})/\s+(?=[A-Z“\"])")
_CALL = re.compile(r"(?:(?<=[\w,;:.)”\"’])\s{0,2}|^)(?<![\d/])(?P<label>\d{1,3})/(?=[\s,;.:)]|$)")


def read(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` with calls for the digits that have a stroke and a note."""
    labels = {match["label"] for line in lines if (match := _NOTE.match(line.text))}
    if not labels:
        return tuple(lines)
    return tuple(
        replace(line, content=_called(line.content, labels)) if "/" in line.text else line
        for line in lines
    )


def _called(content: Inlines, labels: set[str]) -> Inlines:
    made: list[Inline] = []
    for inline in content:
        if not isinstance(inline, Text):
            made.append(inline)
            continue
        at = 0
        for match in _CALL.finditer(inline.text):
            if match["label"] in labels:
                made += [
                    replace(inline, text=inline.text[at : match.start()]),
                    Call(match["label"]),
                ]
                at = match.end()
        made.append(replace(inline, text=inline.text[at:]))
    return tidy(made)

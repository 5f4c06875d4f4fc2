"""Words cut at the end of a line: rejoined where the text itself has the whole word.

A compound keeps its hyphen; what only looks cut is left alone and said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafter.formats.official import markup
from drafter.formats.official.lines import Line
from drafter.model import Text

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT = re.compile(r"([^\W\d_]+)[-\u00ad]$")
_SOFT = "\u00ad"
_REST = re.compile(r"([^\W\d_]+)\S*")


def mend(lines: Sequence[Line]) -> tuple[tuple[Line, ...], list[str]]:
    """`lines` with every cut word whole at the end of its line; and what to say of it."""
    cuts = [
        (at, match[1], rest[1])
        for at in range(len(lines) - 1)
        if lines[at].text.endswith(("-", _SOFT))
        and (match := _CUT.search(lines[at].text[-40:]))
        and (rest := _REST.match(lines[at + 1].text))
        and rest[1][0].islower()
        and not lines[at + 1].heading
    ]
    if not cuts:
        return tuple(lines), []
    known = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    made, said = list(lines), []
    for at, one, two in cuts:
        where = f"line {lines[at].number}"
        soft = lines[at].text.endswith(_SOFT)
        if f"{one}-{two}".casefold() in known and not soft:
            continue
        if soft or (one + two).casefold() in known:
            made[at : at + 2] = _whole(made[at], made[at + 1])
            said.append(f'{where}: "{one}-" and "{two}" were rejoined')
        elif known[one.casefold()] < 2 and known[two.casefold()] < 2:
            said.append(f'{where}: "{one}-{two}" may be one word; it was left alone')
    return tuple(line for line in made if line.content), said


def _whole(line: Line, following: Line) -> tuple[Line, Line]:
    """The two lines with the cut word, and the marks behind it, in the first."""
    last, rest = line.content[-1], _REST.match(following.text)
    if not isinstance(last, Text) or not rest:
        return line, following
    ended = replace(last, text=last.text[:-1] + rest[0])
    return (
        replace(line, content=(*line.content[:-1], ended)),
        replace(following, content=markup.cut(following.content, rest.end())),
    )

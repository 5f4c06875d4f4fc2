"""Paragraphs in a row that open alike take Also, then Further, then neither again.

In the operative part they open alike when verb and addressee agree; where the verb is about a
matter (Welcomes, Stresses, Recalls) the verb alone decides. In the preamble the whole opener
counts: "Noting" and "Noting with concern" are different. A paragraph with Also or Further must
follow one that opens alike. Where two addressees differ only in wording ("States", "all States")
the text stands as it is. Texts before 2000 often do otherwise: there this is a note.

Wrong:

    *Recalling* its resolution 79/901 of 12 December 2024,

    *Recalling* its resolution 78/902 of 19 December 2023,

    *Noting also* the report of the Secretary-General,

    1. *Urges* States parties to train crews;

    2. *Urges* States parties to share data;

    3. *Urges* the Secretariat to report;

    4. *Further requests* the Secretary-General to report.

    → PP2: begin with “Recalling also”
    → PP3: begin with “Noting”: the paragraph before opens differently
    → OP2: begin with “Also urges”
    → OP4: begin with “Requests”: the paragraph before opens differently

Right:

    *Recalling* its resolution 79/901 of 12 December 2024,

    *Recalling also* its resolution 78/902 of 19 December 2023,

    *Noting* the report of the Secretary-General,

    1. *Urges* States parties to train crews;

    2. *Also urges* States parties to share data;

    3. *Urges* the Secretariat to report;

    4. *Requests* the Secretary-General to report.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.succession import Opened, Part, Turn, join, split, turns
from drafter.lint.draft import Draft, Fault, Stretch, opening_start
from drafter.lint.findings import Fix, Level
from drafter.model import Heading

LEVEL = "warning"
SOURCES = ("R-ALSO-1", "R-ALSO-2", "R-ALSO-3", "R-ALSO-5", "R-ALSO-6")
ENGLISH = True
DECISIONS = False

_OLD = 2000  # a text of 1995 still counts past paragraphs in between (D9)


def check(draft: Draft) -> Iterator[Fault]:
    """Paragraphs whose Also or Further is missing, wrong or without a paragraph to follow."""
    yield from _part(draft, "preamble", "preambular")
    yield from _part(draft, "operative", "operative")


def _part(draft: Draft, name: str, part: Part) -> Iterator[Fault]:
    stretches = draft.part(name)
    opened = [_opened(draft, stretch) for stretch in stretches]
    level: Level | None = "note" if 0 < draft.year < _OLD else None
    for stretch, each, turn in zip(stretches, opened, turns(opened, part), strict=True):
        if turn.printed == turn.expected or not each.opening or not turn.sure:
            continue
        wanted = join(split(each.opening)[0], turn.expected, part)
        start = opening_start(stretch)
        end = start + len(each.opening)
        fix = Fix((stretch.edit(start, end, wanted),), f"write “{wanted}”")
        yield Fault(stretch, _message(turn, wanted), fix, level, start, end)


def _message(turn: Turn, wanted: str) -> str:
    if turn.expected:
        return f"begin with “{wanted}”"
    if turn.starts:
        return f"begin with “{wanted}”: the paragraph before opens differently"
    return f"begin with “{wanted}”: after “further” the count begins again"


def _opened(draft: Draft, stretch: Stretch) -> Opened:
    opening = draft.openings[stretch.spot]
    if opening is None:
        return Opened("")
    start = opening_start(stretch)
    rest = stretch.words[start + len(opening.text) :]
    return Opened(opening.text, rest, _after_heading(draft, stretch))


def _after_heading(draft: Draft, stretch: Stretch) -> bool:
    resolution = draft.resolution
    items = resolution.preamble if stretch.spot.part == "preamble" else resolution.operative
    index = stretch.spot.path[0]
    return index > 0 and isinstance(items[index - 1], Heading)

"""Operative paragraphs take arabic numbers in one run; points take (a), (i), a., i.

The tool derives numbers and letters; where a source printed others they are kept until mended.
"3 bis" and "3 ter" stand beside 3 while a text is negotiated. The paragraphs of the preamble bear
no number.

Wrong:

    *Recalling* its resolution 79/901 of 12 December 2024,

    1. *Urges* States to license ferries;

    2. *Encourages* donors to fund:

       (a) Schools;

       (c) Manuals;

    4. *Requests* the Secretary-General to report.

    → OP2 (c): printed “(c)” where “(b)” follows
    → OP4: printed “4” where “3” follows

Right:

    *Recalling* its resolution 79/901 of 12 December 2024,

    1. *Urges* States to license ferries;

    2. *Encourages* donors to fund:

       (a) Schools;

       (b) Manuals;

    3. *Requests* the Secretary-General to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.grammar.numbering import Placed, sublabel
from drafter.lint.draft import Draft, Fault, Stretch
from drafter.lint.findings import Fix, Label, Spot
from drafter.model import Paragraph

LEVEL = "error"
SOURCES = ("R-OP-2", "R-OP-8", "R-OPEN-2", "R-NEG-2")
SCANS = False
DECISIONS = False

_BESIDE = re.compile(
    r".*(?:bis|ter|quater|quinquies|sexies|septies|octies|alt|pre|new)\b.*", re.I | re.S
)


def check(draft: Draft) -> Iterator[Fault]:
    """Paragraphs that print another number or letter than their place gives them."""
    expected = _expected(draft)
    for stretch in draft.paragraphs:
        placed = stretch.placed
        if placed is None or placed.paragraph.label is None:
            continue
        wanted = expected.get(stretch.spot, "")
        label = placed.paragraph.label
        if placed.level and draft.language in {"fr", "es"}:
            wanted = wanted.lstrip("(")  # half a bracket (R-LANG-2)
            label = label.lstrip("(")
        if label == wanted or _BESIDE.match(label):
            continue
        half = wanted if draft.language in {"fr", "es"} and placed.level else None
        fix = Fix((Label(stretch.spot, half),), "number it by its place")
        yield Fault(stretch, _message(stretch, placed, label, wanted), fix)


def _message(stretch: Stretch, placed: Placed, label: str, wanted: str) -> str:
    if stretch.spot.part == "preamble" and not placed.level:
        return "paragraphs of the preamble bear no number"
    if not label:
        return f"the number “{wanted}” is missing"
    if not wanted:
        return "a single paragraph bears no number"
    return f"printed “{label}” where “{wanted}” follows"


def _expected(draft: Draft) -> dict[Spot, str]:
    """The number or letter that the place of each paragraph gives it."""
    operative = draft.part("operative")
    single = len(operative) == 1
    wanted: dict[Spot, str] = {}
    number = 0
    for stretch in operative:
        label = stretch.placed.paragraph.label if stretch.placed else None
        if label and _BESIDE.match(label):
            continue
        number += 1
        wanted[stretch.spot] = "" if single else str(number)
    for stretch in draft.top:
        if stretch.placed:
            _points(stretch.spot, stretch.placed.paragraph, wanted, 1)
    return wanted


def _points(spot: Spot, paragraph: Paragraph, wanted: dict[Spot, str], level: int) -> None:
    count = 0
    for index, child in enumerate(paragraph.children):
        here = replace(spot, path=(*spot.path, index))
        if not (child.label and _BESIDE.match(child.label)):
            count += 1
            wanted[here] = sublabel(level, count)
        _points(here, child, wanted, level + 1)

"""Operative paragraphs take arabic numbers in one run; points take (a), (i), a., i.

The tool derives numbers and letters; where a source printed others they are kept until mended.
"3 bis" and "3 ter" stand beside 3 while a text is negotiated. The paragraphs of the preamble bear
no number. Sections under headings may each begin with 1, and with a preamble of their own. A list
that runs well in another form, such as (i), (ii) right under a paragraph or dashes, is only noted.

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
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from drafter.grammar.numbering import Placed, child_labels, sublabel
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


_FORMS: tuple[Callable[[int], str], ...] = (
    *(partial(sublabel, level) for level in range(1, 5)),
    "{}.".format,
    "({})".format,
)


def check(draft: Draft) -> Iterator[Fault]:
    """Paragraphs that print another number or letter than their place gives them."""
    expected = _expected(draft)
    habits: dict[Spot, str] = {}
    for stretch in draft.paragraphs:
        placed = stretch.placed
        if placed is None:
            continue
        if habit := _habit(placed):
            habits |= {
                _child(stretch.spot, n): habit for n in range(len(placed.paragraph.children))
            }
        if placed.paragraph.label is None or stretch.spot in draft.section_preambles:
            continue
        wanted = expected.get(stretch.spot, "")
        if stretch.spot in habits:
            if stretch.spot.path[-1] == 0:
                what = f"points of this level bear “{wanted}”, not {habits[stretch.spot]}"
                yield Fault(stretch, what, level="note")
            continue
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


def _habit(placed: Placed) -> str:
    """What the points of a paragraph bear where they run well in a form of another level, or none.

    "(i), (ii)" right under a paragraph, "a., b.", dashes: bodies differ, and the list is whole.
    """
    printed = child_labels(placed.paragraph.children, placed.level + 1)
    if len(printed) < 2 or any(map(_BESIDE.match, printed)):
        return ""
    if len(set(printed)) == 1 and not any(map(str.isalnum, printed[0])):
        return "dashes" if printed[0] else "nothing"
    for form in _FORMS:
        if all(label == form(n) for n, label in enumerate(printed, start=1)):
            return f"“{printed[0]}”"
    return ""


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
        number = 1 if label == "1" and draft.begins_section(stretch) else number + 1
        wanted[stretch.spot] = "" if single else str(number)
    for stretch in draft.top:
        if stretch.placed:
            _points(stretch.spot, stretch.placed.paragraph, wanted, 1)
    return wanted


def _points(spot: Spot, paragraph: Paragraph, wanted: dict[Spot, str], level: int) -> None:
    count = 0
    for index, child in enumerate(paragraph.children):
        here = _child(spot, index)
        if not (child.label and _BESIDE.match(child.label)):
            count += 1
            wanted[here] = sublabel(level, count)
        _points(here, child, wanted, level + 1)


def _child(spot: Spot, index: int) -> Spot:
    return replace(spot, path=(*spot.path, index))

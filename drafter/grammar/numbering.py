"""Numbers and letters: what each paragraph is called, in print and by a delegate.

Labels follow the Editorial Manual's order (R-OP-8): 1., (a), (i), a., i. A place is what a
delegate would say: `PP2`, `OP3 (b)`. Nothing here changes a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drafter.model import Paragraph, Resolution

Part = Literal["preamble", "operative", "annex"]

# A number such as "3 bis" stands beside 3 and does not move those after it (R-NEG-2).
_BESIDE = re.compile(r"\d+\s?(?:bis|ter|quater|quinquies|sexies|septies|octies|alt)\b", re.I)
_NUMBER = re.compile(r"\d+")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph, what it is called and where it stands."""

    place: str  # "PP2", "OP3 (b) (i)", "annex II, paragraph 4"
    label: str  # as printed: "3", "(b)"; "" where nothing is printed
    part: Part
    level: int  # 0 for a paragraph, 1 to 4 for subparagraphs
    path: tuple[int, ...]  # index in its part (an annex: annex, item), then of each child
    paragraph: Paragraph


def roman(number: int) -> str:
    """`number` (from 1) in lower-case roman numerals."""
    out = ""
    for value, figure in _ROMAN:
        out += figure * (number // value)
        number %= value
    return out


def letter(number: int) -> str:
    """`number` (from 1) as a letter: a to z, then aa, bb and so on."""
    times, index = divmod(number - 1, 26)
    return "abcdefghijklmnopqrstuvwxyz"[index] * (times + 1)


def sublabel(level: int, number: int) -> str:
    """The label of the `number`-th subparagraph at `level` 1 to 4 and deeper (R-OP-8)."""
    forms = (f"({letter(number)})", f"({roman(number)})", f"{letter(number)}.", f"{roman(number)}.")
    return forms[(level - 1) % 4]


def child_labels(children: tuple[Paragraph, ...], level: int) -> tuple[str, ...]:
    """The printed labels of `children` at `level`; a label that the source printed stands."""
    labels, number = [], 0
    for child in children:
        if child.label is None or child.label:
            number += 1
        labels.append(sublabel(level, number) if child.label is None else child.label)
    return tuple(labels)


def operative_labels(resolution: Resolution) -> tuple[str, ...]:
    """The printed number of each operative paragraph, headings and tables left out.

    One run, continuing across sections (R-OP-2); a single paragraph bears no number (R-OP-3). A
    printed number stands and the next one follows it; "3 bis" does not count (R-NEG-2).
    """
    paragraphs = [item for item in resolution.operative if isinstance(item, Paragraph)]
    if len(paragraphs) == 1 and paragraphs[0].label is None:
        return ("",)
    labels, number = [], 0
    for paragraph in paragraphs:
        label = paragraph.label
        if label is None:
            number += 1
            label = str(number)
        else:
            number = count_after(label, number)
        labels.append(label)
    return tuple(labels)


def count_after(label: str, number: int) -> int:
    """Where the count stands after an operative paragraph that printed `label`, from `number`."""
    if _NUMBER.fullmatch(label):
        return int(label)
    return number + 1 if label and not _BESIDE.fullmatch(label) else number


def walk(resolution: Resolution) -> Iterator[Placed]:
    """Every paragraph and subparagraph of `resolution` in reading order, annexes included."""
    preamble = [(i, p) for i, p in enumerate(resolution.preamble) if isinstance(p, Paragraph)]
    for count, (index, paragraph) in enumerate(preamble, start=1):
        label = paragraph.label or ""
        yield from _family(Placed(f"PP{count}", label, "preamble", 0, (index,), paragraph))
    operative = [(i, p) for i, p in enumerate(resolution.operative) if isinstance(p, Paragraph)]
    labels = operative_labels(resolution)
    for count, ((index, paragraph), label) in enumerate(zip(operative, labels, strict=True), 1):
        place = f"OP{label or count}"
        yield from _family(Placed(place, label, "operative", 0, (index,), paragraph))
    for which, annex in enumerate(resolution.annexes):
        count = 0
        for index, item in enumerate(annex.items):
            if isinstance(item, Paragraph):
                count += 1
                label = item.label or ""
                place = f"{annex.label or 'Annex'}, paragraph {label or count}"
                yield from _family(Placed(place, label, "annex", 0, (which, index), item))


def _family(placed: Placed) -> Iterator[Placed]:
    yield placed
    children = placed.paragraph.children
    level = placed.level + 1
    for index, (child, label) in enumerate(
        zip(children, child_labels(children, level), strict=True)
    ):
        place = f"{placed.place} {label or f'paragraph {index + 1}'}"
        path = (*placed.path, index)
        yield from _family(Placed(place, label, placed.part, level, path, child))

"""Printed numbers and letters set against the derived ones.

A reader knows what was printed; the model keeps a label only where that is not what
`drafter.grammar.numbering` derives. Here the one becomes the other.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.grammar.numbering import operative_labels, sublabel
from drafter.model import Item, Paragraph, Resolution


def without_derived(children: tuple[Paragraph, ...], level: int) -> tuple[Paragraph, ...]:
    """`children` at `level`, labelled as printed, with None where that is the derived label."""
    out, number = [], 0
    for child in children:
        if child.label:
            number += 1
            if child.label == sublabel(level, number):
                child = replace(child, label=None)  # noqa: PLW2901
        out.append(child)
    return tuple(out)


def without_derived_numbers(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Operative `items`, numbered as printed ("" for none), with None where that is derived.

    One run of numbers (R-OP-2); a single paragraph bears none (R-OP-3).
    """
    single = sum(isinstance(item, Paragraph) for item in items) == 1
    out: list[Item] = []
    number = 0
    for item in items:
        if isinstance(item, Paragraph):
            label = item.label or ""
            if label == ("" if single else str(number + 1)):
                item = replace(item, label=None)  # noqa: PLW2901
                number += 1
            else:
                item = replace(item, label=label)  # noqa: PLW2901
                number = _after(label, number)
        out.append(item)
    return tuple(out)


def _after(label: str, number: int) -> int:
    """Where counting stands after a paragraph labelled `label` that follows `number`."""
    probe = (Paragraph((), label=str(number)), Paragraph((), label=label), Paragraph(()))
    return int(operative_labels(Resolution(operative=probe))[-1]) - 1

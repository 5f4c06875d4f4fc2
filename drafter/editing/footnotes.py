"""Footnotes as paragraphs come and go: numbers follow the calls, a lost call loses its note.

Only a series that was in order before an edit is renumbered after it: a source's own numbering,
in order or not, is never "mended" in passing (R-FN-2, R-FN-12).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.footnotes import all_calls, called_in, changed, relabel, renamed_calls
from drafter.model import Footnote, Item, Resolution


def called(resolution: Resolution) -> tuple[str, ...]:
    """The labels called in `resolution`, each once, in the order of their first calls."""
    return tuple(dict.fromkeys(all_calls(resolution)))


def follow(before: Resolution, after: Resolution) -> Resolution:
    """`after` with its notes in step: those that lost their last call go, numbers follow calls."""
    if before.footnotes == after.footnotes and called(before) == called(after):
        return after
    kept = set(called(after))
    lost = set(called(before)) - kept
    notes = tuple(note for note in after.footnotes if note.label not in lost)
    after = replace(after, footnotes=notes)
    if not in_order(before):
        return after
    return renumber(after, int(before.footnotes[0].label) if before.footnotes else 1)


def in_order(resolution: Resolution) -> bool:
    """Whether the notes are numbered in one run in the order of their calls."""
    labels = [note.label for note in resolution.footnotes]
    return called(resolution) == tuple(labels) and labels == _run(labels)


def _run(labels: Sequence[str]) -> list[str]:
    if not labels or not labels[0].isdecimal():
        return []
    first = int(labels[0])
    return [str(number) for number in range(first, first + len(labels))]


def renumber(resolution: Resolution, first: int = 1) -> Resolution:
    """`resolution` with its notes numbered from `first` in the order of their calls.

    Notes that nobody calls keep their place after the others; a call without a note counts.
    """
    labels = [note.label for note in resolution.footnotes]
    order = list(called(resolution))
    order += [label for label in labels if label not in order]
    names = {old: str(first + index) for index, old in enumerate(order)}
    notes = sorted(resolution.footnotes, key=lambda note: order.index(note.label))
    return relabel(replace(resolution, footnotes=tuple(notes)), names)


def next_label(notes: Iterable[Footnote]) -> str:
    """The first number that no note of `notes` and none after it bears."""
    numbers = [int(note.label) for note in notes if note.label.isdecimal()]
    return str(max(numbers, default=0) + 1)


def fresh(
    items: Sequence[Item], notes: Sequence[Footnote], existing: Sequence[Footnote]
) -> tuple[tuple[Item, ...], tuple[Footnote, ...]]:
    """`items` and the notes they call, under labels that no note of `existing` bears."""
    names: dict[str, str] = {}
    wanted = [label for item in items for label in called_in(item)]
    by_label = {note.label: note for note in notes}
    taken = list(existing)
    added: list[Footnote] = []
    for label in dict.fromkeys(wanted):
        name = next_label(taken)
        names[label] = name
        note = replace(by_label.get(label, Footnote(label, ())), label=name)
        taken.append(note)
        added.append(note)
    renamed = tuple(changed(item, lambda inlines: renamed_calls(inlines, names)) for item in items)
    return renamed, tuple(added)

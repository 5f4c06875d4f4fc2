"""Footnotes are numbered 1, 2, 3 in the order of their calls, annexes included.

In a text that is part of a compilation the numbers may begin after 1, and run on from there.

Wrong:

    *Recalling* the report of the Secretary-General,[^2]

    1. *Urges* States to license ferries;

    2. *Takes note* of the handbook.[^1]

    [^1]: A/80/913.

    [^2]: A/80/912.

    → PP1: footnote 2 is called where 1 follows

Right:

    *Recalling* the report of the Secretary-General,[^1]

    1. *Urges* States to license ferries;

    2. *Takes note* of the handbook.[^2]

    [^1]: A/80/912.

    [^2]: A/80/913.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix, Redraft
from drafter.lint.notes import all_calls, is_number, relabelled
from drafter.model import Call, Resolution

LEVEL = "error"
SOURCES = ("R-FN-2", "R-FN-12")
SCANS = False


def check(draft: Draft) -> Iterator[Fault]:
    """The first call that breaks the series."""
    seen: list[str] = []
    for called in all_calls(draft):
        if not is_number(called.label) or called.label in seen:
            continue
        first = int(seen[0]) if seen else int(called.label)
        wanted = str(first + len(seen)) if seen else str(_first(draft))
        if called.label != wanted:
            message = f"footnote {called.label} is called where {wanted} follows"
            fix = Fix((Redraft(renumbered(draft.resolution)),), "number the notes in order")
            yield Fault(called.stretch, message, fix, start=called.at, end=called.at + 1)
            return
        seen.append(called.label)


def _first(draft: Draft) -> int:
    """The number that the first call should have: 1, or the lowest of a compilation's."""
    if not draft.resolution.masthead.number:
        return 1
    labels = [note.label for note in draft.resolution.footnotes]
    labels += [called.label for called in all_calls(draft)]
    return min((int(label) for label in labels if is_number(label)), default=1)


def renumbered(resolution: Resolution, first: int = 0) -> Resolution:
    """`resolution` with its numbered notes in the order of their calls; uncalled ones come last.

    They begin at `first`, or where the lowest of them stands.
    """
    notes = {note.label: note for note in resolution.footnotes}
    order: list[str] = []
    for called in all_calls(Draft(resolution)):
        if is_number(called.label) and called.label not in order:
            order.append(called.label)
    rest = [label for label in notes if is_number(label) and label not in order]
    first = first or _first(Draft(resolution))
    names = {label: str(first + i) for i, label in enumerate([*order, *rest])}
    numbered = [replace(notes[old], label=new) for old, new in names.items() if old in notes]
    signs = [note for note in resolution.footnotes if not is_number(note.label)]
    return relabelled(
        resolution, (*numbered, *signs), lambda call: Call(names.get(call.label, call.label))
    )

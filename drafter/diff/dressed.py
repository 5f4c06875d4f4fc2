"""Edits laid so that the words which stay keep their looks.

Of "the *the* report" and "the report" either "the" may be the one that went: the one whose going
leaves the other as it looked. Edits slide along equal words only and still rebuild both texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from drafter.diff.changes import Edit, restyles, spans_of, style_at
from drafter.diff.tidy import places, reads
from drafter.spans import Block, Span


def dressed(
    old: Sequence[Block], new: Sequence[Block], script: tuple[Edit, ...]
) -> tuple[Edit, ...]:
    """`script` with each lone deletion or insertion where the fewest equal words look different."""
    if len(script) < 2 or not restyles(old, new, script):
        return script
    sides = tuple(spans_of(old)), tuple(spans_of(new))
    edits = list(script)
    if edits[0].op != "equal":
        edits.insert(0, Edit("equal", ""))
    if edits[-1].op != "equal":
        edits.append(Edit("equal", ""))
    offsets = [0, 0]
    for number in range(1, len(edits) - 1):
        before, edit, after = part = edits[number - 1 : number + 2]
        if before.op == after.op == "equal" != edit.op:
            first, last = number == 1, number == len(edits) - 2
            found = places(before.text, edit.text, after.text, first=first, last=last)
            at = _best(part, found, sides, offsets)
            whole, stop = before.text + edit.text + after.text, at + len(edit.text)
            edits[number - 1] = Edit("equal", whole[:at])
            edits[number] = Edit(edit.op, whole[at:stop])
            edits[number + 1] = Edit("equal", whole[stop:])
        for side, absent in enumerate(("insert", "delete")):
            if edits[number - 1].op != absent:
                offsets[side] += len(edits[number - 1].text)
    return tuple(edit for edit in edits if edit.text)


def _best(
    part: Sequence[Edit],
    found: Sequence[int],
    sides: tuple[tuple[Span, ...], tuple[Span, ...]],
    offsets: Sequence[int],
) -> int:
    """Which of the places `found` is best for the edit: where it is unless looks say otherwise."""
    before, edit, after = part
    here, size = len(before.text), len(edit.text)
    if not found or found == [here]:
        return here
    whole = before.text + edit.text + after.text
    longer, shorter = (0, 1) if edit.op == "delete" else (1, 0)
    low, high = min(here, *found), max(here, *found)

    def differs(place: int, there: int) -> bool:
        one = style_at(sides[longer], offsets[longer] + place)
        return one != style_at(sides[shorter], offsets[shorter] + there) and (
            not whole[place].isspace()
        )

    # What stands before the edit is compared with what stands there, what follows with what it met.
    left = list(accumulate((differs(k, k) for k in range(low, high)), initial=0))
    right = list(accumulate((differs(k + size, k) for k in range(low, high)), initial=0))
    return min(
        [here, *found],
        key=lambda at: (
            left[at - low] + right[-1] - right[at - low],
            at != here,
            -reads(whole, at) - reads(whole, at + size),
        ),
    )

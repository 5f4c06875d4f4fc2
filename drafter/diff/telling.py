"""An alignment told as changes: what became of each block, and the marks inside it.

Says what each pair is, in the order of the new text; pairs nothing itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.diff.align import Pairs, Runs
from drafter.diff.changes import Change, Edit, Kind, joined, relaid, restyles
from drafter.diff.dressed import dressed
from drafter.diff.similar import Likeness
from drafter.diff.splits import Groups
from drafter.diff.words import edits
from drafter.spans import Block

_make = tuple.__new__


@dataclass(slots=True)
class Alignment:
    """Which blocks belong together, in the making."""

    likeness: Likeness
    runs: Runs  # in the order of both texts
    moved: Pairs
    split: Groups = field(default_factory=dict)  # old: several new
    merged: Groups = field(default_factory=dict)  # new: several old


def told(alignment: Alignment) -> list[Change]:
    """The changes in the order of the new text; what was deleted follows what it stood behind."""
    old, new = alignment.likeness.old, alignment.likeness.new
    moved = {j: i for i, j in alignment.moved}
    went = set(moved.values())
    changes: list[Change] = []
    before = after = 0
    for start, there, length in _kept(alignment):
        if before < start or after < there:
            ends = range(before, start), range(after, there)
            changes += _apart(alignment.likeness, *ends, moved, went)
        if not length:
            olds = alignment.merged.get(there, (start,))
            news = alignment.split.get(start, (there,))
            before, after = olds[-1] + 1, news[-1] + 1
            changes.append(_several(old, new, olds, news))
            continue
        before, after = start + length, there + length
        for i, j in zip(range(start, before), range(there, after), strict=True):
            one, other = old[i], new[j]
            text = one.text
            if text != other.text or one.objects != other.objects:
                changes.append(_differing("edited", i, j, alignment.likeness))
                continue
            # Most blocks are told here: not to call Change and Edit halves what it costs.
            script = (_make(Edit, ("equal", text)),) if text else ()
            kind: Kind = "unchanged"
            alike = one.spans == other.spans and one.style == other.style
            restyled = not (alike and one.level == other.level) and (
                restyles((one,), (other,), script)
            )
            if restyled:
                kind = "edited"
            elif (label := one.label) != (opposite := other.label) and (
                (label.isalnum() and opposite.isalnum()) or not same_label(label, opposite)
            ):
                kind = "renumbered"
            changes.append(_make(Change, (kind, (i,), (j,), script, restyled)))
    ends = range(before, len(old)), range(after, len(new))
    changes += _apart(alignment.likeness, *ends, moved, went)
    return changes


def _kept(alignment: Alignment) -> Runs:
    """All that is no move, in order: a split and a merger are runs of no length."""
    if not alignment.split and not alignment.merged:
        return alignment.runs
    split = [(whole, pieces[0], 0) for whole, pieces in alignment.split.items()]
    merged = [(pieces[0], whole, 0) for whole, pieces in alignment.merged.items()]
    return sorted([*alignment.runs, *split, *merged])


def _apart(
    likeness: Likeness, olds: range, news: range, moved: Mapping[int, int], went: Collection[int]
) -> Iterator[Change]:
    """What was deleted, inserted or moved to between two pairs."""
    for i in olds:
        if i not in went:
            text = likeness.old[i].text
            script = (_make(Edit, ("delete", text)),) if text else ()
            yield _make(Change, ("deleted", (i,), (), script, False))
    for j in news:
        if j in moved:
            yield _differing("moved", moved[j], j, likeness)
        else:
            text = likeness.new[j].text
            script = (_make(Edit, ("insert", text)),) if text else ()
            yield _make(Change, ("inserted", (), (j,), script, False))


def _differing(kind: Kind, i: int, j: int, likeness: Likeness) -> Change:
    """An edited or a moved block, with its marks."""
    old, new = likeness.old[i], likeness.new[j]
    script = likeness.script(i, j)
    if not old.spans and not new.spans:
        return _make(Change, (kind, (i,), (j,), script, relaid(old, new)))
    script = dressed((old,), (new,), script)
    return Change(kind, (i,), (j,), script, restyles((old,), (new,), script))


def _several(
    old: Sequence[Block], new: Sequence[Block], olds: tuple[int, ...], news: tuple[int, ...]
) -> Change:
    """A split or a merger, over the joined texts."""
    ours, theirs = [old[index] for index in olds], [new[index] for index in news]
    script = edits(joined(ours), joined(theirs), _objects(ours), _objects(theirs))
    script = dressed(ours, theirs, script)
    kind: Kind = "split" if len(news) > 1 else "merged"
    return Change(kind, olds, news, script, restyles(ours, theirs, script))


def _objects(blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(thing for block in blocks for thing in block.objects)


def same_label(old: str, new: str) -> bool:
    """Whether two labels are one number: "1" in a draft is "1." in Word."""
    return old.strip().rstrip(".") == new.strip().rstrip(".")

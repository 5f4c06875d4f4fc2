"""The comparison: two texts as blocks in, every change between them out.

Puts the steps in order (`align`, `splits`, `moves`, `words`) and says what each pair is. Knows
blocks by index and text by stretch, never Markdown or Word.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from drafter.diff.align import Pairs, anchored, gaps, identities, in_place, paired
from drafter.diff.changes import Change, Diff, Edit, Kind, joined, restyles
from drafter.diff.dressed import dressed
from drafter.diff.moves import Order, moved
from drafter.diff.similar import Likeness
from drafter.diff.splits import Groups, sides, splits
from drafter.diff.words import edits
from drafter.spans import Block


def compare(old: Sequence[Block], new: Sequence[Block], *, moves: bool = True) -> Diff:
    """Every change between `old` and `new`; without `moves` a moved block is out here, in there.

    Every index of both stands in exactly one change; the same input gives the same result.
    """
    old, new = tuple(old), tuple(new)
    with _uncollected():
        alignment = _align(old, new, moves=moves)
        return Diff(old, new, tuple(_changes(old, new, alignment)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cyclic garbage meanwhile: there is none, and it takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@dataclass(slots=True)
class _Alignment:
    """Which blocks belong together, in the making."""

    likeness: Likeness
    pairs: Pairs = field(default_factory=list)  # in the order of both texts
    moved: Pairs = field(default_factory=list)
    split: Groups = field(default_factory=dict)  # old: several new
    merged: Groups = field(default_factory=dict)  # new: several old


def _align(old: tuple[Block, ...], new: tuple[Block, ...], *, moves: bool) -> _Alignment:
    ours, theirs = identities(old, new)
    anchors, astray = anchored(ours, theirs, old)
    likeness = Likeness(old, new)
    result = _Alignment(likeness, moved=astray if moves else [])
    ends = (len(old), len(new))
    free_old = _others(len(old), anchors, result.moved, 0)
    free_new = _others(len(new), anchors, result.moved, 1)
    near: Pairs = []
    for gap in gaps(anchors, free_old, free_new, ends):
        near += paired(gap, ours, theirs, likeness)
    result.pairs = sorted([*anchors, *near]) if near else anchors
    free_old = _without(free_old, [i for i, _ in near])
    free_new = _without(free_new, [j for _, j in near])
    if fixed := list(in_place(gaps(result.pairs, free_old, free_new, ends), likeness)):
        result.pairs = sorted([*result.pairs, *fixed])
        free_old = _without(free_old, [i for i, _ in fixed])
        free_new = _without(free_new, [j for _, j in fixed])
    if free_old or free_new:
        edited = [(i, j) for i, j in result.pairs if ours[i] != theirs[j]]
        _find_pieces(result, edited, free_old, free_new)
    if moves and (result.moved or (free_old and free_new)):
        order = Order([(i, j) for i, j in result.pairs if old[i].text == new[j].text])
        result.moved = [pair for pair in result.moved if order.broken(pair)]
        free_old = _without(free_old, _members(result.split, result.merged))
        free_new = _without(free_new, _members(result.merged, result.split))
        result.moved += moved(free_old, free_new, order, likeness)
    return result


def _others(count: int, pairs: Pairs, astray: Pairs, side: int) -> list[int]:
    """The blocks of one side that stand in none of the pairs."""
    used = bytearray(count)
    for pair in pairs:
        used[pair[side]] = 1
    for pair in astray:
        used[pair[side]] = 1
    return [index for index, taken in enumerate(used) if not taken] if not all(used) else []


def _without(indices: list[int], used: Iterable[int]) -> list[int]:
    taken = set(used)
    return [index for index in indices if index not in taken]


def _members(wholes: Groups, pieces: Groups) -> list[int]:
    """The blocks of one side that are wholes there or pieces of the other side's wholes."""
    return [*wholes, *(piece for group in pieces.values() for piece in group)]


def _find_pieces(
    result: _Alignment, edited: Pairs, free_old: list[int], free_new: list[int]
) -> None:
    """Move pairs that turn out to be part of a split or a merger to where they belong."""
    likeness = result.likeness
    before, after = sides(likeness)
    slots = list(gaps(result.pairs, free_old, free_new, (len(likeness.old), len(likeness.new))))
    result.split = splits({j: i for i, j in edited}, free_new, slots, before, after)
    taken = _members({}, result.split)
    backward = {i: j for i, j in edited if i not in result.split}
    olds = _without(free_old, result.split)
    slots = [(_without(news, taken), _without(rows, result.split)) for rows, news in slots]
    result.merged = splits(backward, olds, slots, after, before)
    if result.split or result.merged:
        result.pairs = [
            (i, j) for i, j in result.pairs if i not in result.split and j not in result.merged
        ]


def _changes(
    old: tuple[Block, ...], new: tuple[Block, ...], alignment: _Alignment
) -> Iterator[Change]:
    """The changes in the order of the new text; what was deleted follows what it stood behind."""
    kept: list[tuple[tuple[int, ...], tuple[int, ...]]] = [((i,), (j,)) for i, j in alignment.pairs]
    if alignment.split or alignment.merged:
        kept += (((whole,), pieces) for whole, pieces in alignment.split.items())
        kept += ((pieces, (whole,)) for whole, pieces in alignment.merged.items())
        kept.sort()
    moved = {j: i for i, j in alignment.moved}
    went = set(moved.values())
    before = after = 0
    for olds, news in (*kept, ((len(old),), (len(new),))):
        i, j = olds[0], news[0]
        for index in range(before, i) if before < i else ():
            if index not in went:
                yield Change("deleted", (index,), (), _out(old[index]))
        for index in range(after, j) if after < j else ():
            if index in moved:
                source = moved[index]
                pair = (old[source], new[index])
                yield _differing("moved", pair, source, index, alignment.likeness)
            else:
                yield Change("inserted", (), (index,), _in(new[index]))
        before, after = olds[-1] + 1, news[-1] + 1
        if before > len(old):
            return
        if len(olds) != len(news):
            yield _several(old, new, olds, news)
            continue
        one, other = old[i], new[j]
        if one.text == other.text and one.objects == other.objects:
            yield _alike(one, other, olds, news)
        else:
            yield _differing("edited", (one, other), i, j, alignment.likeness)


def _out(block: Block) -> tuple[Edit, ...]:
    return (Edit("delete", block.text),) if block.text else ()


def _in(block: Block) -> tuple[Edit, ...]:
    return (Edit("insert", block.text),) if block.text else ()


def _alike(old: Block, new: Block, i: tuple[int, ...], j: tuple[int, ...]) -> Change:
    """What became of a block whose words stay where they are."""
    script = (Edit("equal", old.text),) if old.text else ()
    if (old.spans != new.spans or old.style != new.style) and restyles((old,), (new,), script):
        return Change("edited", i, j, script, formatting=True)
    if old.label == new.label or same_label(old.label, new.label):
        return Change("unchanged", i, j, script)
    return Change("renumbered", i, j, script)


def _differing(kind: Kind, pair: tuple[Block, Block], i: int, j: int, likeness: Likeness) -> Change:
    """An edited or a moved block, with its marks."""
    old, new = pair
    script = likeness.script(i, j)
    if not old.spans and not new.spans:
        return Change(kind, (i,), (j,), script, old.style != new.style)
    script = dressed((old,), (new,), script)
    return Change(kind, (i,), (j,), script, restyles((old,), (new,), script))


def _several(
    old: tuple[Block, ...], new: tuple[Block, ...], olds: tuple[int, ...], news: tuple[int, ...]
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
    if old.isalnum() and new.isalnum():
        return old == new
    return old.strip().rstrip(".") == new.strip().rstrip(".")

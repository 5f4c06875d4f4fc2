"""The comparison: two texts as blocks in, every change between them out.

Puts the steps in order (`align`, `splits`, `moves`, `words`) and says what each pair is. Knows
blocks by index and text by stretch, never Markdown or Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from drafter.diff.align import Pairs, anchored, gaps, identities, paired
from drafter.diff.changes import Change, Diff, Edit, Kind, joined, restyles
from drafter.diff.moves import broken, moved
from drafter.diff.similar import Likeness
from drafter.diff.splits import Groups, sides, splits
from drafter.diff.words import edits
from drafter.spans import Block


def compare(old: Sequence[Block], new: Sequence[Block], *, moves: bool = True) -> Diff:
    """Every change between `old` and `new`; without `moves` a moved block is out here, in there.

    Every index of both stands in exactly one change; the same input gives the same result.
    """
    old, new = tuple(old), tuple(new)
    alignment = _align(old, new, moves=moves)
    return Diff(old, new, tuple(_changes(old, new, alignment)))


@dataclass(slots=True)
class _Alignment:
    """Which blocks belong together, in the making."""

    pairs: Pairs = field(default_factory=list)  # in the order of both texts
    moved: Pairs = field(default_factory=list)
    split: Groups = field(default_factory=dict)  # old: several new
    merged: Groups = field(default_factory=dict)  # new: several old


def _align(old: tuple[Block, ...], new: tuple[Block, ...], *, moves: bool) -> _Alignment:
    ours, theirs = identities(old, new)
    anchors, astray = anchored(ours, theirs, old)
    likeness = Likeness(old, new)
    result = _Alignment(moved=astray if moves else [])
    ends = (len(old), len(new))
    pairs = list(anchors)
    for gap in gaps(anchors, *_free(ends, anchors, result.moved), ends):
        pairs += paired(gap, ours, theirs, likeness)
    pairs.sort()
    result.pairs = pairs
    free = _free(ends, pairs, result.moved)
    if free[0] or free[1]:
        _find_pieces(result, free, likeness)
    if moves:
        unchanged = [(i, j) for i, j in result.pairs if old[i].text == new[j].text]
        result.moved = broken(result.moved, unchanged)
        rest = _free(ends, result.pairs, result.moved, result.split, result.merged)
        if rest[0] and rest[1]:
            result.moved += moved(*rest, unchanged, likeness)
    return result


def _free(
    ends: tuple[int, int],
    pairs: Pairs,
    astray: Pairs,
    split: Groups | None = None,
    merged: Groups | None = None,
) -> tuple[list[int], list[int]]:
    """The old and the new blocks that belong to nothing yet."""
    olds = bytearray(ends[0])
    news = bytearray(ends[1])
    for one, other in (*pairs, *astray):
        olds[one] = news[other] = 1
    for whole, pieces in (split or {}).items():
        olds[whole] = 1
        for piece in pieces:
            news[piece] = 1
    for whole, pieces in (merged or {}).items():
        news[whole] = 1
        for piece in pieces:
            olds[piece] = 1
    return [n for n, used in enumerate(olds) if not used], [
        n for n, used in enumerate(news) if not used
    ]


def _find_pieces(result: _Alignment, free: tuple[list[int], list[int]], likeness: Likeness) -> None:
    """Move pairs that turn out to be part of a split or a merger to where they belong."""
    before, after = sides(likeness)
    ends = (len(likeness.old), len(likeness.new))
    slots = list(gaps(result.pairs, *free, ends))
    edited = {j: i for i, j in result.pairs if likeness.old[i].text != likeness.new[j].text}
    result.split = splits(edited, free[1], slots, before, after)
    taken = {piece for pieces in result.split.values() for piece in pieces}
    backward = {i: j for j, i in edited.items() if i not in result.split}
    olds = [index for index in free[0] if index not in result.split]
    slots = [
        ([n for n in news if n not in taken], [n for n in rows if n not in result.split])
        for rows, news in slots
    ]
    result.merged = splits(backward, olds, slots, after, before)
    result.pairs = [
        (i, j) for i, j in result.pairs if i not in result.split and j not in result.merged
    ]


def _changes(
    old: tuple[Block, ...], new: tuple[Block, ...], alignment: _Alignment
) -> Iterator[Change]:
    """The changes in the order of the new text; what was deleted follows what it stood behind."""
    in_order: list[tuple[tuple[int, ...], tuple[int, ...]]] = [
        *(((i,), (j,)) for i, j in alignment.pairs),
        *(((whole,), pieces) for whole, pieces in alignment.split.items()),
        *((pieces, (whole,)) for whole, pieces in alignment.merged.items()),
    ]
    if alignment.split or alignment.merged:
        in_order.sort()
    moved = {j: i for i, j in alignment.moved}
    gone = iter(
        _free(
            (len(old), len(new)),
            alignment.pairs,
            alignment.moved,
            alignment.split,
            alignment.merged,
        )[0]
    )
    deleted = next(gone, None)
    reached = 0
    for olds, news in (*in_order, ((len(old),), (len(new),))):
        while deleted is not None and deleted < olds[0]:
            yield Change("deleted", (deleted,), (), _out(old[deleted]))
            deleted = next(gone, None)
        for index in range(reached, news[0]):
            if index in moved:
                yield _moved(old, new, moved[index], index)
            else:
                yield Change("inserted", (), (index,), _in(new[index]))
        reached = news[-1] + 1
        if olds[0] == len(old):
            return
        if len(olds) == len(news) == 1:
            yield _pair(old, new, olds, news)
        else:
            yield _several(old, new, olds, news)


def _out(block: Block) -> tuple[Edit, ...]:
    return (Edit("delete", block.text),) if block.text else ()


def _in(block: Block) -> tuple[Edit, ...]:
    return (Edit("insert", block.text),) if block.text else ()


def _pair(
    olds: tuple[Block, ...], news: tuple[Block, ...], one: tuple[int, ...], other: tuple[int, ...]
) -> Change:
    """What became of a block that kept its place in the order."""
    old, new = olds[one[0]], news[other[0]]
    if old.text != new.text or old.objects != new.objects:
        script = edits(old.text, new.text, old.objects, new.objects)
        return Change("edited", one, other, script, restyles((old,), (new,), script))
    script = (Edit("equal", old.text),) if old.text else ()
    if old.spans != new.spans or old.style != new.style:
        return Change("edited", one, other, script, formatting=True)
    kind: Kind = "unchanged" if same_label(old.label, new.label) else "renumbered"
    return Change(kind, one, other, script)


def _moved(olds: tuple[Block, ...], news: tuple[Block, ...], i: int, j: int) -> Change:
    old, new = olds[i], news[j]
    script = edits(old.text, new.text, old.objects, new.objects)
    return Change("moved", (i,), (j,), script, restyles((old,), (new,), script))


def _several(
    old: tuple[Block, ...], new: tuple[Block, ...], olds: tuple[int, ...], news: tuple[int, ...]
) -> Change:
    """A split or a merger, over the joined texts."""
    ours, theirs = [old[index] for index in olds], [new[index] for index in news]
    script = edits(joined(ours), joined(theirs), _objects(ours), _objects(theirs))
    kind: Kind = "split" if len(news) > 1 else "merged"
    return Change(kind, olds, news, script, restyles(ours, theirs, script))


def _objects(blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(thing for block in blocks for thing in block.objects)


def same_label(old: str, new: str) -> bool:
    """Whether two labels are one number: "1" in a draft is "1." in Word."""
    return old == new or old.strip().rstrip(".") == new.strip().rstrip(".")

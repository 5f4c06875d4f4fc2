"""Paragraphs that were split, and paragraphs that were merged.

A free neighbour of a pair belongs to it when the pair's other side holds most of its words, beyond
those that its own side explains. Merging is splitting seen from the new text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafter.diff.similar import Likeness, alike, explained

# A piece has at least so many words, and this share of them comes from the whole.
_WORDS = 3
_EXPLAINED = 0.6
# A whole none of whose pieces is half of it: together they are this share of it.
_TOGETHER = 0.7
_PIECES = 12
# So many pairs of wholes and parts are simply all tried; else a rarer word leads to a few.
_FEW, _RARE, _ASKED = 400, 8, 3

Groups = dict[int, tuple[int, ...]]  # the whole, and its pieces in order


@dataclass(frozen=True, slots=True)
class Side:
    """One text as the search for pieces sees it."""

    words: Callable[[int], list[str]]
    kind: Callable[[int], str]
    size: int


def sides(likeness: Likeness) -> tuple[Side, Side]:
    """The old and the new text."""
    return (
        Side(
            lambda index: likeness.bare(index, new=False),
            lambda index: likeness.old[index].kind,
            len(likeness.old),
        ),
        Side(
            lambda index: likeness.bare(index, new=True),
            lambda index: likeness.new[index].kind,
            len(likeness.new),
        ),
    )


def splits(
    edited: Mapping[int, int],
    free: Sequence[int],
    slots: Sequence[tuple[Sequence[int], Sequence[int]]],
    whole: Side,
    pieces: Side,
) -> Groups:
    """The wholes that became several `pieces`.

    `edited` maps a piece to the whole with which it is paired, `free` are the pieces that have no
    pair, `slots` the wholes and pieces without a pair that lie between the same two pairs.
    """
    groups: dict[int, list[int]] = {}
    owner = dict(edited)
    left = set(free)
    changed = bool(left)
    while changed:
        changed = False
        for piece in sorted(left):
            best = _whole_of(piece, owner, groups, whole, pieces)
            if best is not None:
                members = groups.setdefault(best, [n for n, w in edited.items() if w == best])
                members.append(piece)
                members.sort()
                owner[piece] = best
                left.discard(piece)
                changed = True
    for wholes, parts in slots:
        free_parts = [part for part in parts if part in left]
        starts = _starts(wholes, free_parts, whole, pieces)
        for index in wholes:
            run = _run(index, free_parts, starts(index), whole, pieces)
            if run and left.issuperset(run):
                groups[index] = run
                left.difference_update(run)
    return {index: tuple(members) for index, members in groups.items()}


def _whole_of(
    piece: int,
    owner: Mapping[int, int],
    groups: Mapping[int, list[int]],
    whole: Side,
    pieces: Side,
) -> int | None:
    """The whole of a neighbour that `piece` belongs to as well, the likelier one of two."""
    best, most = None, _EXPLAINED
    words = pieces.words(piece)
    if len(words) < _WORDS:
        return None
    for beside in (piece - 1, piece + 1):
        candidate = owner.get(beside)
        if candidate is None or pieces.kind(beside) != pieces.kind(piece):
            continue
        members = [word for part in groups.get(candidate, [beside]) for word in pieces.words(part)]
        before, after = (members, []) if beside < piece else ([], members)
        share = explained(before, words, after, whole.words(candidate))
        if share >= most:
            best, most = candidate, share
    return best


def _starts(
    wholes: Sequence[int], parts: Sequence[int], whole: Side, pieces: Side
) -> Callable[[int], Iterable[int]]:
    """For a whole, the places in `parts` where its pieces may begin.

    Where there are many, those that share most of its rarer words, and those just before them.
    """
    if len(wholes) * len(parts) <= _FEW or len(parts) < 2:
        everywhere = range(len(parts) - 1)
        return lambda _: everywhere
    places: dict[str, list[int]] = {}
    for place, part in enumerate(parts):
        for word in set(pieces.words(part)):
            places.setdefault(word, []).append(place)

    def starts(index: int) -> list[int]:
        votes: Counter[int] = Counter()
        for word in set(whole.words(index)):
            if len(found := places.get(word, ())) <= _RARE:
                votes.update(found)
        best = sorted(votes, key=lambda place: (-votes[place], place))[:_ASKED]
        return sorted({start for place in best for start in (place - 1, place) if start >= 0})

    return starts


def _run(
    index: int, parts: Sequence[int], starts: Iterable[int], whole: Side, pieces: Side
) -> list[int]:
    """Neighbouring `parts`, from one of `starts`, that together say what the whole said."""
    source = whole.words(index)
    for start in starts:
        if not _reach(parts[start : start + _PIECES], source, pieces):
            continue
        run: list[int] = []
        text: list[str] = []
        for part in parts[start : start + _PIECES]:
            words = pieces.words(part)
            if (
                (run and part != run[-1] + 1)
                or not _WORDS <= len(words) <= len(source)
                or pieces.kind(part) != whole.kind(index)
                or explained(text, words, [], source) < _EXPLAINED
            ):
                break
            run.append(part)
            text = text + words
        if len(run) > 1 and alike(text, source) >= _TOGETHER:
            return run
    return []


def _reach(parts: Sequence[int], source: Sequence[str], pieces: Side) -> bool:
    """Whether `parts` are long enough to be most of `source`, whatever they say."""
    length = sum(len(pieces.words(part)) for part in parts)
    return 2 * length >= _TOGETHER * (length + len(source))

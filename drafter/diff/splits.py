"""Paragraphs that were split, and paragraphs that were merged.

A free neighbour of a pair belongs to it when the pair's other side holds most of its words, beyond
those that its own side explains. Merging is splitting seen from the new text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from drafter.diff.similar import FEW, Likeness, alike, common

# A piece has at least so many words, and this share of them comes from the whole.
_WORDS = 3
_EXPLAINED = 0.6
_ROOM = 0.4  # in characters, which say less than words
# A whole none of whose pieces is half of it: together they are this share of it.
_TOGETHER = 0.7
_LONGEST = 2.2  # above so many times its characters, whatever they say, they are less
_PIECES = 12

Groups = dict[int, tuple[int, ...]]  # the whole, and its pieces in order


class Text(NamedTuple):
    """One text as the search for pieces sees it."""

    words: Callable[[int], list[str]]
    kind: Callable[[int], str]
    size: Callable[[int], int]  # in characters
    kept: Callable[[int, int], int]  # how much of a block of it stands in one of the other text
    likes: Callable[[int], Sequence[int]]  # those of the other text that share rare words


def texts(likeness: Likeness) -> tuple[Text, Text]:
    """The old and the new text."""
    before, after = likeness.before, likeness.after
    return (
        Text(before.bare, before.kind, before.size, likeness.kept, likeness.likes),
        Text(
            after.bare, after.kind, after.size, lambda j, i: likeness.kept(i, j), likeness.liked_by
        ),
    )


def splits(
    edited: Mapping[int, int],
    free: Sequence[int],
    slots: Sequence[tuple[Sequence[int], Sequence[int]]],
    whole: Text,
    pieces: Text,
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
        starts = _starts(wholes, free_parts, whole)
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
    whole: Text,
    pieces: Text,
) -> int | None:
    """The whole of a neighbour that `piece` belongs to as well, the likelier one of two."""
    best, most = None, _EXPLAINED
    for beside in (piece - 1, piece + 1):
        candidate = owner.get(beside)
        if candidate is None or pieces.kind(beside) != pieces.kind(piece):
            continue
        if candidate not in groups:
            # Most wholes have no room for more than they are paired with: no word need be read.
            room = whole.size(candidate) - whole.kept(candidate, beside)
            if room < _ROOM * pieces.size(piece):
                continue
        words = pieces.words(piece)
        if len(words) < _WORDS:
            return None
        members = [*chain.from_iterable(map(pieces.words, groups.get(candidate, [beside])))]
        before, after = (members, []) if beside < piece else ([], members)
        source = whole.words(candidate)
        gained = common([*before, *words, *after], source) - common(members, source)
        share = gained / len(words)
        if share >= most:
            best, most = candidate, share
    return best


def _starts(
    wholes: Sequence[int], parts: Sequence[int], whole: Text
) -> Callable[[int], Iterable[int]]:
    """For a whole, the places in `parts` where its pieces may begin.

    Where there are many, those that share rare words with it, and those just before them.
    """
    if len(wholes) * len(parts) <= FEW:
        everywhere = range(max(len(parts) - 1, 0))
        return lambda _: everywhere
    places = {part: place for place, part in enumerate(parts)}

    def starts(index: int) -> list[int]:
        found = [places[part] for part in whole.likes(index) if part in places]
        return sorted({*found, *(place - 1 for place in found if place)}) if found else found

    return starts


def _run(
    index: int, parts: Sequence[int], starts: Iterable[int], whole: Text, pieces: Text
) -> list[int]:
    """Neighbouring `parts`, from one of `starts`, that together say what the whole said."""
    for start in starts:
        first, *more = parts[start : start + _PIECES]
        if not more or more[0] != first + 1 or not _fits((first, *more), index, whole, pieces):
            continue
        source = whole.words(index)
        run: list[int] = []
        text: list[str] = []
        said = 0
        for part in (first, *more):
            words = pieces.words(part)
            least = _EXPLAINED * len(words)
            if (
                (run and part != run[-1] + 1)
                or not _WORDS <= len(words) <= len(source)
                or pieces.kind(part) != whole.kind(index)
                or len(source) - said < least  # whatever it says
            ):
                break
            before, said = said, common([*text, *words], source)
            if said - before < least:
                break
            run.append(part)
            text += words
        if len(run) > 1 and alike(text, source) >= _TOGETHER:
            return run
    return []


def _fits(parts: Sequence[int], index: int, whole: Text, pieces: Text) -> bool:
    """Whether `parts` are long enough, and the first two not too long, whatever they say."""
    length, room = sum(map(pieces.size, parts[:2])), whole.size(index)
    if length > _LONGEST * room:
        return False
    return _long(length, room) or _long(sum(map(pieces.size, parts)), room)


def _long(length: int, room: int) -> bool:
    return 2 * length >= _ROOM * (length + room)

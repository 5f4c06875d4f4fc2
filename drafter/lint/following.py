"""References let follow their paragraphs after these were inserted, deleted or moved.

Given the draft before and after, says for each reference that nobody has rewritten since where the
paragraph that it meant now stands. What cannot be told is said, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from drafter import diff
from drafter.grammar.references import Cited, Reference, other_way, references, rewritten
from drafter.lint.draft import Draft, Stretch
from drafter.lint.findings import Finding, Fix, Level, Spot, Words
from drafter.lint.pointing import Key, key_of, own_number, places
from drafter.model import Resolution
from drafter.spans import Block

RULE = "internal-reference"
LEVEL: Level = "error"

Same = Mapping[Spot, Spot]  # where each paragraph of the old text stands in the new one


def follow(old: Resolution, new: Resolution, *, same: Same | None = None) -> tuple[Finding, ...]:
    """A finding for each reference of `new` that no longer says what it said in `old`.

    `same` says which paragraph became which; without it the two texts are compared. The fix is
    safe where every paragraph that was meant is still there.
    """
    before, after = Draft(old), Draft(new)
    holders = [s for s in before.stretches if s.placed and s.placed.part != "annex"]
    if not any(True for s in holders for _ in references(s.words)):
        return ()
    same = _same(before, after) if same is None else same
    return tuple(_Following(before, after, same).findings(holders))


def _same(before: Draft, after: Draft) -> Same:
    """Which paragraph of one draft is which of the other, by comparing them."""
    found: dict[Spot, Spot] = {}
    # Preamble and operative part are never taken for one another, nor points for paragraphs.
    for part in ("preamble", "operative"):
        for points in (False, True):
            old, new = _group(before, part, points=points), _group(after, part, points=points)
            found.update(_paired(old, new))
    return found


def _group(draft: Draft, part: str, *, points: bool) -> list[Stretch]:
    return [s for s in draft.paragraphs if s.spot.part == part and (len(s.spot.path) > 1) is points]


def _paired(old: list[Stretch], new: list[Stretch]) -> Iterator[tuple[Spot, Spot]]:
    changes = diff.compare([Block(s.words) for s in old], [Block(s.words) for s in new]).changes
    for change in changes:
        if change.new:
            # Of what was split the first piece stands for the whole; what was merged is one now.
            yield from ((old[i].spot, new[change.new[0]].spot) for i in change.old)


@dataclass(frozen=True, slots=True)
class _Target:
    """What one number of a reference named, and where that stands now."""

    cited: Cited
    key: Key | None  # in the new text; None: it is gone
    at: int  # its index in the new text


class _Following:
    """Both texts indexed, and which paragraph became which."""

    def __init__(self, before: Draft, after: Draft, same: Same) -> None:
        self.before, self.after, self.same = before, after, same
        self.old = {key: before.paragraphs[i] for i, key in places(before.paragraphs)}
        self.new = {after.paragraphs[i].spot: (i, key) for i, key in places(after.paragraphs)}
        self.stretches = {s.spot: s for s in after.stretches}
        self.order = {s.spot: i for i, s in enumerate(after.paragraphs)}
        self.old_order = [key for _, key in places(before.paragraphs) if not key[1]]
        self.new_order = [key for _, key in places(after.paragraphs) if not key[1]]

    def findings(self, holders: list[Stretch]) -> Iterator[Finding]:
        for holder in holders:
            spot = Spot(holder.spot.part, holder.spot.path)
            if not (there := self.same.get(spot)):
                continue
            stretch = self.stretches.get(Spot(there.part, there.path, holder.spot.closing))
            if stretch:
                for was, now in _kept(holder, stretch):
                    if finding := self.finding(holder, stretch, was, now):
                        yield finding

    def finding(
        self, holder: Stretch, stretch: Stretch, was: Reference, now: Reference
    ) -> Finding | None:
        """What to do with a reference of `stretch` that says what it said in `holder`."""
        olds = [self.old.get(key_of(cited, holder)) for cited in was.cited]
        if None in olds:
            return None  # it pointed nowhere: the rule itself says so
        targets = [
            self._target(cited, old) for cited, old in zip(now.cited, olds, strict=True) if old
        ]
        gone = [t for t in targets if t.key is None]
        if gone:
            said = _said(stretch.words, gone[0].cited)
            return _finding(stretch, now, f"{said}, which this cites, is no longer in the text")
        edits, sure = self._edits(stretch, targets)
        inside = self._ranges(was, targets)
        if way := self._way(stretch, now, targets):
            edits = None if way == "mixed" or edits is None else [*edits, (way, now)]
        if edits is None:
            return _finding(stretch, now, "what this cites stands elsewhere now: rewrite it")
        if not edits and inside:
            return None
        return self._mending(stretch, now, edits, safe=sure and inside)

    def _target(self, cited: Cited, old: Stretch) -> _Target:
        there = self.same.get(old.spot)
        at, key = self.new.get(there, (-1, None)) if there else (-1, None)
        return _Target(cited, key, at)

    def _edits(
        self, stretch: Stretch, targets: list[_Target]
    ) -> tuple[list[tuple[str, Cited | Reference]] | None, bool]:
        """What each number is to read now, None where the form would be another."""
        keys = [t.key for t in targets if t.key]
        plain = all(not key[1] for key in keys) and not any(t.cited.through for t in targets)
        if plain and len(keys) > 1:
            keys = sorted(keys, key=self.new_order.index)
        edits: list[tuple[str, Cited | Reference]] = []
        before = own_number(stretch)
        for target, (number, points) in zip(targets, keys, strict=True):
            printed = stretch.words[target.cited.start : target.cited.end]
            if not printed[:1].isdigit() and number != before:
                return None, False  # "and (c)" of a paragraph that it is no longer part of
            before = number
            wanted = rewritten(printed, number, points)
            if not wanted:
                return None, False
            if wanted != " ".join(printed.split()):
                edits.append((wanted, target.cited))
        return edits, True

    def _ranges(self, was: Reference, targets: list[_Target]) -> bool:
        """Whether every "3 to 5" still takes in what it took in, and nothing else."""
        for index, target in enumerate(targets):
            if not target.cited.through or not index:
                continue
            first, last = was.cited[index - 1], was.cited[index]
            ends = [(first.number, ()), (last.number, ())]
            if first.points or last.points or any(end not in self.old_order for end in ends):
                continue
            low, high = (self.old_order.index(end) for end in ends)
            meant = {
                self.new[there][1]
                for key in self.old_order[low : high + 1]
                if (there := self.same.get(self.old[key].spot)) and there in self.new
            }
            start, end = targets[index - 1].key, target.key
            if start not in self.new_order or end not in self.new_order:
                return False
            taken = self.new_order[self.new_order.index(start) : self.new_order.index(end) + 1]
            if set(taken) != meant:
                return False
        return True

    def _way(self, stretch: Stretch, now: Reference, targets: list[_Target]) -> str:
        """The word for the other side where everything cited stands there, "" where it is right."""
        here = self.order.get(Spot(stretch.spot.part, stretch.spot.path), -1)
        apart = [t for t in targets if t.key and t.key[0] != own_number(stretch)]
        if not now.way or not apart or stretch.spot.part != "operative":
            return ""
        right = [now.is_above == (t.at < here) for t in apart]
        if all(right):
            return ""
        return "mixed" if any(right) else other_way(now.way)

    def _mending(
        self,
        stretch: Stretch,
        now: Reference,
        edits: list[tuple[str, Cited | Reference]],
        *,
        safe: bool,
    ) -> Finding:
        pieces: list[Words] = []
        words, shift = stretch.words[now.start : now.end], now.start
        for wanted, where in sorted(edits, key=lambda e: e[1].end, reverse=True):
            start = where.end - len(now.way) if isinstance(where, Reference) else where.start
            pieces.append(stretch.edit(start, where.end, wanted))
            words = words[: start - shift] + wanted + words[where.end - shift :]
        said = stretch.words[now.start : now.end]
        if not pieces:
            return _finding(stretch, now, f"{said} takes in other paragraphs now: see that it may")
        about = f"write “{words}”"
        message = f"{about}: what “{said}” meant stands there now"
        return _finding(stretch, now, message, Fix(tuple(pieces), about, safe))


def _kept(holder: Stretch, stretch: Stretch) -> Iterator[tuple[Reference, Reference]]:
    """The references that stand in both as they stood, old and new."""
    old, new = list(references(holder.words)), list(references(stretch.words))
    said_old = [_whole(holder.words, r) for r in old]
    said_new = [_whole(stretch.words, r) for r in new]
    if len(old) == len(new):
        # One that was rewritten by hand is its drafter's affair.
        yield from (
            (o, n) for o, n, a, b in zip(old, new, said_old, said_new, strict=True) if a == b
        )
        return
    for block in SequenceMatcher(None, said_old, said_new, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            yield old[block.a + step], new[block.b + step]


def _whole(words: str, reference: Reference) -> str:
    return " ".join(words[reference.start : reference.end].split())


def _said(words: str, cited: Cited) -> str:
    printed = words[cited.start : cited.end]
    return f"paragraph {printed}" if printed[:1].isdigit() else f"point {printed}"


def _finding(
    stretch: Stretch, reference: Reference, message: str, fix: Fix | None = None
) -> Finding:
    return Finding(
        stretch.place,
        RULE,
        LEVEL,
        message,
        stretch.line,
        fix,
        stretch.spot,
        reference.start,
        reference.end,
    )

"""The edits that make one text of another, in words: what a careful editor would mark.

A marked stretch never begins or ends within a word, and the edits rebuild both texts exactly; the
marks are the fewest words, then tidied (`drafter.diff.tidy`). Knows texts, not blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from rapidfuzz.distance import Postfix, Prefix

from drafter.diff.changes import Edit, Op
from drafter.diff.sequences import Codes, matches
from drafter.diff.tidy import tidy
from drafter.spans import OBJECT, tokens

# One code point stands for each named object while texts are compared.
_FIRST_NAME, _NAMES = 0x100000, 0xFFFD
_NAMED = re.compile("[\U00100000-\U0010fffd]")

Pair = tuple[int, int, int, int]  # where equal text starts and ends, in the old and in the new


def edits(
    old: str, new: str, old_objects: Sequence[str] = (), new_objects: Sequence[str] = ()
) -> tuple[Edit, ...]:
    """The edits between `old` and `new`, deletions before insertions, neighbours joined.

    An OBJECT equals another when `old_objects` and `new_objects` call them alike.
    """
    if OBJECT in old and OBJECT in new and not _NAMED.search(old + new):
        names: dict[str, str] = {}
        one, other = _named(old, old_objects, names), _named(new, new_objects, names)
        return tuple(Edit(op, _NAMED.sub(OBJECT, text)) for op, text in _edits(one, other))
    return tuple(_edits(old, new))


def _named(text: str, objects: Sequence[str], names: dict[str, str]) -> str:
    """`text` with each OBJECT replaced by a code point that says which thing it is."""
    given = iter(objects)

    def name(_: re.Match[str]) -> str:
        return names.setdefault(next(given, ""), chr(_FIRST_NAME + len(names) % _NAMES))

    return re.sub(OBJECT, name, text)


def _edits(old: str, new: str) -> list[Edit]:
    if old == new:
        return [Edit("equal", old)] if old else []
    if not old or not new:
        return [Edit("delete", old) if old else Edit("insert", new)]
    return tidy(_script(old, new))


def _script(old: str, new: str) -> list[Edit]:
    """The edits between two texts that differ, before they are tidied.

    First what stands between spaces is compared, then words and marks inside what differs: most
    words need not be looked into.
    """
    head = old.rfind(" ", 0, Prefix.similarity(old, new)) + 1
    tail = Postfix.similarity(old[head:], new[head:])
    space = old.find(" ", len(old) - tail) if tail else -1
    tail = len(old) - space if space >= 0 else 0
    script = _Script(old, new)
    script.equal(head, head)
    one, other = old[head : len(old) - tail], new[head : len(new) - tail]
    words, others = one.split(" "), other.split(" ")
    starts = list(accumulate(map(len, words), _beyond_a_space, initial=head))
    theres = list(accumulate(map(len, others), _beyond_a_space, initial=head))
    for start, end, there, until in _common(words, starts, others, theres):
        script.differing(start, there, _finely)
        script.equal(end, until)
    script.differing(len(old) - tail, len(new) - tail, _finely)
    script.equal(len(old), len(new))
    return script.edits


def _beyond_a_space(start: int, length: int) -> int:
    return start + length + 1


def _common(
    words: Sequence[str], starts: Sequence[int], others: Sequence[str], theres: Sequence[int]
) -> Iterator[Pair]:
    """Where runs of `words`, which begin at `starts`, equal runs of `others`, at `theres`."""
    codes = Codes()
    for first, second, length in matches(codes.encode(words), codes.encode(others)):
        last, latter = first + length - 1, second + length - 1
        end, until = starts[last] + len(words[last]), theres[latter] + len(others[latter])
        yield starts[first], end, theres[second], until


def _finely(script: _Script, old: str, new: str) -> None:
    """Tell what differs between two equal words, by words and marks."""
    if not old or not new or (old.isalnum() and new.isalnum()):
        script.replace(old, new)
        return
    start, there = script.before, script.after
    words, starts = _words(old, start)
    others, theres = _words(new, there)
    codes = Codes()
    for first, second, length in matches(codes.encode(words), codes.encode(others)):
        for one, other in zip(
            range(first, first + length), range(second, second + length), strict=True
        ):
            script.differing(starts[one], theres[other], _Script.replace)
            script.equal(starts[one] + len(words[one]), theres[other] + len(words[one]))
    script.differing(start + len(old), there + len(new), _Script.replace)


def _words(text: str, start: int) -> tuple[list[str], list[int]]:
    """The tokens of `text` that are not space, and where they begin."""
    units = tokens(text)
    places = accumulate(map(len, units), initial=start)
    pairs = [
        (unit, place) for unit, place in zip(units, places, strict=False) if not unit.isspace()
    ]
    return [unit for unit, _ in pairs], [place for _, place in pairs]


class _Script:
    """Edits as they are found, from the start of two texts to their ends."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.before = self.after = 0  # how far both texts are told
        self.edits: list[Edit] = []

    def differing(self, end: int, until: int, tell: Callable[[_Script, str, str], None]) -> None:
        """Tell what comes before the next equal stretch: space shared at either end is equal."""
        old, new = self.old[self.before : end], self.new[self.after : until]
        if old == new:
            self.equal(end, until)
            return
        size = _shared_space(old, new)
        if size:
            self.equal(self.before + size, self.after + size)
            old, new = old[size:], new[size:]
        size = _shared_space(old[::-1], new[::-1])
        tell(self, old[: len(old) - size], new[: len(new) - size])
        self.equal(end, until)

    def replace(self, old: str, new: str) -> None:
        """Tell that `new` stands where `old` stood."""
        self.add("delete", old)
        self.add("insert", new)
        self.before += len(old)
        self.after += len(new)

    def equal(self, end: int, until: int) -> None:
        """Tell that what follows is equal, up to `end` in the old and `until` in the new text."""
        self.add("equal", self.old[self.before : end])
        self.before, self.after = end, until

    def add(self, op: Op, text: str) -> None:
        """Put one edit behind the others, joined with its like."""
        if text:
            if self.edits and self.edits[-1].op == op:
                text = self.edits.pop().text + text
            self.edits.append(Edit(op, text))


def _shared_space(old: str, new: str) -> int:
    """How much space both begin with, where it is the same."""
    size = len(old) - len(old.lstrip())
    return size if size and size == len(new) - len(new.lstrip()) and old[:size] == new[:size] else 0

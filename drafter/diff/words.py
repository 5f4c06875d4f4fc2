"""The edits that make one text of another, in words: what a careful editor would mark.

A marked stretch never begins or ends within a word, and the edits rebuild both texts exactly; the
marks are the fewest words, then tidied (`drafter.diff.tidy`). Knows texts, not blocks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Postfix, Prefix

from drafter.diff.changes import Edit
from drafter.diff.sequences import matches
from drafter.diff.tidy import tidy
from drafter.spans import OBJECT, tokens

# One code point stands for each named object while texts are compared.
_FIRST_NAME, _NAMES = 0x100000, 0xFFFD
# Beyond letters, digits and what joins them into one word, a mark to look at.
_MARK = re.compile(r"[^\w \-/]")
_NAMED = re.compile("[\U00100000-\U0010fffd]")


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
    words = old[head : len(old) - tail].split(" ")
    others = new[head : len(new) - tail].split(" ")
    script = _Script(old[:head])
    place = opposite = 0
    runs = matches(words, others)
    runs.append((len(words), len(others), 0))
    for start, there, length in runs:
        gone, come = " ".join(words[place:start]), " ".join(others[opposite:there])
        if place < start and opposite < there:
            # Both differ: the spaces on either side are equal.
            if place:
                script.pending += " "
            _finely(script, gone, come)
            if length:
                script.pending += " "
        elif place < start or opposite < there:
            # A lone stretch takes along the space behind it; at the end the one before it.
            lone = f"{gone}{come} " if length else f" {gone}{come}"
            if length and place:
                script.pending += " "
            gone, come = (lone, "") if place < start else ("", lone)
            script.replace(gone, come)
        elif place and length:
            script.pending += " "
        script.pending += " ".join(words[start : start + length])
        place, opposite = start + length, there + length
    script.pending += old[len(old) - tail :]
    return script.finished()


def _finely(script: _Script, old: str, new: str) -> None:
    """Tell what differs between two equal words, by words and marks."""
    if not (_MARK.search(old) or _MARK.search(new)):
        script.replace(old, new)
        return
    words, starts = _words(old)
    others, theres = _words(new)
    place = opposite = 0
    for first, second, length in matches(words, others):
        for one, other in zip(
            range(first, first + length), range(second, second + length), strict=True
        ):
            start, there, word = starts[one], theres[other], words[one]
            _between(script, old[place:start], new[opposite:there])
            script.pending += word
            place, opposite = start + len(word), there + len(word)
    _between(script, old[place:], new[opposite:])


def _words(text: str) -> tuple[list[str], list[int]]:
    """The tokens of `text` that are not space, and where they begin."""
    found: list[str] = []
    starts: list[int] = []
    place = 0
    for unit in tokens(text):
        if not unit.isspace():
            found.append(unit)
            starts.append(place)
        place += len(unit)
    return found, starts


def _between(script: _Script, old: str, new: str) -> None:
    """Tell what differs between two equal tokens: space that both share at an end is equal."""
    if old == new:
        script.pending += old
        return
    lead = _shared_space(old, new)
    script.pending += lead
    old, new = old[len(lead) :], new[len(lead) :]
    trail = _shared_space(old[::-1], new[::-1])[::-1]
    script.replace(old[: len(old) - len(trail)], new[: len(new) - len(trail)])
    script.pending += trail


def _shared_space(old: str, new: str) -> str:
    """The space with which both begin, where it is the same."""
    space = old[: len(old) - len(old.lstrip())]
    return space if space == new[: len(new) - len(new.lstrip())] else ""


class _Script:
    """Edits as they are found, from the start of two texts to their ends."""

    __slots__ = ("edits", "pending")

    def __init__(self, start: str) -> None:
        self.edits: list[Edit] = []
        self.pending = start  # equal text that is not yet told

    def replace(self, old: str, new: str) -> None:
        """Tell that `new` stands where `old` stood."""
        edits = self.edits
        if self.pending:
            edits.append(Edit("equal", self.pending))
            self.pending = ""
        # Between two spaces lies an empty word: what is told on both its sides is one.
        while edits and edits[-1][0] != "equal":
            op, text = edits.pop()
            old, new = (text + old, new) if op == "delete" else (old, text + new)
        if old:
            edits.append(Edit("delete", old))
        if new:
            edits.append(Edit("insert", new))

    def finished(self) -> list[Edit]:
        """All edits."""
        if self.pending:
            self.edits.append(Edit("equal", self.pending))
        return self.edits

"""The edits that make one text of another, in words: what a careful editor would mark.

A marked stretch never begins or ends within a word, and the edits rebuild both texts exactly; the
marks are the fewest words, then tidied (`drafter.diff.tidy`). Knows texts, not blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat

from rapidfuzz.distance import Postfix, Prefix

from drafter.diff.changes import Edit, Op
from drafter.diff.sequences import matches
from drafter.diff.tidy import SHARE, tidy
from drafter.spans import OBJECT, holds_ideographs, tokens

# One code point stands for each named object while texts are compared.
_FIRST_NAME, _NAMES, _LAST = 0x100000, 0xFFFD, 0x10FFFF
# Beyond letters, digits and what joins them into one word, a mark to look at.
_MARK = re.compile(r"[^\w \-/]")
_NAMED = re.compile("[\U00100000-\U0010fffd]")

_Told = tuple[Op, str]  # an Edit in the making


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


def _edits(old: str, new: str) -> Iterable[Edit]:
    if old == new:
        return [Edit("equal", old)] if old else []
    if not old or not new:
        return [Edit("delete", old) if old else Edit("insert", new)]
    if "\0" in old or "\0" in new:
        # Where items are compared a lone NUL is the same as an empty word.
        spare = next(char for char in map(chr, range(_LAST, 0, -1)) if char not in old + new)
        spared = _edits(old.replace("\0", spare), new.replace("\0", spare))
        return [Edit(op, text.replace(spare, "\0")) for op, text in spared]
    told, rough = _script(old, new)
    # Half of what calling Edit costs, and there may be a hundred thousand.
    script: Iterable[Edit] = map(tuple.__new__, repeat(Edit), told)
    return tidy(list(script)) if rough else script


def _script(old: str, new: str) -> tuple[list[_Told], bool]:
    """The edits between two texts that differ, and whether there may be anything to tidy.

    First what stands between spaces is compared, then words and marks inside what differs: most
    words need not be looked into.
    """
    head = old.rfind(" ", 0, Prefix.similarity(old, new)) + 1
    tail = min(Postfix.similarity(old, new), len(old) - head, len(new) - head)
    space = old.find(" ", len(old) - tail) if tail else -1
    tail = len(old) - space if space >= 0 else 0
    words = old[head : len(old) - tail].split(" ")
    others = new[head : len(new) - tail].split(" ")
    letters = old.isascii() and new.isascii()  # no character of which each is a word
    told: list[_Told] = []
    rough, scrap = False, 0.0  # how long a scrap beside the last replacement would be
    # Equal and not yet told are `lead` and the words from `run` to `place`.
    lead, run, place, opposite = old[:head], 0, 0, 0
    for start, there, length in matches(words, others):
        out, into = start - place, there - opposite
        if out or into:
            equal = lead + " ".join(words[run:place])
            # A lone stretch at the end takes along the space before it.
            if place and ((out and into) or length):
                equal += " "
            gone = words[place] if out == 1 else " ".join(words[place:start])
            come = others[opposite] if into == 1 else " ".join(others[opposite:there])
            if out and into:
                before, scrap = scrap, SHARE * max(len(gone), len(come))
                if len(equal) <= before and len(equal) <= scrap:
                    rough = True
                known, lead = len(told), ""
                plain = letters and gone.isalnum() and come.isalnum()
                if plain or not _marked(f"{gone} {come}"):
                    _replace(told, equal, gone, come)
                else:
                    lead = _finely(told, equal, gone, come)
                    rough = rough or len(told) > known + 3 or out + into > 2
                # The spaces on either side are equal.
                if length:
                    lead += " "
            else:
                # Elsewhere it takes the one behind it.
                rough = rough or out + into > 1 or not equal
                if out:
                    _replace(told, equal, f"{gone} " if length else f" {gone}", "")
                else:
                    _replace(told, equal, "", f"{come} " if length else f" {come}")
                lead = ""
            run = start
        place, opposite = start + length, there + length
    equal = lead + " ".join(words[run:place]) + old[len(old) - tail :]
    if equal:
        told.append(("equal", equal))
    return told, rough


def _marked(text: str) -> bool:
    """Whether `text` holds more than whole words between spaces."""
    return _MARK.search(text) is not None or holds_ideographs(text)


def _replace(told: list[_Told], equal: str, old: str, new: str) -> None:
    """Tell that after `equal`, `new` stands where `old` stood."""
    if equal:
        told.append(("equal", equal))
    else:
        # Between two spaces lies an empty word: what is told on both its sides is one.
        while told and told[-1][0] != "equal":
            op, text = told.pop()
            old, new = (text + old, new) if op == "delete" else (old, text + new)
    if old:
        told.append(("delete", old))
    if new:
        told.append(("insert", new))


def _finely(told: list[_Told], equal: str, old: str, new: str) -> str:
    """Tell after `equal` what differs between two texts by words and marks; what is equal last."""
    words, starts = _words(old)
    others, theres = _words(new)
    place = opposite = 0
    for first, second, length in matches(words, others):
        if not length:
            continue
        # Where the spaces between them are equal too, many equal words are one stretch.
        last, end = first + length - 1, second + length - 1
        whole = old[starts[first] : starts[last] + len(words[last])]
        if whole == new[theres[second] : theres[end] + len(words[last])]:
            run: Iterable[tuple[int, int, str]] = ((starts[first], theres[second], whole),)
        else:
            run = zip(
                starts[first : last + 1],
                theres[second : end + 1],
                words[first : last + 1],
                strict=True,
            )
        for start, there, text in run:
            if place < start or opposite < there:
                equal = _between(told, equal, old[place:start], new[opposite:there])
            equal += text
            place, opposite = start + len(text), there + len(text)
    return _between(told, equal, old[place:], new[opposite:])


def _words(text: str) -> tuple[list[str], list[int]]:
    """The tokens of `text` that are not space, and where they begin."""
    units = tokens(text)
    starts = accumulate(map(len, units), initial=0)
    found = [
        (unit, start) for unit, start in zip(units, starts, strict=False) if not unit.isspace()
    ]
    return [unit for unit, _ in found], [start for _, start in found]


def _between(told: list[_Told], equal: str, old: str, new: str) -> str:
    """Tell what differs between two equal words: space that both share at an end is equal."""
    if old == new:
        return equal + old
    if old and new:
        lead = _shared_space(old, new)
        old, new = old[len(lead) :], new[len(lead) :]
        trail = _shared_space(old[::-1], new[::-1])[::-1]
        _replace(told, equal + lead, old[: len(old) - len(trail)], new[: len(new) - len(trail)])
        return trail
    _replace(told, equal, old, new)
    return ""


def _shared_space(old: str, new: str) -> str:
    """The space with which both begin, where it is the same."""
    space = old[: len(old) - len(old.lstrip())]
    return space if space == new[: len(new) - len(new.lstrip())] else ""

"""Footnote calls: which digits in a text are calls, decided by the notes that need one (OCR-6).

A digit is a call only when a note of that label exists here and its call is otherwise missing; the
calls together must stand in ascending order. Nothing else about the text is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.formats.official.markup import tidy
from drafter.model import Call, Inline, Inlines, Text

CERTAIN = 20.0
_DIGITS = re.compile(
    r"(?P<space>[ \u00a0]{1,2}|(?<![\d/$€£–-]))(?P<digits>\d{1,3})(?![\d/%–]|-\w|[.,]\d)"
)
_AFTER_YEAR = re.compile(r"\b(?:19|20)\d\d(?P<space>)(?P<digits>\d{1,3})\b")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s*$")
_WORD_AFTER = re.compile(r"\s*([^\W\d_]+)")
# Words after which a number counts or names something.
_NUMBERED = frozenset(
    """
    article articles paragraph paragraphs para paras chapter chapters section sections rule rules
    no nos vol vols goal goals target targets page pages part parts item items resolution
    resolutions decision decisions of from to on between by at than least about over since until
    till after before some nearly only every within in the another and or group least first next
    last past number table figure step phase version level grade category class appendix regulation
    regulations principle principles recommendation recommendations schedule type covid additional
    """.split()  # noqa: SIM905
)
_UNITS = frozenset(
    """
    january february march april may june july august september october november december per
    million billion percent years year months month days day weeks hours countries states members
    times and meetings sessions dollars euros km kilometres metres tons degrees or to
    """.split()  # noqa: SIM905
)
_MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    """.split()  # noqa: SIM905
)


_JOINING = frozenset({"and", "or", "to"})
# "Add.1", "vol. 3", "No. 5", "28.3": the number belongs to what stands before the point.
_POINTED = re.compile(
    r"(?:\d|/[A-Za-z-]+|\b(?:[A-Z]+|[Nn]os?|vols?|paras?|arts?|chap|sect|p|pp))\.\s?$"
)
_COUNTED = re.compile(r"(?:^|[^\d/])(?:\d{1,3}|\d{5,})\s*,$")
_NUMBER = re.compile(r"\d+(?![\w/])")
_TOKEN_BEFORE = re.compile(r"(?:([^\W\d_]+) )?([\w./-]*)$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits that may be a call."""

    where: tuple[int, int]  # which content, which inline in it
    start: int  # in the inline's text, with the space before
    end: int
    label: str
    weight: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Contents with every call found, and what was done to find them."""

    contents: list[Inlines]
    mended: tuple[tuple[int, str], ...] = ()  # which content, and what was mended
    missing: tuple[str, ...] = ()  # labels of notes whose call is lost


def place(contents: list[Inlines], labels: list[str]) -> Placed:
    """`contents` with the calls that `labels` (of the notes, in order) still need."""
    numbers = sorted({int(label) for label in labels if label.isdigit()})
    chosen = _chain(_candidates(contents, set(numbers)), numbers)
    found = {candidate.label for candidate in chosen}
    extra = _misread(contents, numbers, chosen)
    found |= {label for _, label in extra}
    picked = [(c, c.label) for c in chosen if c.weight < CERTAIN] + extra
    changed = _replaced(contents, picked)
    mended = tuple((c.where[0], _said(c, label)) for c, label in picked)
    certain = {i.label for content in contents for i in content if isinstance(i, Call)}
    missing = tuple(label for label in labels if label not in found | certain)
    return Placed(changed, mended, missing)


def printed(contents: list[Inlines], labels: list[str]) -> Placed:
    """`contents` as they are, for a source whose calls are certain; what has no call is missing."""
    certain = {i.label for content in contents for i in content if isinstance(i, Call)}
    return Placed(contents, (), tuple(label for label in labels if label not in certain))


def _said(candidate: Candidate, label: str) -> str:
    if candidate.label == label:
        return f"footnote call {label} was plain digits"
    return f'footnote call {label} was printed "{candidate.label}"'


def _candidates(contents: list[Inlines], wanted: set[int]) -> list[Candidate]:
    """Everything that may be a call of a wanted label, in reading order."""
    found: list[Candidate] = []
    if not wanted:
        return found
    tokens = _tokens(contents)
    for which, content in enumerate(contents):
        for index, inline in enumerate(content):
            where = (which, index)
            if isinstance(inline, Call):
                if inline.label.isdigit() and int(inline.label) in wanted:
                    found.append(Candidate(where, 0, 0, inline.label, CERTAIN))
            elif isinstance(inline, Text):
                some = [c for c in _in_text(inline.text, where) if int(c.label) in wanted]
                some += _grown(inline.text, where, wanted, tokens)
                found.extend(sorted(some, key=lambda c: c.start))
    return found


def _tokens(contents: list[Inlines]) -> set[str]:
    """What ends in a digit in the text, by itself or with the word before: "Agenda 21"."""
    found = {"Agenda 21"}
    for content in contents:
        for inline in content:
            if isinstance(inline, Text):
                found.update(name for name, _ in _numbers(inline.text))
    return found


def _numbers(text: str) -> Iterator[tuple[str, int]]:
    """Each number in `text` with what it is attached to, and where it ends."""
    for match in _NUMBER.finditer(text):
        attached = _TOKEN_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
        word, head = (attached[1], attached[2]) if attached else (None, "")
        name = head + match[0]
        named = word and word[0].isupper() and not head
        yield (f"{word} {name}" if named else name), match.end()


def _grown(
    text: str, where: tuple[int, int], wanted: set[int], tokens: set[str]
) -> list[Candidate]:
    """Calls glued to a number that stands elsewhere without them: "resolution 77/2285"."""
    found = []
    for name, end in _numbers(text):
        if name.isdigit():
            continue  # a number by itself says nothing
        for size in (1, 2):
            digits, short = name[-size:], name[:-size]
            if not (digits.isdigit() and short[-1:].isdigit() and digits[0] != "0"):
                continue
            if int(digits) in wanted and short in tokens:
                found.append(Candidate(where, end - size, end, digits, 1.4))
    return found


def _in_text(text: str, where: tuple[int, int]) -> list[Candidate]:
    found = []
    for pattern in (_DIGITS, _AFTER_YEAR):
        for match in pattern.finditer(text):
            weight = _weight(text, match.start("space"), match.start("digits"), match.end())
            if pattern is _AFTER_YEAR:
                weight = 1.5
            if weight > 0 and not match["digits"].startswith("0"):
                start = match.start("space")
                found.append(Candidate(where, start, match.end(), match["digits"], weight))
    return sorted(found, key=lambda c: c.start)


def _weight(text: str, start: int, digits: int, end: int) -> float:
    """How much the digits at `digits` look like a call: 0 for not at all."""
    if start == 0:
        return 0.5 if digits == 0 and end < len(text) and text[end] in " ,;" else 0.0
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    word_after = _WORD_AFTER.match(after)
    low_after = word_after[1].lower() if word_after else ""
    if low_after in _MONTHS:
        return 0.0
    last = before[-1]
    if last in ",;:.)”\"’'»]":
        if last == "." and _POINTED.search(before):
            return 0.0
        if last == "," and _COUNTED.search(before):
            return 0.6
        return 3.0 if start == digits else 2.8
    if last.isalpha():
        word = _WORD_BEFORE.search(before)
        numbered = bool(word and word[1].lower() in _NUMBERED)
        if start == digits:
            return 2.9 if last.islower() and not numbered else 1.0
        if low_after in _UNITS - _JOINING:
            return 0.0
        if numbered and word and word[1][0].isupper():
            return 0.4  # "the Sustainable Development Goals 5 and", but also "Goal 5 and"
        if numbered:
            return 0.0
        return 1.6 if not low_after or low_after in {"and", "of", "in", "to"} else 1.2
    if last.isdigit() and start < digits:
        year = re.search(r"\b(?:19|20)\d\d$", before)
        return 1.5 if year and low_after not in _UNITS - _JOINING else 0.0
    return 0.0


def _chain(candidates: list[Candidate], numbers: list[int]) -> list[Candidate]:
    """The heaviest choice of candidates whose labels ascend with their places."""
    rank = {number: at for at, number in enumerate(numbers, start=1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(numbers) + 1)  # a Fenwick tree of maxima
    total: list[float] = []
    previous: list[int] = []
    for index, candidate in enumerate(candidates):
        at = rank[int(candidate.label)]
        weight, before = _highest(best, at - 1)
        total.append(weight + candidate.weight)
        previous.append(before)
        _raise(best, at, (total[-1], index))
    chosen: list[Candidate] = []
    at = _highest(best, len(numbers))[1]
    while at >= 0:
        chosen.append(candidates[at])
        at = previous[at]
    return chosen[::-1]


def _highest(tree: list[tuple[float, int]], at: int) -> tuple[float, int]:
    found = (0.0, -1)
    while at > 0:
        if tree[at][0] > found[0]:
            found = tree[at]
        at -= at & -at
    return found


def _raise(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        if value[0] > tree[at][0]:
            tree[at] = value
        at += at & -at


def _misread(
    contents: list[Inlines], numbers: list[int], chosen: list[Candidate]
) -> list[tuple[Candidate, str]]:
    """Calls that lost a digit: "6" where 26 is due, between the calls 25 and 27."""
    placed = {int(c.label): (c.where, c.start) for c in chosen}
    found = []
    for number in numbers:
        if number in placed or number < 10:
            continue
        low = max((placed[n] for n in placed if n < number), default=((-1, 0), 0))
        high = min((placed[n] for n in placed if n > number), default=None)
        if high is None:
            continue
        for candidate in _between(contents, low, high):
            label, printed = str(number), candidate.label
            part = label.endswith(printed) or label.startswith(printed)
            if candidate.weight > 1 and label != printed and part:
                found.append((candidate, label))
                break
    return found


_Spot = tuple[tuple[int, int], int]


def _between(contents: list[Inlines], low: _Spot, high: _Spot) -> list[Candidate]:
    """The candidates after the place `low` and before `high`."""
    found = []
    for which in range(max(0, low[0][0]), high[0][0] + 1):
        for index, inline in enumerate(contents[which]):
            if isinstance(inline, Text):
                for candidate in _in_text(inline.text, (which, index)):
                    if low < (candidate.where, candidate.start) < high:
                        found.append(candidate)
    return found


def _replaced(contents: list[Inlines], picked: list[tuple[Candidate, str]]) -> list[Inlines]:
    """`contents` with the picked digits made calls."""
    by_inline: dict[tuple[int, int], list[tuple[Candidate, str]]] = {}
    for candidate, label in picked:
        by_inline.setdefault(candidate.where, []).append((candidate, label))
    changed = list(contents)
    for which in {where[0] for where in by_inline}:
        made: list[Inline] = []
        for index, inline in enumerate(contents[which]):
            calls = by_inline.get((which, index))
            made.extend(_with_calls(inline, calls) if calls else (inline,))
        changed[which] = tidy(made)
    return changed


def _with_calls(inline: Inline, calls: list[tuple[Candidate, str]]) -> list[Inline]:
    assert isinstance(inline, Text)  # noqa: S101 - candidates are found in texts only
    made: list[Inline] = []
    at = 0
    for candidate, label in sorted(calls, key=lambda pair: pair[0].start):
        made.append(Text(inline.text[at : candidate.start], inline.italic, inline.bold))
        made.append(Call(label))
        at = candidate.end
    made.append(Text(_glued(inline.text[at:]), inline.italic, inline.bold))
    return made


def _glued(text: str) -> str:
    """`text` after a call: no space before a comma that the call had pushed away."""
    stripped = text.lstrip(" ")
    return stripped if stripped[:1] in {",", ";"} else text

"""Emphasis in inline Markdown: which runs of asterisks and underscores pair up, by CommonMark.

Section 6.2 of the specification and the algorithm in its appendix; a property test holds it to
markdown-it, whose loading and running took a third of a comparison. Knows no other token.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple


class Part(NamedTuple):
    """A stretch of the source: words or a token, and the emphasis it stands in."""

    kind: str  # "text", or the name of the group that found the token
    text: str
    italic: bool
    bold: bool


class _Run:
    """One run of signs; what does not pair up stays text."""

    __slots__ = ("closed", "closes", "left", "number", "opened", "opens", "size", "source")

    def __init__(self, source: str, number: int, before: str, after: str) -> None:
        self.source, self.number = source, number
        self.size = self.left = len(source)
        self.opened: list[int] = []  # how many signs each pair takes: 1 italic, 2 bold
        self.closed: list[int] = []
        left = _flanks(before, after)
        right = _flanks(after, before)
        if source[0] == "*":
            self.opens, self.closes = left, right
        else:
            # Underscores inside a word are part of it.
            self.opens = left and (not right or is_punctuation(before))
            self.closes = right and (not left or is_punctuation(after))

    def may_close(self, opener: _Run) -> bool:
        """Whether the two can be a pair: the same sign, and the rule of three."""
        if self.source[0] != opener.source[0]:
            return False
        either = opener.closes or self.opens
        odd = (opener.size + self.size) % 3 == 0 and opener.size % 3 != 0
        return not (either and odd)


def emphasized(source: str, token: re.Pattern[str]) -> Iterator[Part]:
    """The words and tokens of `source` in order, each with the emphasis it stands in.

    `token` finds what is not words; its group "emphasis" is a run of signs.
    """
    parts: list[tuple[str, str] | _Run] = []
    runs: list[_Run] = []
    at = 0
    for found in token.finditer(source):
        if at < found.start():
            parts.append(("text", source[at : found.start()]))
        at = found.end()
        kind = found.lastgroup or ""
        if kind == "emphasis":
            before = source[found.start() - 1] if found.start() else " "
            run = _Run(found[0], len(runs), before, source[at : at + 1] or " ")
            runs.append(run)
            parts.append(run)
        else:
            parts.append((kind, found[0]))
    if at < len(source):
        parts.append(("text", source[at:]))
    _pair(runs)
    return _told(parts)


def is_punctuation(char: str) -> bool:
    """Whether `char` is punctuation for CommonMark's flanking rule, symbols included."""
    return unicodedata.category(char)[0] in "PS"


def _flanks(outside: str, inside: str) -> bool:
    """Whether signs between two characters are the edge of the text that `inside` belongs to."""
    if _is_space(inside):
        return False
    return not is_punctuation(inside) or _is_space(outside) or is_punctuation(outside)


def _is_space(char: str) -> bool:
    return char in "\t\n\f\v\r " or unicodedata.category(char) == "Zs"


def _pair(runs: list[_Run]) -> None:
    """Give each run that closes emphasis the nearest that opens it."""
    waiting: list[_Run] = []  # those that may still open, in order
    # Where looking back failed once it would fail again: time stays linear.
    failed: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        key = (run.source[0], run.opens, run.size % 3)
        while run.closes and run.left:
            place = len(waiting) - 1
            lowest = failed.get(key, -1)
            while place >= 0 and waiting[place].number > lowest:
                if run.may_close(waiting[place]):
                    break
                place -= 1
            else:
                failed[key] = waiting[-1].number if waiting else -1
                break
            opener = waiting[place]
            signs = 2 if run.left >= 2 and opener.left >= 2 else 1
            opener.opened.append(signs)
            run.closed.append(signs)
            opener.left -= signs
            run.left -= signs
            del waiting[place + bool(opener.left) :]
        if run.opens and run.left:
            waiting.append(run)


def _told(parts: list[tuple[str, str] | _Run]) -> Iterator[Part]:
    depth = [0, 0, 0]  # italic and bold at 1 and 2
    for part in parts:
        if isinstance(part, _Run):
            for signs in part.closed:
                depth[signs] -= 1
            if part.left:
                yield Part("text", part.source[: part.left], depth[1] > 0, depth[2] > 0)
            for signs in part.opened:
                depth[signs] += 1
        else:
            yield Part(*part, depth[1] > 0, depth[2] > 0)

"""Stepping over the words of an opening: its adverbs, its head, and what is italic after it.

A cursor stands among the first words of a paragraph; each step moves it over what it names, or not
at all. What the words mean, and whether they open anything, is said in `openings`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Literal

from drafter.grammar import opening_words

Part = Literal["preambular", "operative"]

# No opening is longer than 14 words; that bounds the work on a long paragraph.
_WORD = r"[^\W\d_]+(?:[-’'][^\W\d_]+)*"
_WORDS = re.compile(_WORD)
_BEGINNING = re.compile(rf"(?:{_WORD}[ \u00a0\n\t]*){{1,14}}")


def words_of(text: str) -> tuple[str, ...]:
    """The first words of `text`, in lower case, up to anything that is no word and no space."""
    beginning = _BEGINNING.match(text)
    if not beginning:
        return ()
    words = _WORDS.findall(beginning[0])
    return tuple([word.lower().replace("’", "'") for word in words])


def printed(text: str, count: int) -> str:
    """The first `count` words of `text`, as printed."""
    *_, last = islice(_WORDS.finditer(text), count)
    return text[: last.end()]


class Cursor:
    """A place among the words; each step moves it over what it names."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words  # in lower case
        self.at = 0
        self.adverb = ""
        self.key: list[str] = []  # the words but for also and further

    def low(self, ahead: int = 0) -> str:
        """The word `ahead` of the cursor in lower case, "" past the last."""
        at = self.at + ahead
        return self.words[at] if at < len(self.words) else ""

    @property
    def last(self) -> str:
        """The word just stepped over, in lower case."""
        return self.words[self.at - 1]

    def phrase(self, length: int) -> tuple[str, ...]:
        """The next `length` words, or () when there are fewer."""
        found = self.words[self.at : self.at + length]
        return found if len(found) == length else ()

    def take(self, count: int = 1) -> None:
        """Step over `count` words."""
        for word in self.words[self.at : self.at + count]:
            if word in opening_words.SUCCESSION and not self.adverb:
                self.adverb = word
            else:
                self.key.append(word)
        self.at = min(self.at + count, len(self.words))


def step_head(cursor: Cursor, heads: dict[tuple[str, ...], str]) -> str | None:
    """Step over the adverbs before the head, and the head; its kind, or None."""
    for _ in range(4):
        if kind := _head_here(cursor, heads):
            return kind
        if cursor.low() in opening_words.BEFORE or cursor.low().endswith("ly"):
            cursor.take()
        else:
            return None
    return None


def _head_here(cursor: Cursor, heads: dict[tuple[str, ...], str]) -> str | None:
    if cursor.low() in {"having", "has"} and (kind := _perfect(cursor)):
        return kind
    if cursor.low() == "calls" and cursor.phrase(4)[1:] in _CALLS_ONCE_AGAIN:
        cursor.take(4)
        return "strong directive"
    for length in (4, 3, 2, 1):
        if kind := heads.get(cursor.phrase(length)):
            cursor.take(length)
            return kind
    if kind := _split_head(cursor, heads):
        return kind
    return None


_CALLS_ONCE_AGAIN = {
    (*when, preposition)
    for when in (("once", "again"), ("once", "more"))
    for preposition in ("upon", "for")
}
_IRREGULAR = opening_words.listed(
    "heard met held begun undertaken taken given seen found noted read"
)


def _perfect(cursor: Cursor) -> str | None:
    """Step over "Having (also) considered (further)"."""
    ahead = 2 if cursor.low(1) in {"also", "further", "now"} or cursor.low(1).endswith("ly") else 1
    verb = cursor.low(ahead)
    if not (verb.endswith("ed") or verb in _IRREGULAR):
        return None
    cursor.take(ahead + 1)
    return "perfect"


def _split_head(cursor: Cursor, heads: dict[tuple[str, ...], str]) -> str | None:
    """Step over a head of several words that an adverb parts: "Bearing also in mind"."""
    if cursor.low(1) not in {"also", "further"}:
        return None
    for length in (3, 2):
        phrase = cursor.phrase(length + 1)
        if phrase and (kind := heads.get((phrase[0], *phrase[2:]))):
            cursor.take(length + 1)
            return kind
    return None


def step_after_head(cursor: Cursor, heads: dict[tuple[str, ...], str], part: Part) -> None:
    """Step over what belongs to the italics after the head."""
    _state(cursor)
    step_succession(cursor, part)
    _second_head(cursor, heads)
    _phrase(cursor, opening_words.AFTER)
    _own(cursor)
    step_with(cursor)
    _phrase(cursor, opening_words.AFTER)
    step_succession(cursor, part)


def _phrase(cursor: Cursor, phrases: tuple[str, ...]) -> None:
    """Step over whichever of `phrases` stands here."""
    for words in _by_first(phrases).get(cursor.low(), ()):
        if cursor.phrase(len(words)) == words:
            cursor.take(len(words))
            return


@cache
def _by_first(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """The words of each phrase, in order, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def _state(cursor: Cursor) -> None:
    """Step over the state after "Remains": "Remains deeply concerned"."""
    if cursor.last not in opening_words.STATES_AFTER:
        if cursor.last in {"continues", "continuing"}:
            _infinitive(cursor)
        return
    ahead = 1 if cursor.low().endswith("ly") else 0
    if cursor.low(ahead) in _states():
        cursor.take(ahead + 1)


def _infinitive(cursor: Cursor) -> None:
    """Step over "to encourage" after "Continues", and over "to be concerned"."""
    if cursor.low() == "to" and cursor.low(1).isalpha() and cursor.low(1):
        cursor.take(3 if cursor.low(1) == "be" else 2)


@cache
def _states() -> frozenset[str]:
    groups = opening_words.PREAMBULAR
    return frozenset((groups["state"] + "/" + groups["quality"]).replace("/", " ").split())


# What follows "further" when it is the adverb of R-ALSO-1 and not an adjective ("further efforts").
_DETERMINERS = opening_words.listed("""
        the that its to all upon with a an of by in on those this these resolution
        resolutions general
    """)
_NOUN_ENDINGS = ("s", "tion", "ment", "ing", "ance", "ence")


def step_succession(cursor: Cursor, part: Part) -> None:
    """Step over also or further behind the head (R-ALSO-4)."""
    if cursor.adverb:
        return
    word = cursor.low()
    if word == "also" or (word == "further" and _is_adverb(cursor.low(1), part)):
        cursor.take()


def _is_adverb(after: str, part: Part) -> bool:
    """Whether "further" before `after` is no adjective, as it is in "further efforts"."""
    if after in _DETERMINERS or not after:
        return True
    return part == "preambular" and not after.endswith(_NOUN_ENDINGS)


def _second_head(cursor: Cursor, heads: dict[tuple[str, ...], str]) -> None:
    """Step over the second of two verbs: "Welcomes and encourages"."""
    if cursor.low() != "and":
        return
    before = cursor.last
    ahead = 2 if cursor.low(1).endswith("ly") else 1
    for length in (2, 1):
        phrase = cursor.phrase(ahead + length)[ahead:]
        if phrase in heads and phrase[0][-1] == before[-1]:
            cursor.take(ahead + length)
            return


def step_with(cursor: Cursor) -> None:
    """Step over "with (great) concern"."""
    if cursor.low() != "with":
        return
    for ahead in (1, 2, 3, 4):
        if cursor.low(ahead) in opening_words.WITH_NOUNS:
            cursor.take(ahead + 1)
            if cursor.low() == "and" and cursor.low(1) in opening_words.WITH_NOUNS:
                cursor.take(2)
            return
        if cursor.low(ahead) not in opening_words.OWN_ADJECTIVES | opening_words.OWNERS:
            return


def _own(cursor: Cursor) -> None:
    """Step over "its (deep) concern" after a verb that takes it along."""
    verb = cursor.last
    if verb in {"also", "further"} and cursor.at > 1:
        verb = cursor.words[cursor.at - 2]
    if not verb.startswith(opening_words.OWNING):
        return
    expresses = verb.startswith(("express", "extend"))
    ahead = (
        1 if cursor.low() == "its" or (expresses and cursor.low() in opening_words.OWNERS) else 0
    )
    if not (ahead or expresses or _deep(cursor)):
        return
    while cursor.low(ahead) in opening_words.OWN_ADJECTIVES or (
        cursor.low(ahead) == "and" and cursor.low(ahead + 1) in opening_words.OWN_ADJECTIVES
    ):
        ahead += 1
    noun = cursor.low(ahead)
    if noun in opening_words.OWN_NOUNS and (expresses or noun not in opening_words.ONLY_EXPRESSED):
        cursor.take(ahead + 1)
        if noun in {"call", "calls"} and cursor.low() in {"upon", "for"}:
            cursor.take()


def _deep(cursor: Cursor) -> bool:
    """Whether "deep concern" follows without "its": "Reiterating deep concern"."""
    return cursor.low() in opening_words.OWN_ADJECTIVES and cursor.low(1) in opening_words.OWN_NOUNS

"""Openings: the words that begin a paragraph and stand in italics (R-OPEN-1, R-OP-1, R-OPEN-5).

`find` says which words these are from the words alone, so a text that lost its italics gets them
back. The words are data (`opening_words`); this module must never look at formatting or layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Literal

from drafter.grammar import opening_words

Part = Literal["preambular", "operative"]

UNKNOWN = "unknown"  # the kind of an opening that only looks like one

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MOST_WORDS = 14  # no opening is longer; bounds the work on a long paragraph


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of a paragraph."""

    text: str  # as printed, what is to be italic: "Recalling also", "Also urges"
    verb: str  # without also and further, capitalised: "Recalling", "Noting with concern", "Urges"
    adverb: str  # "also", "further" or ""
    part: Part
    strength: int | None  # 0 (neutral) to 5 (constitutive) in the operative part
    kind: str  # the group in `opening_words`, or UNKNOWN


def find(text: str, part: Part | None = None, language: str = "en") -> Opening | None:
    """The opening at the very start of `text`, or None where there is none.

    `part` None means either. A verb that the tables do not know counts when it has the form that
    its part asks for ("Sequencing", "Defers"): its kind is then UNKNOWN.
    """
    words = tuple(_words(text))
    if not words or not words[0].text[0].isupper():
        return None
    parts: tuple[Part, ...] = (part,) if part else ("preambular", "operative")
    tables = _tables(language)
    for each in parts:
        if found := _known(text, words, each, tables):
            return found
    if language != "en":
        return None
    for each in parts:
        if found := _guessed(words, each):
            return found
    return None


def is_known(text: str, part: Part | None = None, language: str = "en") -> bool:
    """Whether `text` begins with an opening that the tables know."""
    opening = find(text, part, language)
    return opening is not None and opening.kind != UNKNOWN


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    low: str
    end: int


def _words(text: str) -> Iterator[_Word]:
    """The first words of `text` up to anything that is no word and no space."""
    at = 0
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, at)
        if not match:
            return
        yield _Word(match[0], match[0].lower().replace("’", "'"), match.end())
        at = match.end()
        while at < len(text) and text[at] in " \u00a0\n\t":
            at += 1


@dataclass(frozen=True, slots=True)
class _Tables:
    """One language's words, ready for looking up."""

    words: ModuleType
    heads: dict[Part, dict[tuple[str, ...], str]]


@cache
def _tables(language: str) -> _Tables:
    words = opening_words
    if language in {"fr", "es"}:
        from importlib import import_module

        words = import_module(f"drafter.grammar.opening_words_{language}")
    return _Tables(
        words,
        {"preambular": _heads(words.PREAMBULAR), "operative": _heads(words.OPERATIVE)},
    )


def _heads(groups: dict[str, str]) -> dict[tuple[str, ...], str]:
    return {
        tuple(head.split()): kind for kind, heads in groups.items() for head in heads.split("/")
    }


class _Cursor:
    """A place among the words; each step moves it over what it names."""

    def __init__(self, words: tuple[_Word, ...]) -> None:
        self.words = words
        self.at = 0
        self.adverb = ""
        self.key: list[str] = []  # the words but for also and further

    def low(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.words[at].low if at < len(self.words) else ""

    def phrase(self, length: int) -> tuple[str, ...]:
        """The next `length` words, or () when there are fewer."""
        found = tuple(word.low for word in self.words[self.at : self.at + length])
        return found if len(found) == length else ()

    def take(self, count: int = 1) -> None:
        for word in self.words[self.at : self.at + count]:
            if word.low in opening_words.SUCCESSION and not self.adverb:
                self.adverb = word.low
            else:
                self.key.append(word.low)
        self.at = min(self.at + count, len(self.words))


def _known(text: str, words: tuple[_Word, ...], part: Part, tables: _Tables) -> Opening | None:
    cursor = _Cursor(words)
    heads = tables.heads[part]
    kind = _head(cursor, heads, tables.words)
    if kind is None:
        return None
    _after_head(cursor, heads, part, tables.words)
    return _opening(text, cursor, part, kind)


def _opening(text: str, cursor: _Cursor, part: Part, kind: str) -> Opening:
    printed = text[: cursor.words[cursor.at - 1].end]
    verb = " ".join(cursor.key)
    strength = opening_words.STRENGTH.get(kind) if part == "operative" else None
    return Opening(printed, verb[:1].upper() + verb[1:], cursor.adverb, part, strength, kind)


def _head(cursor: _Cursor, heads: dict[tuple[str, ...], str], data: ModuleType) -> str | None:
    """Step over the adverbs before the head, and the head; its kind, or None."""
    for _ in range(4):
        if kind := _head_here(cursor, heads):
            return kind
        if cursor.low() in data.BEFORE or cursor.low().endswith("ly"):
            cursor.take()
        else:
            return None
    return None


def _head_here(cursor: _Cursor, heads: dict[tuple[str, ...], str]) -> str | None:
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


def _perfect(cursor: _Cursor) -> str | None:
    """Step over "Having (also) considered (further)"."""
    ahead = 2 if cursor.low(1) in {"also", "further", "now"} or cursor.low(1).endswith("ly") else 1
    verb = cursor.low(ahead)
    if not (verb.endswith("ed") or verb in _IRREGULAR):
        return None
    cursor.take(ahead + 1)
    return "perfect"


def _split_head(cursor: _Cursor, heads: dict[tuple[str, ...], str]) -> str | None:
    """Step over a head of several words that an adverb parts: "Bearing also in mind"."""
    if cursor.low(1) not in {"also", "further"}:
        return None
    for length in (3, 2):
        phrase = cursor.phrase(length + 1)
        if phrase and (kind := heads.get((phrase[0], *phrase[2:]))):
            cursor.take(length + 1)
            return kind
    return None


def _after_head(
    cursor: _Cursor, heads: dict[tuple[str, ...], str], part: Part, data: ModuleType
) -> None:
    """Step over what belongs to the italics after the head."""
    _state(cursor, data)
    _succession(cursor, part)
    _marked(cursor, data)
    _second_head(cursor, heads)
    _phrase(cursor, data.AFTER)
    _own(cursor, data)
    _with(cursor, data)
    _phrase(cursor, data.AFTER)
    _succession(cursor, part)


def _marked(cursor: _Cursor, data: ModuleType) -> None:
    """Step over the word for also or further in a language that has it behind the head."""
    for phrase in data.SUCCESSION_PHRASES:
        words = tuple(phrase.split())
        if not cursor.adverb and cursor.phrase(len(words)) == words:
            cursor.at += len(words)
            cursor.adverb = phrase
            return


def _phrase(cursor: _Cursor, phrases: tuple[str, ...]) -> None:
    """Step over whichever of `phrases` stands here."""
    for phrase in phrases:
        words = tuple(phrase.split())
        if cursor.phrase(len(words)) == words:
            cursor.take(len(words))
            return


def _state(cursor: _Cursor, data: ModuleType) -> None:
    """Step over the state after "Remains": "Remains deeply concerned"."""
    if cursor.words[cursor.at - 1].low not in data.STATES_AFTER:
        if cursor.words[cursor.at - 1].low in {"continues", "continuing"}:
            _infinitive(cursor)
        return
    ahead = 1 if cursor.low().endswith("ly") else 0
    if cursor.low(ahead) in _states():
        cursor.take(ahead + 1)


def _infinitive(cursor: _Cursor) -> None:
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


def _succession(cursor: _Cursor, part: Part) -> None:
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


def _second_head(cursor: _Cursor, heads: dict[tuple[str, ...], str]) -> None:
    """Step over the second of two verbs: "Welcomes and encourages"."""
    if cursor.low() != "and":
        return
    before = cursor.words[cursor.at - 1].low
    ahead = 2 if cursor.low(1).endswith("ly") else 1
    for length in (2, 1):
        phrase = cursor.phrase(ahead + length)[ahead:]
        if phrase in heads and phrase[0][-1] == before[-1]:
            cursor.take(ahead + length)
            return


def _with(cursor: _Cursor, data: ModuleType) -> None:
    """Step over "with (great) concern"."""
    if cursor.low() != data.WITH:
        return
    for ahead in (1, 2, 3, 4):
        if cursor.low(ahead) in data.WITH_NOUNS:
            cursor.take(ahead + 1)
            if cursor.low() == "and" and cursor.low(1) in data.WITH_NOUNS:
                cursor.take(2)
            return
        if cursor.low(ahead) not in data.OWN_ADJECTIVES | data.OWNERS:
            return


def _own(cursor: _Cursor, data: ModuleType) -> None:
    """Step over "its (deep) concern" after a verb that takes it along."""
    verb = cursor.words[cursor.at - 1].low
    if verb in {"also", "further"} and cursor.at > 1:
        verb = cursor.words[cursor.at - 2].low
    if not verb.startswith(data.OWNING):
        return
    expresses = verb.startswith(data.EXPRESSING)
    ahead = 1 if cursor.low() in data.ITS or (expresses and cursor.low() in data.OWNERS) else 0
    if not (ahead or expresses or _deep(cursor, data)):
        return
    while cursor.low(ahead) in data.OWN_ADJECTIVES or (
        cursor.low(ahead) == "and" and cursor.low(ahead + 1) in data.OWN_ADJECTIVES
    ):
        ahead += 1
    noun = cursor.low(ahead)
    if noun in data.OWN_NOUNS and (expresses or noun not in data.ONLY_EXPRESSED):
        cursor.take(ahead + 1)
        if noun in {"call", "calls"} and cursor.low() in {"upon", "for"}:
            cursor.take()


def _deep(cursor: _Cursor, data: ModuleType) -> bool:
    """Whether "deep concern" follows without "its": "Reiterating deep concern"."""
    return cursor.low() in data.OWN_ADJECTIVES and cursor.low(1) in data.OWN_NOUNS


# Capitalised plurals and others that begin a line of text and open no paragraph.
_NO_VERB = opening_words.listed(
    """
    states parties members has was is its this thus always perhaps nations measures activities
    representatives governments resources issues rights women girls persons countries years
    organizations programmes stakeholders institutions offices agencies services groups
    partners donors others cities islands lebanon process progress business access address
    congress comments remarks bias crisis analysis basis united being during nothing something
    anything everything according including concerning regarding pending training funding
    meeting building planning housing financing monitoring reporting learning
    capacity-building warning policing trafficking screening wellbeing well-being sing king
    thing spring morning evening
    """
)


def _guessed(words: tuple[_Word, ...], part: Part) -> Opening | None:
    """An opening that no table knows, by its form alone."""
    cursor = _Cursor(words)
    while cursor.low() in {"also", "further", "once", "again"} or (
        cursor.low().endswith("ly") and cursor.at < 2
    ):
        cursor.take()
    verb = cursor.low()
    if len(verb) < 4 or verb in _NO_VERB or "'" in verb:
        return None
    participle = verb.endswith("ing")
    present = verb.endswith("s") and not verb.endswith(("ss", "us", "is"))
    if not (participle if part == "preambular" else present):
        return None
    cursor.take()
    _succession(cursor, part)
    _with(cursor, opening_words)
    printed = " ".join(word.text for word in words[: cursor.at])
    name = " ".join(cursor.key)
    return Opening(printed, name[:1].upper() + name[1:], cursor.adverb, part, None, UNKNOWN)


_PAST = {
    "takes": "took",
    "calls": "called",
    "draws": "drew",
    "pays": "paid",
    "brings": "brought",
    "bears": "bore",
    "keeps": "kept",
    "sets": "set",
    "finds": "found",
    "holds": "held",
    "understands": "understood",
}


def past(text: str) -> str:
    """The opening of a decision's paragraph, in the past tense (R-ANAT-16): "Took note", or ""."""
    words = tuple(_words(text))
    if not words or not words[0].text[0].isupper():
        return ""
    cursor = _Cursor(words)
    if _head(cursor, _past_heads(), opening_words) is None:
        return ""
    _with(cursor, opening_words)
    return text[: cursor.words[cursor.at - 1].end]


@cache
def _past_heads() -> dict[tuple[str, ...], str]:
    return {
        (_past_of(head[0]), *head[1:]): kind
        for head, kind in _heads(opening_words.OPERATIVE).items()
    }


def _past_of(verb: str) -> str:
    if verb in _PAST:
        return _PAST[verb]
    for ending, past_ending in (("ies", "ied"), ("sses", "ssed"), ("shes", "shed"), ("es", "ed")):
        if verb.endswith(ending):
            return verb[: -len(ending)] + past_ending
    stem = verb.removesuffix("s")
    return stem + ("ted" if stem.endswith(("mit", "ret")) else "ed")

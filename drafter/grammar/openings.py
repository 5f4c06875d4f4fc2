"""Openings: the words that begin a paragraph and stand in italics (R-OPEN-1, R-OP-1, R-OPEN-5).

`find` says which words these are from the words alone, so a text that lost its italics gets them
back. The words are data (`opening_words`); this module must never look at formatting or layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import ModuleType

from drafter.grammar import opening_steps_romance, opening_words
from drafter.grammar.opening_steps import (
    Cursor,
    Part,
    printed,
    step_after_head,
    step_head,
    step_succession,
    step_with,
    words_of,
)

__all__ = ["UNKNOWN", "Opening", "Part", "find", "is_known", "past"]

UNKNOWN = "unknown"  # the kind of an opening that only looks like one


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
    if not text[:1].isupper():
        return None
    words = words_of(text)
    if not words:
        return None
    parts: tuple[Part, ...] = (part,) if part else ("preambular", "operative")
    tables = _tables(language)
    for each in parts:
        if found := _known(text, words, each, tables):
            return found
    guess = _guessed if language == "en" else _guessed_participle
    for each in parts:
        if found := guess(text, words, each):
            return found
    return None


def is_known(text: str, part: Part | None = None, language: str = "en") -> bool:
    """Whether `text` begins with an opening that the tables know."""
    opening = find(text, part, language)
    return opening is not None and opening.kind != UNKNOWN


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


def _known(text: str, words: tuple[str, ...], part: Part, tables: _Tables) -> Opening | None:
    cursor = Cursor(words)
    heads = tables.heads[part]
    if tables.words is not opening_words:
        kind = opening_steps_romance.step_head(cursor, heads, tables.words)
        if kind is None or not opening_steps_romance.step_after_head(cursor, tables.words):
            return None
        return _opening(text, cursor, part, kind)
    kind = step_head(cursor, heads)
    if kind is None:
        return None
    step_after_head(cursor, heads, part)
    return _opening(text, cursor, part, kind)


def _opening(text: str, cursor: Cursor, part: Part, kind: str) -> Opening:
    verb = " ".join(cursor.key)
    strength = opening_words.STRENGTH.get(kind) if part == "operative" else None
    begun = printed(text, cursor.at)
    return Opening(begun, verb[:1].upper() + verb[1:], cursor.adverb, part, strength, kind)


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


def _guessed(text: str, words: tuple[str, ...], part: Part) -> Opening | None:
    """An opening that no table knows, by its form alone."""
    cursor = Cursor(words)
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
    if text.startswith(":", len(printed(text, cursor.at))):
        return None  # "Abbreviations: …"
    step_succession(cursor, part)
    step_with(cursor)
    name = " ".join(cursor.key)
    return Opening(
        printed(text, cursor.at), name[:1].upper() + name[1:], cursor.adverb, part, None, UNKNOWN
    )


# Words with the ending of a participle that begin a heading or a sentence.
_NO_PARTICIPLE = opening_words.listed(
    """
    cependant pendant durant suivant concernant nonobstant avant devant quant tant autant
    maintenant dorénavant auparavant moyennant montant représentant enfant gouvernant
    restaurant étudiant habitant migrant participant consultant assistant courant instant
    lieutenant garant militant cuando comando bando mando siendo dividendo
    """
)


def _guessed_participle(text: str, words: tuple[str, ...], part: Part) -> Opening | None:
    """A French or Spanish participle that no table knows; other forms of a verb tell nothing."""
    verb = words[0]
    if part != "preambular" or len(verb) < 6 or verb in _NO_PARTICIPLE:
        return None
    if not verb.removesuffix("se").endswith(("ant", "ando", "endo")):
        return None
    word = printed(text, 1)
    if text.startswith(":", len(word)):
        return None
    return Opening(word, word, "", part, None, UNKNOWN)


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
    words = words_of(text)
    if not words or not text[:1].isupper():
        return ""
    cursor = Cursor(words)
    if step_head(cursor, _past_heads()) is None:
        return ""
    step_with(cursor)
    return printed(text, cursor.at)


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

"""The fixed words of a page in each official language, as data: one module a language.

What the Secretariat prints of itself: the name, the line of the agenda item, "draft resolution"
(R-LANG-6). The words of the draft are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from drafter.grammar import bodies
from drafter.model import Kind, Masthead, Resolution, plain

_DISTRIBUTION = re.compile(r"distr\s?\.?\s?:?\s*", re.I)
# Scripts first: a name in Latin letters says nothing where the rest is in another script.
_LATIN = ("fr", "es", "en")
_ORDER = ("ar", "zh", "ru", *_LATIN)


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed words of one language's pages."""

    language: str  # "fr"
    name: str  # of the Organization
    locale: str  # as Word calls the language: "fr-FR"
    joins: str  # before the last of several names, with its spaces
    comma: str
    colon: str  # with the space that goes before it
    item: str  # with {number}
    distribution: str  # with {value}
    distributions: Mapping[str, str]  # English value, in small letters → value
    committees: tuple[str, ...]  # Main Committees, in order; () for the profile's names
    dates: str  # the language of the masthead's date
    kinds: Mapping[Kind, str]
    clause: str = ""  # what an enacting clause or a title in the language looks like
    article: str = "^The "  # before the organ's name in an enacting clause
    right_to_left: bool = False


@cache
def named(language: str) -> Wording:
    """The wording of `language`: "en", "fr", "es", "ar", "ru" or "zh"."""
    values: dict[str, Any] = import_module(f"{__name__}.{language}").WORDS
    return Wording(language=language, **values)


@cache
def all_wordings() -> tuple[Wording, ...]:
    """The wording of every language."""
    return tuple(map(named, _ORDER))


def of(resolution: Resolution) -> Wording:
    """The wording of the language that `resolution` is written in, by clause and title."""
    return _by(f"{resolution.enacting} {plain(resolution.title)}".strip()) or of_masthead(
        resolution.masthead, resolution.enacting
    )


def of_masthead(masthead: Masthead, clause: str = "") -> Wording:
    """The wording for `masthead` above the enacting `clause`, English where nothing tells.

    Without a clause the script of the masthead's own words may tell.
    """
    said = (masthead.organ, masthead.session, masthead.committee, masthead.agenda_item.title)
    return _by(clause) or _by(" ".join((*said, *masthead.sponsors)).strip()) or named("en")


def _by(words: str) -> Wording | None:
    # Most drafts are in English: no other language need be asked about plain Latin letters.
    scripts = any(char > "\u024f" and char.isalpha() for char in set(words))
    for wording in map(named, _ORDER if scripts else _LATIN):
        if wording.clause and re.search(wording.clause, words):
            return wording
    return None


def organ(masthead: Masthead, clause: str, wording: Wording) -> str:
    """The organ that the page names: the draft's, else its body's in the language of the clause."""
    if masthead.organ:
        return masthead.organ
    if wording.language == "en":
        body = bodies.of(masthead, clause)
        return body.organ if body else ""
    return re.sub(wording.article, "", clause.strip(" ,،，:"))


def committee(masthead: Masthead, clause: str, wording: Wording) -> str:
    """The committee that the page names: the draft's, else its body's."""
    body = bodies.of(masthead, clause)
    if masthead.committee or not body or not body.committee:
        return masthead.committee
    rank = body.id.removeprefix("ga-c")
    if rank.isdigit() and int(rank) <= len(wording.committees):
        return wording.committees[int(rank) - 1]
    return body.committee


def distribution(value: str, wording: Wording) -> str:
    """The distribution line for `value`, "Limited" or as the language has it (R-LANG-6)."""
    if not value or _DISTRIBUTION.match(value):
        return value
    return wording.distribution.format(value=wording.distributions.get(value.lower(), value))


def bare_distribution(line: str) -> str:
    """The value that a distribution line gives."""
    return _DISTRIBUTION.sub("", line, count=1)


def agenda_item(number: str, wording: Wording) -> str:
    """The line of agenda item `number`, "" for none."""
    return wording.item.format(number=number) if number else ""

"""Variants of a phrase: the same content words, other small words between them.

"with their domestic law" and "with domestic laws" are variants; "with international law" is none.
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.phrases.recurring import STOPS
from drafter.phrases.words import words


def sense(phrase: str) -> tuple[str, ...]:
    """What variants of a phrase have in common: its words without small ones, in the singular."""
    return tuple(_singular(word) for word in words(phrase) if word not in STOPS)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def grouped(phrases: Iterable[str]) -> list[list[str]]:
    """`phrases` with variants together; groups stand in the order of their first phrase."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for phrase in phrases:
        groups.setdefault(sense(phrase), []).append(phrase)
    return list(groups.values())

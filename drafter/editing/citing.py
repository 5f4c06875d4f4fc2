"""Resolutions of the bank as one cites them: "79/901 of 12 December 2024", with their titles.

Only adopted texts whose number and date are known; nothing is cited that the bank does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.grammar import dates

if TYPE_CHECKING:
    from drafter.phrases.store import Store

_ADOPTED = (
    "SELECT DISTINCT symbol, number, organ, date, title FROM source"
    " WHERE status = 'adopted' AND kind = 'resolution' AND date != ''"
)
_IN_SYMBOL = re.compile(r"/RES/(.+)$")


@dataclass(frozen=True, slots=True)
class Citable:
    """An adopted resolution."""

    citation: str  # "79/901 of 12 December 2024" (R-REF-1)
    title: str
    organ: str
    date: str  # ISO 8601


def citable(stores: Sequence[Store]) -> tuple[Citable, ...]:
    """Every resolution of `stores` that can be cited, the latest first."""
    rows = {tuple(map(str, row)) for store in stores for row in store.query(_ADOPTED)}
    found = {
        Citable(f"{name} of {dates.printed(date)}", title, organ, date)
        for symbol, number, organ, date, title in rows
        if (name := _number(symbol, number)) and dates.printed(date)
    }
    return tuple(sorted(found, key=lambda each: (each.date, each.citation), reverse=True))


def _number(symbol: str, number: str) -> str:
    in_symbol = _IN_SYMBOL.search(symbol)
    return number or (in_symbol[1].strip() if in_symbol else "")


def matching(every: Sequence[Citable], wanted: str) -> tuple[Citable, ...]:
    """Those of `every` that have each word of `wanted` in number, date, title or organ."""
    words = wanted.casefold().split()
    return tuple(
        each
        for each in every
        if all(word in f"{each.citation} {each.title} {each.organ}".casefold() for word in words)
    )

"""What a phrase bank knows of the resolutions that a draft cites, for the checks.

The resolution itself tells, where the bank holds it; else the texts that cite it. Never guesses:
what neither holds nor is cited is unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from drafter.grammar import dates
from drafter.grammar.citations import Citation, citations
from drafter.lint import Agreed

if TYPE_CHECKING:
    from drafter.lint import Lookup
    from drafter.phrases.bank import Bank

_MOST = 200  # texts that cite a resolution: enough to tell a slip from its date
_SYMBOLS = ("A/RES/{}", "S/RES/{}", "E/RES/{}", "A/HRC/RES/{}")
_ITSELF = (
    "SELECT organ, date, title, symbol FROM source WHERE status = 'adopted' "
    "AND kind = 'resolution' AND (number = ? OR symbol IN (?, ?, ?, ?))"
)


def lookup(bank: Bank) -> Lookup:
    """The lookup that asks `bank`; each resolution is looked up once."""

    @cache
    def agreed(organ: str, number: str) -> Agreed:
        return _itself(bank, organ, number) or _as_cited(bank, organ, number)

    return agreed


def _itself(bank: Bank, organ: str, number: str) -> Agreed | None:
    """What the adopted text says of itself, None where the bank does not hold it."""
    names = (number, *(pattern.format(number) for pattern in _SYMBOLS))
    for store in bank.stores:
        for found, date, title, symbol in store.query(_ITSELF, names):
            if str(found).casefold() == organ.casefold():
                printed = dates.printed(str(date)) if date else ""
                where = str(symbol) or f"resolution {number}"
                return Agreed(_some(printed), _some(str(title)), where, sure=True)
    return None


def _as_cited(bank: Bank, organ: str, number: str) -> Agreed:
    """What the texts in the bank say where they cite it."""
    days: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    texts = 0
    for each in _citations(bank, organ, number):
        texts += 1
        days.update(_some(each.own_date))
        titles.update(_some(each.title))
    if not texts:
        return Agreed()
    where = f"cited so in {texts} paragraph{'' if texts == 1 else 's'} of the bank"
    return Agreed(_likely(days), _likely(titles), where, sure=len(days) == 1 and texts > 1)


def _citations(bank: Bank, organ: str, number: str) -> Iterator[Citation]:
    found, _ = bank.search(f'"{number}"', top=_MOST)
    for entry in found:
        for each in citations(entry.entry.text):
            whose = entry.source.organ if each.organ == "its" else each.organ
            if each.number == number and whose.casefold() in {organ.casefold(), ""}:
                yield each


def _likely(counted: Counter[str]) -> tuple[str, ...]:
    """What is said often enough to be no slip, the most often first."""
    most = max(counted.values(), default=0)
    return tuple(name for name, count in counted.most_common() if count * 5 >= most)


def _some(value: str) -> tuple[str, ...]:
    return (value,) if value else ()

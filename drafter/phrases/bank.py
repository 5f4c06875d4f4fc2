"""The phrase bank as the rest of drafter sees it: open one or several, ask, add, remove.

A `Bank` may be asked from a worker thread. It never changes what it quotes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from drafter.phrases.entry import Entry, Found
from drafter.phrases.filters import Wanted
from drafter.phrases.index import Index, open_index
from drafter.phrases.store import Place, Store
from drafter.phrases.suggest import Ask, suggest
from drafter.phrases.suggestion import Suggestion

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model import Resolution
    from drafter.phrases.context import Context
    from drafter.phrases.search import Filters

__all__ = ["Bank", "Suggestion", "user_bank"]


def user_bank() -> Path:
    """Where the user's own bank lies: the platform's data directory."""
    from platformdirs import user_data_path

    return user_data_path("drafter", appauthor=False) / "bank.sqlite"


class Bank(NamedTuple):
    """One or several banks, asked as one."""

    indexes: tuple[Index, ...]

    @classmethod
    def open(cls, paths: Sequence[Place]) -> Bank:
        """The banks at `paths` as one."""
        return cls(tuple(open_index(Store.open(path)) for path in paths))

    @classmethod
    def shipped(cls) -> Bank:
        """The bank that comes with drafter; made once, then kept."""
        return _shipped()

    @classmethod
    def default(cls) -> Bank:
        """The user's own bank, where there is one, and the shipped one.

        Cheap to call for every question: what is open stays open until the file changes.
        """
        own = user_bank()
        if not own.exists():
            return cls.shipped()
        log = own.with_name(f"{own.name}-wal")
        changed = (own.stat().st_mtime_ns, log.stat().st_mtime_ns if log.exists() else 0)
        return _default(own, changed)

    def suggest(
        self,
        text: str,
        *,
        ask: Ask = "closest",
        top: int = 10,
        body: str = "",
        before: str = "",
        status: str = "",
        context: Context | None = None,
    ) -> tuple[Suggestion, ...]:
        """Agreed language for `text`, best first; each with the source it stands in verbatim."""
        own = context.own if context else frozenset()
        wanted = Wanted(body=body, before=before, status=status, without=own)
        return suggest(self.indexes, text, ask, top, wanted=wanted, context=context)

    def context(self, resolution: Resolution) -> Context:
        """What is known of a draft that suggestions are for: pass it with every question."""
        from drafter.phrases.context import context_of

        return context_of(self.indexes, resolution)

    def search(
        self, text: str, *, filters: Filters | None = None, top: int = 20
    ) -> tuple[tuple[Found, ...], int]:
        """The entries that have all words and "exact phrases" of `text`, and how many there are."""
        from drafter.phrases.search import NONE, search

        return search(self.stores, text, filters or NONE, top)

    def show(self, symbol: str, number: str = "") -> tuple[Found, ...]:
        """The entries of the source called `symbol`, or those at `number` ("OP3", "3", "PP2")."""
        name = "replace(lower({}), ' ', '')"
        names = ("s.symbol", "s.number", "s.symbol || s.number", "s.kind || s.number", "s.name")
        where = f"WHERE ? IN ({', '.join(map(name.format, names))}) ORDER BY s.id, e.id"
        wanted, place = _place(symbol), _place(number)
        found = [f for store in self.stores for f in store.found(where, (wanted,))]
        return tuple(f for f in found if not place or place in map(_place, _names(f.entry)))

    @property
    def stores(self) -> tuple[Store, ...]:
        """The truth behind each index."""
        return tuple(index.store for index in self.indexes)


def _names(entry: Entry) -> tuple[str, ...]:
    """What an entry may be called; a bare number means an operative paragraph."""
    return (entry.place, entry.number) if entry.part == "operative" else (entry.place,)


def _place(name: str) -> str:
    return "".join(name.lower().split())


@lru_cache(maxsize=1)
def _default(own: Path, changed: tuple[int, int]) -> Bank:
    del changed  # part of the key: a bank that has grown is opened again
    return Bank(Bank.open([own]).indexes + _shipped().indexes)


@cache
def _shipped() -> Bank:
    from drafter import resources
    from drafter.phrases import shipped

    return Bank((open_index(shipped.store(resources.phrasebank())),))

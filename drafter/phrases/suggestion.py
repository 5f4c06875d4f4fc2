"""One answer of a bank: a text, verbatim, and the source a drafter would cite for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

from drafter.errors import DrafterBug, ReadError
from drafter.phrases import words
from drafter.phrases.entry import Found
from drafter.phrases.index import Index
from drafter.phrases.segment import Segment


class Suggestion(NamedTuple):
    """A text that is agreed, or was proposed, and where it stands."""

    text: str  # verbatim
    symbol: str  # of the source cited; its number or file where it has no symbol
    part: str
    number: str
    date: str
    status: str
    score: float  # 0 to 1: how well it answers
    uses: int  # texts that have it
    bodies: tuple[str, ...] = ()
    years: tuple[str, ...] = ()  # first and latest, where dates are known

    @property
    def place(self) -> str:
        """Where it stands in its source: "OP3 (a)"."""
        return {"preambular": "PP", "operative": "OP"}.get(self.part, "") + self.number


class Home:
    """One use of a wording."""

    __slots__ = ("index", "segment", "use")

    def __init__(self, index: Index, segment: Segment, use: int) -> None:
        self.index = index
        self.segment = segment
        self.use = use

    @property
    def entry(self) -> int:
        """The entry in the store."""
        return int(self.segment.use_entry[self.use])

    @property
    def rank(self) -> int:
        """Which home is cited: adopted before draft, then the latest."""
        return int(self.segment.source_rank[self.segment.use_source[self.use]])


class Uses:
    """Uses of a wording, all at once: a formula has hundreds."""

    __slots__ = ("index", "places", "segment", "sources")

    def __init__(self, index: Index, segment: Segment, places: Sequence[int]) -> None:
        self.index = index
        self.segment = segment
        self.places = places  # one or more
        self.sources = list(map(segment.use_source.__getitem__, places))

    @property
    def best(self) -> Home:
        """The one to be cited: adopted before draft, then the latest."""
        ranks = self.ranks
        return self.at(self.places[ranks.index(max(ranks))])

    @property
    def ranks(self) -> list[int]:
        """The rank of each use, as `Home` has it."""
        return list(map(self.segment.source_rank.__getitem__, self.sources))

    @property
    def dates(self) -> list[int]:
        """The date of each use, 0 where it is not known."""
        return list(map(self.segment.source_date.__getitem__, self.sources))

    def at(self, place: int) -> Home:
        """The use at `place` of the segment."""
        return Home(self.index, self.segment, place)


class Choice(NamedTuple):
    """An answer before it is quoted: its home, its score and every use it has."""

    home: Home
    score: float
    uses: Sequence[Uses]
    phrase: str = ""  # the stretch to be quoted; the whole entry where it is ""


def cite(choices: Sequence[Choice]) -> tuple[Suggestion, ...]:
    """The suggestions that quote `choices`, in order: each store is asked once."""
    wanted: dict[int, list[int]] = {}
    stores = {}
    for choice in choices:
        store = choice.home.index.store
        stores[id(store)] = store
        wanted.setdefault(id(store), []).append(choice.home.entry)
    found = {key: store.entries(wanted[key]) for key, store in stores.items()}
    try:
        return tuple(_cited(c, found[id(c.home.index.store)][c.home.entry]) for c in choices)
    except KeyError:
        path = next(iter(stores.values())).path
        hint = f"delete the folder {path}.index: it is made again"
        raise ReadError(f"{path}: its index is damaged", hint=hint) from None


def _cited(choice: Choice, found: Found) -> Suggestion:
    entry, source = found
    dates: set[int] = set()
    bodies: set[str] = set()
    sources: set[tuple[int, int]] = set()
    for uses in choice.uses:
        segment, own = uses.segment, set(uses.sources)
        dates.update(map(segment.source_date.__getitem__, own))
        bodies.update(map(segment.body, own))
        sources.update(zip(repeat(id(segment)), own))
    years = [date // 10000 for date in dates if date]
    return Suggestion(
        text=quoted(entry.text, choice.phrase) if choice.phrase else entry.text,
        symbol=source.reference,
        part=entry.part,
        number=entry.number,
        date=source.date,
        status=source.status,
        score=choice.score,
        uses=len(sources),
        bodies=tuple(sorted(bodies - {""})),
        years=(str(min(years)), str(max(years))) if years else (),
    )


def quoted(text: str, phrase: str) -> str:
    """`phrase`, which is folded, as `text` has it."""
    pattern = r"\s+".join(re.escape(word) for word in phrase.split())
    found = re.search(pattern, words.fold(text))
    if found is None:
        raise DrafterBug(f"a phrase is not in the text it is quoted from: {phrase}")
    return text[found.start() : found.end()]

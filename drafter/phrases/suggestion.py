"""One answer of a bank: a text, verbatim, and the source a drafter would cite for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    def source(self) -> int:
        """The source in its segment."""
        return int(self.segment.use_source[self.use])

    @property
    def entry(self) -> int:
        """The entry in the store."""
        return int(self.segment.use_entry[self.use])

    @property
    def date(self) -> int:
        """When, as a number that sorts."""
        return int(self.segment.source_date[self.source])

    @property
    def agreed(self) -> bool:
        """Whether its text is more than a draft, as far as is known."""
        return self.segment.status(self.source) != "draft"

    @property
    def rank(self) -> tuple[bool, int]:
        """Which home is cited: adopted before draft, then the latest."""
        return self.segment.status(self.source) == "adopted", self.date


class Choice(NamedTuple):
    """An answer before it is quoted: its home, its score and every use it has."""

    home: Home
    score: float
    homes: Sequence[Home]
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
    homes = choice.homes
    years = sorted(home.date // 10000 for home in homes if home.date)
    text = found.entry.text
    return Suggestion(
        text=quoted(text, choice.phrase) if choice.phrase else text,
        symbol=found.source.reference,
        part=found.entry.part,
        number=found.entry.number,
        date=found.source.date,
        status=found.source.status,
        score=choice.score,
        uses=len({(id(home.segment), home.source) for home in homes}),
        bodies=tuple(sorted({home.segment.body(home.source) for home in homes} - {""})),
        years=(str(years[0]), str(years[-1])) if years else (),
    )


def quoted(text: str, phrase: str) -> str:
    """`phrase`, which is folded, as `text` has it."""
    pattern = r"\s+".join(re.escape(word) for word in phrase.split())
    found = re.search(pattern, words.fold(text))
    if found is None:
        raise DrafterBug(f"a phrase is not in the text it is quoted from: {phrase}")
    return text[found.start() : found.end()]

"""One answer of a bank: a text, verbatim, and the source a drafter would cite for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.errors import DrafterBug
from drafter.phrases import words
from drafter.phrases.index import Index
from drafter.phrases.segment import Segment


@dataclass(frozen=True, slots=True)
class Suggestion:
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


@dataclass(frozen=True, slots=True)
class Home:
    """One use of a wording."""

    index: Index
    segment: Segment
    use: int

    @property
    def source(self) -> int:
        """The source in its segment."""
        return int(self.segment.use_source[self.use])

    @property
    def date(self) -> int:
        """When, as a number that sorts."""
        return int(self.segment.source_date[self.source])

    @property
    def rank(self) -> tuple[bool, int]:
        """Which home is cited: adopted before draft, then the latest."""
        return self.segment.status(self.source) == "adopted", self.date


def cite(home: Home, score: float, homes: Sequence[Home], phrase: str = "") -> Suggestion:
    """The suggestion that cites `home`: the whole entry, or the stretch `phrase` of it."""
    entry_id = int(home.segment.use_entry[home.use])
    found = home.index.store.entries([entry_id])[entry_id]
    years = sorted(home.date // 10000 for home in homes if home.date)
    return Suggestion(
        text=quoted(found.entry.text, phrase) if phrase else found.entry.text,
        symbol=found.source.reference,
        part=found.entry.part,
        number=found.entry.number,
        date=found.source.date,
        status=found.source.status,
        score=score,
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

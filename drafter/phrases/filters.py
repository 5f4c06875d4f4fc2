"""Which sources a question is about: body, dates, status, parts. Shared by every way of asking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.phrases.bodies import matches
from drafter.phrases.dates import number
from drafter.phrases.index import Index
from drafter.phrases.nearest import Allowed
from drafter.phrases.segment import Segment


class Wanted(NamedTuple):
    """A filter; an empty field lets everything pass."""

    body: str = ""
    before: str = ""  # ISO date: only sources dated earlier
    after: str = ""  # ISO date: only sources dated later
    status: str = ""
    part: str = ""
    without: frozenset[tuple[int, int]] = frozenset()  # (segment, source) that do not count

    @property
    def everything(self) -> bool:
        """Whether nothing is filtered."""
        return self == EVERYTHING

    def uses(self, segment: Segment, wording: int) -> Sequence[int]:
        """The uses of a wording that pass."""
        uses = segment.uses(wording)
        if self.everything:
            return uses
        passes = self.passing(segment)
        return [use for use in uses if passes(use)]

    def allowed(self, segment: Segment) -> Allowed:
        """Whether a wording has any use that passes."""
        if self.everything:
            return lambda _: True
        passes, uses = self.passing(segment), segment.uses
        return lambda wording: any(map(passes, uses(wording)))

    def passing(self, segment: Segment) -> Allowed:
        """Whether a use passes; each source is looked at once."""
        known: dict[int, bool] = {}
        source_of, part = segment.use_source, self.part
        before = number(self.before) if self.before else 0
        after = number(self.after) if self.after else 0

        def passes(use: int) -> bool:
            source = source_of[use]
            verdict = known.get(source)
            if verdict is None:
                verdict = known[source] = self._passes(segment, source, before, after)
            return verdict and (not part or segment.part(use) == part)

        return passes

    def _passes(self, segment: Segment, source: int, before: int, after: int) -> bool:
        if (id(segment), source) in self.without:
            return False
        date = segment.source_date[source]
        if (before and not 0 < date < before) or (after and date <= after):
            return False
        if self.status and segment.status(source) != self.status:
            return False
        return not self.body or matches(self.body, segment.body(source))


EVERYTHING = Wanted()


def sources_called(indexes: Sequence[Index], symbol: str) -> frozenset[tuple[int, int]]:
    """The sources that bear `symbol`: a draft's own text says nothing of where it is agreed."""
    found = set()
    for index in indexes if symbol else ():
        rows = index.store.query("SELECT id FROM source WHERE symbol = ?", (symbol,))
        wanted = {row[0] for row in rows}
        for segment in index.segments if wanted else ():
            places = enumerate(segment.source_id)
            found |= {(id(segment), place) for place, source in places if source in wanted}
    return frozenset(found)

"""What is known of the draft that suggestions are for: its body, and the texts it descends from.

The family is told by content: the texts that hold most of what is closest to the draft's own
paragraphs. A suggestion from the family stands before one as good from elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.grammar.numbering import walk
from drafter.model import Resolution, plain
from drafter.phrases import words
from drafter.phrases.bodies import body_of
from drafter.phrases.filters import sources_called
from drafter.phrases.index import Index
from drafter.phrases.nearest import nearest
from drafter.phrases.suggestion import Uses

_ASKED = 24  # paragraphs of the draft that vote
_ALIKE = 0.5  # a paragraph less alike than this says nothing of the family


@dataclass(frozen=True, slots=True)
class Context:
    """How close each source is to the draft, 0 to 1, and the draft's body."""

    body: str
    family: dict[tuple[int, int], float]  # (segment, source)
    own: frozenset[tuple[int, int]] = frozenset()  # the draft itself, where a bank holds it

    def kinship(self, uses: Uses) -> float:
        """How much the closest of these uses belongs to the draft's family, 0 to 1."""
        segment = uses.segment
        return max(
            self.family.get((id(segment), source), 0.0)
            + (0.1 if self.body and segment.body(source) == self.body else 0.0)
            for source in set(uses.sources)
        )


def context_of(indexes: Sequence[Index], resolution: Resolution) -> Context:
    """The context of a draft, from what is typed of it so far."""
    votes: Counter[tuple[int, int]] = Counter()
    texts = [plain(placed.paragraph.content) for placed in walk(resolution) if placed.level == 0]
    step = max(1, len(texts) // _ASKED)
    for text in texts[::step]:
        for index in indexes:
            for segment in index.segments:
                for near in nearest(segment, words.key(text), 3, lambda _: True):
                    if near.score >= _ALIKE:
                        for use in segment.uses(near.wording):
                            votes[id(segment), segment.use_source[use]] += 1
    most = max(votes.values(), default=1)
    masthead = resolution.masthead
    body = masthead.body or body_of(masthead.symbol, masthead.organ or resolution.enacting)
    own = sources_called(indexes, masthead.symbol)
    return Context(body, {source: count / most for source, count in votes.items()}, own)

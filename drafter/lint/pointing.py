"""Which paragraph a reference names: keys of numbers and letters, however they are printed.

Shared by the rule that checks references and by `follow`, which mends them. Nothing here judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.grammar.references import Cited
from drafter.lint.draft import Stretch

# The number of an operative paragraph and the letters below it: ("3 bis", ("b", "i")).
Key = tuple[str, tuple[str, ...]]

_LABEL = re.compile(r"\(?([a-z]+)[).]")


def places(stretches: Iterable[Stretch]) -> Iterator[tuple[int, Key]]:
    """The key of each operative paragraph and point among `stretches`, with its index."""
    for index, stretch in enumerate(stretches):
        if stretch.spot.part == "operative" and stretch.placed and not stretch.spot.closing:
            yield index, _key(stretch.placed.place)


def key_of(cited: Cited, stretch: Stretch) -> Key:
    """What `cited` names when it stands in `stretch`."""
    return (cited.number or own_number(stretch), cited.points)


def own_number(stretch: Stretch) -> str:
    """The number of the operative paragraph that `stretch` belongs to, "" elsewhere."""
    placed = stretch.placed
    return _key(placed.place)[0] if placed and placed.part == "operative" else ""


def _key(place: str) -> Key:
    """The key of a place: "OP3 bis (b) (i)", or "OP3 b)" in French."""
    head = re.match(r"OP(\d+(?:\s?(?:bis|ter|quater|quinquies))?)?", place)
    if head is None or not head[1]:
        return ("", ())
    return " ".join(head[1].lower().split()), tuple(_LABEL.findall(place[head.end() :]))

"""A reference to a paragraph of the same text points to a paragraph that is there.

"Paragraph 12 above" must stand above, "paragraph 3 below" below, and a point that is cited must
exist. References to other texts ("paragraph 8 of resolution 79/901") are not looked at.

Wrong:

    1. *Urges* States to license ferries;

    2. *Requests* the Secretary-General to report on paragraph 5 above and paragraph 1 (b) above.

    → OP2: there is no paragraph 5 above
    → OP2: there is no paragraph 1 (b) above

Also right:

    1. *Urges* States to license ferries;

    2. *Requests* the Secretary-General to report on paragraph 1 above.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.references import Reference, references
from drafter.lint.draft import Draft, Fault, Stretch

LEVEL = "error"
SOURCES = ("R-REF-10",)
ENGLISH = True
DECISIONS = False


def check(draft: Draft) -> Iterator[Fault]:
    """References that point nowhere, or the wrong way."""
    places = {s.placed.place: i for i, s in enumerate(draft.paragraphs) if s.placed}
    for here, stretch in enumerate(draft.paragraphs):
        if stretch.spot.part != "operative":
            continue
        for reference in references(stretch.words):
            yield from _fault(stretch, reference, here, places)


def _fault(
    stretch: Stretch, reference: Reference, here: int, places: dict[str, int]
) -> Iterator[Fault]:
    for number in reference.numbers:
        place = f"OP{number}"
        if place in places and reference.points:
            missing = [p for p in reference.points if f"{place} {p}" not in places]
            name = f"paragraph {number} {missing[0]}" if missing else ""
        else:
            name = "" if place in places else f"paragraph {number}"
        if name:
            message = f"there is no {name} {reference.way}"
        elif _wrong_way(reference.way, places[place], here, stretch, place):
            other = "below" if reference.way == "above" else "above"
            message = f"paragraph {number} stands {other}, not {reference.way}"
        else:
            continue
        yield Fault(stretch, message.rstrip(), start=reference.start, end=reference.end)


def _wrong_way(way: str, there: int, here: int, stretch: Stretch, place: str) -> bool:
    if stretch.place == place or stretch.place.startswith(place + " "):
        return False
    return (way == "above" and there > here) or (way == "below" and there < here)

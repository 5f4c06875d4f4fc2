"""A reference to a paragraph of the same text points to a paragraph that is there.

"Paragraph 12 above" must stand above, "paragraph 3 below" below, and a point that is cited must
exist. References to other texts ("paragraph 8 of resolution 79/901") are not looked at. After
paragraphs were inserted, deleted or moved, `drafter lint --base OLD` compares with the text as it
was, and its fix lets each reference follow the paragraph that it meant.

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

from drafter.grammar.references import Cited, Reference, references
from drafter.lint.draft import Draft, Fault, Stretch
from drafter.lint.pointing import Key, key_of, own_number, places

LEVEL = "error"
SOURCES = ("R-REF-10",)
DECISIONS = False


def check(draft: Draft) -> Iterator[Fault]:
    """References that point nowhere, or the wrong way."""
    known: dict[Key, int] | None = None
    for here, stretch in enumerate(draft.paragraphs):
        if stretch.spot.part != "operative":
            continue
        for reference in references(stretch.words):
            # Most texts have none, so the index is made where the first one stands.
            known = known or {key: there for there, key in places(draft.paragraphs)}
            for cited in reference.cited:
                if message := _fault(stretch, reference, cited, here, known):
                    yield Fault(stretch, message, start=reference.start, end=reference.end)


def _fault(
    stretch: Stretch, reference: Reference, cited: Cited, here: int, known: dict[Key, int]
) -> str:
    key = key_of(cited, stretch)
    points = "".join(f" ({point})" for point in cited.points)
    name = f"paragraph {cited.number}{points}" if cited.number else f"point{points}"
    if key not in known:
        return f"there is no {name} {reference.way}".rstrip()
    if not reference.way or key[0] == own_number(stretch):
        return ""
    if reference.is_above != (known[key] < here):
        other = "below" if reference.is_above else "above"
        return f"{name} stands {other}, not {reference.way}"
    return ""

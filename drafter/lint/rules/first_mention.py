"""A resolution is cited in full where it is first mentioned: its organ, number and date.

Where the date stands only at a later mention this is a warning, where it stands nowhere a note:
texts that cite a whole series leave the dates out. Resolutions of the Security Council carry their
year in the number.

Wrong:

    *Recalling* its resolution 79/901,

    *Noting* that its resolution 79/901 of 12 December 2024 asks for a report,

    1. *Urges* States to license ferries.

    → PP1: give the date at this first mention: of 12 December 2024

Right:

    *Recalling* its resolution 79/901 of 12 December 2024,

    *Noting* that its resolution 79/901 of 12 December 2024 asks for a report,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.citations import Citation, citations
from drafter.lint.agreed import organ_of
from drafter.lint.draft import Draft, Fault, Stretch
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-REF-1",)
ENGLISH = True


def check(draft: Draft) -> Iterator[Fault]:
    """Resolutions first mentioned without their date."""
    first: dict[tuple[str, str], tuple[Stretch, Citation]] = {}
    dates: dict[tuple[str, str], str] = {}
    for stretch in draft.prose:
        if "esolution" not in stretch.words:
            continue
        for each in citations(stretch.words):
            key = (organ_of(draft, each), each.number)
            first.setdefault(key, (stretch, each))
            if each.own_date:
                dates.setdefault(key, each.date)
    for key, (stretch, each) in first.items():
        if each.date or "(" in each.number or not key[0] or stretch.is_quoted(each.start):
            continue
        date = dates.get(key, "")
        at = each.start + len(each.number)
        about = f"give the date at this first mention: of {date}"
        fix = Fix((stretch.edit(at, at, f" of {date}"),), about) if date else None
        message = about if date else "give the date of the resolution at its first mention"
        yield Fault(stretch, message, fix, None if date else "note", each.start, each.end)

"""A resolution is cited with its own date and title.

Two citations of one resolution in a text agree. With a phrase bank (`drafter lint --bank FILE`)
each is compared with the resolution itself, where the bank holds it, or with how the texts in the
bank cite it; one that the bank does not know is said to be unknown, so that someone looks it up.

Wrong:

    *Recalling* its resolution 79/901 of 12 December 2024 on river safety,

    1. *Reaffirms* its resolution 79/901 of 12 December 2023;

    2. *Urges* States to license ferries.

    → OP1: resolution 79/901 is dated 12 December 2024 in PP1

Also right:

    *Recalling* its resolution 79/901 of 12 December 2024 on river safety,

    1. *Reaffirms* its resolution 79/901 of 12 December 2024;

    2. *Urges* States to license ferries.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.citations import Citation, citations
from drafter.lint.agreed import Agreed, organ_of, same_title
from drafter.lint.draft import Draft, Fault, Stretch
from drafter.lint.findings import Fix

LEVEL = "error"
SOURCES = ("R-REF-1", "R-REF-2")
ENGLISH = True


def check(draft: Draft) -> Iterator[Fault]:
    """Citations that contradict one another, or what the bank knows."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    told: set[tuple[str, str]] = set()
    for stretch in draft.stretches:
        if "esolution" not in stretch.words:
            continue
        for each in citations(stretch.words):
            key = (organ_of(draft, each), each.number)
            agreed = draft.agreed(*key) if draft.agreed and key[0] else None
            if agreed and agreed.where:
                yield from _against(stretch, each, agreed)
            elif draft.agreed and key[0] and key not in told:
                told.add(key)
                message = f"resolution {each.number} is unknown to the bank: look it up"
                yield Fault(stretch, message, level="note", start=each.start, end=each.end)
            if each.own_date and not (agreed and agreed.dates):
                date, place = first.setdefault(key, (each.date, stretch.place))
                if date != each.date:
                    message = f"resolution {each.number} is dated {date} in {place}"
                    yield Fault(stretch, message, start=each.start, end=each.end)


def _against(stretch: Stretch, each: Citation, agreed: Agreed) -> Iterator[Fault]:
    """Where `each` says otherwise than the bank; a doubtful bank gives no fix."""
    level = None if agreed.sure else "warning"
    if each.own_date and agreed.dates and each.date not in agreed.dates:
        wanted = agreed.dates[0]
        end = each.date_at + len(each.date)
        fix = Fix((stretch.edit(each.date_at, end, wanted),), f"write “{wanted}”", agreed.sure)
        message = f"resolution {each.number} is of {wanted} ({agreed.where})"
        yield Fault(stretch, message, fix, level, each.date_at, end)  # type: ignore[arg-type]
    if each.title and agreed.titles and not any(same_title(each.title, t) for t in agreed.titles):
        wanted = agreed.titles[0]
        end = each.title_at + len(each.title)
        fix = Fix((stretch.edit(each.title_at, end, wanted),), f"write “{wanted}”", agreed.sure)
        message = f"resolution {each.number} is entitled “{wanted}” ({agreed.where})"
        yield Fault(stretch, message, fix, level, each.title_at, end)  # type: ignore[arg-type]

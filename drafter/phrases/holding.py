"""Entries that hold a word, as suggestions: what the full-text index knows, quoted whole."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.phrases.bodies import matches
from drafter.phrases.entry import Found
from drafter.phrases.filters import Wanted
from drafter.phrases.index import Index
from drafter.phrases.search import Filters, search
from drafter.phrases.suggestion import Suggestion

_MORE = 5  # times as many are asked for, because a date may rule some out


def holding(
    indexes: Sequence[Index], text: str, top: int, wanted: Wanted
) -> tuple[Suggestion, ...]:
    """The `top` entries that hold every word of `text`, each wording once."""
    filters = Filters(body=wanted.body, status=wanted.status, part=wanted.part)
    stores = [index.store for index in indexes]
    found, _ = search(stores, text, filters, _MORE * top)
    homes: dict[str, list[Found]] = {}
    for each in found:
        if _passes(each, wanted):
            homes.setdefault(each.entry.text, []).append(each)
    return tuple(_suggestion(same) for same in list(homes.values())[:top])


def _passes(found: Found, wanted: Wanted) -> bool:
    date = found.source.date
    if wanted.before and not "" < date < wanted.before:
        return False
    if wanted.after and date <= wanted.after:
        return False
    return not wanted.body or matches(wanted.body, found.source.body)


def _suggestion(same: Sequence[Found]) -> Suggestion:
    entry, source = same[0].entry, same[0].source
    years = sorted({found.source.date[:4] for found in same} - {""})
    return Suggestion(
        text=entry.text,
        symbol=source.reference,
        part=entry.part,
        number=entry.number,
        date=source.date,
        status=source.status,
        score=1.0,
        uses=len(same),
        bodies=tuple(sorted({found.source.body for found in same} - {""})),
        years=(years[0], years[-1]) if years else (),
    )

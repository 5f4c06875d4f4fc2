"""Resolutions as a text cites them: organ, number, date and title (R-REF-1 to R-REF-7), in English.

Reads what is printed; never looks a resolution up and never judges what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACE = r"[ \u00a0]"
_NUMBER = (
    rf"(?:(?:S-|ES-)?\d{{1,4}}/\d{{1,4}}(?:{_SPACE}[A-Z](?![\w’]))?"
    rf"|\d{{1,4}}{_SPACE}\((?:19|20)\d\d\)|\d{{1,4}}(?:{_SPACE}[A-Z])?{_SPACE}\([IVXLC-]+\))"
)
_DATE = rf"\d{{1,2}}{_SPACE}[A-Z][a-z]+{_SPACE}(?:19|20)\d\d"
_ITEM = re.compile(
    rf"(?P<number>{_NUMBER})(?:{_SPACE}and{_SPACE}[A-Z](?![\w’]))?"
    rf"(?:,?{_SPACE}of{_SPACE}(?P<date>{_DATE}))?"
    rf"(?:,?{_SPACE}entitled{_SPACE}“(?P<title>[^“”]+)”)?"
)
_HEAD = re.compile(
    rf"(?:\b(?P<its>[Ii]ts)(?:{_SPACE}(?:previous|earlier|relevant))?"
    rf"|\b(?P<organ>[A-Z][\w’-]+(?:{_SPACE}(?:[A-Z][\w’-]+|of|the|on|and|to|against|for)){{0,18}}))?"
    rf"{_SPACE}?\b[Rr]esolutions?{_SPACE}(?={_NUMBER})"
)
_NEXT = re.compile(rf"(?:,?{_SPACE}and{_SPACE}|,{_SPACE})(?={_NUMBER})")


@dataclass(frozen=True, slots=True)
class Citation:
    """One resolution that a text cites."""

    organ: str  # as printed before it; "its" for the body's own, "" where none is printed
    number: str  # "79/901", "2692 (2023)", "217 A (III)"
    date: str  # as printed, "" where none is; of several that share one, each has it
    title: str
    start: int  # of the number
    end: int  # of everything that belongs to it
    date_at: int  # where its date stands, -1 where it has none; after `end` where it is shared
    title_at: int

    @property
    def own_date(self) -> str:
        """The date that stands with it, not with one after it."""
        return self.date if self.start < self.date_at < self.end else ""


def citations(words: str) -> Iterator[Citation]:
    """The resolutions that `words` cite by number, in order."""
    for head in _HEAD.finditer(words):
        organ = "its" if head["its"] else _organ(head["organ"] or "")
        run: list[Citation] = []
        at = head.end()
        while item := _ITEM.match(words, at):
            run.append(_read(item, organ))
            following = _NEXT.match(words, item.end())
            if not following:
                break
            at = following.end()
        yield from _dated(run)


def _read(item: re.Match[str], organ: str) -> Citation:
    return Citation(
        organ,
        " ".join(item["number"].split()),
        " ".join((item["date"] or "").split()),
        item["title"] or "",
        item.start(),
        item.end(),
        item.start("date"),
        item.start("title"),
    )


def _dated(run: list[Citation]) -> Iterator[Citation]:
    """`run` with the date that several share given to each (R-REF-3)."""
    for index, each in enumerate(run):
        shared = next((c for c in run[index:] if c.date), None)
        if each.date or shared is None:
            yield each
        else:
            yield Citation(
                each.organ, each.number, shared.date, each.title, each.start, each.end,
                shared.date_at, each.title_at,
            )  # fmt: skip


_KNOWN = (
    "General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council",
    "Commission on Human Rights", "Commission on Narcotic Drugs", "World Health Assembly",
    "Commission on Crime Prevention and Criminal Justice", "United Nations Environment Assembly",
)  # fmt: skip


_SHORT = {"Assembly": "General Assembly", "Council": ""}


def _organ(printed: str) -> str:
    """The organ's name in what stands before "resolution", without the words that lead to it."""
    for name in _KNOWN:
        if printed.endswith(name):
            return name
    return _SHORT.get(printed, "")

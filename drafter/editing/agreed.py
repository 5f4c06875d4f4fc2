"""Agreed language on its way into a draft: the words stay verbatim, only the opening is set.

Nothing here chooses or alters language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from drafter.editing.rows import RowPart
from drafter.grammar import dates
from drafter.model import Inlines, Text, normal

if TYPE_CHECKING:
    from drafter.phrases.filters import Wanted
    from drafter.phrases.suggestion import Suggestion

STATUSES = ("adopted", "draft")
_FILES = {".txt", ".md", ".docx", ".html", ".pdf", ".json"}
_PARTS: dict[str, RowPart] = {"preambular": "preamble", "operative": "operative"}


def content_of(words: str, part: str) -> Inlines:
    """`words` as a paragraph of `part` prints them, the opening in italics (R-OPEN-5)."""
    from drafter.grammar import openings

    known: Literal["preambular", "operative"] | None = (
        "preambular" if part == "preambular" else "operative" if part == "operative" else None
    )
    opening = openings.find(words, known)
    cut = len(opening.text) if opening and words.startswith(opening.text) else 0
    return normal((Text(words[:cut], italic=True), Text(words[cut:])))


def source_name(symbol: str) -> str:
    """What a source is called beside its language: `symbol`, or words where it has none.

    A bank names a source without a symbol after its file, which a reader cannot cite.
    """
    if re.fullmatch(r"\d+/\d+", symbol):
        return f"resolution {symbol}"
    path = PurePath(symbol)
    if path.suffix.lower() not in _FILES:
        return symbol
    words = re.sub(r"[_-]+", " ", re.sub(r"\b\d{3}_|[0-9a-f]{12,}", " ", path.stem)).strip()
    return f"“{words}”" if words else "a text without a symbol"


def cited(phrase: Suggestion) -> str:
    """Where `phrase` stands: "A/RES/79/901 OP3 · 12 December 2024 · adopted"."""
    where = f"{source_name(phrase.symbol)} {phrase.place}".strip()
    when = dates.printed(phrase.date) or phrase.date
    return " · ".join(filter(None, (where, when, phrase.status)))


def part_of(part: str) -> RowPart | None:
    """The part of a draft where a phrase from `part` belongs, None for wherever one stands."""
    return _PARTS.get(part)


def completes(phrase: str, typed: str) -> bool:
    """Whether `phrase` goes on from what was `typed`."""
    return phrase.casefold().startswith(typed.strip().casefold())


@dataclass(frozen=True, slots=True)
class Filter:
    """Which agreed language is offered; what is empty lets everything pass."""

    body: str = ""
    years: str = ""  # "2021", "2015-2020", "2021-"
    status: str = ""

    @property
    def words(self) -> str:
        """The filter in a few words: "ga-c3 · 2015–2020 · adopted"."""
        years = self.years.replace("-", "–")
        return " · ".join(filter(None, (self.body, years, self.status)))

    @property
    def wanted(self) -> Wanted:
        """The filter as the bank takes it."""
        from drafter.phrases.filters import Wanted

        first, last = span_of(self.years) or ("", "")
        after = f"{int(first) - 1}-12-31" if first else ""
        before = f"{int(last) + 1}-01-01" if last else ""
        return Wanted(body=self.body, before=before, after=after, status=self.status)


def span_of(years: str) -> tuple[str, str] | None:
    """The first and the last year of "2021", "2015-2020" or "2021-"; None for anything else."""
    found = re.fullmatch(r"(\d{4})?\s*([-–]?)\s*(\d{4})?", years.strip())
    if not found or not (found[1] or found[3]):
        return None
    return (found[1] or "", found[3] or "") if found[2] else (found[1] or found[3],) * 2

"""What is known elsewhere of a resolution that a draft cites, as a lookup that the caller gives.

Lint knows no phrase bank: whoever has one passes a function. Nothing here judges.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.grammar.citations import Citation

if TYPE_CHECKING:
    from drafter.lint.draft import Draft


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is known of one resolution; nothing where `where` is ""."""

    dates: tuple[str, ...] = ()  # as printed, the likeliest first
    titles: tuple[str, ...] = ()
    where: str = ""  # "A/RES/79/901", "cited so in 12 texts"
    sure: bool = False  # the resolution itself says so, or every text that cites it


Lookup = Callable[[str, str], Agreed]  # organ and number: "General Assembly", "79/901"

_YEAR = re.compile(r"\d+ \((?:19|20)\d\d\)")
_ROMAN = re.compile(r"\([IVXLC-]+\)")


def organ_of(draft: Draft, citation: Citation) -> str:
    """Whose resolution `citation` is, "" where that cannot be told."""
    if _YEAR.fullmatch(citation.number):
        return "Security Council"
    if _ROMAN.search(citation.number) and not citation.organ:
        return "General Assembly"
    own = draft.body.organ if draft.body else draft.resolution.masthead.organ
    if not own:
        own = draft.resolution.enacting.strip(" ,.").removeprefix("The ")
    return own if citation.organ == "its" else citation.organ


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for capitals, quotation marks and spaces."""
    return _folded(one) == _folded(other)


def _folded(title: str) -> str:
    return re.sub(r"[^\w]+", " ", title).strip().casefold()

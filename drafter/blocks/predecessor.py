"""The text before last: which resolution the base itself followed, and where it names it.

A text that comes back every session names the one before it: "submitted pursuant to resolution
77/901", "the most recent of which was resolution 77/901 of 12 December 2022". In the next text the
base stands there. Nothing is taken for the predecessor that the base does not call so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_NUMBER = r"(\d{1,3})/\d{1,4}(?: [A-Z](?!\w))?"
_SIGNS = re.compile(
    r"(?:pursuant to|in response to|most recent(?: of which)?(?:,? being| was| is)?|"
    r"latest of which (?:was|is|being)|last of which (?:was|is|being))"
    rf"(?: its| General Assembly)? resolution ({_NUMBER})"
)
_DATED = re.compile(r" of \d{1,2} [A-Z][a-z]+ (?:19|20)\d\d")


def named(paragraphs: Iterable[str], session: int) -> str:
    """The number of the resolution that the text of `session` calls the one before it, or ""."""
    found = Counter(
        match[1]
        for words in paragraphs
        for match in _SIGNS.finditer(words)
        if 0 < session - int(match[2]) <= 4
    )
    return found.most_common(1)[0][0] if found else ""


def places(words: str, number: str) -> list[tuple[int, int, bool]]:
    """Where `words` name resolution `number`: from, to with its date, and whether it is dated.

    A list of several ("resolutions 76/901 of …, 77/901 of …") is history, and stays.
    """
    out = []
    for match in re.finditer(rf"(?<=resolution ){re.escape(number)}(?![\d/])", words):
        date = _DATED.match(words, match.end())
        out.append((match.start(), date.end() if date else match.end(), bool(date)))
    return out

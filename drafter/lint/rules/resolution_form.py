"""The number of a resolution has the form of its time: 79/901, S-32/1, 217 A (III).

The Assembly numbers by session since its thirty-first session; before, a running number stands
with the session in roman figures. Several resolutions take the plural.

Wrong:

    *Recalling* its resolutions 79/901 of 12 December 2024 and its resolution 217A (III) of
    10 December 1948,

    *Recalling also* its resolution 79/902 and 79/903 of 12 December 2024 and its resolution 32/1S,

    1. *Urges* States to license ferries.

    → PP1: write “resolution 79/901”
    → PP1: write “217 A (III)”
    → PP2: write “resolutions 79/902 and 79/903”
    → PP2: write “S-32/1”

Right:

    *Recalling* its resolution 79/901 of 12 December 2024 and its resolution 217 A (III) of
    10 December 1948,

    *Recalling also* its resolutions 79/902 and 79/903 of 12 December 2024 and its resolution
    S-32/1,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "error"
SOURCES = ("R-REF-3", "R-REF-5", "R-REF-6")
ENGLISH = True

_NUMBER = r"(?:S-|ES-)?\d{1,2}/\d{1,3}(?:[ \u00a0][A-Z]\b)?"
_ONE = re.compile(
    rf"\bresolutions[ \u00a0](?P<number>{_NUMBER}|\d{{3,4}} \(\d{{4}}\))"
    r"(?=,? (?:of \d{1,2} [A-Z]|entitled))"
)
_TITLE = re.compile(r"“[^”]*”")
# What shows that the list goes on: any other number of a resolution later in the sentence.
_MORE = re.compile(r"\d/\d|\d \([IVXL]+\)|\d \(\d{4}\)")
_SEVERAL = re.compile(
    rf"\bresolution(?=[ \u00a0](?:{_NUMBER}, )*{_NUMBER},? and[ \u00a0]{_NUMBER}(?![\w/]))"
)
_LIST = re.compile(rf"[ \u00a0](?:{_NUMBER}, )*{_NUMBER},? and[ \u00a0]{_NUMBER}")
_ROMAN = re.compile(
    r"(?<![\w./])(?P<number>\d{1,4})(?P<letter>[A-Z])?(?P<space>[ \u00a0]?)\((?P<session>[IVXL]+)\)"
)
_SPECIAL = re.compile(r"(?<=resolution )(?P<session>\d{1,2})/(?P<number>\d{1,3})(?P<mark>ES|S)\b")


def check(draft: Draft) -> Iterator[Fault]:
    """Numbers and plurals in another form."""
    for stretch in draft.stretches:
        for match in stretch.search(_ONE):
            after = _TITLE.sub("", stretch.words[match.end :]).partition(";")[0]
            if not _MORE.search(after):
                wanted = f"resolution {match.found['number']}"
                fix = match.replace(wanted, f"write “{wanted}”")
                yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)
        for match in stretch.search(_SEVERAL):
            numbers = _LIST.match(stretch.words, match.end)
            wanted = f"resolutions{numbers[0] if numbers else ''}"
            fix = match.replace("resolutions", f"write “{wanted}”")
            yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)
        for match in stretch.search(_ROMAN):
            found = match.found
            if found["letter"] or not found["space"]:
                letter = f" {found['letter']}" if found["letter"] else ""
                wanted = f"{found['number']}{letter} ({found['session']})"
                fix = match.replace(wanted, f"write “{wanted}”")
                yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)
        for match in stretch.search(_SPECIAL):
            found = match.found
            wanted = f"{found['mark']}-{found['session']}/{found['number']}"
            fix = match.replace(wanted, f"write “{wanted}”")
            yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)

"""A treaty is cited by its series in italics, the volume and the number.

Wrong:

    *Recalling* the Convention on River Crossings,[^1] and its Protocol,[^2]

    1. *Urges* States to license ferries.

    [^1]: United Nations, Treaty Series, volume 2349, no. 42146.

    [^2]: UNTS 2349.

    → footnote 1: put “Treaty Series” in italics
    → footnote 1: write “vol. 2349, No. 42146”
    → footnote 2: write “United Nations, Treaty Series”, its volume and number

Also right:

    *Recalling* the Convention on River Crossings,[^1]

    1. *Urges* States to license ferries.

    [^1]: United Nations, *Treaty Series*, vol. 2349, No. 42146.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix
from drafter.lint.flat import italics

LEVEL = "warning"
SOURCES = ("R-FN-8",)
SCANS = False
ENGLISH = True

_SERIES = re.compile(r"Treaty Series")
_PLACE = re.compile(
    r"(?<=Treaty Series, )(?:[Vv]olumes?|[Vv]ols?\.)[ \u00a0]?(?P<volumes>[\d, and–-]*\d)"
    r"(?:, (?:[Nn]umbers?|[Nn]os?\.?|#)[ \u00a0]?(?P<numbers>[\d, and–-]*\d))?"
)
_SHORT = re.compile(r"\bU\.?N\.?T\.?S\b\.?")


def check(draft: Draft) -> Iterator[Fault]:
    """Notes that cite a treaty in another form."""
    for stretch in draft.stretches:
        if stretch.spot.part != "footnote":
            continue
        slanted = italics(stretch.content)
        for match in stretch.search(_SERIES):
            if "." in slanted[match.start : match.end].replace(".", "", 1):
                edit = stretch.edit(match.start, match.end, match.found[0], italic=True)
                message = "put “Treaty Series” in italics"
                fix = Fix((edit,), message)
                yield Fault(stretch, message, fix, start=match.start, end=match.end)
        for match in stretch.search(_PLACE):
            wanted = _form(match.found)
            if wanted != match.found[0].replace("\u00a0", " "):
                message = f"write “{wanted}”"
                fix = match.replace(wanted, message)
                yield Fault(stretch, message, fix, start=match.start, end=match.end)
        for match in stretch.search(_SHORT):
            message = "write “United Nations, Treaty Series”, its volume and number"
            yield Fault(stretch, message, start=match.start, end=match.end)


def _form(found: re.Match[str]) -> str:
    volumes, numbers = found["volumes"], found["numbers"]
    wanted = f"vols. {volumes}" if re.search(r"\D", volumes) else f"vol. {volumes}"
    if numbers:
        wanted += f", Nos. {numbers}" if re.search(r"\D", numbers) else f", No. {numbers}"
    return wanted

"""Spanish sets the date of a resolution between commas: su resolución 79/901, de 12 de diciembre.

Wrong:

    *Recordando* su resolución 79/901 del 12 de diciembre de 2024 sobre los ríos y los puentes,

    1. *Insta* a los Estados a que expidan permisos para las embarcaciones.

    → PP1: write “79/901, de 12 de diciembre de 2024,”

Right:

    *Recordando* su resolución 79/901, de 12 de diciembre de 2024, sobre los ríos y los puentes,

    1. *Insta* a los Estados a que expidan permisos para las embarcaciones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "warning"
SOURCES = ("R-LANG-4",)
SCANS = False

_DATED = re.compile(
    r"(?<=resolución )(?P<number>(?:S-|ES-)?\d+/\d+(?: [A-Z])?)(?P<comma>,?) (?P<of>del?) "
    r"(?P<date>\d{1,2} de [a-z]+ de \d{4})(?P<after>,?)(?=[ \ufffc;.]|$)"
)


def check(draft: Draft) -> Iterator[Fault]:
    """Dates of resolutions without their commas in a Spanish text."""
    if draft.language != "es":
        return
    for stretch in draft.stretches:
        for match in stretch.search(_DATED):
            found = match.found
            # Where a mark of its own follows, that one closes the date.
            closes = (
                "," if found["after"] or stretch.words[match.end : match.end + 1] == " " else ""
            )
            wanted = f"{found['number']}, de {found['date']}{closes}"
            if wanted != found[0]:
                fix = match.replace(wanted, f"write “{wanted}”")
                yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)

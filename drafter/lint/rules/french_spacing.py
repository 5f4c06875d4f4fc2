"""French sets a space before a semicolon and a colon, and inside guillemets.

The space is one that does not break. A text that sets none at all has lost them on its way here
more often than not: there this is a note.

Wrong:

    *Rappelant* la résolution intitulée «Sécurité des rivières» et les rapports sur les crues,

    1. *Prie* les États de délivrer des permis;

    2. *Prie* le Secrétaire général de lui faire rapport sur la question.

    → PP1: put a space after «
    → PP1: put a space before »
    → OP1: put a space before ;

Right:

    *Rappelant* la résolution intitulée « Sécurité des rivières » et les rapports sur les crues,

    1. *Prie* les États de délivrer des permis ;

    2. *Prie* le Secrétaire général de lui faire rapport sur la question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Level

LEVEL = "warning"
SOURCES = ("R-LANG-3",)
SCANS = False

_TIGHT = re.compile(
    "(?P<before>(?<=[\\w»)”\ufffc])[;:](?=\\s|$|\ufffc)|(?<=\\S)»)|(?P<after>«(?=\\S))"
)

_LOOSE = re.compile("[\u00a0\u202f ][;:»]|«[\u00a0\u202f ]")


def check(draft: Draft) -> Iterator[Fault]:
    """Marks set close in a French text."""
    if draft.language != "fr":
        return
    # Copies of official texts drop these spaces throughout; a drafter forgets some.
    level: Level | None = None if any(_LOOSE.search(s.words) for s in draft.prose) else "note"
    for stretch in draft.stretches:
        for match in stretch.search(_TIGHT, quoted=True):
            mark = match.found[0]
            side, wanted = (
                ("before", f"\u00a0{mark}") if match.found["before"] else ("after", f"{mark}\u00a0")
            )
            message = f"put a space {side} {mark}"
            fix = match.replace(wanted, message)
            yield Fault(stretch, message, fix, level, start=match.start, end=match.end)

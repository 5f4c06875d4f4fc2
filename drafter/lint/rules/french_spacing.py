"""French sets a space before a semicolon and a colon, and inside guillemets.

The space is one that does not break.

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

LEVEL = "warning"
SOURCES = ("R-LANG-3",)
SCANS = False

_TIGHT = re.compile(
    "(?P<before>(?<=[\\w»)”\ufffc])[;:](?=\\s|$|\ufffc)|(?<=\\S)»)|(?P<after>«(?=\\S))"
)


def check(draft: Draft) -> Iterator[Fault]:
    """Marks set close in a French text."""
    if draft.language != "fr":
        return
    for stretch in draft.stretches:
        for match in stretch.search(_TIGHT, quoted=True):
            mark = match.found[0]
            side, wanted = (
                ("before", f"\u00a0{mark}") if match.found["before"] else ("after", f"{mark}\u00a0")
            )
            message = f"put a space {side} {mark}"
            fix = match.replace(wanted, message)
            yield Fault(stretch, message, fix, start=match.start, end=match.end)

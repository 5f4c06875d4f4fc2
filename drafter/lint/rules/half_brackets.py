"""French and Spanish letter their points with half a bracket: a), i).

Wrong:

    *L’Assemblée générale*,

    *Rappelant* l’alinéa (b) du paragraphe 8 de sa résolution sur les passages,

    1. *Prie* les États de prendre les mesures voulues pour:

       (a) Délivrer des permis;

       (b) Former les équipages.

    → PP1: write “b)”
    → OP1 (a): write “a)”
    → OP1 (b): write “b)”

Right:

    *L’Assemblée générale*,

    *Rappelant* l’alinéa b) du paragraphe 8 de sa résolution sur les passages,

    1. *Prie* les États de prendre les mesures voulues pour:

       a) Délivrer des permis;

       b) Former les équipages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix, Label

LEVEL = "error"
SOURCES = ("R-LANG-2",)
SCANS = False

_WHOLE = re.compile(r"\((?P<letter>[a-z]{1,3})\)")
_CITED = re.compile(
    r"\b(?:(?:sous-)?alinéas?|al\.|paragraphes?|points?|articles?|apartados?|incisos?|párrafos?"
    r"|artículos?)[ \u00a0](?:\d+,?[ \u00a0])?\((?P<letter>[a-z]{1,3})\)"
)


def check(draft: Draft) -> Iterator[Fault]:
    """Letters between two brackets in a French or Spanish text."""
    if draft.language not in {"fr", "es"}:
        return
    for stretch in draft.stretches:
        point = stretch.placed if not stretch.spot.closing else None
        if point and point.level and (whole := _WHOLE.fullmatch(point.label)):
            half = f"{whole['letter']})"
            fix = Fix((Label(stretch.spot, half),), f"write “{half}”")
            yield Fault(stretch, f"write “{half}”", fix)
        for match in stretch.search(_CITED):
            half = f"{match.found['letter']})"
            start, end = match.found.start("letter") - 1, match.end
            fix = Fix((stretch.edit(start, end, half),), f"write “{half}”")
            yield Fault(stretch, f"write “{half}”", fix, start=start, end=end)

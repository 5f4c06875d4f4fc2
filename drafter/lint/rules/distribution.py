"""A draft is distributed as Limited; adopted texts and reports are General.

The Security Council prints "Provisional" on its drafts. French and Spanish texts translate the
word: limitée, limitada; Russian and Arabic ones keep the English line.

Wrong:

    ---
    symbol: A/C.3/80/L.909
    distribution: General
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.

    → masthead: Distr.: write “Limited”

Right:

    ---
    symbol: A/C.3/80/L.909
    distribution: Limited
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.

Wrong:

    ---
    symbol: A/C.3/80/L.909
    distribution: Limited
    ---

    *L’Assemblée générale*,

    1. *Prie* les États de délivrer des permis aux navires.

    → masthead: Distr.: write “limitée”

Right:

    ---
    symbol: A/C.3/80/L.909
    distribution: limitée
    ---

    *L’Assemblée générale*,

    1. *Prie* les États de délivrer des permis aux navires.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.symbols import is_draft
from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Field, Fix

LEVEL = "error"
SOURCES = ("R-ANAT-2", "R-LANG-6")

_WORDS = {
    "en": {"Limited": "Limited", "General": "General"},
    "fr": {"Limited": "limitée", "General": "générale"},
    "es": {"Limited": "limitada", "General": "general"},
}


def check(draft: Draft) -> Iterator[Fault]:
    """A distribution line that is not the one its symbol asks for."""
    head = draft.resolution.masthead
    if not head.distribution or not head.symbol:
        return
    adopted = "/RES/" in head.symbol
    if not (adopted or is_draft(head.symbol)):
        return
    words = _WORDS.get(draft.language, _WORDS["en"])
    wanted = words["General" if adopted else "Limited"]
    if head.distribution.strip().lower() != wanted.lower():
        fix = Fix((Field("distribution", wanted),), f"write “{wanted}”")
        yield Fault("masthead", f"Distr.: write “{wanted}”", fix)

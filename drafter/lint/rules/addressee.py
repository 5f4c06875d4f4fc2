"""States are urged, called upon, encouraged or invited; "requests" speaks to the bodies.

Wrong:

    1. *Requests* Member States to license ferries.

    → OP1: States are urged, called upon, encouraged or invited, not requested

Also right:

    1. *Urges* Member States to license ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.grammar import succession, verbs
from drafter.lint.draft import Draft, Fault, opening_start
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-OP-11",)
ENGLISH = True
DECISIONS = False

_STATES = re.compile(
    r"^(?:all )?(?:(?:member |concerned |interested |developed |developing )?states(?: parties)?|"
    r"governments|countries|member states)"
    r"(?:$| and (?!the secretary)| in a position"
    r"| (?:the )?(?:secretariat|united nations|regional|international|relevant))"
)


def check(draft: Draft) -> Iterator[Fault]:
    """Requests to States."""
    for stretch in draft.part("operative"):
        opening = draft.openings[stretch.spot]
        if opening is None:
            continue
        plain, adverb = succession.split(opening.text)
        start = opening_start(stretch)
        end = start + len(opening.text)
        action = verbs.action(plain, stretch.words[end:])
        if action.verb not in {"requests", "directs", "instructs"}:
            continue
        if not _STATES.match(action.addressee):
            continue
        wanted = succession.join("Urges", adverb, "operative")
        fix = Fix((stretch.edit(start, end, wanted),), f"write “{wanted}”", safe=False)
        message = "States are urged, called upon, encouraged or invited, not requested"
        yield Fault(stretch, message, fix, start=start, end=end)

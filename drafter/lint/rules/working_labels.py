"""Working labels such as PP1 and OP3 bis are for consultations: they go before issue.

A paragraph is cited by its number, and one of the preamble by its place: the third preambular
paragraph.

Wrong:

    *Recalling* PP2 and OP3 of its resolution 79/901 of 12 December 2024,

    1. OP1 *Urges* States to license ferries;

    2. *Requests* the Secretary-General to report.

    → PP1: write “the second preambular paragraph”
    → PP1: write “paragraph 3”
    → OP1: take out the working label “OP1”

Right:

    *Recalling* the second preambular paragraph and paragraph 3 of its resolution 79/901 of
    12 December 2024,

    1. *Urges* States to license ferries;

    2. *Requests* the Secretary-General to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.grammar import ordinals
from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-NEG-4", "R-REF-12")

_LABEL = re.compile(
    r"(?:PP|OP)[ \u00a0]?\d+[ \u00a0]?(?:bis|ter|quater|alt)?"
    r"(?:[ \u00a0]?\([a-z]\))?[:.]?[ \u00a0]?",
    re.I,
)
_CITED = re.compile(
    r"(?P<the>\bthe[ \u00a0])?\b(?P<part>PP|OP)[ \u00a0]?(?P<number>[1-9]\d{0,2})\b"
)


def check(draft: Draft) -> Iterator[Fault]:
    """Paragraphs that begin with a working label, and working labels cited in the text."""
    for stretch in draft.paragraphs:
        begins = 0
        if found := _LABEL.match(stretch.words):
            begins = found.end()
            fix = Fix((stretch.edit(0, begins, ""),), "take out the label")
            message = f"take out the working label “{found[0].strip(' .:')}”"
            yield Fault(stretch, message, fix, start=0, end=begins)
        for match in stretch.search(_CITED):
            if match.start < begins or not draft.is_english:
                continue
            number = int(match.found["number"])
            if match.found["part"] == "PP":
                wanted = f"the {ordinals.words(number)} preambular paragraph"
            else:
                wanted = f"paragraph {number}"
            fix = match.replace(wanted, f"write “{wanted}”", safe=False)
            yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)

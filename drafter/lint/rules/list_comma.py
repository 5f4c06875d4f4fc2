"""No comma stands before the final "and" of a simple list: ports, rivers and canals.

Where an item itself has an "and", or a clause follows, the comma may be needed: then nothing is
said.

Wrong:

    1. *Urges* States to protect ports, rivers, and canals.

    → OP1: write “ports, rivers and canals”

Right:

    1. *Urges* States to protect ports, rivers and canals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault

LEVEL = "warning"
SOURCES = ("R-STY-16",)
SCANS = False
ENGLISH = True

_WORD = r"[a-z][a-z-]+"
# Three single words, and the end of the phrase: longer items may want their comma.
_LIST = re.compile(rf"(?<=[ ])({_WORD}(?:, {_WORD})+)(,)( and {_WORD})(?=[.;:]|\ufffc|$)")
# Words that end a phrase in commas, and are no items of a list.
_NO_ITEM = re.compile(
    r"\b(?:including|alia|such|however|therefore|where|when|which|that|also|appropriate|necessary"
    r"|possible|applicable|relevant|particular)\b"
)


def check(draft: Draft) -> Iterator[Fault]:
    """A comma before the last of three or more single words."""
    for stretch in draft.paragraphs:
        for match in stretch.search(_LIST):
            if _NO_ITEM.search(match.found[0]):
                continue
            wanted = match.found[1] + match.found[3]
            fix = match.replace(wanted, f"write “{wanted}”")
            yield Fault(stretch, f"write “{wanted}”", fix, start=match.start, end=match.end)

"""How an answer differs from what was asked, in words: what a terminal marks beside it.

`drafter.diff` tells the same with more care, and takes as long to load as a whole question takes to
answer. The marks rebuild both texts; they are for reading, and nothing is computed from them.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

_TOKENS = r"\w+(?:[-’'./]\w+)*|\s+|\W"

Mark = tuple[str, str]  # "equal", "delete" or "insert", and the text


def marks(asked: str, found: str) -> list[Mark]:
    """What makes `found` of `asked`: deletions before insertions, neighbours of a kind joined."""
    old, new = re.findall(_TOKENS, asked), re.findall(_TOKENS, found)
    names: dict[str, int] = {}
    one, other = ([names.setdefault(token, len(names)) for token in side] for side in (old, new))
    told: list[Mark] = []
    deleted = inserted = ""
    for op in Indel.opcodes(one, other):
        gone = "".join(old[op.src_start : op.src_end])
        come = "".join(new[op.dest_start : op.dest_end])
        # Of two words that both differ, the space between them is marked with them.
        if op.tag == "equal" and not (gone.isspace() and (deleted or inserted)):
            told += (("delete", deleted), ("insert", inserted), ("equal", gone))
            deleted = inserted = ""
        else:
            deleted, inserted = deleted + gone, inserted + come
    told += (("delete", deleted), ("insert", inserted))
    return [mark for mark in told if mark[1]]

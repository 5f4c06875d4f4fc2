"""Find and replace: where words stand in the draft, and the draft with others in their place.

Small letters find capitals too; a capital in what is looked for finds only itself. Formatting,
footnote calls and brackets stay as they are. Positions are those of the flat text (`lint.flat`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from drafter.editing.rows import Row
from drafter.editing.state import EditError, State
from drafter.model import Inlines


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Characters `start` to `end` of row `row`."""

    row: int
    start: int
    end: int


def find(every: Sequence[Row], wanted: str) -> tuple[Match, ...]:
    """Everywhere `wanted` stands in the rows `every`, in reading order."""
    if not wanted.strip():
        return ()
    pattern = _pattern(wanted)
    return tuple(
        Match(index, found.start(), found.end())
        for index, row in enumerate(every)
        if row.content
        for found in pattern.finditer(_flat(row.content))
    )


def _pattern(wanted: str) -> re.Pattern[str]:
    # Apostrophes and spaces as one types them find those that are printed.
    words = re.escape(wanted).replace("'", "['’]").replace(r"\ ", r"[ \u00a0]")
    return re.compile(words, 0 if wanted != wanted.lower() else re.I)


@lru_cache(maxsize=4096)
def _flat(content: Inlines) -> str:
    # The checks take a tenth of a second to load, which opening a draft must not wait for.
    from drafter.lint.flat import flat

    return flat(content)


def replace_one(state: State, match: Match, words: str) -> State:
    """The draft with `words` at `match`, and the cursor there."""
    return _replaced(state, (match,), words)


def replace_all(state: State, wanted: str, words: str) -> State:
    """The draft with `words` wherever `wanted` stands, as one step."""
    found = find(state.rows, wanted)
    if not found:
        raise EditError(f"“{wanted}” stands nowhere in the draft")
    return _replaced(state, found, words)


def _replaced(state: State, matches: Sequence[Match], words: str) -> State:
    from drafter.lint.flat import replaced

    every = list(state.rows)
    first = _flat(every[matches[0].row].content)[matches[0].start : matches[0].end]
    done = 0
    for match in reversed(matches):
        row = every[match.row]
        try:
            content = replaced(row.content, match.start, match.end, words)
        except ValueError:
            continue  # half a bracket would go
        every[match.row] = replace(row, content=content)
        done += 1
    if not done:
        raise EditError(f"“{first}” runs across a bracket", hint="edit the paragraph itself")
    times = f" {done} times" if len(matches) > 1 else ""
    return state.having(every, matches[0].row, f"replace “{first}” by “{words}”{times}")

"""A source is cited once, at its first mention; a footnote number is never used again.

The rule changed between 2017 and 2022: before, a source was cited again at its first mention in
the operative part with the same number. In a text of 2017 or earlier nothing is said.

Wrong:

    *Recalling* the report of the Secretary-General,[^1]

    1. *Takes note* of the report.[^1]

    [^1]: A/80/912.

    → OP1: footnote 1 is called again

Right:

    *Recalling* the report of the Secretary-General,[^1]

    1. *Takes note* of the report.

    [^1]: A/80/912.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Fix, Level, Redraft
from drafter.lint.flat import without_call
from drafter.lint.notes import all_calls, is_number
from drafter.lint.spots import changed
from drafter.model import Inlines

LEVEL = "error"
SOURCES = ("R-FN-5",)
SCANS = False

_CHANGED = 2018  # texts of 2017 follow the older rule, those of 2022 the newer
_SETTLED = 2022


def check(draft: Draft) -> Iterator[Fault]:
    """Second calls of a note."""
    if 0 < draft.year < _CHANGED:
        return
    level: Level | None = "warning" if 0 < draft.year < _SETTLED else None
    seen: set[str] = set()
    for called in all_calls(draft):
        if called.label in seen:
            mended = changed(draft.resolution, called.stretch.spot, _without(called.at))
            fix = Fix((Redraft(mended),), "take out the second call", safe=False)
            message = f"footnote {called.label} is called again"
            yield Fault(called.stretch, message, fix, level, start=called.at, end=called.at + 1)
        if is_number(called.label):
            seen.add(called.label)


def _without(at: int) -> Callable[[Inlines], Inlines]:
    return lambda content: without_call(content, at)

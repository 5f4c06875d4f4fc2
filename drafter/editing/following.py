"""What follows by itself when a draft is worked on: Also and Further, endings, italic openings.

Only what a step put out of order is set right again, never a text's own usage: a fault that stood
there before the step is left to the checks (R-ALSO-1, R-OP-4, R-OP-6, R-OPEN-3, R-OPEN-5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.editing.rows import lines
from drafter.model import Resolution, plain

if TYPE_CHECKING:
    from drafter.lint.findings import Finding

RULES = (
    "succession",
    "operative-ending",
    "preambular-ending",
    "chapeau-ending",
    "penultimate-and",
    "opening-italics",
)
_ROUNDS = 4  # a word that follows may ask another to


@dataclass(frozen=True, slots=True)
class Followed:
    """The draft with everything in step again, and the places where that changed it."""

    resolution: Resolution
    places: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """The step as undo names it."""
        shown = ", ".join(self.places[:4]) + (" …" if len(self.places) > 4 else "")
        return f"Also, Further and endings follow in {shown}"


def follow(before: Resolution, after: Resolution) -> Followed:
    """`after` with the words set right that were right in `before`, or that are new."""
    from drafter.lint import check, fix

    stood = Counter(_keys(before, check(before, only=RULES)).values())
    resolution, places = after, dict[str, None]()
    for _ in range(_ROUNDS):
        left = stood.copy()
        new = []
        for finding, key in _keys(resolution, check(resolution, only=RULES)).items():
            if left[key] > 0:
                left[key] -= 1
            elif finding.fix is not None and finding.fix.safe and key[2]:
                new.append(finding)
        fixed = fix(resolution, new)
        if fixed == resolution:
            break
        places.update(dict.fromkeys(finding.place for finding in new))
        resolution = fixed
    return Followed(resolution, tuple(places))


def _keys(
    resolution: Resolution, findings: tuple[Finding, ...]
) -> Mapping[Finding, tuple[str, str, str]]:
    """What makes a finding the same one in another draft: rule, message and paragraph."""
    words = {line.place: plain(line.row.content) for line in lines(resolution)}
    return {each: (each.rule, each.message, words.get(each.place, "")) for each in findings}

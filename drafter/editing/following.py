"""What follows by itself when a draft is worked on: references, Also and Further, endings, italics.

Only what a step put out of order is set right again, never a text's own usage: a fault that stood
there before the step is left to the checks (R-ALSO-1, R-OP-4, R-OP-6, R-OPEN-3, R-OPEN-5). A
reference of which one cannot be sure where it leads now is told, and left as it is.
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
    places: tuple[str, ...] = ()  # where Also, Further, endings and italics followed
    references: tuple[str, ...] = ()  # where references did
    unsure: tuple[str, ...] = ()  # "OP7: what this cites is no longer in the text"

    @property
    def what(self) -> str:
        """The step as undo names it."""
        said = []
        if self.references:
            said.append(f"references follow in {_listed(self.references)}")
        if self.places:
            said.append(f"Also, Further and endings follow in {_listed(self.places)}")
        return ", ".join(said)


def _listed(places: tuple[str, ...]) -> str:
    return ", ".join(places[:4]) + (" …" if len(places) > 4 else "")


def follow(before: Resolution, after: Resolution) -> Followed:
    """`after` with the words set right that were right in `before`, or that are new."""
    from drafter.lint import check, fix
    from drafter.lint import follow as followed

    found = followed(before, after)
    sure = [each for each in found if each.fix is not None and each.fix.safe]
    unsure = tuple(f"{each.place}: {each.message}" for each in found if each not in sure)
    after = fix(after, sure)
    references = tuple(dict.fromkeys(each.place for each in sure))
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
    return Followed(resolution, tuple(places), references, unsure)


def _keys(
    resolution: Resolution, findings: tuple[Finding, ...]
) -> Mapping[Finding, tuple[str, str, str]]:
    """What makes a finding the same one in another draft: rule, message and paragraph."""
    words = {line.place: plain(line.row.content) for line in lines(resolution)}
    return {each: (each.rule, each.message, words.get(each.place, "")) for each in findings}

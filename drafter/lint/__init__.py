"""Checks against the conventions: rules yield findings, fixes return a new draft.

Nothing here prints, and no rule edits.
"""

from drafter.lint.agreed import Agreed, Lookup
from drafter.lint.checking import check, worst
from drafter.lint.config import Config
from drafter.lint.findings import Finding, Fix, Level
from drafter.lint.following import follow
from drafter.lint.mending import fix, mend

__all__ = [
    "Agreed",
    "Config",
    "Finding",
    "Fix",
    "Level",
    "Lookup",
    "check",
    "fix",
    "follow",
    "mend",
    "worst",
]

"""One module a rule; its docstring is its manual page, with examples that the tests run.

A module says LEVEL (error for an official rule, warning for practice, note where bodies differ),
SOURCES (the conventions it stands on) and `check(draft)`, which yields faults and never edits. It
may say SCANS = False (not on scanned text), ENGLISH = True (knows only English) and DECISIONS =
False (only for resolutions). Adding a rule is adding a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from drafter.errors import DrafterError
from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Level


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the others see it."""

    name: str  # "operative-ending"
    level: Level
    sources: tuple[str, ...]  # "R-OP-4"
    manual: str  # its docstring
    check: Callable[[Draft], Iterator[Fault]]
    scans: bool  # whether scanned text can be held to it
    english: bool  # whether it knows only English words
    decisions: bool  # whether a decision is held to it

    @property
    def title(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]


@cache
def names() -> tuple[str, ...]:
    """The id of every rule, in alphabetical order."""
    return tuple(sorted(m.name.replace("_", "-") for m in iter_modules(__path__)))


@cache
def rule(name: str) -> Rule:
    """The rule called `name`; raises DrafterError where there is none."""
    if name not in names():
        raise DrafterError(f"{name}: unknown rule", hint="see drafter lint --list-rules")
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    return Rule(
        name=name,
        level=module.LEVEL,
        sources=module.SOURCES,
        manual=(module.__doc__ or "").strip(),
        check=module.check,
        scans=getattr(module, "SCANS", True),
        english=getattr(module, "ENGLISH", False),
        decisions=getattr(module, "DECISIONS", True),
    )


def explain(name: str) -> str:
    """The manual page of the rule called `name`."""
    found = rule(name)
    return f"{found.name} ({found.level}; {', '.join(found.sources)})\n\n{found.manual}\n"

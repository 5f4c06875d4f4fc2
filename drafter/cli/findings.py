"""How findings are printed: a line each, groups at a terminal, or one JSON document."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.cli import console

if TYPE_CHECKING:
    from drafter.lint import Finding

_COLOURS = {"error": "31", "warning": "33", "note": "36"}


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the file and resolution it stands in."""

    file: str
    resolution: str  # "" where the file holds only one
    finding: Finding

    @property
    def place(self) -> str:
        """The place, with the resolution's number before it where there are several."""
        return f"{self.resolution}, {self.finding.place}" if self.resolution else self.finding.place


def print_json(files: list[str], found: list[Found]) -> None:
    """Print one JSON document."""
    console.print_json(
        {
            "files": [
                {"file": name, "findings": [_entry(each) for each in found if each.file == name]}
                for name in dict.fromkeys(files)
            ],
            "counts": dict(sorted(Counter(each.finding.level for each in found).items())),
        }
    )


def _entry(each: Found) -> dict[str, object]:
    finding = each.finding
    fix = finding.fix
    return {
        "resolution": each.resolution or None,
        "place": finding.place,
        "line": finding.line or None,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "fix": {"about": fix.about, "safe": fix.safe} if fix else None,
    }


def print_text(found: list[Found], options: argparse.Namespace) -> None:
    """Print a line a finding, or groups on a terminal, and the counts on stderr."""
    if sys.stdout.isatty():
        _print_groups(found, colour=console.wants_colour(options))
    else:
        colour = console.wants_colour(options)
        for each in found:
            print(_line(each, colour=colour))
    if found:
        console.say(_summary(found))
    elif sys.stdout.isatty():
        console.say("nothing found")


def _line(each: Found, *, colour: bool) -> str:
    """One finding as compilers print one, so that editors can jump to it."""
    finding = each.finding
    where = f"{each.file}:{finding.line}" if finding.line else each.file
    level = _painted(finding.level, _COLOURS[finding.level], colour=colour)
    return f"{where}: {each.place}: {level}: {finding.rule}: {finding.message}"


def _print_groups(found: list[Found], *, colour: bool) -> None:
    """The findings for a reader at a terminal: a heading a file, the places in a column."""
    width = min(max((len(each.place) for each in found), default=0), 24)
    for name in dict.fromkeys(each.file for each in found):
        print(_painted(name, "1", colour=colour))
        for each in (f for f in found if f.file == name):
            finding = each.finding
            level = _painted(f"{finding.level:<7}", _COLOURS[finding.level], colour=colour)
            rule = _painted(finding.rule, "2", colour=colour)
            mends = " *" if finding.fix and finding.fix.safe else ""
            print(f"  {each.place:<{width}}  {level}  {finding.message}{mends}  {rule}")
        print()


def _painted(words: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if colour else words


def _summary(found: list[Found]) -> str:
    counts = Counter(each.finding.level for each in found)
    parts = [
        f"{counts[level]} {level}{'' if counts[level] == 1 else 's'}"
        for level in ("error", "warning", "note")
        if counts[level]
    ]
    safe = sum(1 for each in found if each.finding.fix and each.finding.fix.safe)
    mends = f"; --fix mends {safe}" if safe else ""
    return ", ".join(parts) + mends

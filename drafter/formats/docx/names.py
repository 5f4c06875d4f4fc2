"""The name of a treaty body's text, "Decision 7/CMA.3", and its title in the lines below it.

Both stand above the enacting clause, the name alone in its line; readers of official text take them
for a title of two lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.formats.official import markup, sections
from drafter.formats.official.lines import Line
from drafter.model import Inlines, Kind, Resolution

_TITLE_LINES = 4
_NAME = re.compile(r"(Decision|Resolution) (\d{1,3}/[A-Z]{2,5}\.\d{1,3})", re.I)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands right above a text that bears its own name, taken out of its section."""

    section: sections.Section
    kind: Kind | None = None
    number: str = ""
    title: Inlines = ()
    lines: frozenset[int] = frozenset()  # the numbers of the lines taken out

    def given(self, resolution: Resolution) -> Resolution:
        """`resolution` with its name and title."""
        if self.kind is None:
            return resolution
        head = replace(resolution.masthead, kind=self.kind, number=self.number)
        return replace(resolution, masthead=head, title=self.title or resolution.title)


def of(section: sections.Section, lines: Sequence[Line]) -> Head:
    """The name and title of a treaty body's text: "Decision 7/CMA.3", then its title."""
    clause = section.clause.number - 1 if section.clause else 0
    for at in range(clause - 1, max(clause - _TITLE_LINES - 2, -1), -1):
        if match := _NAME.fullmatch(lines[at].text.strip()):
            kind: Kind = "decision" if match[1].lower() == "decision" else "adopted resolution"
            title = [line.content for line in lines[at + 1 : clause]]
            content = markup.without_emphasis(markup.join_all(title)) if title else ()
            above = tuple(line for line in section.head if line.number <= at)
            bare = replace(section, head=above)
            return Head(bare, kind, match[2], content, frozenset(range(at + 1, clause + 1)))
    return Head(section)

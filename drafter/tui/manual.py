"""A rule's page of the manual as it reads on the screen: emphasis shown, its marks gone."""

from __future__ import annotations

import re

from rich.text import Text

_MARKED = re.compile(r"\*([^*\n]+)\*|`([^`\n]+)`")
_HEADS = {"Wrong:", "Right:"}


def manual(rule: str, page: str) -> tuple[str, Text]:
    """The title of the page of `rule` and its words."""
    first, _, rest = page.strip().partition("\n")
    title = first if first.startswith(rule) else rule
    out = Text()
    for line in (rest if title == first else page).strip().split("\n"):
        if line.strip() in _HEADS:
            out.append(f"{line}\n", "bold")
            continue
        at = 0
        for found in _MARKED.finditer(line):
            out.append(line[at : found.start()])
            out.append(found[1] or found[2], "italic" if found[1] else "bold")
            at = found.end()
        out.append(f"{line[at:]}\n")
    return title, out

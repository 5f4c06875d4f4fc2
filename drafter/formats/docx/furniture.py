"""What stands in the headers and footers of a Word file and is no part of its text.

Dropped, but never in silence: a reader hands it over as furniture.
"""

from __future__ import annotations

from collections.abc import Container

from drafter.formats.docx import runs
from drafter.word import story
from drafter.word.package import Package


def left(package: Package, seen: runs.Seen, taken: Container[str]) -> tuple[str, ...]:
    """Each line of the headers and footers once, without those in `taken`."""
    found: dict[str, None] = {}
    for each in story.headers(package):
        for paragraph in story.all_paragraphs(each.container):
            words = runs.line(runs.flat(paragraph, seen))
            if words and words not in taken:
                found[words] = None
    return tuple(found)

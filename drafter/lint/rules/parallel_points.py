"""The points of a list are parallel: each goes on from the chapeau in the same form.

Wrong:

    1. *Invites* States to:

       (a) Include ferries in their plans;

       (b) Collecting data on crossings.

    → OP1 (b): begin as the other points do, with “Collect”

Right:

    1. *Invites* States to:

       (a) Include ferries in their plans;

       (b) Collect data on crossings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Stretch
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-OP-9",)
ENGLISH = True
DECISIONS = False

_FIRST = re.compile(r"\[?(?P<word>[A-Z][a-z-]+)")
_TO = re.compile(r"\bto\s*:\s*$")
# Words in -ing that are no verbs.
_NOUNS = {"Bring", "Being", "During", "Notwithstanding", "Following", "String"}
_DOUBLED = re.compile(r"(?:([bdgmnprt])\1)$")
_SILENT = re.compile(r"(?:[aiou][bcdgkmnprstuvz]|[cgsvuz]|at|id|ur|ag|iz)$")


def check(draft: Draft) -> Iterator[Fault]:
    """A participle among the verbs that go on from "to:"."""
    for stretch in draft.paragraphs:
        if not (stretch.placed and stretch.placed.paragraph.children and _TO.search(stretch.words)):
            continue
        points = [(point, _opening(point)) for point in _children(draft, stretch)]
        strays = sum(_participle(word) for _, word in points)
        if strays * 2 > len(points):
            continue
        for point, word in points:
            if _participle(word):
                plain = _plain(word)
                message = f"begin as the other points do, with “{plain}”"
                at = point.words.index(word)
                fix = Fix((point.edit(at, at + len(word), plain),), f"write “{plain}”", safe=False)
                yield Fault(point, message, fix, start=at, end=at + len(word))


def _children(draft: Draft, parent: Stretch) -> list[Stretch]:
    depth = len(parent.spot.path)
    return [
        each
        for each in draft.paragraphs
        if each.spot.part == parent.spot.part
        and len(each.spot.path) == depth + 1
        and each.spot.path[:depth] == parent.spot.path
    ]


def _opening(point: Stretch) -> str:
    found = _FIRST.match(point.words)
    return found["word"] if found else ""


def _participle(word: str) -> bool:
    return word.endswith("ing") and len(word) > 5 and word not in _NOUNS


def _plain(participle: str) -> str:
    """The verb of `participle`, as well as its spelling tells."""
    stem = participle.removesuffix("ing")
    if _DOUBLED.search(stem):
        return stem[:-1]
    return stem + "e" if _SILENT.search(stem) and not stem.endswith("ss") else stem

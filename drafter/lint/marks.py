"""Closing marks as faults: what three rules share. The marks themselves are grammar's."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.grammar.endings import Ending, endings, mark, mark_at
from drafter.lint.draft import Draft, Fault, Stretch
from drafter.lint.findings import Fix, Spot
from drafter.spans import OBJECT

_NAMES = {";": "a semicolon", ",": "a comma", ".": "a full stop", ":": "a colon"}


def wrong_marks(draft: Draft, part: str, *, chapeaux: bool) -> Iterator[Fault]:
    """The paragraphs of `part` that end with another mark than theirs; or only its chapeaux."""
    if part == "operative" and draft.is_declaration:
        return  # its paragraphs are sentences
    stretches = {stretch.spot: stretch for stretch in draft.stretches}
    for ending in endings(draft.resolution):
        chapeau = ending.expected == ":"
        if ending.placed.part != part or chapeau is not chapeaux:
            continue
        spot = Spot(ending.placed.part, ending.placed.path, ending.closing)
        if spot in draft.section_preambles:
            continue
        if spot in stretches and (fault := _fault(ending, stretches[spot])):
            yield fault


def _fault(ending: Ending, stretch: Stretch) -> Fault | None:
    # Calls stand after the mark in English and before it in French (R-FN-3): they do not count.
    words = stretch.words.replace(OBJECT, " ")
    if not words.strip():
        return None
    printed = mark(words)
    if printed and printed in ending.expected + ending.allowed:
        return None
    if _ends_in_list_word(ending, words) or (ending.expected == ":" and printed == ","):
        return None
    start = mark_at(words)
    end = start + len(printed)
    if not printed:
        start = end = _after_words(stretch.words, start)
    name = _NAMES[ending.expected]
    what = f"end the chapeau with {name}" if ending.expected == ":" else f"end with {name}"
    fix = Fix((stretch.edit(start, end, ending.expected, italic=False),), f"put {name}")
    return Fault(stretch, what, fix, start=start, end=end)


def _ends_in_list_word(ending: Ending, words: str) -> bool:
    """Whether a point ends in "and" or "or" after its semicolon: another rule's business."""
    return bool(ending.placed.level) and words.rstrip().endswith((" and", " or"))


def _after_words(words: str, end: int) -> int:
    """Where a missing mark goes: after the last word, before calls that follow it."""
    while end and words[end - 1] in OBJECT + " ":
        end -= 1
    return end

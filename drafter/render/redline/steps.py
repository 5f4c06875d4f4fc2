"""The edits of a change as steps over whole paragraphs: numbers, marks and fields included.

The comparison speaks of words without their number; Word's paragraphs hold the number too, and end
in a mark. Positions are characters of the joined texts, a paragraph's mark being one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.diff.changes import Edit
from drafter.render.redline.inside import whole_fields
from drafter.render.redline.step import Side, Step

_LABEL_PARTS = re.compile(r"\w+(?:\.\w+)*|\s+|.")


def steps(old: Side, new: Side, edits: Iterable[Edit]) -> tuple[Step, ...]:
    """Steps that turn the old paragraphs into the new ones; neither side's last mark is in them."""
    told = list(_with_numbers(old, new, edits))
    return tuple(_joined(whole_fields(told, old, new)))


def replaced(old: Side, new: Side) -> tuple[Step, ...]:
    """Everything out, everything in: for a paragraph that finer steps cannot mark."""
    size, other = (sum(len(c.text) + 1 for c in s.contents) - 1 for s in (old, new))
    told = [Step("delete", 0, 0, size), Step("insert", size, 0, other)]
    return tuple(step for step in told if step.size)


def _with_numbers(old: Side, new: Side, edits: Iterable[Edit]) -> Iterator[Step]:
    """The edits in whole-paragraph positions, each typed number told where it stands."""
    first, other = old.prefixes[0], new.prefixes[0]
    yield from _number(first, other)
    before, after = len(first), len(other)
    olds, news = list(old.prefixes[1:]), list(new.prefixes[1:])
    for op, text in _before_marks(edits):
        # A mark is one "\n"; the paragraphs' own line breaks are other characters.
        for part in re.split("(\n)", text):
            if not part:
                continue
            yield Step(op, before, after, len(part))
            before += len(part) * (op != "insert")
            after += len(part) * (op != "delete")
            if part == "\n" and op != "insert" and olds and (prefix := olds.pop(0)):
                yield Step("delete", before, after, len(prefix))
                before += len(prefix)
            if part == "\n" and op != "delete" and news and (prefix := news.pop(0)):
                yield Step("insert", before, after, len(prefix))
                after += len(prefix)


def _before_marks(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits with new text before a mark that goes, not loose behind it."""
    held: Edit | None = None
    for edit in edits:
        if held is not None and edit.op == "insert":
            yield edit
            continue
        if held is not None:
            yield held
            held = None
        if edit.op == "delete" and "\n" in edit.text:
            held = edit
        else:
            yield edit
    if held is not None:
        yield held


def _number(old: str, new: str) -> Iterator[Step]:
    """The steps from one typed number to another: what they share at both ends stays.

    The number of a resolution (79/901) is no paragraph's number: whoever changes it signs.
    """
    signed = "/" not in old + new
    olds, news = _LABEL_PARTS.findall(old), _LABEL_PARTS.findall(new)
    head = 0
    while head < min(len(olds), len(news)) and olds[head] == news[head]:
        head += 1
    tail = 0
    while tail < min(len(olds), len(news)) - head and olds[-1 - tail] == news[-1 - tail]:
        tail += 1
    start = sum(map(len, olds[:head]))
    out = sum(map(len, olds[head : len(olds) - tail]))
    added = sum(map(len, news[head : len(news) - tail]))
    if start:
        yield Step("equal", 0, 0, start, number=signed)
    if out:
        yield Step("delete", start, start, out, number=signed)
    if added:
        yield Step("insert", start + out, start, added, number=signed)
    if rest := len(old) - start - out:
        yield Step("equal", start + out, start + added, rest, number=signed)


def _joined(told: Iterable[Step]) -> Iterator[Step]:
    last: Step | None = None
    for step in told:
        follows = (
            last is not None
            and (last.op, last.number, last.inside) == (step.op, step.number, step.inside)
            and last.old + last.size * (last.op != "insert") == step.old
            and last.new + last.size * (last.op != "delete") == step.new
        )
        if last is not None and follows:
            last = last._replace(size=last.size + step.size)
        else:
            if last is not None:
                yield last
            last = step
    if last is not None:
        yield last

"""The edits of a change as steps over whole paragraphs: numbers, marks and fields included.

The comparison speaks of words without their number; Word's paragraphs hold the number too, and end
in a mark. Positions are characters of the joined texts, a paragraph's mark being one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from drafter.diff.changes import Edit
from drafter.word.inline import Content
from drafter.word.xml import Element, w

Op = Literal["equal", "delete", "insert"]
_INSTRUCTION = w("instrText")
_LABEL_PARTS = re.compile(r"\d+|[A-Za-z]+|\s+|.")


class Step(NamedTuple):
    """What becomes of `size` characters: at `old` in the old text, at `new` in the new text."""

    op: Op
    old: int
    new: int
    size: int
    number: bool = False  # part of a typed number


@dataclass(frozen=True, slots=True)
class Side:
    """The paragraphs on one side of a change, with how much of each is its typed number."""

    elements: tuple[Element, ...]
    contents: tuple[Content, ...]
    prefixes: tuple[str, ...]
    part: str = ""  # the part of the file they stand in

    @property
    def starts(self) -> list[int]:
        """Where each paragraph begins in the joined text."""
        starts, position = [], 0
        for content in self.contents:
            starts.append(position)
            position += len(content.text) + 1
        return starts


def steps(old: Side, new: Side, edits: Iterable[Edit]) -> tuple[Step, ...]:
    """Steps that turn the old paragraphs into the new ones; neither side's last mark is in them."""
    told = list(_with_numbers(old, new, edits))
    return tuple(_joined(_whole_fields(told, old, new)))


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


def _whole_fields(told: Sequence[Step], old: Side, new: Side) -> Sequence[Step]:
    """`told` without equal stretches that would keep half a field: a field goes or stays whole."""
    olds, news = _field_places(old), _field_places(new)
    if not olds and not news:
        return told
    equal = [step for step in told if step.op == "equal"]
    kept: set[tuple[int, int]] = set()
    for (start, end), said in olds.items():
        image = _image(equal, start, end)
        if image is None or news.get(image) != said:
            equal = list(_cut(equal, start, end, old=True))
        else:
            kept.add(image)
    for start, end in news:
        if (start, end) not in kept:
            equal = list(_cut(equal, start, end, old=False))
    return list(_around(told, equal))


def _field_places(side: Side) -> dict[tuple[int, int], str]:
    found = {}
    for content, start in zip(side.contents, side.starts, strict=True):
        for number, (first, last) in content.fields().items():
            said = "".join(
                piece.element.text or ""
                for piece in content.pieces
                if piece.field == number and piece.element.tag == _INSTRUCTION
            )
            found[start + first, start + last] = " ".join(said.split())
    return found


def _image(equal: Iterable[Step], start: int, end: int) -> tuple[int, int] | None:
    """Where the old stretch stands in the new text, when all of it is kept in one piece."""
    for step in equal:
        if step.old <= start and end <= step.old + step.size:
            return step.new + start - step.old, step.new + end - step.old
    return None


def _cut(equal: Iterable[Step], start: int, end: int, *, old: bool) -> Iterator[Step]:
    """The equal steps less what lies between `start` and `end` of one text."""
    for step in equal:
        at = step.old if old else step.new
        before = min(max(start - at, 0), step.size)
        behind = min(max(end - at, 0), step.size)
        if behind <= before:
            yield step
            continue
        if before:
            yield step._replace(size=before)
        if rest := step.size - behind:
            yield step._replace(old=step.old + behind, new=step.new + behind, size=rest)


def _around(told: Sequence[Step], equal: Sequence[Step]) -> Iterator[Step]:
    """The steps that tell both texts with just `equal` kept; numbers keep their own steps."""
    ends = (
        sum(step.size for step in told if step.op != "insert"),
        sum(step.size for step in told if step.op != "delete"),
    )
    numbers = [step for step in told if step.number and step.op != "equal"]
    before = after = 0
    for step in (*sorted(equal, key=lambda s: s.old), Step("equal", *ends, 0)):
        for op, start, end in (("delete", before, step.old), ("insert", after, step.new)):
            number = any(
                n.op == op
                and (n.old if op == "delete" else n.new) == start
                and n.size == end - start
                for n in numbers
            )
            if end > start:
                where = (start, after) if op == "delete" else (step.old, start)
                yield Step(op, *where, end - start, number)  # type: ignore[arg-type]
        if step.size:
            yield step
        before, after = step.old + step.size, step.new + step.size


def _joined(told: Iterable[Step]) -> Iterator[Step]:
    last: Step | None = None
    for step in told:
        follows = (
            last is not None
            and (last.op, last.number) == (step.op, step.number)
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

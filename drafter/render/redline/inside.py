"""Fields in a changed paragraph: one that stays is edited in the words it shows, or kept whole.

A field is its instruction and what it shows. Where both files have it with the same instruction,
and the words that both show overlap, the words are edited and the field stays. Otherwise it goes
and comes as a whole, for half a field is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.render.redline.step import Side, Step
from drafter.word.inline import Content
from drafter.word.xml import w

_INSTRUCTION, _PART, _KIND = w("instrText"), w("fldChar"), w("fldCharType")
_Span = tuple[int, int]


def whole_fields(told: Sequence[Step], old: Side, new: Side) -> Sequence[Step]:
    """`told` with no equal stretch that would keep half a field."""
    olds, news = _places(old), _places(new)
    if not olds and not news:
        return told
    equal = [step for step in told if step.op == "equal"]
    kept: set[_Span] = set()
    edited: list[_Span] = []
    for (start, end), said in olds.items():
        image = _image(equal, start, end)
        if image is not None and news.get(image) == said:
            kept.add(image)
        elif partner := _partner(equal, ((start, end), said), news, (old, new)):
            kept.add(partner)
            edited.append(partner)
        else:
            equal = list(_cut(equal, start, end, old=True))
    for start, end in news:
        if (start, end) not in kept:
            equal = list(_cut(equal, start, end, old=False))
    return list(_around(told, equal, edited))


def _places(side: Side) -> dict[_Span, str]:
    """Where the fields stand, and their instructions."""
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


def _image(equal: Iterable[Step], start: int, end: int) -> _Span | None:
    """Where the old stretch stands in the new text, when all of it is kept in one piece."""
    for step in equal:
        if step.old <= start and end <= step.old + step.size:
            return step.new + start - step.old, step.new + end - step.old
    return None


def _partner(
    equal: Iterable[Step],
    field: tuple[_Span, str],
    news: dict[_Span, str],
    sides: tuple[Side, Side],
) -> _Span | None:
    """The new field that shows the old one's words edited: all that both keep lies in both."""
    (start, end), said = field
    met = {
        (max(step.old, start), min(step.old + step.size, end), step.new - step.old)
        for step in equal
        if step.old < end and step.old + step.size > start
    }
    for (first, last), other in news.items():
        if other != said or not met or not all(_simple(side) for side in sides):
            continue
        inside = all(first <= a + shift and b + shift <= last for a, b, shift in met)
        others = [step for step in equal if step.new < last and step.new + step.size > first]
        alone = all(
            start <= max(step.new, first) - step.new + step.old
            and min(step.new + step.size, last) - step.new + step.old <= end
            for step in others
        )
        if inside and alone:
            return first, last
    return None


def _simple(side: Side) -> bool:
    """Whether no field holds another, and the parts of fields stand in runs without words."""
    for content in side.contents:
        begun = [_begin(p.element.get(_KIND)) for p in content.pieces if p.element.tag == _PART]
        if sum(begun) != len(content.fields()) or _shares_run(content):
            return False
    return True


def _begin(kind: str | None) -> bool:
    return kind == "begin"


def _shares_run(content: Content) -> bool:
    worded = {piece.run for piece in content.pieces if piece.field and piece.text}
    return any(piece.run in worded for piece in content.pieces if piece.field and not piece.text)


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


def _around(told: Sequence[Step], equal: Sequence[Step], edited: Sequence[_Span]) -> Iterator[Step]:
    """The steps that tell both texts with just `equal` kept; numbers keep their own steps."""
    ends = (
        sum(step.size for step in told if step.op != "insert"),
        sum(step.size for step in told if step.op != "delete"),
    )
    numbers = [step for step in told if step.number and step.op != "equal"]
    before = after = 0
    for step in (*sorted(equal, key=lambda s: s.old), Step("equal", *ends, 0)):
        if step.old > before:
            number = any(
                (n.op, n.old, n.size) == ("delete", before, step.old - before) for n in numbers
            )
            yield Step("delete", before, after, step.old - before, number)
        if step.new > after:
            number = any(
                (n.op, n.new, n.size) == ("insert", after, step.new - after) for n in numbers
            )
            yield from _divided(Step("insert", step.old, after, step.new - after, number), edited)
        if step.size:
            yield step
        before, after = step.old + step.size, step.new + step.size


def _divided(step: Step, edited: Sequence[_Span]) -> Iterator[Step]:
    """An insertion parted where a field that is edited begins and ends."""
    end = step.new + step.size
    cuts = sorted({at for span in edited for at in span if step.new < at < end})
    for first, last in zip([step.new, *cuts], [*cuts, end], strict=True):
        inside = any(start <= first and last <= stop for start, stop in edited)
        yield step._replace(new=first, size=last - first, inside=inside)

"""Footnotes and their calls, laid out for the rules on them. Nothing here judges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drafter.footnotes import changed_throughout
from drafter.lint.draft import Draft, Stretch
from drafter.model import Bracket, Call, Footnote, Inline, Inlines, Resolution, calls


@dataclass(frozen=True, slots=True)
class Called:
    """One call of a footnote: where, and at which character."""

    label: str
    stretch: Stretch
    at: int


def all_calls(draft: Draft) -> Iterator[Called]:
    """Every call in reading order, those in footnotes and in the title left out."""
    for stretch in draft.stretches:
        if stretch.spot.part in {"footnote", "title"} or "\ufffc" not in stretch.words:
            continue
        places = (i for i, c in enumerate(stretch.words) if c == "\ufffc")
        for label, at in zip(calls(stretch.content), places, strict=True):
            yield Called(label, stretch, at)


def is_number(label: str) -> bool:
    """Whether `label` is one of the series: signs such as * stand outside it."""
    return label.isdigit()


def relabelled(
    resolution: Resolution, footnotes: tuple[Footnote, ...], call: Callable[[Call], Call]
) -> Resolution:
    """`resolution` with `footnotes` for its notes and every call changed by `call`, in order."""

    def inlines(content: Inlines) -> Inlines:
        return tuple(map(inline, content))

    def inline(each: Inline) -> Inline:
        if isinstance(each, Call):
            return call(each)
        return replace(each, content=inlines(each.content)) if isinstance(each, Bracket) else each

    body = changed_throughout(replace(resolution, title=()), inlines)
    return replace(body, title=resolution.title, footnotes=footnotes)

"""Inline content as a flat text, one character a thing, and edits of it by position.

A footnote call is one OBJECT, a bracket's ends are "[" and "]"; the attribution of a bracket is not
part of the text. So a rule may search with an expression and a fix may say "characters 3 to 7",
whatever the formatting. An edit never loses a call or half a bracket.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.model import Bracket, Call, Inline, Inlines, Text, normal
from drafter.spans import OBJECT

# One character of the flat text: a styled character, a call, or an end of a bracket.
_Unit = Text | Call | Bracket | None  # None closes the bracket opened last


def flat(inlines: Inlines) -> str:
    """The flat text of `inlines`."""
    return "".join(_flat(inline) for inline in inlines)


def _flat(inline: Inline) -> str:
    if isinstance(inline, Text):
        return inline.text
    return OBJECT if isinstance(inline, Call) else f"[{flat(inline.content)}]"


def italics(inlines: Inlines) -> str:
    """For each character of the flat text, "i" where it is italic and "." where it is not."""
    return "".join(
        ("i" if inline.italic else ".") * len(inline.text)
        if isinstance(inline, Text)
        else "."
        if isinstance(inline, Call)
        else f".{italics(inline.content)}."
        for inline in inlines
    )


def replaced(
    inlines: Inlines,
    start: int,
    end: int,
    text: str,
    *,
    italic: bool | None = None,
    bold: bool | None = None,
) -> Inlines:
    """`inlines` with characters `start` to `end` of the flat text replaced by `text`.

    Calls that stand in what is replaced stay, where `text` has an OBJECT or else after it. Raises
    ValueError where half a bracket would go.
    """
    units = list(_units(inlines))
    gone = units[start:end]
    if any(unit is None or isinstance(unit, Bracket) for unit in gone):
        raise ValueError("an edit may not cut a bracket")
    style = _style(units, start, end)
    if italic is not None:
        style = replace(style, italic=italic)
    if bold is not None:
        style = replace(style, bold=bold)
    calls = [unit for unit in gone if isinstance(unit, Call)]
    new: list[_Unit] = []
    for character in text:
        if character == OBJECT:
            if calls:
                new.append(calls.pop(0))
        else:
            new.append(replace(style, text=character))
    units[start:end] = [*new, *calls]
    return normal(_built(units))


def without_call(inlines: Inlines, at: int) -> Inlines:
    """`inlines` without the footnote call at character `at` of the flat text."""
    units = list(_units(inlines))
    if not isinstance(units[at], Call):
        raise ValueError("there is no call here")
    del units[at]
    return normal(_built(units))


def with_call(inlines: Inlines, at: int, label: str) -> Inlines:
    """`inlines` with a call of footnote `label` before character `at` of the flat text."""
    units = list(_units(inlines))
    units.insert(at, Call(label))
    return normal(_built(units))


def _style(units: list[_Unit], start: int, end: int) -> Text:
    """The style new characters take: of those replaced, else of those before, else after."""
    near = [*units[start:end], *reversed(units[:start]), *units[end:]]
    return next((unit for unit in near if isinstance(unit, Text)), Text(""))


def _units(inlines: Inlines) -> Iterator[_Unit]:
    for inline in inlines:
        if isinstance(inline, Text):
            for character in inline.text:
                yield replace(inline, text=character)
        elif isinstance(inline, Call):
            yield inline
        else:
            yield inline
            yield from _units(inline.content)
            yield None


def _built(units: list[_Unit]) -> list[Inline]:
    stack: list[tuple[Bracket | None, list[Inline]]] = [(None, [])]
    for unit in units:
        if isinstance(unit, Bracket):
            stack.append((unit, []))
        elif unit is None:
            bracket, content = stack.pop()
            assert bracket is not None  # noqa: S101 - ends come in pairs
            stack[-1][1].append(replace(bracket, content=tuple(content)))
        else:
            _append(stack[-1][1], unit)
    return stack[0][1]


def _append(run: list[Inline], unit: Text | Call) -> None:
    """Add `unit`, joining characters alike: a space alone has no style, one among words has."""
    last = run[-1] if run else None
    if isinstance(last, Text) and isinstance(unit, Text) and _style_of(last) == _style_of(unit):
        run[-1] = replace(last, text=last.text + unit.text)
    else:
        run.append(unit)


def _style_of(unit: Text) -> tuple[bool, bool]:
    return unit.italic, unit.bold

"""Carrying a paragraph to another place, and up or down a level; numbers and letters follow.

A paragraph goes with its subparagraphs and closing text. Every other one keeps its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.editing.operations import place
from drafter.editing.rows import DEEPEST, Row, RowPart, family_end
from drafter.editing.state import EditError, State


def move_up(state: State) -> State:
    """The paragraph under the cursor before the one above it at its level.

    From the top of the operative part it goes to the end of the preamble.
    """
    every = list(state.rows)
    index = _movable(state, every)
    end = family_end(every, index)
    family = every[index:end]
    above = _before(every, index)
    what = f"move {place(state)} up"
    if above is None:
        if _top(every[index]) and every[index].part == "operative":
            every[index:end] = [replace(row, part="preamble") for row in family]
            return state.having(every, index, what)
        raise EditError(f"{place(state)} is already the first")
    moved = [*every[:above], *family, *every[above:index], *every[end:]]
    return state.having(moved, above, what)


def move_down(state: State) -> State:
    """The paragraph under the cursor after the one below it at its level.

    From the end of the preamble it goes to the top of the operative part.
    """
    every = list(state.rows)
    index = _movable(state, every)
    end = family_end(every, index)
    family = every[index:end]
    row = every[index]
    what = f"move {place(state)} down"
    if not _has_after(every, index, end):
        if _top(row) and row.part == "preamble":
            every[index:end] = [replace(each, part="operative") for each in family]
            return state.having(every, index, what)
        raise EditError(f"{place(state)} is already the last")
    below = family_end(every, end)
    moved = [*every[:index], *every[end:below], *family, *every[below:]]
    return state.having(moved, index + below - end, what)


def _movable(state: State, every: Sequence[Row]) -> int:
    if every[state.cursor].kind not in {"paragraph", "heading", "table"}:
        raise EditError(f"{place(state)} cannot be moved", hint="go to a paragraph")
    return state.cursor


def _top(row: Row) -> bool:
    """Whether `row` stands directly in its part: a paragraph, a heading or a table."""
    return row.kind in {"heading", "table"} or (row.kind == "paragraph" and row.level == 0)


def _before(every: Sequence[Row], index: int) -> int | None:
    """Where the sibling before row `index` begins, None for a first child."""
    row = every[index]
    above = index - 1
    while above >= 0 and every[above].part == row.part and every[above].kind != "annex":
        candidate = every[above]
        if _top(row):
            if _top(candidate):
                return above
        elif candidate.kind == "paragraph" and candidate.level <= row.level:
            return above if candidate.level == row.level else None
        above -= 1
    return None


def _has_after(every: Sequence[Row], index: int, end: int) -> bool:
    """Whether a sibling of row `index` begins at `end`."""
    if end >= len(every) or every[end].part != every[index].part or every[end].kind == "annex":
        return False
    if _top(every[index]):
        return _top(every[end])
    return every[end].kind == "paragraph" and every[end].level == every[index].level


def carry(state: State, source: int, target: int) -> State:
    """The paragraph at row `source` beside the one at `target`: before it going up, else after it.

    It takes the level of its new neighbour; a heading and a table stand between whole paragraphs.
    """
    every = list(state.rows)
    index = _movable(state.at(source), every)
    end = family_end(every, index)
    if index <= target < end:
        raise EditError(f"{place(state, index)} cannot stand inside itself")
    family, what = every[index:end], f"move {place(state, index)}"
    whole = family[0].kind != "paragraph"
    where, part, level = _landing(every, target, up=target < index, whole=whole)
    if family[0].kind == "paragraph":
        deepest = max(row.level for row in family)
        by = min(level - family[0].level, DEEPEST - deepest)
        family = [replace(row, level=row.level + by) for row in family]
        family[0] = replace(family[0], label=None)
    family = [replace(row, part=part) for row in family]
    where -= end - index if where >= end else 0
    rest = [*every[:index], *every[end:]]
    return state.having([*rest[:where], *family, *rest[where:]], where, what)


def _landing(
    every: Sequence[Row], target: int, *, up: bool, whole: bool
) -> tuple[int, RowPart, int]:
    """Where something carried to row `target` lands, in which part and at which level."""
    row = every[target]
    if row.part == "front":
        return sum(each.part == "front" for each in every), "preamble", 0
    if row.part == "notes":
        last = sum(each.part != "notes" for each in every)
        part = every[last - 1].part
        return last, "operative" if part == "front" else part, 0
    if row.kind == "annex":
        return target + 1, "annex", 0
    while row.kind == "closing" or (whole and row.kind == "paragraph" and row.level):
        target -= 1
        row = every[target]
    level = row.level if row.kind == "paragraph" else 0
    return (target if up else family_end(every, target)), row.part, level


def demote(state: State) -> State:
    """The paragraph under the cursor as the last subparagraph of the one before it (R-OP-8)."""
    every = list(state.rows)
    row = every[state.cursor]
    if row.kind != "paragraph":
        raise EditError(f"{place(state)} has no level to change", hint="go to a paragraph")
    parent = _before(every, state.cursor)
    if parent is None or every[parent].kind != "paragraph":
        raise EditError(f"{place(state)} has no paragraph before it to belong to")
    end = family_end(every, state.cursor)
    family = every[state.cursor : end]
    if max(each.level for each in family if each.kind == "paragraph") >= DEEPEST:
        raise EditError(f"{place(state)} stands as deep as a draft goes", hint="R-OP-8")
    lowered = [replace(each, level=each.level + 1) for each in family]
    lowered[0] = replace(lowered[0], label=None)
    # The parent's own closing text stays after its subparagraphs, this one now among them.
    where = state.cursor
    while every[where - 1].kind == "closing" and every[where - 1].level == row.level:
        where -= 1
    moved = [*every[:where], *lowered, *every[where : state.cursor], *every[end:]]
    return state.having(moved, where, f"make {place(state)} a subparagraph")


def promote(state: State) -> State:
    """The subparagraph under the cursor one level up; those after it become its own.

    Where closing text would come between, it goes after all of them instead.
    """
    every = list(state.rows)
    row = every[state.cursor]
    if row.kind != "paragraph" or row.level == 0:
        raise EditError(f"{place(state)} is not a subparagraph")
    end = family_end(every, state.cursor)
    family = every[state.cursor : end]
    raised = [replace(each, level=each.level - 1) for each in family]
    raised[0] = replace(raised[0], label=None)
    parent = state.cursor
    while every[parent].kind != "paragraph" or every[parent].level >= row.level:
        parent -= 1
    last = family_end(every, parent)
    own_closing = family[-1].kind == "closing" and family[-1].level == row.level and last > end
    if own_closing or (every[last - 1].kind == "closing" and last > end):
        moved = [*every[: state.cursor], *every[end:last], *raised, *every[last:]]
        return state.having(moved, last - (end - state.cursor), f"promote {place(state)}")
    every[state.cursor : end] = raised
    return state.having(every, state.cursor, f"promote {place(state)}")

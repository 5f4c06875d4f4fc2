"""Taking the other text's wording of one change into the draft; everything else stays as it is.

The comparison speaks of blocks, the draft is edited in rows: here each finds the other. What no
row can hold alone, a cell of a table or a note without its call, is refused; the error says what
to do instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.diff.changes import Change
from drafter.editing.comparing import Comparison, to_the_draft
from drafter.editing.footnotes import fresh
from drafter.editing.rows import Row, rows
from drafter.editing.state import EditError, State
from drafter.model import Masthead, Paragraph, Resolution, plain
from drafter.spans import Block

_FIELDS = {
    "place and dates": ("place",),
    "agenda item": ("agenda_item",),
    "sponsors": ("sponsors", "kind"),
    "adoption": ("adopted",),
    "note to the sponsors": ("sponsor_notes",),
}
_ALWAYS = {"title", "enacting"}  # rows that are there even without words
_MOVING = {"paragraph", "closing", "heading"}


def restore(state: State, comparison: Comparison, change: Change) -> State:
    """The draft with the other text's wording of `change`, notes included (R-FN-2)."""
    verb = "accept" if comparison.newer else "take back"
    comparison, change = to_the_draft(comparison, change)
    diff = comparison.diff
    block = diff.new[change.new[0]] if change.new else diff.old[change.old[0]]
    what = f"{verb} {block.place or block.kind}"
    older = comparison.other.resolutions[0] if comparison.other.resolutions else Resolution()
    if change.kind == "renumbered":
        raise EditError("only its number changed", hint="numbers follow by themselves")
    if block.kind == "masthead":
        masthead = _masthead(state.resolution.masthead, older.masthead, block.place)
        return State(replace(state.resolution, masthead=masthead), 0, what)
    every = list(state.rows)
    new_rows = row_of_blocks(state.resolution, diff.new)
    old_rows = row_of_blocks(older, diff.old)
    if len(comparison.other.resolutions) != 1 or None in (*new_rows, *old_rows):
        raise EditError("the texts have changed meanwhile", hint="compare again")
    gone = [row for index in change.new if (row := new_rows[index]) is not None]
    back = [rows(older)[row] for index in change.old if (row := old_rows[index]) is not None]
    for each in (*(every[index] for index in gone), *back):
        _refuse(each, lonely=not (gone and back))
    back, notes = _with_notes(back, older, state.resolution)
    if (gone and back and change.kind != "moved") or (not gone and back[0].kind in _ALWAYS):
        at = gone[0] if gone else next(i for i, r in enumerate(every) if r.kind == back[0].kind)
        held = every[at]
        back = [replace(row, part=held.part, label=None) for row in back]
        if len(back) == 1:
            # The wording returns; where the paragraph stands is a matter of its own.
            back = [replace(held, content=back[0].content)]
        out = [*every[:at], *back, *every[at + 1 :]]
        extra = {index + len(back) - 1 for index in gone[1:]}
        out = [row for index, row in enumerate(out) if index not in extra]
        return state.having([*out, *notes], at, what)
    if gone and every[gone[0]].kind in _ALWAYS:
        every[gone[0]] = replace(every[gone[0]], content=())
        return state.having([*every, *notes], gone[0], what)
    at = _place_for(comparison, change, new_rows) if back else gone[0]
    at = _within_part(every, back[0], at) if back else at
    out = [row for index, row in enumerate(every[:at]) if index not in gone]
    out += [replace(row, label=None) for row in back]
    out += [row for index, row in enumerate(every[at:], at) if index not in gone]
    shift = sum(index < at for index in gone) if back else 0
    return state.having([*out, *notes], at - shift, what)


def row_of_blocks(resolution: Resolution, blocks: Sequence[Block]) -> tuple[int | None, ...]:
    """The row that each block of `resolution` shows; None where they do not belong together."""
    out: list[int | None] = [0 for block in blocks if block.kind == "masthead"]
    for index, row in enumerate(rows(resolution)):
        if row.kind == "table" and row.table:
            out += [index for cells in row.table.rows for _ in cells]
        elif row.kind in _ALWAYS:
            out += [index] * bool(plain(row.content))
        elif row.kind == "annex":
            out += [index] * (bool(row.label) + bool(plain(row.content)))
        elif row.kind != "masthead":
            out.append(index)
    return tuple(out) if len(out) == len(blocks) else (None,)


def _refuse(row: Row, *, lonely: bool) -> None:
    if row.kind == "table":
        raise EditError("a table is not taken back cell by cell", hint="edit the draft file")
    if lonely and row.kind == "footnote":
        raise EditError("a note comes and goes with its call", hint="take back the paragraph")
    if lonely and row.kind == "annex":
        raise EditError("an annex comes and goes whole", hint="delete it, or paste it")


def _with_notes(
    back: list[Row], older: Resolution, resolution: Resolution
) -> tuple[list[Row], list[Row]]:
    """The rows with the notes they call, under labels that the draft does not have."""
    items = [Paragraph(row.content) for row in back]
    renamed, added = fresh(items, older.footnotes, resolution.footnotes)
    contents = [item.content if isinstance(item, Paragraph) else () for item in renamed]
    notes = [Row("footnote", "notes", note.content, label=note.label) for note in added]
    named = [replace(row, content=new) for row, new in zip(back, contents, strict=True)]
    return named, notes


def _place_for(comparison: Comparison, change: Change, new_rows: Sequence[int | None]) -> int:
    """The row before which what stood at `change`'s old place belongs in the draft."""
    steady = {
        old: each.new[-1]
        for each in comparison.diff.changes
        if each.new and each.kind != "moved"
        for old in each.old
    }
    for old in range(change.old[0] - 1, -1, -1):
        if old in steady and (row := new_rows[steady[old]]) is not None:
            return row + 1
    return 0


def _within_part(every: Sequence[Row], row: Row, at: int) -> int:
    """`at`, or the nearest place in the part where `row` belongs."""
    order = ("front", "preamble", "operative", "annex", "notes")
    first = sum(order.index(each.part) < order.index(row.part) for each in every)
    last = sum(order.index(each.part) <= order.index(row.part) for each in every)
    return max(first, min(at, last))


def _masthead(now: Masthead, older: Masthead, place: str) -> Masthead:
    names = _FIELDS.get(place, (place,))
    values = {name: getattr(older, name) for name in names}
    return replace(now, **values)

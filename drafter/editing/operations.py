"""What one can do to a draft, each a function from a state to the next.

Every operation keeps every paragraph it was not asked to change, word for word. One that makes no
sense where the cursor stands raises `EditError`, which says what would.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.editing.footnotes import called, follow, fresh
from drafter.editing.retyping import retyped
from drafter.editing.rows import (
    DEEPEST,
    Row,
    RowPart,
    build,
    family_end,
    item_rows,
    items,
    lines,
    rows,
)
from drafter.editing.state import EditError, State
from drafter.model import (
    Bracket,
    Call,
    Footnote,
    Inline,
    Inlines,
    Item,
    Masthead,
    Paragraph,
    Resolution,
    Text,
    normal,
    plain,
)

_MOVABLE = {"paragraph", "heading", "table"}


def place(state: State, index: int | None = None) -> str:
    """What a delegate would call the row at `index` (default: under the cursor)."""
    return lines(state.resolution)[state.cursor if index is None else index].place


def edit(state: State, content: Inlines, *, typed: str | None = None) -> State:
    """`content` as the words under the cursor; `typed` is its markup as it was typed.

    Footnotes stay as they are while one types; `settle` puts them in step afterwards.
    """
    resolution = retyped(state.resolution, state.cursor, content)
    if resolution is None:
        kind = state.rows[state.cursor].kind
        raise EditError(f"{kind}: is not edited as text", hint="press Enter for its form")
    return State(resolution, state.cursor, "typing", typed)


def write_over(state: State, content: Inlines, what: str) -> State:
    """`content` in place of the words under the cursor, as a step of its own called `what`."""
    return settle(replace(edit(state, content), what=what), state.resolution)


def insert_after(
    state: State,
    new: Sequence[Item],
    notes: Sequence[Footnote] = (),
    *,
    part: RowPart | None = None,
    what: str = "insertion",
) -> State:
    """`new` after the paragraph under the cursor, or at the end of `part` when it is elsewhere.

    Their notes come with them under numbers of their own.
    """
    renamed, added = fresh(new, notes, state.resolution.footnotes)
    every = list(state.rows)
    where, part = _insertion(every, state.cursor, part)
    new_rows = list(item_rows(renamed, part))
    note_rows = [Row("footnote", "notes", note.content, label=note.label) for note in added]
    return state.having([*every[:where], *new_rows, *every[where:], *note_rows], where, what)


def _insertion(every: Sequence[Row], cursor: int, part: RowPart | None) -> tuple[int, RowPart]:
    """The row before which something new goes, and its part."""
    row = every[cursor]
    outside: dict[RowPart, RowPart] = {"front": "preamble", "notes": "operative"}
    part = part or outside.get(row.part, row.part)
    if row.part == part:
        top = cursor
        while top and every[top].kind in {"paragraph", "closing"} and not _is_top(every[top]):
            top -= 1
        return family_end(every, top) if every[top].kind != "annex" else top + 1, part
    reach = {"preamble": ("front", part), "operative": ("front", "preamble", part)}.get(part)
    if reach is None:
        raise EditError(f"{part}: nothing can be inserted there", hint="go to an annex first")
    if row.part == "front" and part == "preamble":
        return sum(each.part == "front" for each in every), part
    return sum(each.part in reach for each in every), part


def _is_top(row: Row) -> bool:
    return row.kind == "paragraph" and row.level == 0


def new_paragraph(state: State) -> State:
    """An empty paragraph after the one under the cursor, at its level, with the cursor in it."""
    every = list(state.rows)
    row = every[state.cursor]
    if row.kind in {"paragraph", "closing"}:
        level = row.level
        where = family_end(every, state.cursor)
        new = Row("paragraph", row.part, level=level)
        return state.having([*every[:where], new, *every[where:]], where, "new paragraph")
    return insert_after(state, (Paragraph(()),), what="new paragraph")


def new_heading(state: State) -> State:
    """An empty section heading before the paragraph under the cursor, with the cursor in it."""
    every = list(state.rows)
    where = state.cursor
    if every[where].part not in {"preamble", "operative", "annex"}:
        raise EditError("a heading stands among paragraphs", hint="go to one first")
    while where and every[where].kind in {"paragraph", "closing"} and not _is_top(every[where]):
        where -= 1
    where += every[where].kind == "annex"
    new = Row("heading", every[state.cursor].part, level=1)
    return state.having([*every[:where], new, *every[where:]], where, "new heading")


def new_annex(state: State) -> State:
    """An annex after the others, with an empty paragraph, and the cursor on its title."""
    every = list(state.rows)
    where = sum(row.part != "notes" for row in every)
    new = [Row("annex", "annex", label=_annex_label(every)), Row("paragraph", "annex")]
    return state.having([*every[:where], *new, *every[where:]], where, "new annex")


def _annex_label(every: Sequence[Row]) -> str:
    from drafter.grammar.numbering import roman

    count = sum(row.kind == "annex" for row in every)
    return "Annex" if not count else f"Annex {roman(count + 1).upper()}"


def delete(state: State) -> State:
    """Without what stands under the cursor: a paragraph goes with its subparagraphs and notes."""
    every = list(state.rows)
    row = every[state.cursor]
    what = f"delete {place(state)}"
    if row.kind == "masthead":
        raise EditError("the masthead cannot be deleted", hint="press Enter to change it")
    if row.part == "front":
        every[state.cursor] = replace(row, content=())
        return state.having(every, state.cursor, what)
    if row.kind == "footnote":
        return _delete_note(state, row, what)
    end = family_end(every, state.cursor)
    left = [*every[: state.cursor], *every[end:]]
    last = state.cursor >= len(left) or left[state.cursor].part == "notes"
    return state.having(left, state.cursor - last, what)


def _delete_note(state: State, row: Row, what: str) -> State:
    """Without the footnote under the cursor and without its calls."""
    left = [
        replace(each, content=_without_call(each.content, row.label or ""))
        for index, each in enumerate(state.rows)
        if index != state.cursor
    ]
    return state.having(left, state.cursor, what)


def _without_call(content: Inlines, label: str) -> Inlines:
    kept: list[Inline] = []
    for each in content:
        if isinstance(each, Bracket):
            kept.append(replace(each, content=_without_call(each.content, label)))
        elif not isinstance(each, Call) or each.label != label:
            kept.append(each)
    return normal(kept)


def duplicate(state: State) -> State:
    """The paragraph under the cursor twice, its notes copied (R-FN-5: no number is reused)."""
    every = list(state.rows)
    row = every[state.cursor]
    if row.kind not in _MOVABLE:
        raise EditError(f"{place(state)} cannot be duplicated", hint="go to a paragraph")
    end = family_end(every, state.cursor)
    family = [replace(each, level=each.level - row.level) for each in every[state.cursor : end]]
    if row.kind == "heading":
        family = [row]
    copied = [
        replace(item, label=None) if isinstance(item, Paragraph) else item for item in items(family)
    ]
    renamed, added = fresh(copied, state.resolution.footnotes, state.resolution.footnotes)
    shift = row.level if row.kind == "paragraph" else 0
    new = [replace(each, level=each.level + shift) for each in item_rows(renamed, row.part)]
    notes = [Row("footnote", "notes", note.content, label=note.label) for note in added]
    whole = [*every[:end], *new, *every[end:], *notes]
    return state.having(whole, end, f"duplicate {place(state)}")


def split(state: State, before: Inlines, after: Inlines) -> State:
    """The paragraph under the cursor as two, `before` and `after`; what followed stays after."""
    every = list(state.rows)
    row = every[state.cursor]
    if row.kind not in {"paragraph", "closing", "heading"}:
        raise EditError(f"{place(state)} cannot be split")
    level = 0 if row.kind == "heading" else row.level
    second = Row("paragraph", row.part, normal(after), level)
    every[state.cursor : state.cursor + 1] = [replace(row, content=normal(before)), second]
    return state.having(every, state.cursor + 1, f"split {place(state)}")


def join(state: State) -> State:
    """The row under the cursor with the words of the next one after its own."""
    every = list(state.rows)
    first, following = every[state.cursor], state.cursor + 1
    second = every[following] if following < len(every) else None
    words = {"paragraph", "closing"}
    if second is None or not {first.kind, second.kind} <= words or first.part != second.part:
        raise EditError(f"{place(state)} has no paragraph after it to join")
    end = family_end(every, following)
    if first.kind == "closing" and end > following + 1:
        raise EditError(f"{place(state, following)} has subparagraphs", hint="promote them first")
    space = (Text(" "),) if first.content and second.content else ()
    content = normal((*first.content, *space, *second.content))
    inside = every[following + 1 : end]
    if second.kind == "paragraph":
        shift = first.level - second.level
        inside = [replace(each, level=min(each.level + shift, DEEPEST)) for each in inside]
    whole = [*every[: state.cursor], replace(first, content=content), *inside, *every[end:]]
    return state.having(whole, state.cursor, f"join {place(state)} with the next")


def set_masthead(state: State, masthead: Masthead) -> State:
    """`masthead` in place of this one's."""
    changed = replace(state.resolution, masthead=masthead)
    return State(changed, state.cursor, "change of the masthead")


def replace_resolution(state: State, resolution: Resolution, what: str) -> State:
    """`resolution` in place of the draft, the cursor kept where it can be."""
    last = len(rows(resolution)) - 1
    return State(resolution, min(state.cursor, last), what)


def renumbered(state: State) -> State:
    """The draft with every printed label dropped, so that numbers and letters run on (R-OP-2)."""
    kept = [
        replace(row, label=None) if row.kind == "paragraph" and row.part == "operative" else row
        for row in state.rows
    ]
    return state.having(kept, state.cursor, "renumbering")


def settle(state: State, before: Resolution) -> State:
    """The draft after one has typed in it: each new call has its note, numbers follow (R-FN-2).

    `before` is the draft as it was when the typing began.
    """
    resolution = _without_empty_closings(state)
    known = {note.label for note in resolution.footnotes}
    new = tuple(Footnote(label, ()) for label in called(resolution) if label not in known)
    resolution = replace(resolution, footnotes=(*resolution.footnotes, *new))
    resolution = follow(before, resolution)
    return State(resolution, state.cursor, state.what)


def _without_empty_closings(state: State) -> Resolution:
    every = state.rows
    kept = [row for row in every if row.kind != "closing" or plain(row.content)]
    return state.resolution if len(kept) == len(every) else build(kept, state.resolution)

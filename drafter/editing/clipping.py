"""Several paragraphs at once: taken out of a draft, and put into it or another, notes included."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.editing.operations import insert_after
from drafter.editing.rows import family_end, items
from drafter.editing.state import EditError, State
from drafter.footnotes import called_in
from drafter.model import Footnote, Item, Paragraph


@dataclass(frozen=True, slots=True)
class Clip:
    """Paragraphs with their subparagraphs, and the notes they call."""

    items: tuple[Item, ...]
    notes: tuple[Footnote, ...]


def reach(state: State, anchor: int) -> range:
    """The rows from `anchor` to the cursor, whole families, in one part of the draft."""
    every = state.rows
    first, last = sorted((anchor, state.cursor))
    if every[first].part not in {"preamble", "operative", "annex"}:
        raise EditError("only paragraphs are cut and copied", hint="go to one first")
    end = max(family_end(every, index) for index in range(first, last + 1))
    chosen = every[first:end]
    if any(row.part != chosen[0].part or row.kind == "annex" for row in chosen):
        raise EditError("the paragraphs stand in different parts", hint="take one part at a time")
    return range(first, end)


def clip(state: State, rows: range) -> Clip:
    """What stands in `rows`."""
    chosen = [state.rows[index] for index in rows]
    top = min((row.level for row in chosen if row.kind == "paragraph"), default=0)
    lifted = [
        row if row.kind == "heading" else replace(row, level=max(row.level - top, 0))
        for row in chosen
    ]
    taken = tuple(
        replace(item, label=None) if isinstance(item, Paragraph) else item for item in items(lifted)
    )
    called = {label for item in taken for label in called_in(item)}
    notes = tuple(note for note in state.resolution.footnotes if note.label in called)
    return Clip(taken, notes)


def cut(state: State, rows: range) -> State:
    """The draft without `rows`."""
    left = [row for index, row in enumerate(state.rows) if index not in rows]
    at = rows.start
    last = at >= len(left) or left[at].part == "notes"
    return state.having(left, at - last, f"cut {_counted(len(clip(state, rows).items))}")


def paste(state: State, held: Clip) -> State:
    """The draft with `held` after the paragraph under the cursor."""
    what = f"paste {_counted(len(held.items))}"
    return insert_after(state, held.items, held.notes, what=what)


def _counted(number: int) -> str:
    return f"{number} paragraph{'s' * (number != 1)}"

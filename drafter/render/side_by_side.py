"""A comparison side by side, as an HTML table: the old text left, the new text right.

Deleted words are marked on the left, inserted words on the right; each row says what happened.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from drafter.diff.changes import Change, Diff, Op
from drafter.render.html import label, marked, page, what_happened
from drafter.render.outline import Shown, Skipped, outline, pieces
from drafter.spans import Block


def render(diff: Diff, *, old: str = "", new: str = "", context: int | None = None) -> str:
    """The comparison of the files `old` and `new` as a page with one table."""
    rows = "\n".join(_rows(diff, item) for item in outline(diff, context))
    titles = "".join(f"<th>{html.escape(name)}</th>" for name in (old or "Old", new or "New"))
    table = f"<table>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    return page(diff, table, old=old, new=new)


def _rows(diff: Diff, item: Shown | Skipped) -> str:
    if isinstance(item, Skipped):
        return f'<tr><td colspan="2" class="skipped">… {item.count} unchanged …</td></tr>'
    rows = []
    if item.change.kind != "unchanged":
        rows.append(f'<tr><td colspan="2" class="what">{what_happened(diff, item)}</td></tr>')
    for change in item.changes:
        left = _side(diff, change, diff.old, change.old, hidden="insert")
        right = _side(diff, change, diff.new, change.new, hidden="delete")
        rows.append(f'<tr class="{change.kind}"><td>{left}</td><td>{right}</td></tr>')
    return "\n".join(rows)


def _side(
    diff: Diff, change: Change, blocks: Sequence[Block], indices: Sequence[int], *, hidden: Op
) -> str:
    """One text of a change, with the marks that belong to it."""
    if not indices:
        return ""
    words = marked(piece for piece in pieces(diff, change) if piece.op != hidden)
    return f'<div class="text" dir="auto">{label(blocks[indices[0]])}{words}</div>'

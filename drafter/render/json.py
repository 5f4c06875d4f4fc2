"""A comparison as one JSON document, in the shape that outside checks rely on.

The edits of a change rebuild both its texts exactly. Nothing is left out, unchanged blocks neither.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from drafter.diff.changes import Change, Diff, counts
from drafter.render.outline import CALL, place, shown_text
from drafter.spans import OBJECT, Block


def render(diff: Diff, *, old: str = "", new: str = "", not_compared: Sequence[str] = ()) -> str:
    """The comparison of the files `old` and `new` as JSON text, ending with a line end."""
    return json.dumps(to_dict(diff, old, new, not_compared), ensure_ascii=False, indent=1) + "\n"


def to_dict(
    diff: Diff, old: str = "", new: str = "", not_compared: Sequence[str] = ()
) -> dict[str, Any]:
    """The comparison as plain data.

    Of a split or a merger the side with several paragraphs has the place and index of the first,
    the texts joined by line ends, and all indices under "indices". A footnote call or another thing
    that is not words is shown as `[^]`, in texts and edits alike.
    """
    return {
        "old": old,
        "new": new,
        "counts": counts(diff),
        "changes": [_change(diff, change) for change in diff.changes],
        "not_compared": list(not_compared),
    }


def _change(diff: Diff, change: Change) -> dict[str, Any]:
    value: dict[str, Any] = {
        "kind": change.kind,
        "old": _side(diff.old, change.old),
        "new": _side(diff.new, change.new),
        "edits": [[op, text.replace(OBJECT, CALL)] for op, text in change.edits],
    }
    if change.formatting:
        value["formatting"] = True
    return value


def _side(blocks: Sequence[Block], indices: Sequence[int]) -> dict[str, Any] | None:
    if not indices:
        return None
    value: dict[str, Any] = {
        "place": place(blocks, indices[0]),
        "index": indices[0],
        "text": shown_text([blocks[index] for index in indices]),
    }
    if len(indices) > 1:
        value["indices"] = list(indices)
    return value

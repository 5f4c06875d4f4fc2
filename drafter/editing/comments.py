"""Comments on the file a draft was read from, kept beside the paragraphs they are about.

They are shown, never saved: a draft file holds none. As the draft is worked on, each stays with its
paragraph, or with its nearest neighbour when that is gone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.editing.rows import Row
from drafter.model import plain

if TYPE_CHECKING:
    from drafter.word.comments import Comment

Placed = Mapping[int, tuple["Comment", ...]]  # by row

_TELLING = 12  # fewer characters than this may stand anywhere


def read(path: Path) -> tuple[Comment, ...]:
    """The comments in the Word file at `path`; none in any other file, nor in a broken one."""
    if path.suffix.lower() not in {".docx", ".docm"}:
        return ()
    from drafter.errors import DrafterError
    from drafter.word.comments import comments
    from drafter.word.package import Package

    try:
        return comments(Package.open(path.read_bytes(), path.name))
    except (DrafterError, OSError):
        return ()


def placed(comments: Sequence[Comment], rows: Sequence[Row]) -> Placed:
    """Each of `comments` at the row whose words its paragraph has; the others at the first row."""
    keys = [_key(plain(row.content)) for row in rows]
    out: dict[int, tuple[Comment, ...]] = {}
    for comment in comments:
        at = _row_of(comment, keys)
        out[at] = (*out.get(at, ()), comment)
    return out


def _row_of(comment: Comment, keys: Sequence[str]) -> int:
    whole, about = _key(comment.paragraph), _key(comment.about)
    if whole in keys:
        return keys.index(whole)
    # Word's paragraph may begin with a number typed as text.
    for at, key in enumerate(keys):
        if len(key) >= _TELLING and (whole.endswith(key) or (key.endswith(whole) and whole)):
            return at
    if len(about) >= _TELLING:
        return next((at for at, key in enumerate(keys) if about in key), 0)
    return 0


def _key(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def moved(placed: Placed, before: Sequence[Row], after: Sequence[Row]) -> Placed:
    """Where the comments `placed` among the rows `before` stand among the rows `after`."""
    if not placed or before == after:
        return placed
    shortest = min(len(before), len(after))
    head = _alike(before, after, shortest)
    tail = _alike(before[::-1], after[::-1], shortest - head)
    out: dict[int, tuple[Comment, ...]] = {}
    for row, comments in placed.items():
        if row < head:
            at = row
        elif row >= len(before) - tail:
            at = row + len(after) - len(before)
        else:
            at = _nearest(before[row], row, after, range(head, len(after) - tail))
        out[at] = (*out.get(at, ()), *comments)
    return out


def _nearest(wanted: Row, row: int, after: Sequence[Row], among: range) -> int:
    """The row of `among` with the words of `wanted`, else the one at its place."""
    same = (at for at in among if after[at].content == wanted.content)
    return next(same, max(0, min(row, max(among.stop, 1) - 1)))


def _alike(one: Sequence[Row], other: Sequence[Row], most: int) -> int:
    """How many rows at the beginning have the same words."""
    count = 0
    while count < most and one[count].content == other[count].content:
        count += 1
    return count

"""The comparison: blocks in, changes out.

Aligns by content, marks words, finds moves, splits and merges. Knows only `drafter.spans`: never
Markdown, Word or a resolution.
"""

from drafter.diff.changes import Change, Diff, Edit, Kind
from drafter.diff.compare import compare

__all__ = ["Change", "Diff", "Edit", "Kind", "compare"]

"""The draft that is open: its file, its one history, and what of it is on disk.

A buffer is frozen; every change gives the next one, with a higher revision, so that an answer
worked out for an older text can be told apart and dropped. No screen is known here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from drafter.editing.history import History
from drafter.editing.operations import edit, settle
from drafter.editing.state import State
from drafter.model import Document, Inlines, Resolution

# Keystrokes in one paragraph with less than this many seconds between them undo together.
PAUSE = 2.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """The last keystroke: in which row, at what moment of the caller's clock."""

    cursor: int
    at: float


@dataclass(frozen=True, slots=True)
class Buffer:
    """An open draft. `revision` rises with every change of the text."""

    history: History[State]
    document: Document  # the whole file, of which one resolution is being edited
    which: int = 0
    path: Path | None = None  # where it is saved: None until it has a name
    source: str = ""  # what it was read from, when that is not where it is saved
    saved: Resolution | None = None  # as it is on disk, None when it is not
    revision: int = 0
    stroke: Stroke | None = None

    @property
    def state(self) -> State:
        """The draft as it stands now."""
        return self.history.present

    @property
    def resolution(self) -> Resolution:
        """The text as it stands now."""
        return self.state.resolution

    @property
    def changed(self) -> bool:
        """Whether the text differs from what is on disk."""
        return self.saved is None or self.saved != self.resolution

    @property
    def whole(self) -> Document:
        """The whole file as it stands now: the resolution in its place among the others."""
        several = list(self.document.resolutions) or [self.resolution]
        several[self.which] = self.resolution
        return replace(self.document, resolutions=tuple(several))

    def do(self, state: State) -> Buffer:
        """The buffer after an operation, a step of its own in the history."""
        if state.resolution == self.resolution:
            return self.go(state.cursor)
        return replace(
            self,
            history=self.history.record(state),
            revision=self.revision + 1,
            stroke=None,
        )

    def go(self, cursor: int) -> Buffer:
        """The buffer with the cursor at row `cursor`; no step, and the typing step ends."""
        state = self.state.at(cursor)
        if state == self.state:
            return self
        return replace(self, history=replace(self.history, present=state), stroke=None)

    def type(self, content: Inlines, typed: str, at: float) -> Buffer:
        """The buffer after a keystroke at moment `at` left `typed`, which reads as `content`."""
        state = edit(self.state, content, typed=typed)
        last = self.stroke if self.stroke and self.stroke.cursor == self.state.cursor else None
        if state.resolution == self.resolution:
            # A space at the end means nothing yet; a step of history it is not.
            return replace(self, history=replace(self.history, present=state)) if last else self
        joins = last is not None and 0 <= at - last.at < PAUSE
        return replace(
            self,
            history=self.history.record(state, joins=joins),
            revision=self.revision + 1,
            stroke=Stroke(self.state.cursor, at),
        )

    def settle(self, before: Resolution) -> Buffer:
        """The buffer when the pen is lifted: footnotes fall in step with what was typed."""
        state = settle(self.state, before)
        if state.resolution == self.resolution:
            return replace(self, history=replace(self.history, present=state), stroke=None)
        history = self.history.record(state, joins=self.state.what.startswith("typing"))
        return replace(self, history=history, revision=self.revision + 1, stroke=None)

    def undo(self) -> Buffer:
        """The buffer one step back, wherever that step was made."""
        return self._at(self.history.undo())

    def redo(self) -> Buffer:
        """The buffer one step forward again."""
        return self._at(self.history.redo())

    def _at(self, history: History[State]) -> Buffer:
        if history is self.history:
            return self
        return replace(self, history=history, revision=self.revision + 1, stroke=None)

    def as_saved(self, path: Path, resolution: Resolution) -> Buffer:
        """The buffer once `resolution` is on disk at `path`; typing since then is unsaved."""
        return replace(self, path=path, source="", saved=resolution)


def opened(
    document: Document, *, which: int = 0, path: Path | None = None, source: str = ""
) -> Buffer:
    """A buffer on resolution `which` of `document`.

    `path` is given when saving there keeps the format; otherwise `source` names where it is from.
    """
    resolution = document.resolutions[which] if document.resolutions else Resolution()
    saved = resolution if path is not None else None
    return Buffer(History(State(resolution)), document, which, path, source, saved)

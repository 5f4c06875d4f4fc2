"""Cutting, copying and pasting several paragraphs, in this draft or into another one."""

from __future__ import annotations

from typing import ClassVar

from drafter.editing import clipping
from drafter.editing.clipping import Clip
from drafter.editing.save import Opened
from drafter.editing.state import EditError
from drafter.model import plain
from drafter.tui.overlay import Paint
from drafter.tui.screens.desk import Desk


class Clipping(Desk):
    """The job of cutting and pasting."""

    held: ClassVar[Clip | None] = None  # of all drafts: what is cut in one is pasted in another

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self._anchor: int | None = None

    def text_changed(self) -> None:
        """What was chosen may no longer be there; words that follow move no paragraph."""
        super().text_changed()
        if not self.following:
            self._anchor = None

    def action_choose(self, by: int) -> None:
        """Go on by a row and choose what one passes."""
        anchor = self.buffer.state.cursor if self._anchor is None else self._anchor
        self.go(self.buffer.state.cursor + by)
        self._anchor = anchor
        rows = self._chosen()
        self.show()
        if rows is not None:
            self.say(f"{len(rows)} rows chosen · Ctrl-X cuts, Ctrl-C copies, Esc lets go")

    def _chosen(self) -> range | None:
        try:
            anchor = self.buffer.state.cursor if self._anchor is None else self._anchor
            return clipping.reach(self.buffer.state, anchor)
        except EditError as error:
            self.complain(error)
            return None

    def action_copy(self) -> None:
        """Copy the chosen paragraphs, or the one under the cursor."""
        rows = self._chosen()
        if rows is None:
            return
        Clipping.held = clipping.clip(self.buffer.state, rows)
        words = [plain(self.lines[index].row.content) for index in rows]
        self.app.copy_to_clipboard("\n\n".join(words))
        self._anchor = None
        self.show()
        self.say(f"{self.line.place} copied — Ctrl-V pastes, Ctrl-Q leaves the editor")

    def action_cut(self) -> None:
        """Cut the chosen paragraphs, or the one under the cursor."""
        rows = self._chosen()
        if rows is None:
            return
        held = clipping.clip(self.buffer.state, rows)
        if self.do(lambda state: clipping.cut(state, rows)):
            Clipping.held = held

    def action_paste(self) -> None:
        """Paste what was cut or copied after the paragraph under the cursor."""
        held = Clipping.held
        if held is None:
            self.say("nothing was cut or copied yet")
        else:
            self.do(lambda state: clipping.paste(state, held))

    def action_back(self) -> None:
        """Let go of what was chosen."""
        if self._anchor is not None:
            self._anchor = None
            self.show()
        else:
            super().action_back()

    def paints(self) -> dict[int, tuple[Paint, ...]]:
        """What is chosen, over whatever else is painted."""
        out = super().paints()
        if self._anchor is None:
            return out
        first, last = sorted((self._anchor, self.buffer.state.cursor))
        return {**out, **dict.fromkeys(range(first, last + 1), ((0, 10**6, "chosen"),))}

"""Two editors on one draft: the second is told, and may work on a copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafter.editing import holding
from drafter.editing.save import Opened
from drafter.tui.messages import Saved
from drafter.tui.screens.filing import Filing
from drafter.tui.screens.question import Choice, Question


class Holding(Filing):
    """The job of telling others that a draft is open here."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self._held: Path | None = None  # the file of which others are told

    def tell_of_another(self) -> None:
        """Say that the draft is open elsewhere, if it is; else offer what was not saved."""
        path = self.buffer.path
        other = holding.holder(path) if path else ""
        if not path or not other:
            self._hold()
            self.offer_recovery()
            return
        choices = (
            Choice("c", "Work on a copy, saved under another name", "copy"),
            Choice("a", "Open it all the same", "open"),
            Choice("q", "Leave it", "leave"),
        )
        words = f"{path.name} is open in another editor: {other}. Who saves last would win."
        self.app.push_screen(Question("Open elsewhere", words, choices), self._beside_another)

    def _beside_another(self, choice: str | None) -> None:
        if choice == "copy":
            self.take(replace(self.buffer, path=None))
            self.say("a copy: Ctrl-S asks for its name")
        elif choice == "open":
            self._hold()
        else:
            self.leave()

    def _hold(self) -> None:
        if self._held is not None and self._held != self.buffer.path:
            holding.release(self._held)
        self._held = self.buffer.path
        if self._held is not None:
            holding.hold(self._held)

    def on_saved(self, message: Saved) -> None:
        """The draft may have another name now."""
        super().on_saved(message)
        self._hold()

    def on_unmount(self) -> None:
        """The draft is closed."""
        if self._held is not None:
            holding.release(self._held)

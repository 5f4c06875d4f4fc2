"""Two editors on one draft: the second is told, and may work on a copy."""

from __future__ import annotations

from dataclasses import replace

from drafter.editing import holding
from drafter.editing.holding import Hold
from drafter.editing.save import Opened
from drafter.tui.messages import Saved
from drafter.tui.screens.filing import Filing
from drafter.tui.screens.question import Choice, Question


class Holding(Filing):
    """The job of telling others that a draft is open here."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self._hold: Hold | None = None  # by which others are told

    def tell_of_another(self) -> None:
        """Say that the draft is open elsewhere, if it is; else offer what was not saved."""
        path = self.buffer.path
        other = holding.holder(path) if path else ""
        if not path or not other:
            self._tell_others()
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
            self.shared = True
        else:
            self.leave()

    def _tell_others(self) -> None:
        path = self.buffer.path
        if self._hold is not None:
            if path and self._hold.mark == holding.mark_path(path):
                return
            holding.release(self._hold)
        self._hold = holding.hold(path) if path else None
        self.shared = path is not None and self._hold is None and bool(holding.holder(path))

    def on_saved(self, message: Saved) -> None:
        """The draft may have another name now."""
        super().on_saved(message)
        self._tell_others()

    def on_unmount(self) -> None:
        """The draft is closed."""
        if self._hold is not None:
            holding.release(self._hold)

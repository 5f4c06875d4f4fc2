"""What was typed and not yet saved is kept beside the draft, and offered after a bad end.

At most `PAUSE` and `PATIENCE` together lie between a keystroke and the recovery file that has it.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock

from drafter.editing import operations, recovery
from drafter.editing.buffer import Buffer
from drafter.editing.comparing import Against
from drafter.editing.recovery import Lost
from drafter.editing.save import Opened
from drafter.errors import DrafterError
from drafter.model import Resolution
from drafter.tui.later import Later
from drafter.tui.messages import RecoveryWritten
from drafter.tui.screens.desk import Desk
from drafter.tui.screens.question import Choice, Question

PAUSE = 0.5  # seconds without a change before the recovery file is written
PATIENCE = 1.0  # seconds after which it is written although there is no such pause


class Recovering(Desk):
    """The job of losing nothing."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.shared = False  # whether another editor has the draft open as well
        self._keeping = Lock()
        self._kept: Path | None = None  # the recovery file, once it is written
        self._kept_revision = -1
        self._dropped = False  # the changes are not wanted
        self._recovery = Later(self, "recovery", PAUSE, self._keep, patience=PATIENCE)

    def text_changed(self) -> None:
        """Put the change into the recovery file, soon."""
        super().text_changed()
        self._recovery.ask(self.buffer)

    def keep_now(self) -> Path | None:
        """Write the recovery file at once, before an end that nobody asked for; where it is."""
        with suppress(Exception):  # the screen may be half gone: then the pen is up to date
            self.sync_pen()
        if not self.worth_keeping:
            return None
        self._keep(self.buffer)
        return self._kept

    def _keep(self, buffer: Buffer) -> RecoveryWritten | None:
        """In a thread: write the recovery file, unless the draft was saved or left meanwhile."""
        with self._keeping:
            if self._dropped or buffer.revision <= self._kept_revision:
                return None
            if not self.buffer.changed:
                self._discard(buffer)
                return None
            wanted = recovery.recovery_path(buffer, shared=self.shared)
            try:
                path = recovery.write(buffer, wanted)
            except (DrafterError, OSError) as error:
                return RecoveryWritten(f"no recovery file can be written: {error}")
            moved, self._kept = self._kept, path
            self._kept_revision = buffer.revision
            if moved not in {None, path}:
                recovery.discard(moved)
            if path not in {wanted, moved}:
                return RecoveryWritten(f"{wanted.parent} cannot be written: recovery is in {path}")
        return None

    def _discard(self, buffer: Buffer) -> None:
        recovery.discard(recovery.recovery_path(buffer, shared=self.shared))
        if self._kept is not None:
            recovery.discard(self._kept)
        self._kept = None

    def drop_recovery(self, buffer: Buffer, *, for_good: bool = False) -> None:
        """Remove the recovery file of what `buffer` holds, but not of what was typed since."""
        if for_good:
            self._dropped = True
            self._recovery.forget()
        with self._keeping:
            if for_good or self._kept_revision <= buffer.revision:
                self._discard(buffer)

    def on_recovery_written(self, message: RecoveryWritten) -> None:
        """Say where it is when that is not where it belongs, or why there is none."""
        if message.trouble:
            self.say(message.trouble, trouble=True)

    @property
    def worth_keeping(self) -> bool:
        """Whether something would be lost if the editor ended now."""
        buffer = self.buffer
        touched = bool(buffer.history.past) or (buffer.path is None and not buffer.source)
        wanted = not self._dropped and buffer.resolution != Resolution()
        return buffer.changed and touched and wanted

    def offer_recovery(self) -> None:
        """Offer what a recovery file holds, if one is there from an evening that ended badly."""
        found = recovery.waiting(self.buffer)
        if not found:
            return
        lost = found[0]
        choices = (
            Choice("r", "Recover it", "recover"),
            Choice("c", "Recover it, and look at what it changes", "compare"),
            Choice("d", "Discard it", "discard"),
            Choice("q", "Leave both", "leave"),
        )
        moment = datetime.fromtimestamp(lost.written).strftime("%d.%m.%Y, %H:%M")
        where = "beside it" if lost.path.parent == _folder(self.buffer) else f"at {lost.path}"
        words = (
            "The last session with this draft ended before it was saved. "
            f"What was typed until {moment} is in the recovery file {where}."
        )
        if lost.older:
            words += " The draft itself was written after that."
        self.app.push_screen(
            Question("Recover the draft?", words, choices), partial(self._recover, lost)
        )

    def _recover(self, lost: Lost, choice: str | None) -> None:
        if choice in {"recover", "compare"}:
            self._take_lost(lost)
            if choice == "compare":
                self.compare_with(Against("saved"))
        elif choice == "discard":
            recovery.discard(lost.path)
            self.offer_recovery()
        else:
            self.leave()

    def _take_lost(self, lost: Lost) -> None:
        state = operations.replace_resolution(self.buffer.state, lost.resolution, "recovery")
        buffer = self.buffer.do(state)
        wanted = recovery.recovery_path(buffer, shared=self.shared)
        with self._keeping, suppress(DrafterError, OSError):
            # From here on it is this session's; until it is written anew the old one stays.
            self._kept = recovery.write(buffer, wanted)
            self._kept_revision = buffer.revision
            if lost.path != self._kept:
                recovery.discard(lost.path)
        self.take(buffer)
        self.say("recovered; not saved yet — Ctrl-S saves, Ctrl-Z goes back to the file")

    def compare_with(self, against: Against) -> None:
        """Show what differs from the text `against`."""

    def leave(self) -> None:
        """Leave the editor."""
        self.app.exit()


def _folder(buffer: Buffer) -> Path:
    return Path(buffer.path or buffer.source).resolve().parent

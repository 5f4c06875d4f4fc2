"""The draft and its files: save, recover, export, compare, leave. Slow work goes to threads.

Every file is written whole by `editing` and `formats`; nothing is overwritten unasked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from drafter.editing import operations, recovery
from drafter.editing.buffer import Buffer
from drafter.editing.comparing import Against
from drafter.editing.exporting import Wanted, write
from drafter.editing.recent import remember
from drafter.editing.save import Opened, save, stamp, suggested_name
from drafter.errors import DrafterBug, DrafterError
from drafter.model import Resolution
from drafter.tui.later import Later
from drafter.tui.messages import Exported, NotSaved, RecoveryWritten, Saved
from drafter.tui.screens.desk import Desk
from drafter.tui.screens.prompt import Prompt
from drafter.tui.screens.question import Choice, Question

_IDLE = 1.2  # seconds without a change before the recovery file is written


class Filing(Desk):
    """The jobs on files."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self._stamp = opened.stamp
        self._then: Callable[[], None] | None = None
        self._recovery = Later(self, "recovery", _IDLE, self._write_recovery)

    # Recovery

    def text_changed(self) -> None:
        """Put the change into the recovery file, once there is a pause."""
        super().text_changed()
        self._recovery.ask(self.buffer)

    def _write_recovery(self, buffer: Buffer) -> RecoveryWritten | None:
        """In a thread: write the recovery file, unless the draft was saved or left meanwhile."""
        if buffer.revision > self.buffer.revision or not self.buffer.changed:
            return None
        try:
            recovery.write(buffer, recovery.recovery_path(buffer))
        except (DrafterError, OSError) as error:
            return RecoveryWritten(f"no recovery file can be written: {error}")
        return RecoveryWritten()

    def on_recovery_written(self, message: RecoveryWritten) -> None:
        """Say so only when it failed."""
        if message.trouble:
            self.say(message.trouble, trouble=True)
        elif not self.buffer.changed:
            recovery.discard(recovery.recovery_path(self.buffer))

    def offer_recovery(self) -> None:
        """Offer what a recovery file holds, if one is there from an evening that ended badly."""
        waiting = recovery.waiting(self.buffer)
        if waiting is None:
            return
        choices = (
            Choice("r", "Recover it", "recover"),
            Choice("d", "Discard it", "discard"),
            Choice("q", "Leave both", "leave"),
        )
        words = (
            "The last session with this draft ended before it was saved. "
            "What was typed is in the recovery file beside it."
        )
        self.app.push_screen(
            Question("Recover the draft?", words, choices), partial(self._recover, waiting)
        )

    def _recover(self, waiting: Resolution, choice: str | None) -> None:
        if choice == "recover":
            what = "recovery"
            self.take(
                self.buffer.do(operations.replace_resolution(self.buffer.state, waiting, what))
            )
            self.say("recovered; not saved yet — Ctrl-S saves, Ctrl-Z goes back to the file")
        elif choice == "discard":
            recovery.discard(recovery.recovery_path(self.buffer))
        else:
            self.leave()

    # Save

    def action_save(self) -> None:
        """Save the draft where it was opened, or ask for a name."""
        self.sync_pen()
        if self.buffer.path is None:
            self.action_save_as()
            return
        now = stamp(self.buffer.path)
        if now and self._stamp and now != self._stamp:
            self._changed_on_disk(self.buffer.path)
        else:
            self._save(self.buffer.path)

    def _changed_on_disk(self, path: Path) -> None:
        choices = (
            Choice("a", "Save as another file", "as"),
            Choice("o", "Overwrite it", "over"),
            Choice("c", "Cancel", ""),
        )
        words = f"{path.name} was changed by someone else since it was opened here."

        def taken(choice: str | None) -> None:
            if choice == "over":
                self._save(path)
            elif choice == "as":
                self.action_save_as()

        self.app.push_screen(Question("Changed on disk", words, choices), taken)

    def action_save_as(self) -> None:
        """Ask for a name and save there."""
        self.sync_pen()

        def taken(name: str | None) -> None:
            if name:
                path = Path(name).expanduser()
                path = path if path.suffix else path.with_suffix(".md")
                self._unless_there(path, partial(self._save, path))
            else:
                self._then = None

        note = "a draft is a Markdown file: name.md"
        self.app.push_screen(
            Prompt("Save as", "File", initial=suggested_name(self.buffer), note=note), taken
        )

    def _unless_there(self, path: Path, write: Callable[[], None]) -> None:
        """Write at once, or after asking when another file is there."""
        if not path.exists() or path == self.buffer.path:
            write()
            return
        choices = (Choice("r", "Replace it", "yes"), Choice("c", "Cancel", ""))
        words = f"{path} is there already."

        def taken(choice: str | None) -> None:
            if choice == "yes":
                write()

        self.app.push_screen(Question("Replace the file?", words, choices), taken)

    def _save(self, path: Path) -> None:
        buffer = self.buffer
        aside = recovery.recovery_path(buffer)

        def work() -> None:
            try:
                resolution, mark = save(buffer, path)
                recovery.discard(aside)
            except (DrafterError, OSError) as error:
                self.post_message(NotSaved(str(error)))
            else:
                remember(path)
                self.post_message(Saved(path, resolution, mark))

        self.run_worker(work, thread=True, group="save", name="save", exit_on_error=False)

    def on_saved(self, message: Saved) -> None:
        """The draft is on disk; what was typed since is not."""
        self._stamp = message.stamp
        self.take(self.buffer.as_saved(message.path, message.resolution))
        self.say(f"saved: {message.path}")
        then, self._then = self._then, None
        if then:
            then()

    def on_not_saved(self, message: NotSaved) -> None:
        """Say why; the text is still here and in the recovery file."""
        self._then = None
        self.say(f"not saved: {message.words}", trouble=True)

    # Leave

    @property
    def unsaved(self) -> bool:
        """Whether leaving now would lose something."""
        self.sync_pen()
        buffer = self.buffer
        touched = bool(buffer.history.past) or (buffer.path is None and not buffer.source)
        return buffer.changed and touched and buffer.resolution != Resolution()

    def leave(self) -> None:
        """Leave the editor; the recovery file of a finished evening goes."""
        self.app.exit()

    def close(self, then: Callable[[], None]) -> None:
        """Do `then` once nothing can be lost: at once, or after asking."""
        if not self.unsaved:
            then()
            return
        choices = (
            Choice("s", "Save", "save"),
            Choice("d", "Discard the changes", "discard"),
            Choice("c", "Cancel", ""),
        )

        def taken(choice: str | None) -> None:
            if choice == "save":
                self._then = then
                self.action_save()
            elif choice == "discard":
                self._recovery.forget()
                recovery.discard(recovery.recovery_path(self.buffer))
                then()

        words = "The draft has changes that are not saved."
        self.app.push_screen(Question("Save before leaving?", words, choices), taken)

    # Export and compare

    def action_export(self) -> None:
        """Choose what to write for others, and where."""
        from drafter.tui.screens.export import Export

        self.lift_pen()
        self.app.push_screen(Export(self.buffer), self._export)

    def export_since(self, against: Against) -> None:
        """Write the redline since the text just compared with."""
        from drafter.tui.screens.export import Export

        since = against.path or self.buffer.path  # the last save is what that file holds
        self.app.push_screen(Export(self.buffer, since=since), self._export)

    def _export(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            self._unless_there(wanted.path, partial(self._write_export, wanted))

    def _write_export(self, wanted: Wanted) -> None:
        self.say(f"writing {wanted.path} …")
        buffer = self.buffer

        def work() -> None:
            try:
                write(wanted, buffer)
            except (DrafterError, DrafterBug, OSError) as error:
                hint = getattr(error, "hint", "")
                trouble = f"{error}. {hint}".strip()
                self.post_message(Exported(wanted.path, trouble))
            else:
                self.post_message(Exported(wanted.path))

        self.run_worker(work, thread=True, group="export", name="export", exit_on_error=False)

    def on_exported(self, message: Exported) -> None:
        """Say where the file is."""
        if message.trouble:
            self.say(f"not written: {message.trouble}", trouble=True)
        else:
            self.say(f"written: {message.path}")

    def action_compare(self) -> None:
        """Compare with another text, shown as one."""
        from drafter.tui.screens.against import ChooseAgainst

        self.lift_pen()
        self.app.push_screen(ChooseAgainst(self.buffer), self._compare)

    def _compare(self, against: Against | None) -> None:
        from drafter.tui.screens.compare import Compare

        if against is not None:
            self.app.push_screen(Compare(self, against))

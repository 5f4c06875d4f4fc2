"""The draft and its files: save, export, compare, leave. Slow work goes to threads.

Every file is written whole by `editing` and `formats`; nothing is overwritten unasked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from drafter.editing.comparing import Against
from drafter.editing.exporting import Wanted, write
from drafter.editing.recent import remember
from drafter.editing.save import Opened, save, suggested_name
from drafter.errors import DrafterBug, DrafterError
from drafter.tui.messages import Exported, NotSaved, Saved
from drafter.tui.screens.prompt import Prompt
from drafter.tui.screens.question import Choice, Question
from drafter.tui.screens.watching import Watching


class Filing(Watching):
    """The jobs on files."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self._then: Callable[[], None] | None = None

    # Save

    def action_save(self) -> None:
        """Save the draft where it was opened, or ask for a name."""
        self.sync_pen()
        if self.saving:  # what is on disk shows when that has ended
            self._then = self._then or self._save_the_rest
            return
        if self.buffer.path is None:
            self.action_save_as()
            return
        if self.differs_on_disk(self.buffer.path):
            self.ask_mine_or_theirs(self.buffer.path)
        else:
            self.write_over(self.buffer.path)

    def _save_the_rest(self) -> None:
        if self.buffer.changed:
            self.action_save()

    def action_save_as(self) -> None:
        """Ask for a name and save there."""
        self._ask_name(suggested_name(self.buffer))

    def _ask_name(self, initial: str) -> None:
        self.sync_pen()

        def taken(name: str | None) -> None:
            if name:
                path = Path(name).expanduser()
                path = path if path.suffix else path.with_suffix(".md")
                self._unless_there(path, partial(self.write_over, path))
            else:
                self.saving_ended()

        note = "a draft is a Markdown file: name.md"
        self.app.push_screen(Prompt("Save as", "File", initial=initial, note=note), taken)

    def saving_ended(self) -> None:
        """Nothing waits for a save any more: it was given up."""
        self._then = None

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

    def write_over(self, path: Path) -> None:
        """Save at `path`, whatever is there, in a thread.

        What is saved is in the recovery file first: whenever the power fails, it is on disk.
        """
        if self.saving:  # never two at once: the older text could be written last
            self._then = partial(self.write_over, path)
            return
        buffer = self.buffer
        self.saving = True

        def work() -> None:
            try:
                self._keep(buffer)
                resolution, mark = save(buffer, path)
            except (DrafterError, OSError) as error:
                self.post_message(NotSaved(str(error)))
            else:
                self.drop_recovery(buffer)
                remember(path)
                self.post_message(Saved(path, resolution, mark))

        self.run_worker(work, thread=True, group="save", name="save", exit_on_error=False)

    def on_saved(self, message: Saved) -> None:
        """The draft is on disk; what was typed since is not."""
        self.saving = False
        self.sync_pen()
        self.now_saved(message.stamp)
        self.take(self.buffer.as_saved(message.path, message.resolution))
        if self.buffer.changed:
            self._recovery.ask(self.buffer)
        self.say(f"saved: {message.path}")
        then, self._then = self._then, None
        if then:
            then()

    def on_not_saved(self, message: NotSaved) -> None:
        """Say why, and offer another place; the text is still here and in the recovery file."""
        self.saving = False
        then, self._then = self._then, None
        # The reason stands last, after a path that may fill the line.
        self.say(f"not saved: {message.words.rpartition(': ')[2]}", trouble=True)
        kept = f" What you typed is also in {self._kept}." if self._kept else ""
        words = f"{message.words}. Nothing is lost: the draft is still open here.{kept}"
        choices = (
            Choice("a", "Save it elsewhere", "as"),
            Choice("t", "Try again", "again"),
            Choice("c", "Go on without saving", ""),
        )

        def taken(choice: str | None) -> None:
            if choice == "as":
                self._then = then
                self._ask_name(str(Path.home() / Path(suggested_name(self.buffer)).name))
            elif choice == "again":
                self._then = then
                self.action_save()

        self.app.push_screen(Question("Not saved", words, choices), taken)

    # Leave

    @property
    def unsaved(self) -> bool:
        """Whether leaving now would lose something."""
        self.sync_pen()
        return self.worth_keeping

    def close(self, then: Callable[[], None]) -> None:
        """Do `then` once nothing can be lost: at once, or after asking."""
        if self.saving:  # whether something is unsaved shows when that has ended
            self._then = partial(self.close, then)
            return
        if not self.unsaved:
            self.drop_recovery(self.buffer, for_good=True)
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
                self.drop_recovery(self.buffer, for_good=True)
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

    def export_until(self, against: Against) -> None:
        """Write the redline from the draft to the newer text it was just compared with."""
        newer = against.path or self.buffer.path
        if newer is None:
            return

        def taken(name: str | None) -> None:
            if name:
                path = Path(name).expanduser()
                path = path if path.suffix else path.with_suffix(".docx")
                self._export(Wanted("redline", path, newer=newer))

        initial = str(newer.with_name(f"{newer.stem}-redline.docx"))
        note = f"the draft as it is, and what {newer.name} changes in it as tracked changes"
        self.app.push_screen(Prompt("Word redline", "File", initial=initial, note=note), taken)

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

        def taken(against: Against | None) -> None:
            if against is not None:
                self.compare_with(against)

        self.app.push_screen(ChooseAgainst(self.buffer), taken)

    def compare_with(self, against: Against) -> None:
        """Show what differs from the text `against`."""
        from drafter.tui.screens.compare import Compare

        self.app.push_screen(Compare(self, against))

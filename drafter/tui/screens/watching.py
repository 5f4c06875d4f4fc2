"""The draft's file as it lies on disk: whoever else writes it is noticed, and told of.

Nothing is ever decided here: theirs and mine are compared, and the user says which stays.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from textual.message import Message

from drafter.editing import operations
from drafter.editing.comparing import Against
from drafter.editing.save import Opened, open_file, stamp
from drafter.editing.sweeping import sweep
from drafter.errors import DrafterError
from drafter.tui.screens.question import Choice, Question
from drafter.tui.screens.recovering import Recovering

_EVERY = 2.0  # seconds between two looks


class DiskSeen(Message):
    """The file at `path` looks like `look`, and what it holds has the mark `mark`.

    `known` is the mark it was known to have when it was looked at.
    """

    def __init__(self, path: Path, look: tuple[int, ...], mark: str, *, known: str) -> None:
        super().__init__()
        self.path, self.look, self.mark, self.known = path, look, mark, known


def _look(path: Path) -> tuple[int, ...]:
    """What of a file changes whenever it is written; () where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return (found.st_mtime_ns, found.st_size, found.st_ino)


class Watching(Recovering):
    """The job of keeping an eye on the file."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.stamp = opened.stamp  # of what was read or written here last
        self.saving = False
        self._seen: tuple[int, ...] | None = None
        self._looking = False
        self._told = opened.stamp  # the last stamp that was spoken of

    def on_mount(self) -> None:
        """Look now and then."""
        self.set_interval(_EVERY, self.look_at_disk)

    def look_at_disk(self) -> None:
        """Look whether someone else has written the file; in a thread, for disks can be slow."""
        path = self.buffer.path
        if path is None or self._looking or self.saving:
            return
        self._looking, seen, known = True, self._seen, self.stamp

        def work() -> None:
            try:
                if seen is None:
                    sweep(path)
                look = _look(path)
                if look != seen:
                    self.post_message(DiskSeen(path, look, stamp(path), known=known))
            finally:
                self._looking = False

        self.run_worker(work, thread=True, group="watch", name="watching", exit_on_error=False)

    def on_disk_seen(self, message: DiskSeen) -> None:
        """Tell what happened to the file, once."""
        if message.path != self.buffer.path or self.saving or message.known != self.stamp:
            return  # it may have been looked at before it was written here
        self._seen = message.look
        if message.mark == self._told:
            return
        self._told, name = message.mark, message.path.name
        if message.mark == self.stamp:
            self.say(f"{name} is again as it was")
        elif message.mark:
            self.say(f"{name} was changed on disk — Ctrl-S compares", trouble=True)
        else:
            self.say(f"{name} is not there any more — Ctrl-S writes it anew", trouble=True)
        self.show()

    @property
    def standing(self) -> str:
        """Whether the draft is saved, or the file on disk is another."""
        if self.buffer.path is not None and self._told not in {"", self.stamp}:
            return "▲ changed on disk"
        return super().standing

    def differs_on_disk(self, path: Path) -> bool:
        """Whether someone else wrote `path` since it was opened or saved here."""
        return stamp(path) not in {"", self.stamp}

    def ask_mine_or_theirs(self, path: Path) -> None:
        """Ask which text stays."""
        choices = (
            Choice("c", "Compare: accept or reject what they changed", "compare"),
            Choice("k", "Keep mine: write it over theirs", "mine"),
            Choice("t", "Take theirs; Ctrl-Z brings mine back", "theirs"),
            Choice("a", "Save mine as another file", "as"),
        )
        words = f"{path.name} was changed by someone else since it was opened here."

        def taken(choice: str | None) -> None:
            if choice == "compare":
                self.compare_with(Against("file", path, newer=True))
            elif choice == "mine":
                self.write_over(path)
            elif choice == "theirs":
                self.take_theirs(path)
            elif choice == "as":
                self.action_save_as()
            else:
                self.saving_ended()

        self.app.push_screen(Question("Changed on disk", words, choices), taken)

    def take_theirs(self, path: Path) -> None:
        """The text on disk in place of the draft, as one step."""
        self.sync_pen()
        try:
            theirs = open_file(path, which=self.buffer.which)
        except DrafterError as error:
            self.complain(error)
            return
        if theirs.buffer.path is None:
            self.say(f"{path.name} is no draft any more — Ctrl-S, a saves yours", trouble=True)
            return
        text = theirs.buffer.resolution
        state = operations.replace_resolution(self.buffer.state, text, "the text on disk")
        self.stamp = self._told = theirs.stamp
        buffer = replace(self.buffer.do(state), document=theirs.buffer.document)
        self.take(buffer.as_saved(path, text))
        self.say("theirs — Ctrl-Z brings yours back")

    def now_saved(self, mark: str) -> None:
        """The file is ours again."""
        self.stamp = self._told = mark
        self._seen = None

    def write_over(self, path: Path) -> None:
        """Save at `path`, whatever is there."""

    def action_save_as(self) -> None:
        """Save under another name."""

    def saving_ended(self) -> None:
        """Nothing waits for a save any more."""

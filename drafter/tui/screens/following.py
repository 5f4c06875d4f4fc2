"""References, Also, Further and endings follow as one works, each time as a step of their own.

So each can be seen and undone. Worked out in a thread; nothing follows while the pen is down, and
undoing is never answered by doing it again.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from drafter.editing import operations
from drafter.editing.following import Followed, follow
from drafter.editing.save import Opened
from drafter.model import Resolution
from drafter.tui.later import Later
from drafter.tui.screens.desk import Desk


@dataclass(frozen=True, slots=True)
class _Step:
    """The draft when all was in step, and now."""

    revision: int
    before: Resolution
    after: Resolution


class Follows(Message):
    """What follows from the step that led to `revision`."""

    def __init__(self, revision: int, followed: Followed) -> None:
        super().__init__()
        self.revision = revision
        self.followed = followed


def answer(step: _Step) -> Follows:
    """What follows from `step`."""
    return Follows(step.revision, follow(step.before, step.after))


class Following(Desk):
    """The job of keeping the draft in step."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.follows = True
        self._in_step = opened.buffer.resolution
        self._following = Later(self, "following", 0.05, answer)

    def text_changed(self) -> None:
        """Let the words follow, unless they are still being typed or were just undone."""
        super().text_changed()
        if self.travelling or not self.follows:
            self._in_step = self.buffer.resolution
        self._follow_soon()

    def action_follow(self) -> None:
        """Let words follow from now on, or leave every word as it was typed."""
        self.follows = not self.follows
        self._in_step = self.buffer.resolution
        self.say(
            "references, Also, Further and endings follow"
            if self.follows
            else "nothing follows by itself"
        )

    def lift_pen(self, *, keep_empty: bool = False) -> None:
        """What was typed is done: the words follow."""
        super().lift_pen(keep_empty=keep_empty)
        self._follow_soon()

    def _follow_soon(self) -> None:
        now = self.buffer.resolution
        if not self.pen_down and now != self._in_step:
            self._following.ask(_Step(self.buffer.revision, self._in_step, now))

    def on_follows(self, message: Follows) -> None:
        """Let them follow, unless the draft has gone on: then it is asked again."""
        if message.revision != self.buffer.revision or self.pen_down or not self.follows:
            return
        followed = message.followed
        self._in_step = followed.resolution
        if followed.what:
            self.following = True
            self.do(
                lambda state: operations.replace_resolution(
                    state, followed.resolution, followed.what
                )
            )
            self.following = False
            self.say(f"{followed.what} — Ctrl-Z undoes")
        if followed.unsure:
            self.say(followed.unsure[0], trouble=True)

"""Work that must not hold up a keypress: the latest question, in a thread, after a pause.

One question at a time is worked on; those that came meanwhile collapse into the last one. The
answer comes back as a message, so a worker never touches a widget.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

Q = TypeVar("Q")


class Later(Generic[Q]):
    """Answers the last question asked of it once nothing was asked for `pause` seconds.

    Whoever asks without a pause is answered every `patience` seconds all the same.
    """

    def __init__(
        self,
        owner: Widget,
        name: str,
        pause: float,
        answer: Callable[[Q], Message | None],
        *,
        patience: float = 2.0,
    ) -> None:
        self._owner = owner
        self._name = name
        self._pause = pause
        self._answer = answer
        self._patience = patience
        self._timer: Timer | None = None
        self._since = 0.0  # when the first question that still waits was asked
        self._waiting: tuple[Q, ...] = ()
        self._timer_runs = False
        self._busy = False

    def ask(self, question: Q, *, at_once: bool = False) -> None:
        """Answer `question` later, instead of any that still waits; or `at_once`, in its thread."""
        now = monotonic()
        if not self._waiting:
            self._since = now
        self._waiting = (question,)
        if self._timer is not None:
            if not at_once and self._timer_runs and now - self._since > self._patience:
                return
            self._timer.stop()
        self._timer_runs = not at_once
        if at_once:
            self._owner.call_later(self._start)
        else:
            self._timer = self._owner.set_timer(self._pause, self._start)

    def forget(self) -> None:
        """Answer nothing that still waits."""
        self._waiting = ()

    def _start(self) -> None:
        self._timer_runs = False
        if self._busy or not self._waiting or not self._owner.is_attached:
            return
        (question,), self._waiting = self._waiting, ()
        self._busy = True
        self._owner.run_worker(
            lambda: self._work(question), thread=True, name=self._name, exit_on_error=False
        )

    def _work(self, question: Q) -> None:
        try:
            message = self._answer(question)
            if message is not None:
                self._owner.post_message(message)
        finally:
            self._busy = False
            self._owner.call_later(self._start)

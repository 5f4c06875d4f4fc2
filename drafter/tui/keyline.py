"""Keys in a line: one is dealt with whole before the next is looked at.

Textual hands keys on as they come. Over a slow line they come in bursts, and what is typed after
"g" would reach the page before the dialog it is meant for is there. Here a key waits until what the
one before it set going, a dialog, the pen, has come to rest. Letters on their way into a line of
text have nothing to wait for.
"""

from __future__ import annotations

from collections import deque
from time import monotonic

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input, TextArea

_ROUNDS = 2  # a key may lead to a message, and that one to a dialog that closes
_PATIENCE = 1.0  # seconds after which a key waits no longer, whatever is still going on


class KeyLine(App[None]):
    """An application that takes its keys one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: deque[events.Key] = deque()
        self._since = 0.0  # when the key that is being dealt with came; 0 when none is

    async def on_event(self, event: events.Event) -> None:
        """Hand a key on once the one before it is dealt with."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._since or self._keys:
            self._keys.append(event)
        else:
            await self._deal(event)

    async def _deal(self, key: events.Key) -> None:
        target = self.focused
        into_text = isinstance(target, Input | TextArea) and key.is_printable
        if not into_text:
            self._since = monotonic()
        await super().on_event(key)
        if not into_text:
            self._climb(target or self.screen, _ROUNDS)

    def _climb(self, start: Widget, rounds: int) -> None:
        """Go up from `start` behind the key and what it set going, `rounds` times."""

        def up(node: MessagePump | None) -> None:
            below = node is not None and node is not self and node.is_running
            if not below or node is None or not node.call_later(up, node._parent):
                self.call_later(self._at_top, start, rounds)

        up(start)

    async def _at_top(self, start: Widget, rounds: int) -> None:
        if self._exit:
            return
        settled = self.screen.is_mounted
        if monotonic() - self._since > _PATIENCE:
            rounds = 0
        elif not settled:
            self.set_timer(0.005, lambda: self._climb(self.screen, rounds))
            return
        if rounds:
            # What has the focus now may be another, in a dialog that has just come.
            self._climb(start if start.is_attached else self.focused or self.screen, rounds - 1)
            return
        self._since = 0.0
        while self._keys and not self._since:
            await self._deal(self._keys.popleft())

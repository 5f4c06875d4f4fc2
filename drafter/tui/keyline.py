"""Keys in a line: one is dealt with whole before the next is looked at.

Textual hands keys on as they come. Over a slow line they come in bursts, and what is typed after
"g" would reach the page before the dialog it is meant for is there. Here a key waits until what the
one before it set going, a dialog, the pen, has come to rest. Letters on their way into a line of
text have nothing to wait for; a key that comes behind them waits until they are in it, for one that
leaves or replaces would act on words that lack the last ones.
"""

from __future__ import annotations

from collections import deque
from time import monotonic

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input, TextArea

_Typed = events.Key | events.Paste
_ROUNDS = 2  # a key may lead to a message, and that one to a dialog that closes
_PATIENCE = 5.0  # seconds after which a key no longer waits for a screen to come


class KeyLine(App[None]):
    """An application that takes its keys one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: deque[_Typed] = deque()
        self._since = 0.0  # when the key that is being dealt with came; 0 when none is
        self._held = False
        self._letters: Widget | None = None  # where letters went that nobody waited for

    def hold_keys(self) -> None:
        """Every key waits, but for the one that leaves: what they are meant for is on its way."""
        self._held = True
        self._since = monotonic()

    def let_keys_go(self) -> None:
        """What they are meant for has come."""
        self._held = False
        self._climb(self.screen, _ROUNDS)

    async def on_event(self, event: events.Event) -> None:
        """Hand a key, or what is pasted, on once the one before it is dealt with."""
        if not isinstance(event, _Typed) or event.is_forwarded:
            await super().on_event(event)
        elif self._held and isinstance(event, events.Key) and event.key == "ctrl+q":
            self.exit()
        elif self._since or self._keys:
            self._keys.append(event)
        else:
            await self._deal(event)

    async def _deal(self, key: _Typed) -> None:
        target = self.focused
        into_text = isinstance(target, Input | TextArea)
        if into_text and isinstance(key, events.Key) and key.is_printable:
            self._letters = target
            await super().on_event(key)
            return
        letters, self._letters = self._letters, None
        self._since = monotonic()
        if letters is not None and letters.is_attached:
            self._keys.appendleft(key)
            self._climb(letters, 0)
            return
        await super().on_event(key)
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
        if not self.screen.is_mounted and monotonic() - self._since < _PATIENCE:
            self.set_timer(0.005, lambda: self._climb(self.screen, rounds))
            return
        if rounds:
            # What has the focus now may be another, in a dialog that has just come.
            self._climb(start if start.is_attached else self.focused or self.screen, rounds - 1)
            return
        self._since = 0.0
        while self._keys and not self._since:
            await self._deal(self._keys.popleft())

"""The last line of a screen: the keys that do something here, each with its word.

One widget that paints a line. A key that has no room is left out whole; the help page has it.
"""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.screen import Screen
from textual.widget import Widget

_WIDE = 100  # columns


class KeysBar(Widget):
    """The keys of the screen and of what has the focus; a click presses one."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key"}

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str, str], ...] = ()  # its name, as it is shown, its word

    def on_mount(self) -> None:
        """Follow what has the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is not self.screen:
            return
        by_action: dict[str, tuple[str, str, str]] = {}
        for _, binding, enabled, _ in screen.active_bindings.values():
            if binding.show and enabled:
                shown = self.app.get_key_display(binding)
                by_action.setdefault(binding.action, (binding.key, shown, binding.description))
        keys = tuple(by_action.values())
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def _fitting(self) -> list[tuple[int, int, tuple[str, str, str]]]:
        """The keys that the line has room for: first column, last, and the key."""
        width = self.size.width
        every = sum(len(shown) + len(word) + 3 for _, shown, word in self._keys) - 1
        # On a narrow screen one more key is worth more than air between them.
        at, gap = (1, 2) if width >= _WIDE or every <= width else (0, 1)
        out = []
        for each in self._keys:
            end = at + len(each[1]) + 1 + len(each[2])
            if end > width:
                break
            out.append((at, end, each))
            at = end + gap
        return out

    def render(self) -> Text:
        """Each key and its word."""
        style = self.get_component_rich_style("keys--key", partial=True)
        line = Text(no_wrap=True, overflow="crop")
        for start, _, (_, shown, word) in self._fitting():
            line.append(" " * (start - len(line)))
            line.append(shown, style)
            line.append(f" {word}")
        return line

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        for start, end, (key, _, _) in self._fitting():
            if start <= event.x < end:
                self.app.simulate_key(key)

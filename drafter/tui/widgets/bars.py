"""The line above the draft and the line below it: what is open, where one is, what just happened.

Nothing is kept here; both show what they are handed.
"""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static

from drafter.tui.wrap import shorten, visible


class TopBar(Static):
    """The draft's name at the left, its state at the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__("", id=id, markup=False)
        self._left, self._right = "", ""

    def show(self, left: str, right: str) -> None:
        """Show `left` and `right` at the two ends of the line."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self._paint()

    def show_right(self, right: str) -> None:
        """Show `right` and leave what stands at the left."""
        self.show(self._left, right)

    def on_resize(self) -> None:
        """Fit the new width."""
        self._paint()

    def _paint(self) -> None:
        width = self.content_size.width or 80
        right = self._fitting(width)
        left = shorten(visible(self._left), max(10, width - len(right) - 2))
        gap = max(1, width - len(left) - len(right))
        self.update(Text(f"{left}{' ' * gap}{right}", no_wrap=True, overflow="crop"), layout=False)

    def _fitting(self, width: int) -> str:
        """What stands at the right in a line of `width`."""
        return self._right


class StatusBar(TopBar):
    """Where the cursor stands, and the last thing that happened."""

    def say(self, words: str, *, trouble: bool = False) -> None:
        """Show `words` until the next thing happens."""
        self.set_class(trouble, "-trouble")
        self.show(words, self._right)

    def _fitting(self, width: int) -> str:
        """The counts, as far as they leave room for the words: those are said only once."""
        parts = self._right.split(" · ")
        while parts and len(self._left) + len(" · ".join(parts)) + 2 > width:
            parts.pop(0)
        return " · ".join(parts)

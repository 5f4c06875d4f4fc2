"""From pieces to strips: the one place that knows which colour a style's name has.

`Painted` is what every view of text stands on: it scrolls, and paints only the lines on the screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from drafter.tui.wrap import Piece, visible

NAMES = (
    "italic",
    "bold",
    "label",
    "title",
    "heading",
    "note",
    "faint",
    "call",
    "mark",
    "by",
    "bracket",
    "masthead",
    "inserted",
    "deleted",
    "moved",
    "cursor",
    "finding",
    "changed",
    "row",
    "agreed",
    "altered",
    "new",
    "found",
    "chosen",
)
# What stands in the margin beside a row, and the style of it.
MARKS = {
    "•": "finding",
    "!": "finding",
    "~": "changed",
    "“": "call",
    "=": "agreed",
    "≈": "altered",
    "+": "new",
    "↧": "cursor",
}
COMPONENTS = frozenset(f"page--{name}" for name in NAMES)


class Palette:
    """The styles of one widget by name, looked up once."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[str, Style] = {}

    def style(self, name: str) -> Style:
        """The style of `name`, or of several names one after the other: "bracket italic"."""
        known = self._known.get(name)
        if known is None:
            known = Style()
            for each in name.split():
                known += self._widget.get_component_rich_style(f"page--{each}", partial=True)
            self._known[name] = known
        return known

    def strip(self, pieces: Iterable[Piece], width: int, under: Style | None = None) -> Strip:
        """`pieces` as a strip of exactly `width` cells, over the style `under`."""
        base = under or self._widget.rich_style
        segments = [Segment(visible(text), base + self.style(name)) for text, name in pieces]
        return Strip(segments).adjust_cell_length(width, base)


class Painted(ScrollView):
    """A view of text, painted line by line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._palette: Palette | None = None

    @property
    def palette(self) -> Palette:
        """The styles by name."""
        self._palette = self._palette or Palette(self)
        return self._palette

    def notify_style_update(self) -> None:
        """Look the colours up again after a change of theme."""
        super().notify_style_update()
        self._palette = None

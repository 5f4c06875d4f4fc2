"""From pieces to strips: the one place that knows which colour a style's name has."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from drafter.tui.wrap import Piece

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
        segments = [Segment(text, base + self.style(name)) for text, name in pieces]
        return Strip(segments).adjust_cell_length(width, base)

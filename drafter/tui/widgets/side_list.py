"""What the lists of the panel share: the keys to walk in them, and where one begins."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList


class SideList(OptionList):
    """A list in the panel. Enter and a click do the same: `action_select`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "screen.help", "Keys", show=False),
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, compact=True)

    def on_focus(self) -> None:
        """Begin at the first one."""
        if self.highlighted is None and self.option_count:
            self.highlighted = 0

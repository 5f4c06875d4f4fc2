"""The panel beside the draft: which of its lists shows, and the way back from it."""

from __future__ import annotations

from drafter.editing.save import Opened
from drafter.tui.screens.desk import Desk
from drafter.tui.widgets.side import Shown, Side


class Beside(Desk):
    """The panel. What stands in its lists is the business of `agreeing` and `checking`."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.shown: Shown = ""

    @property
    def panel(self) -> Shown:
        """The list that shows: the one turned to, or agreed language while one types."""
        return self.shown or ("agreed" if self.pen_down else "")

    def side_title(self) -> str:
        """The title of the list that shows."""
        return ""

    def turn_to(self, shown: Shown) -> None:
        """Show the list `shown`, or none."""
        self.shown = shown
        self.show()

    def show(self) -> None:
        """Show the panel as it is now, and everything else."""
        self.show_side()
        super().show()

    def show_side(self) -> None:
        """Show the panel as it is now."""
        self.query_one(Side).turn_to(self.panel, self.side_title() if self.panel else "")

    def action_back(self) -> None:
        """Come back to the draft; from the draft itself, close the panel."""
        if self.query_one(Side).has_focus_within:
            self.put_pen() if self.pen_down else self.text.focus()
        elif self.shown:
            self.turn_to("")
        else:
            self.say("Ctrl-Q leaves the editor, ? shows every key")

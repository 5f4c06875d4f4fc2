"""Putting a block from the catalogue into the draft: choose, fill in, insert."""

from __future__ import annotations

from drafter.editing import inserting
from drafter.tui.screens.desk import Desk


class Inserting(Desk):
    """The job of inserting blocks."""

    def action_block(self) -> None:
        """Choose a block and fill it in."""
        from drafter.blocks.catalogue import Template
        from drafter.tui.screens.block_form import BlockForm
        from drafter.tui.screens.block_picker import BlockPicker

        self.lift_pen()
        body = self.buffer.resolution.masthead.body
        part = "preambular" if self.line.row.part in {"front", "preamble"} else "operative"

        def chosen(template: Template | None) -> None:
            if template is not None:
                self.app.push_screen(BlockForm(template, body), self._insert)

        self.app.push_screen(BlockPicker(body, part), chosen)

    def _insert(self, block: inserting.Block | None) -> None:
        if block is not None:
            self.do(lambda state: inserting.insert(state, block))

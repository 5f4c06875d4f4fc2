"""What the checks find, as one works: a list to go through, each finding explained or mended.

Worked out in a thread for one revision of the text and dropped when it has gone on. What is mended
is what was found in the text as it is: a finding of an older text knows the wrong characters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from drafter.editing import operations
from drafter.editing.buffer import Buffer
from drafter.editing.marks import row_of_place
from drafter.editing.save import Opened
from drafter.tui.later import Later
from drafter.tui.messages import FindingsReady
from drafter.tui.screens.beside import Beside
from drafter.tui.widgets.findings_list import FindingsList, same

if TYPE_CHECKING:
    from drafter.lint.findings import Finding


def check(buffer: Buffer) -> FindingsReady:
    """What the checks find in `buffer`'s draft."""
    from drafter import lint

    return FindingsReady(buffer.revision, tuple(lint.check(buffer.resolution)))


class Checking(Beside):
    """The job of checking."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        # A third of a second of work on a long draft: worth a real pause, never amid typing.
        self._checked = -1  # the revision of which `findings` tells
        self._once_checked: Callable[[], None] | None = None  # what waits for the checks
        self._checks = Later(self, "checks", 0.6, check, patience=30)

    def text_changed(self) -> None:
        """Check again, later."""
        super().text_changed()
        if self.travelling:
            self._once_checked = None
        self._checks.ask(self.buffer)

    def _when_checked(self, then: Callable[[], None]) -> None:
        """Do `then` once `findings` tell of the text as it is; not when the pen is put down."""
        if self._checked == self.buffer.revision:
            then()
        else:
            self._once_checked = then
            self.say("checking …")
            self._checks.ask(self.buffer, at_once=True)

    def side_title(self) -> str:
        """How many findings there are, and of what weight."""
        if self.panel != "findings":
            return super().side_title()
        if self._checked < 0:
            return "Findings · checking …"
        if not self.findings:
            return "Findings · none"
        levels = ("error", "warning", "note")
        counts = [(sum(each.level == level for each in self.findings), level) for level in levels]
        shown = (f"{count} {level}{'s' * (count != 1)}" for count, level in counts if count)
        return f"Findings · {', '.join(shown)}"

    def on_findings_ready(self, message: FindingsReady) -> None:
        """Show what was found, unless the text has gone on."""
        if message.revision != self.buffer.revision:
            if self._once_checked:
                self._checks.ask(self.buffer, at_once=True)
            return
        self.findings, self._checked = message.findings, message.revision
        self.query_one(FindingsList).show(message.findings)
        self._count()
        self.show()
        then, self._once_checked = self._once_checked, None
        if then and not self.pen_down:
            then()

    def action_findings(self) -> None:
        """Turn to the findings and go into the list; a second time away from them."""
        if self.shown == "findings":
            self.turn_to("")
            self.text.focus()
            return
        self.lift_pen()
        self.turn_to("findings")
        if self.findings:
            self._go_into_list()
        else:
            self._when_checked(self._go_into_list)

    def _go_into_list(self) -> None:
        if self.shown != "findings":
            return
        if self.findings:
            self.query_one(FindingsList).focus()
        else:
            self.say("the checks find nothing")

    def on_findings_list_asked(self, message: FindingsList.Asked) -> None:
        """Go to a finding, explain it or mend it."""
        finding = message.finding
        found = row_of_place(self.lines, finding.place)
        if found is not None:
            self.go(found)
        if message.what == "go":
            self.text.focus()
            self.say(f"{finding.place} · {finding.message} ({finding.rule})")
        elif message.what == "explain":
            from drafter.lint.rules import explain
            from drafter.tui.manual import manual
            from drafter.tui.screens.reader import Reader

            self.app.push_screen(Reader(*manual(finding.rule, explain(finding.rule))))
        else:
            self._when_checked(lambda: self._fix(finding))

    def _fix(self, wanted: Finding) -> None:
        """Mend `wanted`, if it is still found."""
        from drafter import lint

        finding = same(wanted, self.findings)
        if finding is None:
            self.say(f"{wanted.place} · this is mended already")
        elif finding.fix is None:
            self.say(f"{finding.place} · no fix is known: {finding.message}", trouble=True)
        else:
            fixed = lint.fix(self.buffer.resolution, (finding,), unsafe=True)
            what = f"fix {finding.place}: {finding.message}"
            self.do(lambda state: operations.replace_resolution(state, fixed, what))

    def action_fix_all(self) -> None:
        """Mend everything that cannot change the meaning, in one step."""
        self.lift_pen()
        self._when_checked(self._fix_all)

    def _fix_all(self) -> None:
        from drafter import lint

        fixed = lint.fix(self.buffer.resolution, self.findings)
        if fixed == self.buffer.resolution:
            self.say("there is nothing that can safely be fixed")
            return
        what = "fix all that is safe"
        self.do(lambda state: operations.replace_resolution(state, fixed, what))

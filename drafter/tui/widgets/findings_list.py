"""What the checks found: each finding with its place, and what can be done about it.

Shows what it is handed and posts what is chosen; the draft screen decides what comes of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets.option_list import Option

from drafter.tui.widgets.side_list import SideList
from drafter.tui.wrap import visible

if TYPE_CHECKING:
    from drafter.lint.findings import Finding

_LEVELS = {"error": "✗", "warning": "•", "note": "·"}


class FindingsList(SideList):
    """What the checks found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Go to", key_display="⏎"),
        Binding("x", "explain", "Explain"),
        Binding("f", "fix", "Fix this"),
        Binding("F", "screen.fix_all", "Fix all safe"),
        Binding("escape", "screen.back", "Back", key_display="Esc"),
    ]

    class Asked(Message):
        """Something is to be done about `finding`."""

        def __init__(self, what: Literal["go", "explain", "fix"], finding: Finding) -> None:
            super().__init__()
            self.what = what
            self.finding = finding

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._findings: tuple[Finding, ...] = ()

    def show(self, findings: tuple[Finding, ...]) -> None:
        """List `findings`, staying on the one where one was, or near it."""
        if findings == self._findings:
            return
        at = self.highlighted
        here = None if at is None else same(self._findings[at], findings)
        self._findings = findings
        self.clear_options()
        self.add_options([Option(_found(finding)) for finding in findings])
        if here is not None:
            self.highlighted = findings.index(here)
        elif findings and at is not None:
            self.highlighted = min(at, len(findings) - 1)

    def action_select(self) -> None:
        """Go to the finding under the cursor."""
        self._ask("go")

    def action_explain(self) -> None:
        """Read the rule's page."""
        self._ask("explain")

    def action_fix(self) -> None:
        """Mend this one."""
        self._ask("fix")

    def _ask(self, what: Literal["go", "explain", "fix"]) -> None:
        if self.highlighted is not None:
            self.post_message(self.Asked(what, self._findings[self.highlighted]))


def same(finding: Finding, among: Sequence[Finding]) -> Finding | None:
    """`finding` as it stands `among` those of a newer text: it may be of other characters there."""
    if finding in among:
        return finding
    about = (finding.rule, finding.place, finding.message)
    return next((e for e in among if (e.rule, e.place, e.message) == about), None)


def _found(finding: Finding) -> Text:
    out = Text()
    out.append(f"{_LEVELS.get(finding.level, '•')} ")
    out.append(finding.place, "bold")
    out.append(f" {visible(finding.message)}")
    if finding.fix:
        out.append(f"  → {finding.fix.about or 'can be fixed'}", "dim")
    return out

"""What workers tell the screen. Each names the revision it was worked out for: stale ones drop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from drafter.model import Resolution

if TYPE_CHECKING:
    from drafter.lint.findings import Finding
    from drafter.phrases.bank import Suggestion
    from drafter.phrases.context import Context


class SuggestionsReady(Message):
    """Agreed language for `asked`, as the draft stood at `revision`."""

    def __init__(
        self,
        revision: int,
        asked: str,
        about: str,
        phrases: tuple[Suggestion, ...],
        *,
        family: Context | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__()
        self.revision = revision
        self.asked = asked
        self.about = about
        self.phrases = phrases
        self.family = family  # what is known of the draft, worked out once
        self.trouble = trouble  # why no bank answers


class FindingsReady(Message):
    """What the checks found in the draft as it stood at `revision`."""

    def __init__(self, revision: int, findings: tuple[Finding, ...]) -> None:
        super().__init__()
        self.revision = revision
        self.findings = findings


class RecoveryWritten(Message):
    """The recovery file holds the draft; `trouble` says why it does not."""

    def __init__(self, trouble: str = "") -> None:
        super().__init__()
        self.trouble = trouble


class Saved(Message):
    """`resolution` is on disk at `path`."""

    def __init__(self, path: Path, resolution: Resolution, stamp: str) -> None:
        super().__init__()
        self.path = path
        self.resolution = resolution
        self.stamp = stamp


class NotSaved(Message):
    """Saving failed; `words` say where and why, and every file is as it was."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class Exported(Message):
    """A result was written to `path`, or `trouble` says why it was not."""

    def __init__(self, path: Path, trouble: str = "") -> None:
        super().__init__()
        self.path = path
        self.trouble = trouble

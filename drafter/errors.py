"""What can go wrong, in the words the user reads.

One error type for what the user can mend, one for our own faults. Nothing here prints or exits:
only `drafter.cli.main` and the editor's outermost handler turn an error into words and a status.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """The status of a command, as diff(1) and the linters have it."""

    SAME = 0  # or clean, or done
    DIFFERENT = 1  # or findings
    TROUBLE = 2


class DrafterError(Exception):
    """Something the user can mend. The message says where and what; `hint` says what to do."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ReadError(DrafterError):
    """A file could not be read as what it claims to be."""


class WriteError(DrafterError):
    """A result could not be written; every existing file is as it was."""


class DrafterBug(Exception):  # noqa: N818 - a bug is not an error the user made
    """A check on our own work failed: a traceback is wanted, and nothing may be written."""

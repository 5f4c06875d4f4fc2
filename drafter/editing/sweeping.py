"""What a write that was cut short left behind is removed: half a file under a spare name.

`files.write_whole` writes beside the file and then puts the whole in its place; killed in between,
the spare part stays. Only what bears the draft's own name and has lain there for a while goes.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from time import time

from drafter.editing.recovery import SUFFIX, unsaved_folder

_WHILE = 600.0  # seconds: a write that is going on takes less
_NAMED = 40  # letters of a file's name that its spare part bears


def sweep(path: Path) -> None:
    """Remove the spare parts of the draft `path`, of its recovery file and in the state folder."""
    path = path.resolve()
    for name in (path.name, f".{path.name}{SUFFIX}"):
        _sweep(path.parent, rf"\.{re.escape(name[:_NAMED])}")
    _sweep(unsaved_folder(), r"\..*")


def _sweep(folder: Path, start: str) -> None:
    spare = re.compile(rf"{start}\.[a-z0-9_]{{8}}~", re.DOTALL)
    with suppress(OSError):
        for each in folder.iterdir():
            if spare.fullmatch(each.name) and each.stat().st_mtime < time() - _WHILE:
                each.unlink(missing_ok=True)

"""Open a draft in the editor; without a file, the home screen with the recent drafts.

FILE may be of any format that drafter reads; a file that is not there yet is a new draft.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, ExitCode

if TYPE_CHECKING:
    from drafter.editing.save import Opened


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="the draft to open")
    parser.add_argument(
        "--number", type=int, default=1, metavar="N", help="of several resolutions the N-th"
    )


def _opened(path: Path, number: int) -> Opened:
    from drafter.editing.save import new_file, open_file

    return open_file(path, which=number - 1) if path.exists() else new_file(path)


def run(options: argparse.Namespace) -> ExitCode:
    """Run the editor until the user leaves it."""
    # Until the first paint hardly anything becomes garbage; the editor turns collecting on again.
    gc.disable()
    opened: Opened | Callable[[], Opened] | None = None
    if options.file:
        path = Path(options.file)
        opened = partial(_opened, path, options.number) if path.is_file() else _opened(path, 1)
    # Behind drafter serve the terminal is a browser, which the driver named here talks to.
    served = bool(os.environ.get("TEXTUAL_DRIVER"))
    if not served and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise DrafterError(
            "the editor needs a terminal", hint="to print a draft, use drafter show FILE"
        )
    # A letter waits for the next picture: a hundredth of a second more is felt. Textual reads this.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from drafter.tui.app import DrafterApp

    app = DrafterApp(opened)
    app.run()
    if app.trouble is not None:
        raise app.trouble
    # Whatever ended the editor without asking: a fault, a signal, a browser that went away.
    if kept := app.keep_aside():
        print(f"what was typed is kept in {kept}", file=sys.stderr)
    return ExitCode.TROUBLE if app.return_code else ExitCode.SAME

"""Open a draft in the editor; without a file, the home screen with the recent drafts.

FILE may be of any format that drafter reads; a file that is not there yet is a new draft.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from drafter.errors import DrafterError, ExitCode


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="the draft to open")
    parser.add_argument(
        "--number", type=int, default=1, metavar="N", help="of several resolutions the N-th"
    )


def run(options: argparse.Namespace) -> ExitCode:
    """Run the editor until the user leaves it."""
    # Until the first paint hardly anything becomes garbage; the editor turns collecting on again.
    gc.disable()
    from drafter.editing.save import new_file, open_file

    opened = None
    if options.file:
        path = Path(options.file)
        opened = open_file(path, which=options.number - 1) if path.exists() else new_file(path)
    # Behind drafter serve the terminal is a browser, which the driver named here talks to.
    served = bool(os.environ.get("TEXTUAL_DRIVER"))
    if not served and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise DrafterError(
            "the editor needs a terminal", hint="to print a draft, use drafter show FILE"
        )
    from drafter.tui.app import DrafterApp

    app = DrafterApp(opened)
    app.run()
    # Whatever ended the editor without asking: a fault, a signal, a browser that went away.
    if kept := app.keep_aside():
        print(f"what was typed is kept in {kept}", file=sys.stderr)
    return ExitCode.TROUBLE if app.return_code else ExitCode.SAME

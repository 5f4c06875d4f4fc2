"""The door: picks the command, imports only its module, and turns every error into a status.

The one place (beside the editor's outermost handler) that catches broadly. It must stay light:
`drafter --help` loads no reader, no writer and no screen.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from drafter import __version__
from drafter.cli import console
from drafter.errors import DrafterError, ExitCode

# name: (module in drafter.cli, one line for --help)
COMMANDS = {
    "edit": ("edit", "open a draft in the editor"),
    "serve": ("serve", "show the editor in a browser"),
    "new": ("new", "start a draft from a body's profile and a skeleton of blocks"),
    "convert": ("convert", "read any format, write any format"),
    "show": ("show", "print a draft in the terminal"),
    "diff": ("diff", "compare two drafts, any two formats"),
    "lint": ("lint", "check a draft against the conventions, and mend it"),
    "suggest": ("suggest", "find agreed language"),
    "trace": ("trace", "say where each stretch of a draft is agreed"),
    "bank": ("bank", "build and look into a phrase bank"),
    "blocks": ("blocks", "list, show and fill templated blocks"),
    "clean": ("clean", "make a clean copy of a Word file for circulation"),
    "completion": ("completion", "print a completion script for your shell"),
}

# The editor runs for hours; what any other command makes lives as long as the command does.
_EDITOR: tuple[list[str], ...] = ([], ["edit"], ["serve"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run drafter with `arguments` (default: the command line) and return the exit status."""
    if arguments is None:
        arguments = sys.argv[1:]
        if arguments[:1] not in _EDITOR:
            _seldom_look_for_garbage()
    try:
        return int(_run(list(arguments)))
    except DrafterError as error:
        console.complain(error)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing more to say, to anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        console.say("interrupted")
    except Exception:  # noqa: BLE001 - an escaped traceback would exit 1, "they differ"
        import traceback

        traceback.print_exc()
        console.say("this is a fault in drafter, not in your file; nothing was written")
    return ExitCode.TROUBLE


def _seldom_look_for_garbage() -> None:
    """Spare this process 10 of 100 ms; one that makes much garbage is still rid of it."""
    gc.set_threshold(200_000)
    atexit.register(gc.freeze)


def _run(arguments: list[str]) -> ExitCode:
    if not arguments:
        arguments = ["edit"]
    name = arguments[0]
    if name in COMMANDS:
        return _command(name, arguments[1:])
    # Told without argparse, which takes as long to load as all the rest.
    if name in ("-h", "--help"):
        sys.stdout.write(_help())
    elif name == "--version":
        sys.stdout.write(f"drafter {__version__}\n")
    elif name.startswith("-"):
        raise DrafterError(f"unrecognized arguments: {name}", hint="see drafter --help")
    else:
        raise DrafterError(f"unknown command: {name}", hint="see drafter --help")
    sys.stdout.flush()
    return ExitCode.SAME


def _command(name: str, arguments: list[str]) -> ExitCode:
    """Run one command; only its module is loaded."""
    from drafter.cli.parser import parser_of

    module = import_module(f"drafter.cli.{COMMANDS[name][0]}")
    parser = parser_of(name, module.__doc__)
    console.add_common(parser)
    module.configure(parser)
    options = parser.parse_args(arguments)
    console.settle(options)
    status: ExitCode = module.run(options)
    sys.stdout.flush()
    return status


def _help() -> str:
    """What `drafter --help` prints."""
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:<{width}}  {about}" for name, (_, about) in COMMANDS.items())
    return f"""\
usage: drafter [COMMAND] [OPTION…]

Write, check, compare and circulate draft resolutions.

{commands}

options:
  -h, --help  show this help message and exit
  --version   show program's version number and exit

drafter alone opens the editor; drafter COMMAND --help explains a command.
"""


if __name__ == "__main__":
    sys.exit(main())

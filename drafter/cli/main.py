"""The door: picks the command, imports only its module, and turns every error into a status.

The one place (beside the editor's outermost handler) that catches broadly. It must stay light:
`drafter --help` loads no reader, no writer and no screen.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

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


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are our errors: one line, a hint, status 2."""

    def error(self, message: str) -> NoReturn:
        raise DrafterError(message, hint=f"see {self.prog} --help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run drafter with `arguments` (default: the command line) and return the exit status."""
    try:
        return int(_run(list(sys.argv[1:] if arguments is None else arguments)))
    except DrafterError as error:
        console.complain(error)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing more to say, to anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        console.say("interrupted")
    except Exception:  # noqa: BLE001 - an escaped traceback would exit 1, "they differ"
        traceback.print_exc()
        console.say("this is a fault in drafter, not in your file; nothing was written")
    return ExitCode.TROUBLE


def _run(arguments: list[str]) -> ExitCode:
    if not arguments:
        arguments = ["edit"]
    name = arguments[0]
    if name in COMMANDS:
        module = import_module(f"drafter.cli.{COMMANDS[name][0]}")
        parser = _Parser(prog=f"drafter {name}", description=module.__doc__, formatter_class=_Help)
        console.add_common(parser)
        module.configure(parser)
        options = parser.parse_args(arguments[1:])
        console.settle(options)
        status: ExitCode = module.run(options)
        sys.stdout.flush()
        return status
    _top_parser().parse_args(arguments)
    raise DrafterError(f"unknown command: {name}", hint="see drafter --help")


class _Help(argparse.RawDescriptionHelpFormatter):
    """Keeps the paragraphs of a command's own description."""


def _top_parser() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS))
    lines = "\n".join(f"  {name:<{width}}  {about}" for name, (_, about) in COMMANDS.items())
    parser = _Parser(
        prog="drafter",
        usage="drafter [COMMAND] [OPTION…]",
        description=f"Write, check, compare and circulate draft resolutions.\n\n{lines}",
        epilog="drafter alone opens the editor; drafter COMMAND --help explains a command.",
        formatter_class=_Help,
    )
    parser.add_argument("--version", action="version", version=f"drafter {__version__}")
    # A word that is no command is refused by _run, which can name it.
    parser.add_argument("command", nargs="*", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())

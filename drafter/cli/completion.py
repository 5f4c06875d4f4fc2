"""Print a script that completes drafter's commands, options and file names in your shell.

For bash: drafter completion bash > ~/.local/share/bash-completion/completions/drafter
"""

from __future__ import annotations

import argparse
from importlib import import_module

from drafter.cli import console
from drafter.errors import ExitCode

_SHELLS = ("bash", "zsh", "tcsh")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments to `parser`."""
    parser.add_argument("shell", choices=_SHELLS, help="the shell that will read the script")


def run(options: argparse.Namespace) -> ExitCode:
    """Print the script."""
    import shtab

    print(shtab.complete(_whole_parser(), options.shell))
    return ExitCode.SAME


def _whole_parser() -> argparse.ArgumentParser:
    """One parser that holds every command, as only completion needs it."""
    from drafter.cli.main import COMMANDS

    whole = argparse.ArgumentParser(prog="drafter")
    commands = whole.add_subparsers()
    for name, (module, about) in COMMANDS.items():
        parser = commands.add_parser(name, help=about)
        console.add_common(parser)
        import_module(f"drafter.cli.{module}").configure(parser)
    return whole

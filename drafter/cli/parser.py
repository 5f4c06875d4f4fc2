"""The parser of one command's arguments. Loaded only when a command runs."""

from __future__ import annotations

import argparse
from typing import NoReturn

from drafter.cli import console
from drafter.errors import DrafterError


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are our errors: one line, a hint, status 2."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        raise DrafterError(message, hint=f"see {self.prog} --help")


def parser_of(command: str, about: str | None) -> Parser:
    """A parser for `command`; the paragraphs of what it is `about` are kept in its help."""
    return Parser(prog=f"drafter {command}", description=about, formatter_class=_layout)


def _layout(prog: str) -> argparse.HelpFormatter:
    # Told the width: to ask for it argparse loads shutil, once for every option it is given.
    return argparse.RawDescriptionHelpFormatter(prog, width=console.width() - 2)

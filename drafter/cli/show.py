"""Print a draft in the terminal.

Sets the text in the width of the window: masthead, italic openings, hanging numbers, brackets in
colour, footnotes at the end. Reads every format that convert reads.
"""

from __future__ import annotations

import argparse
import os
import sys

from drafter.cli import console
from drafter.cli.convert import pick, say_notes
from drafter.errors import DrafterError, ExitCode
from drafter.formats import plain, read_file
from drafter.formats.plain import Style
from drafter.model import Document

_WIDEST = 100  # longer lines are hard to read
_ESCAPES: dict[Style, str] = {
    "italic": "3",
    "bold": "1",
    "bold italic": "1;3",
    "bracket": "33",
    "note": "36",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE", help="a draft in any format; - is stdin")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--number", metavar="N", help="only this one of several")
    parser.add_argument("--width", type=int, metavar="COLUMNS", help="default: the window's")
    parser.add_argument(
        "--changes",
        choices=("accept", "reject", "all"),
        default="accept",
        help="how tracked changes are read (default: accept)",
    )
    parser.add_argument("--notes", action="store_true", help="list every note, however many")


def run(options: argparse.Namespace) -> ExitCode:
    """Print the draft."""
    reading = read_file(options.file, changes=options.changes)
    document = reading.value
    if options.number:
        chosen = pick(document, options.number)
        if chosen is None:
            raise DrafterError(f"{options.file}: no resolution {options.number}")
        document = Document((chosen,))
    if options.format == "json":
        from dataclasses import replace

        from drafter.formats.json import to_document

        console.print_json(to_document(replace(reading, value=document), options.file))
        return ExitCode.SAME
    width = options.width or min(console.width(), _WIDEST)
    paint = _paint if console.wants_colour(options) else None
    if document.resolutions:
        texts = [plain.format(each, width, paint) for each in document.resolutions]
    else:
        console.say(f"{options.file}: no resolution or decision found")
        texts = [f"{passage.text}\n" for passage in document.rest]
    _page("\n\n".join(texts))
    say_notes(options.file, reading.notes, every=options.notes)
    return ExitCode.SAME


def _paint(words: str, style: Style) -> str:
    return f"\x1b[{_ESCAPES[style]}m{words}\x1b[0m" if style in _ESCAPES else words


def _page(text: str) -> None:
    """Print `text`, through the user's pager on a terminal that it would fill."""
    import shlex
    import shutil
    import subprocess

    if sys.stdout.isatty() and text.count("\n") >= shutil.get_terminal_size().lines:
        command = shlex.split(os.environ.get("PAGER", "less"))
        environment = {"LESS": "FRX", **os.environ}
        if command and shutil.which(command[0]):
            subprocess.run(command, input=text, text=True, env=environment, check=False)
            return
    sys.stdout.write(text)

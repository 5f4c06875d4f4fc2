"""Compare two drafts, any two formats.

Says what changed between OLD and NEW: paragraph by paragraph, numbers apart, word by word. With
-o FILE.docx it writes the changes as Word tracked changes, on OLD's own file when OLD is a Word
file. Exit status: 0 the same, 1 different, 2 trouble. Also understands the seven arguments of git's
external diff.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.cli import console
from drafter.diff import Diff, compare
from drafter.errors import DrafterError, ExitCode

if TYPE_CHECKING:
    from drafter.model import Document
    from drafter.spans import Block
    from drafter.word.package import Package

FORMATS = ("terminal", "docx", "html", "side-by-side", "markdown", "json")
_SUFFIXES = {
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".json": "json",
    ".txt": "terminal",
}
# What git passes: path, old file, its hash and mode, new file, its hash and mode; more on a rename.
_GIT = 7


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="OLD and NEW; - is stdin")
    parser.add_argument("-o", "--output", metavar="OUT", help="write there (default: stdout)")
    parser.add_argument("--format", choices=FORMATS, help="default: by the suffix of OUT")
    parser.add_argument(
        "-U", "--context", type=int, metavar="N", help="unchanged paragraphs around each change"
    )
    parser.add_argument("--stat", action="store_true", help="count the changes, show no text")
    parser.add_argument("--no-moves", action="store_true", help="show a move as out here, in there")
    parser.add_argument(
        "--renumbering",
        choices=("separate", "tracked"),
        default="separate",
        help='who signs changed numbers in a redline: "Renumbering" or the author',
    )
    parser.add_argument(
        "--style",
        choices=("tracked", "marked"),
        default="tracked",
        help="tracked changes, or bold for new and struck through for old",
    )
    parser.add_argument("--no-pager", action="store_true", help="never page on a terminal")
    console.add_provenance(parser)


def run(options: argparse.Namespace) -> ExitCode:
    """Compare and show: the same, different."""
    old, new, for_git = _names(options.files)
    wanted = _format(options)
    sides = _read(old), _read(new)
    diff = compare(*_blocks(*sides), moves=not options.no_moves)
    if wanted == "docx":
        _write_redline(options, *sides)
    elif wanted == "side-by-side" and _suffix(options.output or "") == ".docx":
        _write_table(options, diff, old, new)
    else:
        names = (options.files[0],) * 2 if for_git else (old, new)
        unread = _not_compared(sides) if wanted == "json" else ()
        _show(options, _rendered(options, wanted, diff, *names, not_compared=unread))
    # To git any status but 0 says that the comparison itself failed.
    return ExitCode.SAME if diff.same or for_git else ExitCode.DIFFERENT


def _names(files: Sequence[str]) -> tuple[str, str, bool]:
    """OLD, NEW, and whether git asks."""
    if len(files) == 2:
        return files[0], files[1], False
    if len(files) >= _GIT:
        return files[1], files[4], True
    raise DrafterError(
        f"diff takes two files, not {len(files)}", hint="drafter diff OLD NEW [-o OUT]"
    )


def _format(options: argparse.Namespace) -> str:
    if options.format:
        return str(options.format)
    if not options.output or options.output == "-":
        return "terminal"
    suffix = _suffix(options.output)
    if suffix not in _SUFFIXES:
        known = ", ".join(_SUFFIXES)
        raise DrafterError(
            f"{options.output}: unknown kind of file", hint=f"use one of {known}, or --format"
        )
    return _SUFFIXES[suffix]


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two texts: its bytes when it is a Word file, else the draft."""

    name: str
    document: Document | None
    package: bytes = b""


def _read(name: str) -> _Side:
    """OLD or NEW; what its reader could not keep is told."""
    from drafter.formats import read_file
    from drafter.model import Document

    if name == os.devnull:
        return _Side(name, Document())
    if _suffix(name) == ".docx":
        return _Side(name, None, console.read_bytes(name))
    reading = read_file(name)
    for note in reading.notes:
        console.say(f"{name}: {note}")
    return _Side(name, reading.value)


def _blocks(old: _Side, new: _Side) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of both: of two Word files everything in them, else what a draft holds."""
    if old.package and new.package:
        from drafter.word.blocks import blocks as word_blocks
        from drafter.word.package import Package

        one, other = Package.open(old.package, old.name), Package.open(new.package, new.name)
        _tell_changes(old.name, one)
        _tell_changes(new.name, other)
        return word_blocks(one), word_blocks(other)
    from drafter.formats.blocks import blocks

    return blocks(_document(old)), blocks(_document(new))


def _tell_changes(name: str, package: Package) -> None:
    """Say that the file holds tracked changes: they are read as accepted, never in silence."""
    from drafter.word.revisions import authors

    if found := authors(package):
        who = ", ".join(sorted(filter(None, found))) or "unknown"
        console.say(f"{name}: tracked changes read as accepted: {sum(found.values())}, by {who}")


def _not_compared(sides: Sequence[_Side]) -> tuple[str, ...]:
    """What the comparison did not look into, in the order of the two files, each named once."""
    packages = [side for side in sides if side.package]
    if not packages:
        return ()
    from drafter.word.blocks import not_compared
    from drafter.word.package import Package

    found = (
        name for side in packages for name in not_compared(Package.open(side.package, side.name))
    )
    return tuple(dict.fromkeys(found))


def _document(side: _Side) -> Document:
    if side.document is not None:
        return side.document
    from drafter.formats import read_file

    reading = read_file(side.name)
    for note in reading.notes:
        console.say(f"{side.name}: {note}")
    return reading.value


def _rendered(
    options: argparse.Namespace,
    wanted: str,
    diff: Diff,
    old: str,
    new: str,
    *,
    not_compared: Sequence[str] = (),
) -> str:
    """The comparison as text in one of the formats that are text."""
    if options.stat:
        from drafter.render import terminal

        return terminal.stat(diff, width=console.width())
    context = {} if options.context is None else {"context": max(options.context, 0)}
    if wanted == "terminal":
        from drafter.render import terminal

        if diff.same:
            return ""
        colour = not options.output and console.wants_colour(options)
        return terminal.render(diff, colour=colour, width=console.width(), **context)
    if wanted == "json":
        from drafter.render import json

        return json.render(diff, old=old, new=new, not_compared=not_compared)
    # These are passed on: the folders of the one who compared are nobody's business.
    old, new = os.path.basename(old), os.path.basename(new)
    if wanted == "markdown":
        from drafter.render import markdown

        return markdown.render(diff, old=old, new=new, **context)
    if wanted == "html":
        from drafter.render import html

        return html.render(diff, old=old, new=new, **context)
    from drafter.render import side_by_side

    return side_by_side.render(diff, old=old, new=new, **context)


def _show(options: argparse.Namespace, text: str) -> None:
    """Put the result where it is wanted: a file, a pager, standard output."""
    if options.output:
        console.write_bytes(options.output, text.encode())
    elif sys.stdout.isatty() and not options.no_pager:
        _page(text)
    else:
        sys.stdout.write(text)


def _page(text: str) -> None:
    """Show `text` in the user's pager; one that is missing or left early is no fault."""
    import shlex
    import subprocess

    command = shlex.split(os.environ.get("DRAFTER_PAGER") or os.environ.get("PAGER") or "less")
    surroundings = {"LESS": "FRX", **os.environ}
    try:
        subprocess.run(command, input=text.encode(), env=surroundings, check=False)
    except OSError:
        sys.stdout.write(text)


def _write_redline(options: argparse.Namespace, old: _Side, new: _Side) -> None:
    """Write the tracked changes: on OLD's own file when it is one."""
    if not options.output:
        raise DrafterError("a redline is a file", hint="name it: -o redline.docx")
    from drafter.render import redline

    signed = {
        "author": console.author(options),
        "date": console.date(options),
        "moves": not options.no_moves,
        "renumbering": options.renumbering,
        "style": options.style,
    }
    if old.package and not new.package:
        data = redline.redline_draft(old.package, _document(new), **signed)
    else:
        data = redline.redline(_package(old), _package(new), **signed)
    console.write_bytes(options.output, data)


def _write_table(options: argparse.Namespace, diff: Diff, old: str, new: str) -> None:
    """Write both texts side by side as a table in a Word file."""
    from drafter.render import word_table

    data = word_table.render(
        diff,
        old=os.path.basename(old),
        new=os.path.basename(new),
        context=options.context,
        author=console.author(options),
        date=console.date(options),
    )
    console.write_bytes(options.output, data)


def _package(side: _Side) -> bytes:
    """The Word file of a side; a draft that is none is laid out for circulation."""
    if side.package:
        return side.package
    from drafter.formats import docx

    return docx.write(_document(side))

"""Read any format, write any format.

Reads drafts and official texts (Markdown, Word, JSON, scanned text), finds each resolution
and decision in them, and writes Markdown, Word, JSON, HTML or plain text. The format of the result
is --to, else the suffix of OUT, else Markdown. With a folder as OUT each resolution becomes a file
of its own, named by its number. What could not be kept is said on stderr.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from drafter.cli import console
from drafter.errors import DrafterError, ExitCode
from drafter.formats import FORMATS, format_for, format_named, read_file
from drafter.formats.reading import Reading
from drafter.model import Document, Resolution

_MOST_NOTES = 12  # said without --notes


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    names = [name for name, known in FORMATS.items() if known.writer]
    parser.add_argument("inputs", nargs="+", metavar="IN", help="a file; - is stdin")
    parser.add_argument(
        "-o", "--output", metavar="OUT", default="-", help="a file or a folder (default: stdout)"
    )
    parser.add_argument("--to", metavar="FORMAT", help=f"one of {', '.join(names)}")
    parser.add_argument(
        "--number",
        metavar="N",
        help='only this one: "7/3", "decision 7/1", "II", a symbol, or its rank',
    )
    parser.add_argument(
        "--changes",
        choices=("accept", "reject", "all"),
        default="accept",
        help="how tracked changes are read (default: accept)",
    )
    parser.add_argument(
        "--numbering",
        choices=("typed", "auto"),
        default="typed",
        help="of paragraphs in a Word file: typed text, or counted by Word (default: typed)",
    )
    parser.add_argument(
        "--lines", action="store_true", help="number the lines of a Word file, for the floor"
    )
    parser.add_argument("--notes", action="store_true", help="list every note, however many")
    console.add_provenance(parser)


def run(options: argparse.Namespace) -> ExitCode:
    """Convert, and say what could not be kept."""
    folder = options.output != "-" and (
        options.output.endswith("/") or Path(options.output).is_dir()
    )
    to = options.to or ("markdown" if folder or options.output == "-" else "")
    name = _format_name(to, options.output)
    readings = [(each, read_file(each, changes=options.changes)) for each in options.inputs]
    if options.number:
        readings = _picked(readings, options.number)
    if folder:
        _write_each(readings, name, options)
    else:
        console.write_bytes(options.output, _result(readings, name, options))
    for source, reading in readings:
        say_notes(source, reading.notes, every=options.notes)
        if name != "json" and reading.value.rest and reading.value.resolutions:
            count = len(reading.value.rest)
            console.say(f"{source}: {count} paragraphs around the resolutions were left out")
    return ExitCode.SAME


def say_notes(source: str, notes: tuple[str, ...], *, every: bool = False) -> None:
    """Say a reader's notes on stderr; the first of many, and how to see the others."""
    shown = notes if every or len(notes) <= _MOST_NOTES else notes[: _MOST_NOTES - 1]
    for note in shown:
        console.say(note if note.startswith(source) else f"{source}: {note}")
    if len(shown) < len(notes):
        console.say(f"{source}: {len(notes) - len(shown)} notes more; --notes lists them all")


def _format_name(to: str, output: str) -> str:
    """The key in FORMATS of what is to be written."""
    module = format_named(to) if to else format_for(Path(output))
    stem = module.__name__.rpartition(".")[2]  # type: ignore[attr-defined]
    return next(name for name, known in FORMATS.items() if known.writer == stem)


def _result(
    readings: list[tuple[str, Reading[Document]]], name: str, options: argparse.Namespace
) -> bytes:
    """The bytes of one file that holds everything."""
    if name == "json":
        from drafter.formats.json import to_document

        values = [to_document(reading, source) for source, reading in readings]
        value = values[0] if len(values) == 1 else values
        return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
    if name == "docx" and options.output == "-" and sys.stdout.isatty():
        raise DrafterError("a Word file cannot be shown here", hint="say -o FILE.docx")
    resolutions = tuple(each for _, reading in readings for each in reading.value.resolutions)
    if not resolutions:
        raise _nothing(readings)
    return _written(Document(resolutions), name, options)


def _written(document: Document, name: str, options: argparse.Namespace) -> bytes:
    if name == "docx":
        from drafter.formats import docx

        date: datetime = console.date(options)
        return docx.write(
            document,
            author=console.author(options),
            date=date,
            lines=options.lines,
            numbering=options.numbering,
        )
    return format_named(name).write(document)


def _nothing(readings: list[tuple[str, Reading[Document]]]) -> DrafterError:
    names = ", ".join(source for source, _ in readings)
    return DrafterError(
        f"{names}: no resolution or decision found", hint="--to json shows the text that is there"
    )


def _write_each(
    readings: list[tuple[str, Reading[Document]]], name: str, options: argparse.Namespace
) -> None:
    """Each resolution into a file of its own in the folder that was named."""
    folder = Path(options.output)
    suffix = FORMATS[name].suffixes[0]
    files = [
        (folder / f"{stem}{suffix}", _written(Document((resolution,)), name, options))
        for stem, resolution in _stems(readings)
    ]
    if not files:
        raise _nothing(readings)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DrafterError(f"{folder}: cannot be made: {error.strerror}") from None
    for path, data in files:
        console.write_bytes(str(path), data)
        console.say(f"{path}")


def _stems(readings: list[tuple[str, Reading[Document]]]) -> Iterator[tuple[str, Resolution]]:
    """A file name without suffix for each resolution, none twice."""
    used: set[str] = set()
    for source, reading in readings:
        base = "stdin" if source == "-" else Path(source).stem
        for rank, resolution in enumerate(reading.value.resolutions, start=1):
            masthead = resolution.masthead
            name = masthead.number or masthead.symbol
            stem = re.sub(r"[^\w.-]+", "_", name).strip("._") or f"{base}-{rank}"
            while stem.casefold() in used:
                stem = f"{base}-{stem}" if not stem.startswith(base) else f"{stem}-{rank}"
            used.add(stem.casefold())
            yield stem, resolution


def _picked(
    readings: list[tuple[str, Reading[Document]]], number: str
) -> list[tuple[str, Reading[Document]]]:
    """`readings` with only the resolution that is called `number`."""
    found = []
    for source, reading in readings:
        chosen = pick(reading.value, number)
        if chosen is not None:
            found.append((source, replace(reading, value=Document((chosen,)))))
    if not found:
        every = [each for _, reading in readings for each in reading.value.resolutions]
        names = [each.masthead.number or str(n) for n, each in enumerate(every, start=1)]
        raise DrafterError(
            f"{readings[0][0]}: no resolution {number}",
            hint=f"there are {', '.join(names)}" if names else "there is none at all",
        )
    return found


def pick(document: Document, number: str) -> Resolution | None:
    """The resolution of `document` that prints `number` or bears that symbol or rank.

    A word before the number tells a decision from a resolution: "decision 7/1".
    """
    wanted = number.strip().casefold()
    for resolution in document.resolutions:
        masthead = resolution.masthead
        mine = masthead.number.casefold()
        named = {f"{kind} {mine}" for kind in (masthead.kind, masthead.kind.split()[-1])}
        called = {mine, *named} if mine else set[str]()
        if wanted and wanted in {masthead.symbol.casefold(), *called}:
            return resolution
    rank = int(wanted) if wanted.isascii() and wanted.isdecimal() else 0
    return document.resolutions[rank - 1] if 0 < rank <= len(document.resolutions) else None

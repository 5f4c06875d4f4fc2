"""The manners every command shares: where words go, colour, authors and dates, whole files.

Results go to stdout, everything else to stderr. Nothing here knows what a draft is.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, ReadError

if TYPE_CHECKING:
    import argparse
    from datetime import datetime
    from typing import TextIO

_quiet = False


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command takes."""
    parser.add_argument("--quiet", action="store_true", help="say nothing but results and errors")
    when = ("auto", "always", "never")
    parser.add_argument(
        "--color", choices=when, default="auto", help="when to colour (default: auto)"
    )


def add_provenance(parser: argparse.ArgumentParser) -> None:
    """Add --author and --date, so that the same input can give the same bytes."""
    parser.add_argument("--author", help="who signs the changes (default: your user name)")
    parser.add_argument("--date", help="when, ISO 8601 (default: $SOURCE_DATE_EPOCH, else now)")


def settle(options: argparse.Namespace) -> None:
    """Take over the common options before a command runs."""
    global _quiet  # noqa: PLW0603 - one process, one command, one voice
    _quiet = options.quiet


def say(words: str) -> None:
    """Tell the user something that is not a result, on stderr, unless --quiet."""
    if not _quiet:
        print(words, file=sys.stderr)


def complain(error: DrafterError) -> None:
    """Print an error for the user: one line, then the hint on its own line."""
    print(f"drafter: {error}", file=sys.stderr)
    if error.hint:
        print(f"hint: {error.hint}", file=sys.stderr)


def wants_colour(options: argparse.Namespace, stream: TextIO | None = None) -> bool:
    """Whether results on `stream` (default stdout) are coloured: --color, NO_COLOR, a terminal."""
    if options.color != "auto":
        return bool(options.color == "always")
    stream = stream or sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def author(options: argparse.Namespace) -> str:
    """The name that signs changes: --author, else the user's login name."""
    if options.author:
        return str(options.author)
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError):
        return "drafter"


def date(options: argparse.Namespace) -> datetime:
    """The moment that stands in outputs, in UTC, without microseconds."""
    from datetime import UTC, datetime

    if options.date:
        try:
            moment = datetime.fromisoformat(options.date)
        except ValueError:
            raise DrafterError(
                f"--date {options.date}: not a date", hint="write 2025-11-04"
            ) from None
        return (moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)).replace(
            microsecond=0
        )
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.replace(microsecond=0)


def read_bytes(name: str) -> bytes:
    """The bytes of file `name`, `-` for stdin."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        with open(name, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise ReadError(f"{name}: no such file") from None
    except OSError as error:
        raise ReadError(f"{name}: cannot be read: {error.strerror}") from None


def write_bytes(name: str, data: bytes) -> None:
    """Write `data` to file `name`, whole or not at all; `-` is stdout."""
    if name == "-":
        sys.stdout.buffer.write(data)
        return
    from pathlib import Path

    from drafter.files import write_whole

    write_whole(Path(name), data)


def print_json(value: object) -> None:
    """Print `value` as one JSON document."""
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def width() -> int:
    """Columns of the terminal, 100 where there is none."""
    # As shutil has it, which loads every kind of compression with it.
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said):
        return int(said)
    try:
        return (
            os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns or 100
        )
    except (ValueError, OSError):
        return 100

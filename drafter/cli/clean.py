"""Make a clean copy of a Word file for circulation.

Takes out authors, comments, hidden text, revision ids, old wording (tracked changes are accepted),
custom properties, and whatever else the page does not show. The words shown stay as they are. The
proof is printed: how many traces of each kind a raw search found in the file, and in the copy. A
copy that does not stand the proof is not written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli import console
from drafter.errors import DrafterError, ExitCode

if TYPE_CHECKING:
    from drafter.word.clean import Cleaned


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE", help="a Word file; - is stdin")
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="the clean copy")
    parser.add_argument(
        "--keep-descriptions",
        action="store_true",
        help="keep the descriptions of pictures for readers who do not see them",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="of the proof (default: text)"
    )


def run(options: argparse.Namespace) -> ExitCode:
    """Write the clean copy, then print the proof."""
    from drafter.word.clean import clean

    output = str(options.output)
    to_stdout = output == "-"
    if to_stdout and (options.format == "json" or sys.stdout.isatty()):
        raise DrafterError("the copy and its proof cannot both go here", hint="say -o OUT.docx")
    if not to_stdout and Path(output).suffix.lower() != ".docx":
        raise DrafterError(f"{output}: a clean copy is a .docx file", hint="say -o OUT.docx")
    data = console.read_bytes(options.file)
    if not data.startswith((b"PK", b"\xd0\xcf")):
        raise DrafterError(
            f"{options.file}: not a Word file, so it has nothing to clean",
            hint=f"drafter convert {options.file} -o OUT.docx writes one without any traces",
        )
    cleaned = clean(data, options.file, descriptions=options.keep_descriptions)
    console.write_bytes(output, cleaned.data)
    if options.format == "json":
        console.print_json(_proof(options.file, output, cleaned))
        return ExitCode.SAME
    for line in _lines(options.file, output, cleaned):
        if to_stdout:
            console.say(line)
        else:
            print(line)
    return ExitCode.SAME


def _lines(source: str, output: str, cleaned: Cleaned) -> list[str]:
    """The proof as a table."""
    if not cleaned.removed:
        table = ["no traces were found"]
    else:
        width = max(len(count.what) for count in cleaned.removed)
        table = [f"{'traces':<{width}}  before  after"]
        table += [
            f"{count.what:<{width}}  {count.found:>6}  {count.left:>5}" for count in cleaned.removed
        ]
    return [
        f"{source} → {output}",
        *table,
        f"words shown: {cleaned.characters:,} characters, the same in both",
    ]


def _proof(source: str, output: str, cleaned: Cleaned) -> dict[str, object]:
    return {
        "source": source,
        "output": output,
        "traces": [
            {"kind": count.what, "before": count.found, "after": count.left}
            for count in cleaned.removed
        ],
        "shown": {"characters": cleaned.characters, "same": True},
    }

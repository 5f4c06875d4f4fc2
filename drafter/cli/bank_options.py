"""What suggest, trace and bank have in common: which bank, which filters, how a source is named."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any

from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.phrases.bank import Bank
    from drafter.phrases.index import Index
    from drafter.phrases.suggestion import Suggestion

SHIPPED = "shipped"
_COLOURS = {"delete": "\x1b[31;9m", "insert": "\x1b[32;1m", "equal": ""}


def add_bank(parser: argparse.ArgumentParser) -> None:
    """Add --bank, which may be given several times."""
    parser.add_argument(
        "--bank",
        action="append",
        metavar="FILE",
        help='a phrase bank, or "shipped"; repeatable (default: your own and the shipped one)',
    )


def add_format(parser: argparse.ArgumentParser) -> None:
    """Add --format."""
    parser.add_argument(
        "--format", choices=("terminal", "json"), default="terminal", help="how to print"
    )


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the filters that every way of asking has."""
    parser.add_argument("--body", default="", help='only texts of this body: "ga-c3", "hrc"')
    parser.add_argument("--status", default="", choices=("adopted", "draft"), help="only these")


def top(words: str) -> int:
    """The value of --top."""
    if not words.isdigit() or not 0 < int(words) <= 1000:
        raise argparse.ArgumentTypeError("not a number from 1 to 1000")
    return int(words)


def date(words: str) -> str:
    """The value of an option that takes a date, a month or a year."""
    if words and not re.fullmatch(r"\d{4}(-\d\d){0,2}", words):
        raise argparse.ArgumentTypeError("not a date such as 2025-11-04")
    return words


def bank(options: argparse.Namespace) -> Bank:
    """The bank or banks that the options name."""
    from drafter.phrases.bank import Bank

    if not options.bank:
        return Bank.default()
    indexes: list[Index] = []
    for name in options.bank:
        chosen = Bank.shipped() if name == SHIPPED else Bank.open([name])
        indexes += chosen.indexes
    return Bank(tuple(indexes))


def reference(words: str) -> tuple[str, str]:
    """The two sides of "FILE#OP3" or "SYMBOL#OP3"; the place is "" where none is given."""
    name, _, place = words.partition("#")
    if not name:
        raise DrafterError(f"{words}: names nothing", hint="write FILE#OP3 or A/RES/79/901#OP3")
    return name, place


def as_json(suggestion: Suggestion) -> dict[str, Any]:
    """A suggestion in the shape of `suggest --format json`."""
    s = suggestion
    return {
        "text": s.text,
        "symbol": s.symbol,
        "part": s.part,
        "number": s.number,
        "date": s.date,
        "status": s.status,
        "score": s.score,
        "uses": s.uses,
    }


def cited(suggestion: Suggestion) -> str:
    """Where a suggestion stands, in a line: "A/RES/79/901 OP3, adopted 2024-12-12, 4 texts"."""
    s = suggestion
    parts = [f"{s.symbol} {s.place}".strip(), f"{s.status} {s.date}".strip()]
    if s.uses > 1:
        span = f" since {s.years[0]}" if s.years and s.years[0] != s.years[-1] else ""
        parts.append(f"{s.uses} texts{span}")
    return ", ".join(part for part in parts if part)


def marked(edits: Iterable[tuple[str, str]], *, colour: bool) -> str:
    """Edits as one text: coloured, or with [-old-] and {+new+}, as wdiff has it."""
    plain = {"delete": "[-{}-]", "insert": "{{+{}+}}", "equal": "{}"}
    out = []
    for op, text in edits:
        if colour and op != "equal":
            out.append(f"{_COLOURS[op]}{text}\x1b[0m")
        else:
            out.append(text if colour else plain[op].format(text))
    return "".join(out)

"""Check a draft against the conventions, and mend it.

Prints one line a finding: file, line, place, level, rule and what to do. With --fix the safe
fixes are made: in a Markdown file itself or, with -o, in another file; in a Word file they stand as
tracked changes. With --base OLD, the draft as it was, references follow paragraphs that were
inserted, deleted or moved; with --bank the resolutions cited are compared with a phrase bank.
Notes do not count: exit status 0 clean, 1 findings of level error or warning, 2
trouble. Rules are turned off in the front matter (lint: {off: [RULE]}) or in drafter.toml.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli import console
from drafter.errors import DrafterError, ExitCode

if TYPE_CHECKING:
    from drafter.lint import Config, Finding, Lookup
    from drafter.model import Document, Resolution

_COLOURS = {"error": "31", "warning": "33", "note": "36"}


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that is checked."""

    name: str
    data: bytes
    kind: str  # the module that reads it


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding and the file and resolution it stands in."""

    file: str
    resolution: str  # "" where the file holds only one
    finding: Finding

    @property
    def place(self) -> str:
        """The place, with the resolution's number before it where there are several."""
        return f"{self.resolution}, {self.finding.place}" if self.resolution else self.finding.place


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="drafts of any format; - is stdin")
    parser.add_argument("--fix", action="store_true", help="make the safe fixes")
    parser.add_argument("--unsafe", action="store_true", help="with --fix: make every fix there is")
    parser.add_argument("-o", "--output", metavar="OUT", help="with --fix: write the draft there")
    parser.add_argument(
        "--format",
        choices=("text", "json", "markdown"),
        default="text",
        help="default: text; markdown only with --list-rules",
    )
    parser.add_argument(
        "--rule",
        action="append",
        default=[],
        metavar="RULE",
        help="only this rule; may be repeated",
    )
    parser.add_argument(
        "--off", action="append", default=[], metavar="RULE", help="not this rule; may be repeated"
    )
    parser.add_argument(
        "--base",
        metavar="OLD",
        help="the draft as it was: references follow paragraphs inserted, deleted or moved since",
    )
    parser.add_argument(
        "--bank",
        action="append",
        metavar="FILE",
        help='compare the resolutions cited with this phrase bank, or with the "shipped" one',
    )
    parser.add_argument("--explain", metavar="RULE", help="print the manual page of a rule")
    parser.add_argument("--list-rules", action="store_true", help="list every rule")
    console.add_provenance(parser)


def run(options: argparse.Namespace) -> ExitCode:
    """Check, and mend where asked."""
    from drafter.lint import rules

    if options.explain:
        print(rules.explain(options.explain), end="")
        return ExitCode.SAME
    if options.list_rules:
        _list_rules(options)
        return ExitCode.SAME
    if options.format == "markdown":
        raise DrafterError("markdown goes with --list-rules", hint="use text or json")
    if not options.files:
        raise DrafterError("no draft to check", hint="see drafter lint --help")
    if (options.output or options.unsafe) and not options.fix:
        raise DrafterError("-o and --unsafe go with --fix", hint="add --fix")
    if options.output and len(options.files) > 1:
        raise DrafterError("-o takes one draft", hint="without -o each Markdown draft is mended")
    for name in (*options.rule, *options.off):
        rules.rule(name)
    found = [each for name in options.files for each in _file(name, options)]
    if options.format == "json":
        _print_json(options.files, found)
    else:
        _print_text(found, options)
    faulty = any(each.finding.level != "note" for each in found)
    return ExitCode.DIFFERENT if faulty else ExitCode.SAME


def _file(name: str, options: argparse.Namespace) -> Iterator[_Found]:
    """What is found in the file `name`, after mending it where that was asked."""
    from drafter import formats

    data = console.read_bytes(name)
    source = _Source(name, data, formats.kind_of(data, name))
    reading = formats.read_data(data, name)
    for note in reading.notes:
        console.say(note)
    document = reading.value
    if not document.resolutions:
        raise DrafterError(f"{name}: holds no resolution", hint="see drafter show")
    before = _before(document, options)
    if options.fix:
        document = _mended(source, document, before, options)
    several = len(document.resolutions) > 1
    for index, resolution in enumerate(document.resolutions, start=1):
        head = resolution.masthead
        which = f"resolution {head.number or head.symbol or index}" if several else ""
        for finding in _check(resolution, source, options, before[index - 1]):
            yield _Found(name, which, finding)


def _before(document: Document, options: argparse.Namespace) -> list[Resolution | None]:
    """Each resolution of `document` as it stands in --base, None without that option."""
    if not options.base:
        return [None] * len(document.resolutions)
    from drafter import formats

    old = formats.read_file(options.base).value.resolutions
    if len(old) != len(document.resolutions):
        raise DrafterError(
            f"{options.base}: holds {len(old)} resolutions, the draft {len(document.resolutions)}",
            hint="--base is the same draft as it was",
        )
    return list(old)


def _check(
    resolution: Resolution,
    source: _Source,
    options: argparse.Namespace,
    before: Resolution | None = None,
) -> tuple[Finding, ...]:
    from drafter import lint

    config = _config(resolution, source.name, options)
    # What is read as official text lost its formatting on the way (OCR-8 to OCR-11).
    scanned = source.kind == "text"
    return lint.check(
        resolution,
        scanned=scanned,
        config=config,
        only=options.rule,
        before=before,
        agreed=_agreed(options),
    )


def _agreed(options: argparse.Namespace) -> Lookup | None:
    """What the banks that the options name know of the resolutions cited, None without one."""
    if not options.bank:
        return None
    if not hasattr(options, "agreed"):
        from drafter.cli import bank_options, citing

        options.agreed = citing.lookup(bank_options.bank(options))
    lookup: Lookup = options.agreed
    return lookup


def _config(resolution: Resolution, name: str, options: argparse.Namespace) -> Config:
    """The draft's own words on top of its folder's, and the command line's on top of both."""
    from drafter.lint import config

    own = config.Config.of(resolution).over(config.beside(Path(name if name != "-" else ".")))
    return replace(own, off=own.off | frozenset(options.off))


def _mended(
    source: _Source,
    document: Document,
    before: list[Resolution | None],
    options: argparse.Namespace,
) -> Document:
    """The draft mended and written, to -o or to its own file."""
    from drafter import lint

    out = options.output or source.name
    if not options.output and source.kind != "markdown":
        raise DrafterError(
            f"{source.name}: only a Markdown draft is mended in its own file",
            hint="say where with -o OUT",
        )

    def mended(resolution: Resolution, old: Resolution | None) -> Resolution:
        if old is not None:
            # Once, while the references still say what they said in the old draft.
            found = [
                f
                for f in _check(resolution, source, options, old)
                if f.rule == "internal-reference"
            ]
            resolution = lint.fix(resolution, found, unsafe=options.unsafe)
        return lint.mend(resolution, lambda r: _check(r, source, options), unsafe=options.unsafe)

    new = replace(document, resolutions=tuple(map(mended, document.resolutions, before)))
    if new != document or options.output or source.name == "-":
        _write(out, source, (document, new), options)
    console.say(f"{out}: mended" if new != document else f"{out}: nothing to mend")
    return new


def _write(
    out: str, source: _Source, drafts: tuple[Document, Document], options: argparse.Namespace
) -> None:
    """Write the second of `drafts`, the mended one; into a Word file as tracked changes."""
    from drafter import formats

    old, new = drafts
    if Path(out).suffix.lower() not in {".docx", ".docm"}:
        # What stdout gets is a draft, unless there is a suffix to go by.
        module = formats.format_named("markdown") if out == "-" else formats.format_for(Path(out))
        console.write_bytes(out, module.write(new))
        return
    from drafter.formats import docx
    from drafter.render.redline import redline_draft

    # The changes go onto the file as it came, or onto the draft as it would be circulated.
    before = source.data if source.kind == "docx" else docx.write(old)
    changed = redline_draft(before, new, author=console.author(options), date=console.date(options))
    console.write_bytes(out, changed)


def _list_rules(options: argparse.Namespace) -> None:
    from drafter.lint import manual, rules

    if options.format == "markdown":
        print(manual.book(), end="")
        return
    known = [rules.rule(name) for name in rules.names()]
    if options.format == "json":
        console.print_json(
            [
                {"rule": r.name, "level": r.level, "sources": list(r.sources), "about": r.title}
                for r in known
            ]
        )
        return
    width = max(len(r.name) for r in known)
    for r in known:
        print(f"{r.name:<{width}}  {r.level:<7}  {r.title}")


def _print_json(files: list[str], found: list[_Found]) -> None:
    console.print_json(
        {
            "files": [
                {"file": name, "findings": [_entry(each) for each in found if each.file == name]}
                for name in dict.fromkeys(files)
            ],
            "counts": dict(sorted(Counter(each.finding.level for each in found).items())),
        }
    )


def _entry(each: _Found) -> dict[str, object]:
    finding = each.finding
    fix = finding.fix
    return {
        "resolution": each.resolution or None,
        "place": finding.place,
        "line": finding.line or None,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "fix": {"about": fix.about, "safe": fix.safe} if fix else None,
    }


def _print_text(found: list[_Found], options: argparse.Namespace) -> None:
    if sys.stdout.isatty():
        _print_groups(found, colour=console.wants_colour(options))
    else:
        colour = console.wants_colour(options)
        for each in found:
            print(_line(each, colour=colour))
    if found:
        console.say(_summary(found))
    elif sys.stdout.isatty():
        console.say("nothing found")


def _line(each: _Found, *, colour: bool) -> str:
    """One finding as compilers print one, so that editors can jump to it."""
    finding = each.finding
    where = f"{each.file}:{finding.line}" if finding.line else each.file
    level = _painted(finding.level, _COLOURS[finding.level], colour=colour)
    return f"{where}: {each.place}: {level}: {finding.rule}: {finding.message}"


def _print_groups(found: list[_Found], *, colour: bool) -> None:
    """The findings for a reader at a terminal: a heading a file, the places in a column."""
    width = min(max((len(each.place) for each in found), default=0), 24)
    for name in dict.fromkeys(each.file for each in found):
        print(_painted(name, "1", colour=colour))
        for each in (f for f in found if f.file == name):
            finding = each.finding
            level = _painted(f"{finding.level:<7}", _COLOURS[finding.level], colour=colour)
            rule = _painted(finding.rule, "2", colour=colour)
            mends = " *" if finding.fix and finding.fix.safe else ""
            print(f"  {each.place:<{width}}  {level}  {finding.message}{mends}  {rule}")
        print()


def _painted(words: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if colour else words


def _summary(found: list[_Found]) -> str:
    counts = Counter(each.finding.level for each in found)
    parts = [
        f"{counts[level]} {level}{'' if counts[level] == 1 else 's'}"
        for level in ("error", "warning", "note")
        if counts[level]
    ]
    safe = sum(1 for each in found if each.finding.fix and each.finding.fix.safe)
    mends = f"; --fix mends {safe}" if safe else ""
    return ", ".join(parts) + mends

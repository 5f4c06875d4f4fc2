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
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli import console
from drafter.cli.findings import Found, print_json, print_text
from drafter.errors import DrafterError, ExitCode

if TYPE_CHECKING:
    from drafter.lint import Config, Finding, Lookup
    from drafter.model import Document, Resolution


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that is checked."""

    name: str
    data: bytes
    kind: str  # the module that reads it


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
        print_json(options.files, found)
    else:
        print_text(found, options)
    faulty = any(each.finding.level != "note" for each in found)
    return ExitCode.DIFFERENT if faulty else ExitCode.SAME


def _file(name: str, options: argparse.Namespace) -> Iterator[Found]:
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
            yield Found(name, which, finding)


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

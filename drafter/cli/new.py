"""Start a draft from a body's profile and a skeleton of blocks, or from last session's text.

  drafter new draft.md --body ga-c3 --skeleton thematic --set topic="river safety"
  drafter new draft.md --base A_RES_79_901.docx

On a terminal it asks for what is missing; what stays open stands in brackets in the draft. Of a
resolution that is cited give the number: its date and title come from the phrase bank. With
--base the earlier text is taken over: its session numbers, years and symbols are rolled forward,
and what needs a decision is put in brackets. An existing file is never overwritten.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli import bank_options, console
from drafter.cli.blocks import pairs
from drafter.errors import DrafterError, ExitCode

if TYPE_CHECKING:
    from drafter.model import Resolution


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="the new draft (default: stdout)")
    parser.add_argument("--skeleton", metavar="NAME", help="see drafter blocks list")
    parser.add_argument("--body", default="", metavar="BODY", help="ga, ga-c3, hrc, sc, cosp, …")
    parser.add_argument(
        "--set", action="append", default=[], metavar="key=value", help="a field, or the title, "
        "this_session, date, agenda_item, agenda_title or sponsors; may be repeated",
    )  # fmt: skip
    parser.add_argument("--base", metavar="FILE", help="last session's text, of any format")
    parser.add_argument("--number", metavar="N", help="which resolution of the base, by number")
    parser.add_argument(
        "--sessions",
        type=int,
        default=1,
        metavar="N",
        help="how many sessions after the base (default: 1)",
    )
    parser.add_argument(
        "--templates",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="another folder of templates; may be repeated",
    )
    parser.add_argument("--no-input", action="store_true", help="ask nothing")
    bank_options.add_bank(parser)


def run(options: argparse.Namespace) -> ExitCode:
    """Write the new draft."""
    if options.file and options.file != "-" and Path(options.file).exists():
        raise DrafterError(
            f"{options.file}: there is such a file already", hint="choose another name"
        )
    if options.base and options.skeleton:
        raise DrafterError("--base and --skeleton do not go together", hint="leave one of them out")
    resolution = _from_base(options) if options.base else _from_skeleton(options)
    _write(options.file or "-", resolution)
    return ExitCode.SAME


def _from_base(options: argparse.Namespace) -> Resolution:
    from dataclasses import replace

    from drafter import formats
    from drafter.blocks import follow_up

    if options.sessions < 1:
        raise DrafterError("--sessions takes a number from 1", hint="leave it out for the next one")
    reading = formats.read_file(options.base)
    for note in reading.notes:
        console.say(note)
    base = _chosen(options, reading.value.resolutions)
    draft = follow_up(base, file=Path(options.base).name, by=options.sessions)
    if options.body:
        from drafter.grammar import bodies

        profile = bodies.body(options.body)
        draft = replace(draft, masthead=replace(draft.masthead, body=profile.id))
    if options.set:
        raise DrafterError("--set goes with a skeleton", hint="edit the draft that --base gives")
    return draft


def _chosen(options: argparse.Namespace, found: tuple[Resolution, ...]) -> Resolution:
    if not found:
        raise DrafterError(f"{options.base}: holds no resolution", hint="see drafter show")
    numbers = [r.masthead.number or r.masthead.symbol for r in found]
    if options.number:
        for number, resolution in zip(numbers, found, strict=True):
            if options.number == number:
                return resolution
        raise DrafterError(
            f"{options.base}: there is no resolution {options.number}",
            hint="it holds " + ", ".join(filter(None, numbers)),
        )
    if len(found) > 1:
        raise DrafterError(
            f"{options.base}: holds {len(found)} resolutions",
            hint="choose one with --number: " + ", ".join(filter(None, numbers)),
        )
    return found[0]


def _from_skeleton(options: argparse.Namespace) -> Resolution:
    from drafter.blocks import catalogue, new_draft
    from drafter.cli import asking, cited_fields
    from drafter.grammar import bodies

    asks = not options.no_input and sys.stdin.isatty() and sys.stderr.isatty()
    values = pairs(options.set)
    body = options.body
    if not body and asks and not options.skeleton:
        names = [f"{b.id}: {b.name}" for b in bodies.bodies()]
        body = asking.choice("For which body?", names).partition(":")[0]
    known = catalogue.skeletons(options.templates)
    if options.skeleton:
        skeleton = catalogue.template(options.skeleton, options.templates)
        if not skeleton.is_skeleton:
            raise DrafterError(
                f"{skeleton.name}: is a block, not a skeleton",
                hint="use one of " + ", ".join(s.name for s in known),
            )
        body = body or (skeleton.bodies[0] if skeleton.bodies else "ga")
    else:
        body = body or "ga"
        bodies.body(body)
        suited = [s for s in known if s.suits(body)]
        suited.sort(key=lambda s: not s.name.startswith("thematic"))
        if asks:
            chosen = asking.choice("Which skeleton?", [f"{s.name}: {s.title}" for s in suited])
            skeleton = catalogue.template(chosen.partition(":")[0], options.templates)
        else:
            skeleton = suited[0]
    if not skeleton.suits(bodies.body(body).id):
        console.say(f"{skeleton.name} is not meant for {body}: look through the draft")
    if asks:
        values = asking.fields(skeleton, values, bodies.body(body), options)
    else:
        values = cited_fields.completed(skeleton.fields, values, body, options)
    return new_draft(skeleton, values, body=body, folders=options.templates)


def _write(name: str, resolution: Resolution) -> None:
    from drafter import formats
    from drafter.model import Document

    document = Document((resolution,))
    module = formats.format_named("markdown") if name == "-" else formats.format_for(Path(name))
    data = module.write(document)
    if name != "-" and Path(name).exists():
        raise DrafterError(f"{name}: there is such a file already", hint="choose another name")
    console.write_bytes(name, data)
    if name != "-":
        open_places = _brackets(resolution)
        console.say(f"{name}: a new draft" + (
            f"; {_counted(open_places)} in brackets to be decided" if open_places else ""
        ))  # fmt: skip


def _counted(places: int) -> str:
    return f"{places} place" + ("" if places == 1 else "s")


def _brackets(resolution: Resolution) -> int:
    """How many brackets stand in the paragraphs of `resolution`."""
    from drafter.grammar.numbering import walk
    from drafter.model import plain

    return sum(
        plain(p.paragraph.content).count("[") + plain(p.paragraph.closing).count("[")
        for p in walk(resolution)
    )

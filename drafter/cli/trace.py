"""Say where each stretch of a draft is agreed: first and latest text, and in how many.

A stretch counts when eight words or more stand verbatim in a text of the bank. What is not marked
stands in no prior text. Where a paragraph alters an agreed wording, it says what became of that:
what was weakened, strengthened, dropped or added of its verb, safeguards, negations, addressees,
numbers and dates.
"""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.cli import bank_options, console
from drafter.errors import DrafterError, ExitCode

if TYPE_CHECKING:
    from drafter.phrases.drift import Drift
    from drafter.phrases.suggestion import Suggestion
    from drafter.phrases.trace import Span, Traced


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of `drafter trace`."""
    add = parser.add_argument
    add("file", metavar="FILE", help="a draft in any format; - is stdin")
    add("--number", type=int, default=1, metavar="N", help="which resolution of the file")
    bank_options.add_filters(parser)
    add("--before", type=bank_options.date, default="", metavar="DATE", help="only earlier texts")
    bank_options.add_format(parser)
    bank_options.add_bank(parser)


def run(options: argparse.Namespace) -> ExitCode:
    """Trace and print."""
    from drafter.formats import read_file
    from drafter.phrases.filters import Wanted
    from drafter.phrases.trace import trace

    name = options.file
    reading = read_file(name if name == "-" else Path(name))
    resolutions = reading.value.resolutions
    if not 0 < options.number <= len(resolutions):
        raise DrafterError(f"{name}: holds {len(resolutions)} resolutions, not {options.number}")
    for note in reading.notes:
        console.say(note)
    wanted = Wanted(body=options.body, before=options.before, status=options.status)
    traced = trace(bank_options.bank(options), resolutions[options.number - 1], wanted)
    if options.format == "json":
        console.print_json({"paragraphs": [_paragraph(each) for each in traced]})
    else:
        _print(traced, options)
    return ExitCode.SAME


def _paragraph(traced: Traced) -> dict[str, Any]:
    return {
        "place": traced.place,
        "text": traced.text,
        "coverage": traced.coverage,
        "spans": [_span(span) for span in traced.spans],
        "closest": _altered(traced),
        "drift": [_drift(each) for each in traced.drift],
    }


def _altered(traced: Traced) -> dict[str, Any] | None:
    """The agreed wording that a paragraph alters, and how."""
    from drafter.diff.words import edits

    if traced.closest is None:
        return None
    changed = edits(traced.closest.text, traced.text)
    score = {"score": traced.closest.score}
    return _where(traced.closest) | score | {"edits": [[op, text] for op, text in changed]}


def _drift(drift: Drift) -> dict[str, str]:
    return {
        "matter": drift.matter,
        "change": drift.change,
        "old": drift.old,
        "new": drift.new,
        "message": drift.message,
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "first": _where(span.first),
        "latest": _where(span.latest),
        "uses": span.uses,
    }


def _where(source: Suggestion) -> dict[str, Any]:
    found = bank_options.as_json(source)
    return {key: found[key] for key in ("symbol", "part", "number", "date", "status", "text")}


def _print(traced: tuple[Traced, ...], options: argparse.Namespace) -> None:
    colour = console.wants_colour(options)
    width = min(console.width(), 100) - 4
    for each in traced:
        head = f"{each.place}  {each.coverage:.0%} agreed"
        print(f"\x1b[1m{head}\x1b[0m" if colour else head)
        body = textwrap.wrap(_painted(each, colour=colour), width, break_on_hyphens=False)
        print(textwrap.indent("\n".join(body), "    "))
        for count, span in enumerate(_apart(each), start=1):
            print(textwrap.indent(f"{_sign(count)} {_said(span)}", "      "))
        if each.closest:
            _print_altered(each, width, colour=colour)
    agreed = sum(each.coverage * len(each.text) for each in traced)
    total = sum(len(each.text) for each in traced)
    if total:
        console.say(f"{agreed / total:.0%} of the words stand in prior texts")


def _print_altered(traced: Traced, width: int, *, colour: bool) -> None:
    """Print how a paragraph departs from the wording closest to it."""
    from drafter.diff.words import edits

    closest = traced.closest
    if closest is None:
        return
    print(f"      alters {bank_options.cited(closest)}")
    changed = bank_options.marked(edits(closest.text, traced.text), colour=colour)
    lines = textwrap.wrap(changed, max(width - 8, 30), break_on_hyphens=False)
    print(textwrap.indent("\n".join(lines), "        "))
    for drift in traced.drift:
        line = f"        {drift.message}"
        print(f"\x1b[33m{line}\x1b[0m" if colour else line)


def _apart(traced: Traced) -> list[Span]:
    """Spans that do not overlap, the earlier one whole: what can be painted."""
    kept: list[Span] = []
    for span in traced.spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _painted(traced: Traced, *, colour: bool) -> str:
    out, at = [], 0
    for count, span in enumerate(_apart(traced), start=1):
        words = traced.text[span.start : span.end]
        out.append(traced.text[at : span.start])
        out.append(
            f"\x1b[32m{words}\x1b[0m{_sign(count)}" if colour else f"⟨{words}⟩{_sign(count)}"
        )
        at = span.end
    return "".join([*out, traced.text[at:]])


def _sign(count: int) -> str:
    return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(figure)] for figure in str(count))


def _said(span: Span) -> str:
    def where(s: Suggestion) -> str:
        return f"{s.symbol} {s.place}" + (f" ({s.date})" if s.date else "")

    if span.uses < 2:
        return where(span.first)
    return f"{where(span.first)} … {where(span.latest)}, {span.uses} texts"

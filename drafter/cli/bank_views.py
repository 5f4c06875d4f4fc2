"""What `drafter bank` prints: entries found, a text, a pedigree, numbers."""

from __future__ import annotations

import argparse
import textwrap
from typing import TYPE_CHECKING, Any

from drafter.cli import bank_options, console
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.phrases.bank import Bank
    from drafter.phrases.entry import Found
    from drafter.phrases.pedigree import Step


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the options of `drafter bank search`."""
    add = parser.add_argument
    bank_options.add_filters(parser)
    bank_options.add_format(parser)
    add("--year", default="", metavar="YEAR", help="only 2021, or 2015-2020")
    add("--part", default="", choices=("preambular", "operative", "annex"), help="only this part")
    add("--verb", default="", help='only where the opening has this verb: "urges"')
    add("--addressee", default="", help='only what addresses these: "states parties"')
    add("--top", type=bank_options.top, default=20, metavar="N", help="how many (default: 20)")


def stats(options: argparse.Namespace) -> None:
    """Print what the bank holds."""
    from drafter.phrases.stats import stats as count

    held = count(bank_options.bank(options).stores)
    if options.format == "json":
        console.print_json(held)
        return
    print(f"{held['sources']} texts, {held['entries']} paragraphs, {held['wordings']} wordings")
    for name in ("status", "body", "part", "years", "openings", "addressees"):
        print(f"\n{name}")
        for value, number in held[name].items():
            print(f"  {number:>7}  {value or '(not known)'}")


def search(options: argparse.Namespace) -> None:
    """Print the entries found."""
    from drafter.phrases.search import Filters, facets

    text = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in options.what)
    filters = Filters(
        options.body, options.year, options.status, options.part, options.verb, options.addressee
    )
    if not text.strip() and not filters:
        raise DrafterError("bank search: nothing to look for", hint="give words or a filter")
    bank = bank_options.bank(options)
    found, count = bank.search(text, filters=filters, top=options.top)
    if options.format == "json":
        counts = facets(bank.stores, text, filters)
        rows = [entry_json(each) for each in found]
        console.print_json({"query": text, "count": count, "facets": counts, "entries": rows})
        return
    for each in found:
        _print_entry(each, options)
    console.say(f"{len(found)} of {count} entries")


def entry_json(found: Found) -> dict[str, Any]:
    """An entry with all that is known of it."""
    entry, source = found.entry, found.source
    return {
        "text": entry.text,
        "symbol": source.reference,
        "organ": source.organ,
        "body": source.body,
        "session": source.session,
        "date": source.date,
        "status": source.status,
        "part": entry.part,
        "number": entry.number,
        "opening": entry.opening,
        "verb": entry.verb,
        "addressee": entry.addressee,
        "hash": entry.hash,
        "source": source.name,
    }


def _print_entry(found: Found, options: argparse.Namespace) -> None:
    entry, source = found.entry, found.source
    head = f"{source.reference} {entry.place}, {source.status} {source.date}".rstrip(", ")
    print_paragraph(head, entry.text, options)


def print_paragraph(head: str, text: str, options: argparse.Namespace) -> None:
    """Print a paragraph under the line that says where it stands."""
    print(f"\x1b[1m{head}\x1b[0m" if console.wants_colour(options) else head)
    width = min(console.width(), 100) - 4
    lines = textwrap.wrap(text, max(width, 30), break_on_hyphens=False)
    print(textwrap.indent("\n".join(lines) or text, "    "))


def show(options: argparse.Namespace) -> None:
    """Print a text, or where a paragraph comes from and what became of it."""
    from drafter.phrases.pedigree import pedigree

    symbol, place = bank_options.reference(options.what)
    bank = bank_options.bank(options)
    found = bank.show(symbol, place)
    if not found:
        what = f"{symbol} {place}".strip()
        raise DrafterError(f"{what}: not in the bank", hint="find it with: drafter bank search")
    if not place:
        if options.format == "json":
            console.print_json({"entries": [entry_json(each) for each in found]})
        else:
            for each in found:
                _print_entry(each, options)
        return
    steps = pedigree(bank.indexes, found[0])
    if options.format == "json":
        family = _family(bank, found[0])
        pedigree_rows = [_step(step) for step in steps]
        entry = entry_json(found[0])
        console.print_json({"entry": entry, "pedigree": pedigree_rows, "family": family})
    else:
        _print_pedigree(steps, options)


def _step(step: Step) -> dict[str, Any]:
    return {
        "text": step.text,
        "symbol": step.symbol,
        "part": step.part,
        "number": step.number,
        "date": step.date,
        "status": step.status,
        "edits": [[op, text] for op, text in step.edits],
    }


def _family(bank: Bank, found: Found) -> list[dict[str, Any]]:
    """Every wording of the family, where a bank has linked its wordings."""
    from drafter.cli.bank_mined import member_rows
    from drafter.phrases.families import current, members

    linked = (members(store, found.entry.hash) for store in bank.stores if current(store))
    return member_rows(next(filter(None, linked), []))


def _print_pedigree(steps: tuple[Step, ...], options: argparse.Namespace) -> None:
    colour = console.wants_colour(options)
    before = ""
    for step in steps:
        place = {"preambular": "PP", "operative": "OP"}.get(step.part, "") + step.number
        was = f" (was {before})" if before not in {"", place} else ""
        head = f"{step.symbol} {place}{was}, {step.status} {step.date}".rstrip(", ")
        text = bank_options.marked(step.edits, colour=colour) if step.edits else step.text
        if step.edits and all(op == "equal" for op, _ in step.edits):
            text = "(the same words)"
        print_paragraph(head, text, options)
        before = place

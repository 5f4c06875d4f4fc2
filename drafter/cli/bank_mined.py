"""What `drafter bank` prints of what it mines: recurring phrases, families of paragraphs."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from drafter.cli import bank_options, bank_views, console
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.phrases.bank import Bank
    from drafter.phrases.families import Family, Member


def add_phrases(parser: argparse.ArgumentParser) -> None:
    """Add the options of `drafter bank phrases`."""
    add = parser.add_argument
    add("--body", default="", help='only phrases that texts of this body use: "hrc"')
    add("--year", default="", metavar="YEAR", help="only phrases used in this year")
    add("--top", type=bank_options.top, default=40, metavar="N", help="how many (default: 40)")
    bank_options.add_format(parser)


def phrases(options: argparse.Namespace) -> None:
    """Print the recurring phrases of a bank; they are mined where that was not done yet."""
    from drafter.phrases import mined

    wanted = " ".join(options.what).lower()
    found: list[mined.Phrase] = []
    for store in bank_options.bank(options).stores:
        found += mined.phrases(mined.ready(store))
    found = [
        each
        for each in sorted(found, key=lambda each: (-each.texts, -len(each.phrase), each.phrase))
        if any(wanted in variant.phrase.lower() for variant in each.variants)
        and (not options.body or options.body.lower() in each.bodies)
        and (not options.year or options.year in each.years)
    ][: options.top]
    if options.format == "json":
        console.print_json({"phrases": [asdict(each) for each in found]})
        return
    for each in found:
        since = f"{each.years[0]}-{each.years[-1]}" if len(each.years) > 1 else "".join(each.years)
        print(f"{each.texts:>5} texts  {each.phrase}")
        print(f"             {', '.join(filter(None, (', '.join(each.bodies), since)))}")
        for variant in each.variants[1:]:
            print(f"        {variant.texts:>5}  {variant.phrase}")


def add_families(parser: argparse.ArgumentParser) -> None:
    """Add the options of `drafter bank families`."""
    add = parser.add_argument
    add("--top", type=bank_options.top, default=20, metavar="N", help="how many (default: 20)")
    add("--jobs", type=bank_options.top, default=0, metavar="N", help="processes that link")
    bank_options.add_format(parser)


def families(options: argparse.Namespace) -> None:
    """Print the families of a bank, or one whole; they are linked where that was not done yet."""
    bank = _linked(bank_options.bank(options), options.jobs)
    if options.what:
        _family(bank, options)
        return
    from drafter.phrases.families import families as found_in

    found = [each for store in bank.stores for each in found_in(store, options.top)]
    found = sorted(found, key=lambda each: -each.texts)[: options.top]
    if options.format == "json":
        console.print_json({"families": [_as_json(each) for each in found]})
        return
    for each in found:
        since = f"{each.years[0]}-{each.years[-1]}" if len(each.years) > 1 else "".join(each.years)
        where = ", ".join(filter(None, (*each.bodies, since)))
        head = f"{each.texts} texts, {each.wordings} wordings, {where}"
        bank_views.print_paragraph(head, f"{_place(each.first)}: {each.first.entry.text}", options)


def _place(found: Any) -> str:
    return f"{found.source.reference} {found.entry.place}"


def _linked(bank: Bank, jobs: int) -> Bank:
    from drafter.phrases.bank import Bank
    from drafter.phrases.families import ready

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r\x1b[K{done} of {total} wordings", end="", file=sys.stderr, flush=True)

    linked = tuple(ready(index, show, jobs) for index in bank.indexes)
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    return Bank(linked)


def _family(bank: Bank, options: argparse.Namespace) -> None:
    from drafter.diff.words import edits
    from drafter.phrases.families import members

    symbol, place = bank_options.reference(options.what)
    found = bank.show(symbol, place) if place else ()
    if not found:
        hint = "name a paragraph, as A/RES/79/901#OP3; find it with: drafter bank search"
        raise DrafterError(f"{options.what}: no paragraph of the bank", hint=hint)
    family = next(filter(None, (members(s, found[0].entry.hash) for s in bank.stores)), [])
    if options.format == "json":
        console.print_json({"family": member_rows(family)})
        return
    texts = {member.found.entry.hash: member.found.entry.text for member in family}
    for member in family:
        text = member.found.entry.text
        if member.earlier in texts:
            changed = edits(texts[member.earlier], text)
            text = bank_options.marked(changed, colour=console.wants_colour(options))
        date = f"{member.found.source.status} {member.found.source.date}".strip()
        many = f", {member.texts} texts" if member.texts > 1 else ""
        bank_views.print_paragraph(f"{_place(member.found)}, {date}{many}", text, options)


def _as_json(family: Family) -> dict[str, Any]:
    return {
        "wordings": family.wordings,
        "texts": family.texts,
        "bodies": family.bodies,
        "years": family.years,
        "first": bank_views.entry_json(family.first),
    }


def member_rows(family: list[Member]) -> list[dict[str, Any]]:
    """The wordings of a family for JSON, each with the hash of the one it comes from."""
    return [
        bank_views.entry_json(member.found)
        | {"texts": member.texts, "earlier": member.earlier, "likeness": member.likeness}
        for member in family
    ]

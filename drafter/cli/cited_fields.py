"""Fields that cite a resolution, completed from the phrase bank: number, date and title together.

A bare number becomes the citation that the bank knows; words are sought in titles. What the bank
does not hold is said to be unknown, and its date left open in brackets. Nothing is guessed.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from drafter.cli import console
from drafter.grammar import bodies

if TYPE_CHECKING:
    from drafter.blocks.fields import Field
    from drafter.lint import Agreed

_BARE = re.compile(
    r"(?:(?:its )?resolution )?((?:S-|ES-)?\d{1,4}/\d{1,4}|\d{1,4} \((?:19|20)\d\d\))"
)
_DATED = re.compile(rf"{_BARE.pattern} of \d{{1,2}} \w+ \d{{4}}")
_COUNCIL = re.compile(r"\d{1,4} \(\d{4}\)")
_MOST = 9  # shown to choose from


def completed(
    fields: Sequence[Field], values: Mapping[str, str], body: str, options: argparse.Namespace
) -> dict[str, str]:
    """`values` with the date, and the title where the form asks for it, of what they cite."""
    out = dict(values)
    for field in fields:
        typed = " ".join(out.get(field.name, "").split())
        bare, dated = _BARE.fullmatch(typed), _DATED.fullmatch(typed)
        title_field = _title_field(field, fields)
        untitled = title_field is not None and title_field.name not in out
        if field.type != "citation" or not (bare or (dated and untitled)):
            continue
        number = (bare or dated)[1]  # type: ignore[index]
        found = _agreed(_organ(field, out, number, body), number, options)
        if bare:
            out[field.name] = f"{number} of {found.dates[0] if found.dates else '[date]'}"
        _say(number, found)
        if title_field and untitled and found.titles:
            out[title_field.name] = _as_asked(found.titles[0], title_field)
    return out


def _say(number: str, found: Agreed) -> None:
    if not found.dates:
        console.say(f"{number}: unknown to the phrase bank; write its date and title yourself")
        return
    title = f", “{found.titles[0]}”" if found.titles else ""
    doubt = "" if found.sure else "; look it up, for not all texts agree"
    console.say(f"{number} of {found.dates[0]}{title} ({found.where}{doubt})")


def _agreed(organ: str, number: str, options: argparse.Namespace) -> Agreed:
    from drafter.cli import bank_options
    from drafter.cli.citing import lookup

    return lookup(bank_options.bank(options))(organ, number)


def _organ(field: Field, values: Mapping[str, str], number: str, body: str) -> str:
    """Whose resolution the field cites."""
    if _COUNCIL.fullmatch(number) or field.name.startswith("council"):
        return "Security Council"
    other = values.get("other_organ", "")
    return other.removeprefix("the ") if other else bodies.body(body or "ga").organ


def _title_field(field: Field, fields: Sequence[Field]) -> Field | None:
    """The field for the title of what `field` cites."""
    names = {"resolution_topic", f"{field.name}_topic", f"{field.name}_title"}
    return next((each for each in fields if each.name in names), None)


def _as_asked(title: str, field: Field) -> str:
    """`title`, beginning small where the form asks for a subject; names keep their capital."""
    first, _, rest = title.partition(" ")
    is_name = rest[:1].isupper() or not first[1:].islower()
    if "small letters" not in field.prompt or is_name:
        return title
    return title[:1].lower() + title[1:]


def picked(typed: str, options: argparse.Namespace) -> str:
    """The citation that the user picks among those with the words `typed`; "" for none."""
    from drafter.cli import asking, bank_options
    from drafter.editing.citing import citable, matching

    found = matching(citable(bank_options.bank(options).stores), typed)
    if not found:
        console.say(f"“{typed}”: no resolution of the phrase bank has these words in its title")
        return ""
    shown = found[:_MOST]
    for index, each in enumerate(shown, start=1):
        console.say(f"  {index}  {each.citation}  {each.title}")
    if len(found) > len(shown):
        console.say(f"     and {len(found) - len(shown)} more: type more words to see them")
    answer = asking.ask(f"1 to {len(shown)}, or Return for none of these")
    number = int(answer) if answer.isascii() and answer.isdecimal() else 0
    return shown[number - 1].citation if 0 < number <= len(shown) else ""

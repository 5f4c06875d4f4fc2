"""Questions on a terminal for the fields of a new draft; an empty answer leaves a field open.

Asks on stderr, reads from stdin. Nothing here writes a draft.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from drafter.cli import console
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.blocks.catalogue import Template
    from drafter.blocks.fields import Field
    from drafter.grammar.bodies import Body

# Asked after the fields: what stands in the masthead, with an example.
_MASTHEAD = (
    ("this_session", "session of the draft (such as 80)"),
    ("agenda_item", "agenda item (such as 19 (b))"),
    ("agenda_title", "title of the agenda item"),
    ("sponsors", "sponsors, with commas between them"),
)


def ask(question: str, default: str = "") -> str:
    """What the user types, or `default`."""
    line = _line(f"{question} [{default}]: " if default else f"{question}: ")
    if not line:
        raise DrafterError("the input ended before the questions did", hint="use --no-input")
    return line.strip() or default


def _line(shown: str) -> str:
    print(shown, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline()


def choice(question: str, names: Sequence[str]) -> str:
    """The one of `names` that the user picks, by its number or what stands before its colon."""
    console.say(question)
    for index, name in enumerate(names, start=1):
        console.say(f"  {index:>2}  {name}")
    while True:
        typed = ask(f"1 to {len(names)}, or its name", "1")
        for name in names:
            if typed == name.partition(":")[0]:
                return name
        if typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= len(names):
            return names[int(typed) - 1]
        console.say(f"{typed} is not on the list")


def fields(
    skeleton: Template, values: Mapping[str, str], body: Body, options: argparse.Namespace
) -> dict[str, str]:
    """`values` and what the user types for the fields that have none."""
    console.say("Return leaves a field open: it then stands in brackets in the draft.")
    out = dict(values)
    if body.titled and "title" not in out and "topic" not in {f.name for f in skeleton.fields}:
        out["title"] = ask("title of the draft")
    for field in skeleton.fields:
        if field.name not in out:
            out |= _answer(field, skeleton.fields, out, body, options)
    for name, question in _MASTHEAD:
        if name in out or (name.startswith("agenda") and not body.agenda):
            continue
        if name == "this_session" and body.counts != "session":
            continue
        line = _line(f"{question}: ")
        if not line:  # Ctrl-D: the rest of the masthead stays open
            break
        out[name] = line.strip()
    return {name: value for name, value in out.items() if value}


def _answer(
    field: Field,
    others: Sequence[Field],
    known: Mapping[str, str],
    body: Body,
    options: argparse.Namespace,
) -> dict[str, str]:
    """What the user says of `field`, with the fields that its answer fills too."""
    from drafter.blocks.fields import settled
    from drafter.cli import cited_fields

    example = f" (such as {field.example})" if field.example and not field.default else ""
    if field.type == "citation":
        example = " (its number alone, or words of its title)"
    while True:
        typed = ask(field.label + example, field.default)
        if field.type == "citation" and typed and not any(map(str.isdigit, typed)):
            typed = cited_fields.picked(typed, options)
            if not typed:
                continue
        try:
            settled(field, typed)
        except DrafterError as error:
            console.complain(error)
            continue
        if not typed:
            return {}
        both = {**known, field.name: typed}
        return cited_fields.completed(others, both, body.id, options)

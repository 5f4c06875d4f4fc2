"""Arbitrary drafts in normal form, for the properties of every format that writes and reads.

Made from a seed, so that a failure is named by a number. The words are those of the trade, mixed
with everything that means something in Markdown, YAML or XML.
"""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random
from typing import get_args

from drafter.formats.markdown.front_matter import KNOWN_KEYS
from drafter.formats.printed import without_derived, without_derived_numbers
from drafter.grammar.numbering import child_labels, operative_labels
from drafter.model import (
    AgendaItem,
    Annex,
    Bracket,
    Call,
    Footnote,
    Heading,
    Inline,
    Inlines,
    Item,
    Kind,
    Masthead,
    Paragraph,
    Resolution,
    Table,
    Text,
    normal,
)

_SCRAPS = """
    Urges Recalling Requests Member States the ferries including by: 2025 A/RES/79/901 a_b _ __ a b
    [ ] ( ) * ** *** \\ \\\\ ` ``` ~~
    < > <i> </b> <br> & &amp; &#42; # ## - + | ! 1. 2) (a) (i) a. 3 bis.

    OP3. --- === <!-- --> <!--x--> [^1] [^1]: : EU: [EU: x] (G77) (EU: delete) , ; . “ ” é ’ € 大会
    http://x.y/a_b~c [x](http://y) ](#) \\* • Annex $ ^ Ế \u00a0 \u2011 \u00ad \u200b \u2009
    {x} %s @ = "" '' ? ÷ ×
    bis whereas, Whereas and null true ~ 010 1e5 0x1F 12:30 yes | || -- // é
"""
SCRAPS = re.split("[ \n]+", _SCRAPS.strip(" \n"))
LABELS = [
    "",
    "",
    "1",
    "2",
    "3 bis",
    "3 ter",
    "OP4",
    "PP2 alt",
    "(a)",
    "(b)",
    "(i)",
    "a)",
    "a.",
    "-",
]
LABELS += ["II", "1)", "1.", "§", "(a) (i)", "*", "-->", "x y"]
OPENINGS = ["Recalling also", "Urges", "Requests", "Noting with concern", "Whereas", "Adopts"]
NAMES = ["", "", "EU", "G77", "EU, CANZ", "Côte d’Ivoire", "the following", "a:b", ":"]
POSITIONS = ["G77", "EU: delete", "Agreed", "agreed ad ref", "boats", "OP3 (a)", ":x", "2015"]
FOOTNOTES = ["1", "2", "*", "†", "a]b", "x\\y", "[1"]


def words(random: Random, most: int = 5) -> str:
    """Scraps with or without spaces between them."""
    return "".join(
        random.choice(["", " ", " "]) + random.choice(SCRAPS)
        for _ in range(random.randint(0, most))
    )


def line(random: Random) -> str:
    """Words in the normal form of a plain string, more often empty than not."""
    return re.sub(" +", " ", words(random, random.choice([0, 1, 3]))).strip()


def inlines(random: Random, most: int = 5, depth: int = 0) -> Inlines:
    """Inline content in normal form."""
    return normal([_inline(random, depth) for _ in range(random.randint(0, most))])


def _inline(random: Random, depth: int) -> Inline:
    choice = random.random()
    if choice < 0.15:
        return Call(random.choice(FOOTNOTES))
    if choice < 0.35 and depth < 3:
        by = random.choice(NAMES) if random.random() < 0.7 else line(random)
        positions = [random.choice([*POSITIONS, line(random) or "x"]) for _ in range(3)]
        positions = positions[: random.choice([0, 0, 1, 2])]
        return Bracket(inlines(random, 3, depth + 1), by, tuple(positions))
    return Text(words(random), random.random() < 0.3, random.random() < 0.15)


def _content(random: Random) -> Inlines:
    if random.random() < 0.6:
        opening = Text(random.choice(OPENINGS), italic=True)
        return normal((opening, Text(" "), *inlines(random, 2)))
    return inlines(random, 3)


def _paragraph(random: Random, level: int = 0) -> Paragraph:
    children: tuple[Paragraph, ...] = ()
    if level < 4 and random.random() < 0.3:
        children = tuple(_paragraph(random, level + 1) for _ in range(random.randint(1, 3)))
        printed = zip(children, child_labels(children, level + 1), strict=True)
        children = tuple(replace(child, label=label) for child, label in printed)
        children = without_derived(children, level + 1)
    closing = inlines(random, 2) if children and random.random() < 0.4 else ()
    label = random.choice([*LABELS, line(random)]) if random.random() < 0.25 else None
    return Paragraph(_content(random), children, closing, label)


def _items(random: Random, most: int = 5) -> tuple[Item, ...]:
    return tuple(_item(random) for _ in range(random.randint(0, most)))


def _item(random: Random) -> Item:
    choice = random.random()
    if choice < 0.1:
        return Heading(inlines(random, 2), random.randint(1, 5))
    if choice < 0.2:
        width = random.randint(1, 3)
        rows = range(random.randint(1, 3))
        return Table(tuple(tuple(inlines(random, 2) for _ in range(width)) for _ in rows))
    return _paragraph(random)


def _printed_only(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Preambular and annexed items: no label is ever derived there, so "" is None."""
    return tuple(
        replace(item, label=item.label or None) if isinstance(item, Paragraph) else item
        for item in items
    )


def _numbered(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Operative items in normal form: a label that is the derived one is None."""
    numbers = iter(operative_labels(Resolution(operative=items)))
    printed = [
        replace(item, label=next(numbers)) if isinstance(item, Paragraph) else item
        for item in items
    ]
    return without_derived_numbers(tuple(printed))


def _value(random: Random, depth: int = 0) -> object:
    choice = random.randint(0, 8 if depth < 2 else 6)
    if choice == 7:
        return [_value(random, depth + 1) for _ in range(random.randint(0, 3))]
    if choice == 8:
        return {line(random): _value(random, depth + 1) for _ in range(random.randint(0, 2))}
    return [None, True, False, random.randint(-99, 99999), 2.5, words(random), line(random)][choice]


def masthead(random: Random) -> Masthead:
    """A masthead with anything in it."""
    strings = "body organ symbol number distribution date language session place committee adopted"
    fields = {key: line(random) for key in [*strings.split(), "report", "meeting"]}
    extra = {random.choice(["x-note", "tags", line(random)]): _value(random) for _ in range(2)}
    return Masthead(
        **fields,  # type: ignore[arg-type]
        agenda_item=AgendaItem(line(random), line(random)),
        sponsors=tuple(line(random) for _ in range(random.randint(0, 3))),
        sponsor_notes=tuple(line(random) for _ in range(random.randint(0, 2))),
        kind=random.choice(get_args(Kind)),
        base=tuple((key, line(random)) for key in ["symbol", "file"][: random.randint(0, 2)]),
        extra=tuple((key, v) for key, v in extra.items() if key and key not in KNOWN_KEYS),
    )


def resolution(random: Random) -> Resolution:
    """A resolution in normal form, however odd."""
    footnotes = random.sample(FOOTNOTES, random.randint(0, 3))
    return Resolution(
        masthead(random) if random.random() < 0.5 else Masthead(),
        inlines(random, 2),
        random.choice(["The General Assembly,", "The General Assembly,", "", line(random)]),
        _printed_only(_items(random)),
        _numbered(_items(random)),
        tuple(
            Annex(
                random.choice(["Annex", "Annex II", line(random)]),
                inlines(random, 2),
                _printed_only(_items(random, 3)),
            )
            for _ in range(random.choice([0, 0, 1, 2]))
        ),
        tuple(Footnote(label, inlines(random, 3)) for label in footnotes),
    )

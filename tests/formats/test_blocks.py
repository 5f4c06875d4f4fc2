"""A document as the comparison sees it."""

from drafter.formats import markdown
from drafter.formats.blocks import blocks
from drafter.spans import OBJECT, Span

DRAFT = b"""---
symbol: A/C.3/80/L.909
sponsors: [Fiji, Nepal, Togo]
title: Safe river crossings
---

*The General Assembly*,

*Recalling* its resolution 79/901,[^1]

## I. Ports

1. *Urges* States [EU: that have not] (G77: delete) to:

   (a) Fund schools:

      (i) Here;

   as soon as possible;

3 bis. *Adopts* **it**.

| a | b |
| --- | --- |
| c | d |

# Annex

# Rules

1. Swim.

[^1]: A/80/912.
"""


def test_every_part_is_a_block_in_reading_order() -> None:
    made = blocks(markdown.read(DRAFT, "a.md").value)
    assert [(b.place, b.kind, b.label, b.text) for b in made] == [
        ("symbol", "masthead", "", "A/C.3/80/L.909"),
        ("sponsors", "masthead", "", "Fiji, Nepal and Togo: draft resolution"),
        ("title", "heading", "", "Safe river crossings"),
        ("enacting clause", "paragraph", "", "The General Assembly,"),
        ("PP1", "paragraph", "", f"Recalling its resolution 79/901,{OBJECT}"),
        ("OP heading 1", "heading", "", "I. Ports"),
        ("OP1", "paragraph", "1", "Urges States [EU: that have not] (G77: delete) to:"),
        ("OP1 (a)", "paragraph", "(a)", "Fund schools:"),
        ("OP1 (a) (i)", "paragraph", "(i)", "Here;"),
        ("OP1, closing text", "paragraph", "", "as soon as possible;"),
        ("OP3 bis", "paragraph", "3 bis", "Adopts it."),
        ("OP table 1, row 1, column 1", "cell", "", "a"),
        ("OP table 1, row 1, column 2", "cell", "", "b"),
        ("OP table 1, row 2, column 1", "cell", "", "c"),
        ("OP table 1, row 2, column 2", "cell", "", "d"),
        ("Annex", "heading", "", "Annex"),
        ("Annex, title", "heading", "", "Rules"),
        ("Annex, paragraph 1", "paragraph", "1", "Swim."),
        ("footnote 1", "footnote", "1", "A/80/912."),
    ]


def test_formatting_and_calls_stand_beside_the_words() -> None:
    made = {b.place: b for b in blocks(markdown.read(DRAFT, "a.md").value)}
    assert made["PP1"].spans == (Span(0, 9, "italic"),)
    assert made["PP1"].objects == ("footnote",)
    assert made["OP3 bis"].spans == (Span(0, 6, "italic"), Span(7, 9, "bold"))


def test_several_resolutions_keep_their_places_apart() -> None:
    two = b"---\nnumber: 7/1\n---\n\n1. *Urges* a;\n\n2. *Urges* b.\n\n---\n---\n\n*Adopts* c.\n"
    places = [b.place for b in blocks(markdown.read(two, "a.md").value)]
    assert places == ["7/1, number", "7/1, OP1", "7/1, OP2", "2, OP1"]

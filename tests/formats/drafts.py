"""Arbitrary drafts in normal form, for the properties of every format that writes and reads."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

from hypothesis import strategies as st

from drafter.formats.markdown.front_matter import KNOWN_KEYS
from drafter.formats.printed import without_derived, without_derived_numbers
from drafter.grammar.numbering import operative_labels
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

# Words of the trade mixed with everything that means something in Markdown.
_SCRAPS = st.sampled_from(
    [
        "Urges", "Member States", "the", "ferries", "including by:", "2025", "A/RES/79/901", "a_b",
        "[", "]", "(", ")", "*", "**", "_", "__", "\\", "`", "```", "~~", "<", ">", "<i>", "</b>",
        "&", "&amp;", "&#42;", "#", "##", "-", "+", "|", "!", "1.", "2)", "(a)", "(i)", "a.",
        "3 bis.", "OP3.", "---", "===", "<!--", "-->", "[^1]",
        "[^1]:", ":", "EU:", "[EU: x]", "(G77)",
        "(EU: delete)", ",", ";", ".", "“", "”", "é", "\u00a0", "\u2011", "€", "大会", "\u0301",
        "http://x.y/a_b~c", "[x](http://y)", "\\*", "•", "Annex", "$",
    ]
)  # fmt: skip
_SPACING = st.sampled_from(["", " "])


@st.composite
def words(draw: st.DrawFn) -> str:
    """Words with anything in between; spaces as they come."""
    parts = draw(st.lists(st.tuples(_SPACING, st.one_of(_SCRAPS, _LETTERS)), max_size=5))
    return "".join(space + part for space, part in parts)


_LETTERS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"), max_size=4
)


def line_of_words() -> st.SearchStrategy[str]:
    """Words on one line, nothing at either end."""
    return words().map(lambda text: re.sub(" +", " ", text).strip(" "))


_TEXT = st.builds(Text, words(), st.booleans(), st.booleans())
_CALL = st.builds(Call, st.sampled_from(["1", "2", "*", "†", "a]b", "x\\y"]))
_NAME = st.one_of(
    st.sampled_from(["", "EU", "G77", "EU, CANZ", "Côte d’Ivoire", "the following", "a:b", ":"]),
    line_of_words(),
)
_POSITION = st.one_of(
    st.sampled_from(["G77", "EU: delete", "Agreed", "agreed ad ref", "boats", "OP3 (a)", ":x"]),
    line_of_words().filter(bool),
)


def _bracket(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    content = st.lists(inner, max_size=3).map(normal)
    return st.builds(Bracket, content, _NAME, st.lists(_POSITION, max_size=2).map(tuple))


_INLINE = st.recursive(st.one_of(_TEXT, _TEXT, _CALL), _bracket, max_leaves=6)


def inlines(*, max_size: int = 5) -> st.SearchStrategy[Inlines]:
    """Inline content in normal form."""
    return st.lists(_INLINE, max_size=max_size).map(normal)


_OPENED = st.builds(
    lambda opening, rest: normal((Text(opening, italic=True), Text(" "), *rest)),
    st.sampled_from(["Recalling also", "Urges", "Requests", "Noting with concern", "Whereas"]),
    inlines(max_size=2),
)
_CONTENT = st.one_of(_OPENED, _OPENED, inlines(max_size=3))
_LABELS = st.one_of(
    st.none(),
    st.none(),
    st.sampled_from(
        [
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
            "II",
        ]
    ),
    line_of_words(),
)


def _paragraphs(level: int) -> st.SearchStrategy[Paragraph]:
    """Paragraphs at `level`, labelled as printed."""
    below = st.just(()) if level > 3 else st.one_of(st.just(()), _children(level + 1))
    closing = st.one_of(st.just(()), inlines(max_size=2))
    return st.builds(
        lambda content, children, closing, label: Paragraph(
            content, children, closing if children else (), label
        ),
        _CONTENT,
        below,
        closing,
        _LABELS,
    )


def _children(level: int) -> st.SearchStrategy[tuple[Paragraph, ...]]:
    return st.lists(_paragraphs(level), max_size=3).map(
        lambda children: without_derived(tuple(children), level)
    )


_HEADING = st.builds(Heading, inlines(max_size=2), st.integers(1, 5))
_TABLE = st.builds(
    Table,
    st.lists(
        st.lists(inlines(max_size=2), min_size=1, max_size=3).map(tuple), min_size=1, max_size=3
    ).map(tuple),
)


def _items() -> st.SearchStrategy[tuple[Item, ...]]:
    top = st.one_of(*[_paragraphs(0)] * 6, _HEADING, _TABLE)
    return st.lists(top, max_size=4).map(tuple)


def _printed_only(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Preambular and annexed items: no label is ever derived, so "" is None."""
    return tuple(
        replace(item, label=item.label or None) if isinstance(item, Paragraph) else item
        for item in items
    )


def _numbered(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Operative items in normal form: a label that is the derived one is None."""
    bare = [i for i in items if isinstance(i, Paragraph) and i.label is None]
    numbers = iter(operative_labels(Resolution(operative=items)))
    printed = [
        replace(item, label=next(numbers)) if isinstance(item, Paragraph) else item
        for item in items
    ]
    return without_derived_numbers(tuple(printed)) if bare or items else items


_LINE = st.one_of(st.just(""), line_of_words())
_VALUE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-999, 99999), line_of_words(), words()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(line_of_words(), inner, max_size=2)
    ),
    max_leaves=4,
)
_KEY = st.one_of(st.sampled_from(["layout", "x-note", "tags", "yes"]), line_of_words()).filter(
    lambda key: key not in KNOWN_KEYS and key != ""
)


def mastheads() -> st.SearchStrategy[Masthead]:
    """Mastheads with anything in them."""
    fields = {
        "body": "organ symbol number distribution date language session place committee adopted "
        "report meeting",
    }
    strings = {key: _LINE for key in ("body", *fields["body"].split())}
    names = st.lists(st.one_of(st.sampled_from(["Fiji", "Togo"]), line_of_words()), max_size=3)
    return st.builds(
        Masthead,
        **strings,
        agenda_item=st.builds(AgendaItem, _LINE, _LINE),
        sponsors=names.map(tuple),
        sponsor_notes=names.map(tuple),
        kind=st.sampled_from(get_args(Kind)),
        base=st.dictionaries(st.sampled_from(["symbol", "file"]), _LINE, max_size=2).map(
            lambda base: tuple(base.items())
        ),
        extra=st.dictionaries(_KEY, _VALUE, max_size=2).map(lambda extra: tuple(extra.items())),
    )


def resolutions() -> st.SearchStrategy[Resolution]:
    """Resolutions in normal form, however odd."""
    enacting = st.one_of(st.sampled_from(["The General Assembly,", ""]), line_of_words())
    footnote = st.builds(Footnote, st.just(""), inlines(max_size=2))
    return st.builds(
        Resolution,
        st.one_of(st.just(Masthead()), mastheads()),
        inlines(max_size=2),
        enacting,
        _items().map(_printed_only),
        _items().map(_numbered),
        st.lists(
            st.builds(
                Annex,
                st.one_of(st.sampled_from(["Annex", "Annex II"]), line_of_words()),
                inlines(max_size=2),
                _items().map(_printed_only),
            ),
            max_size=2,
        ).map(tuple),
        st.lists(footnote, max_size=3).map(
            lambda notes: tuple(
                replace(note, label=label)
                for note, label in zip(notes, ("1", "*", "a]b"), strict=False)
            )
        ),
    )

"""Arbitrary drafts in normal form, for the properties of every format that writes and reads."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from drafter.model import (
    Bracket,
    Call,
    Inline,
    Inlines,
    Text,
    normal,
)

# Words of the trade mixed with everything that means something in Markdown.
_SCRAPS = st.sampled_from(
    [
        "Urges", "Member States", "the", "ferries", "including by:", "2025", "A/RES/79/901", "a_b",
        "[", "]", "(", ")", "*", "**", "_", "__", "\\", "`", "```", "~~", "<", ">", "<i>", "</b>",
        "&", "&amp;", "&#42;", "#", "##", "-", "+", "|", "!", "1.", "2)", "(a)", "(i)", "a.", "3 bis.",
        "OP3.", "---", "===", "<!--", "-->", "[^1]", "[^1]:", ":", "EU:", "[EU: x]", "(G77)",
        "(EU: delete)", ",", ";", ".", "“", "”", "é", "\u00a0", "\u2011", "€", "大会", "\u0301",
        "http://x.y/a_b~c", "[x](http://y)", "\\*", "•", "Annex", "$", "^",
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

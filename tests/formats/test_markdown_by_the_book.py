"""What is read without markdown-it and without PyYAML is what they read."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from drafter.formats.markdown import parse_inline
from drafter.formats.markdown.front_matter import KNOWN_KEYS
from drafter.formats.markdown.plain_entries import parse as parse_plainly
from drafter.formats.markdown.yaml_entries import parse as parse_yaml
from drafter.model import Inlines, Text, normal

_SCRAPS = st.sampled_from(
    (
        "*",
        "**",
        "***",
        "_",
        "__",
        "\\",
        "\\*",
        "&amp;",
        "&#x2014;",
        "&nope;",
        *"ab \n\u00a0.,“é€&河",
    )
)
_BOOK = MarkdownIt("zero").enable(["newline", "escape", "emphasis", "entity"])


def by_the_book(source: str) -> Inlines:
    """The inline content of `source` as markdown-it reads it."""
    depth = {"em": 0, "strong": 0}
    texts = []
    for token in _BOOK.inline.parse(source, _BOOK, {}, []):
        if token.nesting:
            depth[token.tag] += token.nesting
        else:
            words = token.content or (" " if token.type.endswith("break") else "")
            texts.append(Text(words, depth["em"] > 0, depth["strong"] > 0))
    return normal(texts)


@given(st.lists(_SCRAPS, max_size=14).map("".join))
def test_emphasis_is_that_of_commonmark(source: str) -> None:
    assert parse_inline(source) == by_the_book(source)


_WORDS = (
    "Fiji|Ghana and Mali|A/C.3/80/L.909|2025-11-04|19 (b)|null|nullify|yes|010|10:30|é|a\u00a0b"
)
_SIGNS = (
    """a: b;a #b;a, b;[Fiji, Togo];[];{number: 1, title: A b};"a: b";"a\\n";'x';- x;~;&a b;*x;!x"""
)
_VALUES = st.sampled_from(("", "_a", "| ", "> a", *_WORDS.split("|"), *_SIGNS.split(";")))
_KEYS = st.sampled_from(["title", "sponsors", "agenda_item", "date", "other"])
_ENTRY = st.builds("{}: {}".format, _KEYS, _VALUES)
_LINE = st.sampled_from(["  number: 1", "  - Fiji", "- Ghana", "  x", "", "# c", "    deep: 1"])


@given(st.lists(_ENTRY | _LINE, max_size=4).map("\n".join))
def test_plain_front_matter_is_that_of_yaml(source: str) -> None:
    entries = parse_plainly(source, KNOWN_KEYS)
    assert entries is None or entries == parse_yaml(source, KNOWN_KEYS)


def test_common_front_matter_is_plain() -> None:
    source = (
        "symbol: A/C.3/80/L.909\ndate: 2025-11-04\nagenda_item: {number: 19 (b), title: Rivers}\n"
        'sponsors: [Fiji, "Mali"]\ntitle: Ferries, barges and bridges\n'
    )
    entries = parse_plainly(source, KNOWN_KEYS)
    assert entries is not None
    assert entries == parse_yaml(source, KNOWN_KEYS)

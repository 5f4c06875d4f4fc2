"""Inline Markdown: what is written reads back, here and for CommonMark's own reader."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from drafter.formats.markdown.inline import parse_inline
from drafter.formats.markdown.spelling import format_inline
from drafter.model import Bracket, Call, Inlines, Text
from tests.formats.drafts import inlines

CASES = [
    ("*Recalling also* its", (Text("Recalling also", italic=True), Text(" its"))),
    ("_Recalling_ its", (Text("Recalling", italic=True), Text(" its"))),
    ("a **b** ***c***", (Text("a "), Text("b", bold=True), Text(" "), Text("c", True, True))),
    (
        "*a **b** c*",
        (Text("a", True), Text(" "), Text("b", True, True), Text(" "), Text("c", True)),
    ),
    ("safety,[^1] and", (Text("safety,"), Call("1"), Text(" and"))),
    ("2 * 3 * 4", (Text("2 * 3 * 4"),)),
    ("A_RES_79", (Text("A_RES_79"),)),
    ("R&amp;D &copy; &bogus;", (Text("R&D © &bogus;"),)),
    ("one\ntwo\\\nthree", (Text("one two three"),)),
    ("[ferries] [vessels]", (Bracket((Text("ferries"),)), Text(" "), Bracket((Text("vessels"),)))),
    ("[EU: in all ports]", (Bracket((Text("in all ports"),), "EU"),)),
    (
        "[and barges] (G77) (EU, CANZ: delete) then",
        (Bracket((Text("and barges"),), "", ("G77", "EU, CANZ: delete")), Text(" then")),
    ),
    ("[the list: a] (of boats)", (Bracket((Text("the list: a"),)), Text(" (of boats)"))),
    ("national[ly set] goals", (Text("national"), Bracket((Text("ly set"),)), Text(" goals"))),
    (
        "[EU: a [G77: b] c]",
        (Bracket((Text("a "), Bracket((Text("b"),), "G77"), Text(" c")), "EU"),),
    ),
    (
        "*Urges [EU: all]* to",
        (Text("Urges", True), Text(" "), Bracket((Text("all", True),), "EU"), Text(" to")),
    ),
    ("Convention;]", (Text("Convention;]"),)),
    ("[EU: open", (Text("[EU: open"),)),
    ("[70/174](#) and [x](https://un.org/a_(b))", (Text("70/174 and x"),)),
    ("<i>Recalling </i>its", (Text("Recalling", True), Text(" its"))),
    ("*unclosed", (Text("*unclosed"),)),
    ("`code`", (Text("`code`"),)),
    ("a&#150;b", (Text("a–b"),)),
    (r"[\^1]", (Bracket((Text("^1"),)),)),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_a_spelling_reads_as(source: str, expected: Inlines) -> None:
    assert parse_inline(source) == expected


def test_what_is_written_reads_back() -> None:
    for seed in range(1500):
        content = inlines(Random(seed))
        markdown = format_inline(content)
        assert parse_inline(markdown) == content, seed
        assert format_inline(parse_inline(markdown)) == markdown, seed


@given(st.text(alphabet="*_[]()\\ :aA1^<>&;`~!.,\n\u00a0é", max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_string_reads_and_is_stable(source: str) -> None:
    content = parse_inline(source)
    assert parse_inline(format_inline(content)) == content


_COMMONMARK = MarkdownIt("commonmark", {"html": True}).disable("link").disable("image")


def _styled(content: Inlines) -> list[tuple[str, bool, bool]]:
    """Each visible character of the words, with its style."""
    out: list[tuple[str, bool, bool]] = []
    for inline in content:
        if isinstance(inline, Text):
            out += [(c, inline.italic, inline.bold) for c in inline.text if not c.isspace()]
        elif isinstance(inline, Bracket):
            out += _styled(inline.content)
    return out


def _seen_by_commonmark(markdown: str) -> list[tuple[str, bool, bool]]:
    out: list[tuple[str, bool, bool]] = []
    italic = bold = 0
    for token in _COMMONMARK.parseInline("x " + markdown)[0].children or []:
        if token.type in {"text", "text_special", "code_inline"}:
            out += [(c, italic > 0, bold > 0) for c in token.content if not c.isspace()]
        elif token.type in {"em_open", "em_close"}:
            italic += token.nesting
        elif token.type in {"strong_open", "strong_close"}:
            bold += token.nesting
        elif token.type == "html_inline":
            step = -1 if token.content.startswith("</") else 1
            italic += step * (token.content.strip("</>") == "i")
            bold += step * (token.content.strip("</>") == "b")
    return out[1:]


def test_commonmark_sees_the_same_words_in_the_same_style() -> None:
    for seed in range(1500):
        content = inlines(Random(seed))
        # A sign as a footnote's label would be emphasis where footnotes are not known.
        seen = _seen_by_commonmark(format_inline(content).replace("[^*]", "[^1]"))
        # CommonMark prints our calls, brackets and names as text: ours is a subsequence of that.
        rest = iter(seen)
        assert all(any(mine == other for other in rest) for mine in _styled(content)), seed


def test_a_long_line_of_marks_takes_bounded_time() -> None:
    for scrap in ("*a ", "a* ", "*a_ ", "[", "]", "[a](", "**a*", "\\[", "<i>", "[EU: "):
        parse_inline(scrap * 20_000)

"""Drafts half typed, damaged or strange: nothing is refused, nothing is lost."""

from random import Random

import pytest

from drafter.formats import markdown
from drafter.model import Heading, Paragraph, Resolution, Table, Text, plain
from tests.formats import drafts


def read(text: str | bytes) -> tuple[Resolution, tuple[str, ...]]:
    data = text.encode("utf-8") if isinstance(text, str) else text
    reading = markdown.read(data, "a.md")
    return reading.value.resolutions[0], reading.notes


def test_flush_left_labels_find_their_level() -> None:
    draft, _ = read("1. *Urges* x:\n(a) foo;\n(i) bar;\n(ii) baz;\n(b) qux.\n2. *Requests* y.\n")
    first = draft.operative[0]
    assert isinstance(first, Paragraph)
    assert [len(child.children) for child in first.children] == [2, 0]
    assert all(child.label is None for child in first.children)


def test_lines_without_blank_lines_between_are_paragraphs() -> None:
    draft, _ = read("*The General Assembly*,\n*Recalling* a,\n*Noting* b,\n1. *Urges* c.\n")
    assert (draft.enacting, len(draft.preamble), len(draft.operative)) == (
        "The General Assembly,",
        2,
        1,
    )


def test_a_single_operative_paragraph_is_known_by_its_verb() -> None:
    draft, _ = read("*The General Assembly*,\n\n*Recalling* a,\n\n*Adopts* the plan.\n")
    assert (len(draft.preamble), len(draft.operative)) == (1, 1)


def test_a_decision_has_lettered_points() -> None:
    draft, _ = read("At its 3rd meeting, on 4 May 2025, the Commission:\n\n(a) Took note of x;\n")
    assert draft.enacting.startswith("At its 3rd meeting")
    assert [p.label for p in draft.operative if isinstance(p, Paragraph)] == ["(a)"]


def test_a_heading_before_the_first_number_opens_the_operative_part() -> None:
    draft, _ = read("*Recalling* a,\n\n## I. Ports\n\n1. *Urges* b;\n\n2. *Urges* c.\n")
    assert isinstance(draft.operative[0], Heading)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Safe: river crossings\nsymbol: A/1\n---\n\n1. *Urges* a.\n",
        "---\ntitle: [unclosed\nsymbol: A/1\n---\n\n1. *Urges* a.\n",
    ],
)
def test_broken_front_matter_is_kept_and_reported(text: str) -> None:
    draft, notes = read(text)
    assert draft.masthead.symbol == "A/1"
    assert any("not YAML here" in note and note.startswith("a.md:") for note in notes)
    assert markdown.parse(markdown.format(draft)).value == draft


def test_unclosed_front_matter_ends_at_the_first_blank_line() -> None:
    draft, notes = read("---\nsymbol: A/1\ntitle: Rivers\n\n1. *Urges* a.\n")
    assert (draft.masthead.symbol, plain(draft.title)) == ("A/1", "Rivers")
    assert len(draft.operative) == 1
    assert "not closed" in notes[0]


def test_unknown_keys_are_kept_in_order_with_their_values() -> None:
    source = "---\nsymbol: A/1\nstatus: draft resolution\nz: [1, two, {k: true}]\na: null\n---\n"
    draft, _ = read(source)
    assert draft.masthead.extra == (("z", [1, "two", {"k": True}]), ("a", None))
    assert markdown.format(draft) == source


def test_line_ends_marks_and_encodings() -> None:
    plainly, _ = read("1. *Urges* “a” é;\n\n2. *Urges* b.\n")
    text = "1. *Urges* “a” é;\r\n\r\n2. *Urges* b.\r\n"
    for data in (b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16"), text.encode("cp1252")):
        assert read(data)[0] == plainly
    assert "Windows-1252" in read(text.encode("cp1252"))[1][0]
    assert "NUL" in read(b"1. *Urges* a\0b.\n")[1][0]


def test_a_row_wider_than_the_first_keeps_its_cells() -> None:
    draft, _ = read("| a |\n| - |\n| b | c |\n")
    assert draft.preamble == (Table((((Text("a"),),), ((Text("b"),), (Text("c"),)))),)


def test_a_footnote_goes_on_where_it_is_indented() -> None:
    draft, _ = read("1. *Urges* a.[^1]\n\n[^1]: One\ntwo.\n\n    (a) Three.\n\nFour.\n")
    assert plain(draft.footnotes[0].content) == "One two. (a) Three."
    assert len(draft.operative) == 2


def test_an_underline_makes_a_heading_of_words_alone() -> None:
    draft, _ = read("*Noting* a,\n\nPorts\n-----\n\n1. *Urges* b;\n---\n\n2. *Urges* c:\n-\n")
    assert [type(item) for item in draft.operative] == [Heading, Paragraph, Paragraph]


def test_words_after_a_comment_are_kept() -> None:
    draft, notes = read("<!-- a --> zebra -->\n\n<!-- b -->\n")
    assert "zebra" in words(draft)
    assert notes == ("a.md:3: a comment was left out",)


def test_no_depth_loses_words() -> None:
    for opening in ("- ", "> ", "1. ", "[", "*", "(a) ", "    "):
        assert "zebra" in words(read(f"{opening * 500}zebra\n")[0]), opening


def words(draft: Resolution) -> str:
    return "".join(c for c in markdown.format(draft) if c.isalnum())


def test_any_mixture_is_a_draft_and_loses_no_word() -> None:
    vocabulary = [*drafts.SCRAPS, "\n", "\n\n", "\n   ", "\n\n      ", "# ", "\n> ", "\t", "zebra"]
    for seed in range(300):
        random = Random(seed)
        mixture = " ".join(random.choices(vocabulary, k=40))
        value = markdown.parse(mixture).value
        assert words(value).count("zebra") == mixture.count("zebra"), seed
        assert markdown.parse(markdown.format(value)).value == value, seed


def test_strange_input_takes_bounded_time() -> None:
    for scrap in ("[", "*a ", "(a) x\n\n", "|", "<!-- \n", "---\na: b\n\n", "[^", "> ", "[x] (A"):
        markdown.read((scrap * (20_000 // len(scrap))).encode(), "a.md")
    markdown.read("".join(" " * n + "(a) x:\n\n" for n in range(300)).encode(), "a.md")

"""A comparison in every form it is shown in: golden outputs, and the same facts in each.

To take the golden outputs anew after a change that was meant: DRAFTER_GOLDEN=1, then read the diff.
"""

import io
import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document as open_word
from markdown_it import MarkdownIt

from drafter.diff import Diff, compare
from drafter.diff.changes import KINDS, counts
from drafter.formats import read_file
from drafter.formats.blocks import blocks
from drafter.render import html, markdown, side_by_side, terminal, word_table
from drafter.render import json as as_json
from drafter.render.outline import shown_text, summary
from drafter.spans import OBJECT, Block, Span
from tests.diff.test_scripts import compared, written

GOLDEN = Path(__file__).parent / "golden"
NAMES = {"old": "old.md", "new": "new.md"}
DATE = datetime(2025, 11, 4, 10, tzinfo=UTC)


def _read(name: str) -> tuple[Block, ...]:
    return blocks(read_file(str(GOLDEN / name)).value)


@pytest.fixture(scope="module")
def diff() -> Diff:
    return compare(_read("old.md"), _read("new.md"))


RENDERINGS: dict[str, Callable[[Diff], str]] = {
    "terminal.txt": lambda diff: terminal.render(diff, width=72),
    "colour.txt": lambda diff: terminal.render(diff, width=72, colour=True),
    "stat.txt": lambda diff: terminal.stat(diff, width=72),
    "comparison.json": lambda diff: as_json.render(diff, **NAMES),
    "comparison.md": lambda diff: markdown.render(diff, **NAMES),
    "comparison.html": lambda diff: html.render(diff, **NAMES),
    "side_by_side.html": lambda diff: side_by_side.render(diff, **NAMES),
}


@pytest.mark.parametrize("name", RENDERINGS)
def test_a_rendering_is_as_it_was_read(name: str, diff: Diff) -> None:
    found = RENDERINGS[name](diff)
    path = GOLDEN / name
    if os.environ.get("DRAFTER_GOLDEN"):
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")


@pytest.mark.parametrize("name", RENDERINGS)
def test_every_rendering_counts_alike(name: str, diff: Diff) -> None:
    shown = RENDERINGS[name](diff)
    if name == "comparison.json":
        assert json.loads(shown)["counts"] == counts(diff)
    else:
        assert summary(diff) in re.sub(r"\x1b\[[\d;]*m", "", shown)


# JSON


def test_json_has_the_promised_shape(diff: Diff) -> None:
    told = json.loads(as_json.render(diff, **NAMES, not_compared=["comments"]))
    assert list(told) == ["old", "new", "counts", "changes", "not_compared"]
    assert (told["old"], told["new"], told["not_compared"]) == ("old.md", "new.md", ["comments"])
    assert tuple(told["counts"]) == KINDS
    assert sum(told["counts"].values()) == len(told["changes"])
    for change in told["changes"]:
        assert {"kind", "old", "new", "edits"} <= set(change)
        assert (change["old"] is None) == (change["kind"] == "inserted")
        assert (change["new"] is None) == (change["kind"] == "deleted")
        for side in (change["old"], change["new"]):
            assert side is None or {"place", "index", "text"} <= set(side)


@pytest.mark.parametrize("seed", range(10))
def test_json_edits_rebuild_both_texts(seed: int) -> None:
    _assert_rebuilds(compared(written(seed)))


def test_json_edits_rebuild_texts_with_calls(diff: Diff) -> None:
    assert any(OBJECT in block.text for block in diff.new)
    _assert_rebuilds(diff)


def _assert_rebuilds(diff: Diff) -> None:
    told = as_json.to_dict(diff)
    for change in told["changes"]:
        for side, absent in (("old", "insert"), ("new", "delete")):
            text = "".join(words for op, words in change["edits"] if op != absent)
            assert text == (change[side] or {"text": ""})["text"]
    seen = [n for c in told["changes"] if c["new"] for n in c["new"].get("indices", [c["new"]["index"]])]  # fmt: skip  # noqa: E501
    assert seen == list(range(len(diff.new)))


# Terminal


def test_without_colour_nothing_is_painted(diff: Diff) -> None:
    assert "\x1b" not in terminal.render(diff)


def test_lines_keep_to_the_width(diff: Diff) -> None:
    for width in (40, 72, 120):
        for line in terminal.render(diff, width=width).splitlines():
            # A word is never cut, and a heading is one line.
            assert len(line) <= width or not line.startswith(" ") or " " not in line.strip()


def test_plain_marks_rebuild_the_new_text(diff: Diff) -> None:
    shown = terminal.render(diff, width=10_000, context=None)
    shown = re.sub(r"\[-.*?-\]", "", shown).replace("{+", "").replace("+}", "")
    assert "Urges all States to license every ferry & barge <in use>;" in shown


def test_a_strangers_text_cannot_steer_the_terminal() -> None:
    old = (Block("Urges \x1b]0;gone\x07 all", place="OP1\x1b[2J"),)
    new = (Block("Urges \x1b[2J\u202e States", place="OP1\x9b"),)
    shown = terminal.render(compare(old, new)) + terminal.stat(compare(old, new))
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_context_is_what_was_asked_for() -> None:
    # A line for one paragraph not shown would take as much room as the paragraph.
    old = tuple(Block(f"Paragraph {n} about ferries", place=f"OP{n}") for n in range(30))
    new = (*old[:15], Block("Paragraph 15 about boats", place="OP15"), *old[16:])
    for context in (0, 1, 3):
        lines = terminal.render(compare(old, new), context=context).splitlines()
        assert len([line for line in lines if line.startswith("OP")]) == 1 + 2 * context
        assert "… 14 unchanged …" in lines or context


# Markdown


def test_markdown_marks_are_marks_and_nothing_else_is() -> None:
    old = (Block("1. *Urges* __all__ `States` # [a](b) <b>x</b> ~~y~~", place="OP1"),)
    new = (Block("1. *Urges* __all__ `States` # [a](b) <b>x</b> ~~y~~ today", place="OP1"),)
    shown = markdown.render(compare(old, new), **NAMES)
    parsed = MarkdownIt("commonmark").enable("strikethrough").render(shown)
    assert "<strong>today</strong>" in parsed
    assert parsed.count("<strong>") == 2  # that one, and the legend
    assert parsed.count("<s>") == 1
    for tag in ("<em>", "<code>", "<a ", "<b>", "<ol>", "<h3>"):
        assert tag not in parsed


# HTML


class _Page(HTMLParser):
    """What a page refers to, which tags it opens, and its words by tag."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.outside: list[str] = []
        self.open: list[str] = []
        self.words: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.outside += [v or "" for k, v in attrs if k in {"src", "href", "action", "style"}]
        if tag not in {"meta", "link", "img", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.words[tag] = self.words.get(tag, "") + data


@pytest.mark.parametrize("render", [html.render, side_by_side.render])
def test_a_page_stands_alone_and_needs_no_colour(render: Callable[..., str], diff: Diff) -> None:
    page = render(diff, **NAMES)
    read = _Page(page)
    assert not read.outside
    assert not read.open
    assert "url(" not in page
    assert "@import" not in page
    assert "script" not in read.words
    style = read.words["style"]
    assert "ins { color: #064; text-decoration: underline; }" in style
    assert "del { color: #a11; text-decoration: line-through; }" in style
    assert "@media print" in style
    assert "Stressing that repairs are [costly]," in read.words["ins"]
    assert "Concerned about floods," in read.words["del"]


@pytest.mark.parametrize("render", [html.render, side_by_side.render])
def test_nothing_in_a_text_becomes_markup(render: Callable[..., str]) -> None:
    bad = "<script>alert(1)</script> & \"x\" 'y'"
    old = (Block(bad, bad, bad, spans=(Span(0, 5, bad),)),)
    new = (Block(bad + " z", bad, bad),)
    page = render(compare(old, new), old=bad, new=bad)
    assert "<script" not in page


def test_side_by_side_has_each_text_on_its_own_side(diff: Diff) -> None:
    page = side_by_side.render(diff, **NAMES)
    rows = re.findall(r"<tr class=\"\w+\"><td>(.*?)</td><td>(.*?)</td></tr>", page, re.DOTALL)
    assert len(rows) == len(diff.changes)
    assert not any("<ins" in left or "<del" in right for left, right in rows)
    for change, sides in zip(diff.changes, rows, strict=True):
        both = ((diff.old, change.old), (diff.new, change.new))
        for cell, (texts, indices) in zip(sides, both, strict=True):
            words = _Page(f"<p>{re.sub('<span class=.label.>.*?</span> ', '', cell)}</p>").words
            shown = words.get("p", "").replace("¶", "")
            assert shown == shown_text([texts[index] for index in indices])


def test_the_word_table_has_both_texts_and_the_same_bytes(diff: Diff) -> None:
    made = word_table.render(diff, **NAMES, author="Fiji", date=DATE)
    assert made == word_table.render(diff, **NAMES, author="Fiji", date=DATE)
    cells = [cell.text for row in open_word(io.BytesIO(made)).tables[0].rows for cell in row.cells]
    assert any("Concerned about floods," in cell for cell in cells)
    assert any("Stressing that repairs are [costly]," in cell for cell in cells)


# All of them


def test_two_equal_texts_are_shown_as_equal(diff: Diff) -> None:
    same = compare(diff.old, diff.old)
    assert same.same
    assert summary(same) == f"{len(diff.old)} unchanged"
    for rendering in RENDERINGS.values():
        assert rendering(same)


def test_nothing_at_all_is_shown() -> None:
    for rendering in RENDERINGS.values():
        assert rendering(compare((), ()))

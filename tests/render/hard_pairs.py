"""Pairs of files thought out to break a redline: fields, bookmarks, comments, controls, tables."""

from __future__ import annotations

from collections.abc import Iterator

from tests.render.structures import (
    _BEFORE,
    _BEHIND,
    _CONTROL,
    Make,
    Parts,
    comment,
    complex_field,
    contents,
    filed,
    footnote_with_table,
    paragraph,
    plain_table,
    ruby,
    text_box,
)
from tests.word.specimens import p, row, run, table

Blocks = tuple[Make | str, ...]


def own_mark(sign: str) -> Make:
    """A footnote called by a sign of its own."""

    def make(parts: Parts, _: str) -> str:
        call = parts.note("footnote", p(f"{sign} ", "Own words."))
        call = call.replace("<w:footnoteReference", '<w:footnoteReference w:customMarkFollows="1"')
        return p("Text", call.replace("</w:r>", f"<w:t>{sign}</w:t></w:r>"), " goes on")

    return make


def twice(one: Make, other: Make) -> Make:
    return lambda parts, words: one(parts, words) + other(parts, words)


def comments(*said: str) -> Make:
    return lambda parts, _: "".join(comment(parts, words) for words in said) + p("z")


def quoted(*runs: str) -> str:
    return complex_field(" QUOTE a ", *runs)


def opened(*content: str, name: str = "a", number: int = 1) -> str:
    """A paragraph that begins with the beginning of a bookmark."""
    inner = "".join(piece if piece.startswith("<") else run(piece) for piece in content)
    return f'<w:p><w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}</w:p>'


def control(inner: str) -> str:
    return f"<w:sdt>{_CONTROL}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


_END = '<w:bookmarkEnd w:id="1"/>'
_LONG = "A long paragraph on ferries, see "
_CELLS = table(row("a b c", "d e f"), row("g", "h")) + p()
_LINES = p("a b c") + p("d e f") + p("g") + p("h")
_OVERLAP = opened(
    "one two ",
    '<w:bookmarkStart w:id="2" w:name="b"/>',
    "three ",
    _END,
    "five",
    '<w:bookmarkEnd w:id="2"/>',
)
_THREE = table(*(row(f"h{i}", f"b{i} word", f"c{i}") for i in range(5)), columns=3) + p()
_TWO = table(*(row(f"h{i}", f"c{i}") for i in range(5))) + p()
_CASES: dict[str, tuple[Blocks, Blocks]] = {
    "own mark changes": ((own_mark("*"),), (own_mark("†"),)),
    "own mark twice": ((own_mark("*"),), (twice(own_mark("*"), own_mark("**")),)),
    "fields swapped": (
        (p("See ", quoted(run("one fish")), " and ", quoted(run("two birds")), " now"),),
        (p("See ", quoted(run("two birds")), " and ", quoted(run("one fish")), " now"),),
    ),
    "fields edited": (
        (p("See ", quoted(run("one big fish")), " and ", quoted(run("two birds fly")), " now"),),
        (
            p(
                "See ",
                quoted(run("one small fish too")),
                " and ",
                quoted(run("all two birds")),
                " now",
            ),
        ),
    ),
    "field to words": (
        (p("See ", quoted(run("one big fish")), " now"),),
        (p("See one big fish now"),),
    ),
    "words to field": (
        (p("See one big fish now"),),
        (p("See one ", quoted(run("big")), " fish now"),),
    ),
    "field of other words": (
        (p("See ", quoted(run("one big fish"))),),
        (p("See ", quoted(run("two birds"))),),
    ),
    "field that grows": (
        (p("See ", quoted(run("one big")), " fish now"),),
        (p("See ", quoted(run("one big fish")), " now"),),
    ),
    "field edited at both ends": (
        (p("See ", quoted(run("one big fish")), " now"),),
        (p("See the ", quoted(run("only one big fish here")), "! now"),),
    ),
    "field before a split": (
        (p("See ", quoted(run("one big fish")), " now and then"),),
        (p("See ", quoted(run("one big fish too"))), p("now and then")),
    ),
    "field that moves": (
        (_BEFORE, p(_LONG, quoted(run("one big fish")), " and so on for words"), _BEHIND),
        (_BEFORE, _BEHIND, p(_LONG, quoted(run("one small fish")), " and so on for words"), p("x")),
    ),
    "field in a link": (
        (p(quoted(run("a b"))),),
        (p(f'<w:hyperlink w:anchor="x">{quoted(run("a c"))}</w:hyperlink>'),),
    ),
    "bookmarks that overlap": ((p("one two three four"),), (_OVERLAP,)),
    "bookmark over paragraphs": (
        (p("one two") + p("three"),),
        (opened("one two more"), p("three", _END)),
    ),
    "bookmark half kept": ((p("one two") + p("three"),), (opened("one"), p("two three", _END))),
    "comment moved": ((_BEFORE, comment, _BEHIND), (comment, _BEFORE, _BEHIND)),
    "comments changed": ((comments("a", "b"),), (comments("b", "c", "a"),)),
    "controls in controls": (
        (control(control(p("in one")) + p("two")), p("x")),
        (control(p("two here") + p("three")), p("x y")),
    ),
    "control to words": ((p("Dear ", control(run("Sir")), ", hi"),), (p("Dear Sir or Madam, hi"),)),
    "table to words": ((_CELLS,), (_LINES,)),
    "column gone": ((_THREE,), (_TWO,)),
    "everything comes": ((paragraph,) * 3, (plain_table, text_box, footnote_with_table, p("x"))),
    "everything goes": ((plain_table, text_box, footnote_with_table, contents, p("x")), (p(),)),
    "contents after new words": ((contents, p("x")), (p("new"), contents, p("y"))),
    "ruby": ((ruby, p("x")), (p("y"), ruby, p("x"))),
}


def hard() -> Iterator[tuple[str, bytes, bytes]]:
    """Each case, there and back."""
    for name, (old, new) in _CASES.items():
        one, other = filed(*old, words="slow", number=1), filed(*new, words="slow", number=2)
        yield name, one, other
        yield f"{name}, back", other, one

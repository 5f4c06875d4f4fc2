"""A comparison as one HTML file that prints well and is read without colour.

Inserted words are `ins` and underlined, deleted words `del` and struck through. The file loads
nothing from anywhere, and nothing that a text holds becomes markup.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from drafter.diff.changes import Change, Diff
from drafter.render.outline import (
    Piece,
    Shown,
    Skipped,
    formatting,
    heading,
    outline,
    pieces,
    summary,
    visible,
)
from drafter.spans import OBJECT, Block

STYLE = """\
body { font: 11pt/1.45 "Times New Roman", Times, serif; color: #111; background: #fff;
  max-width: 48em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.2em; }
.summary, .what, .skipped, .formatting { font: 0.8em Arial, Helvetica, sans-serif; color: #444; }
.change { margin: 0.9em 0; padding-left: 0.8em; border-left: 3px solid #999; }
.unchanged { border-left-color: transparent; }
.what { font-weight: bold; margin: 0 0 0.2em; }
.text { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
.label { display: inline-block; min-width: 2.2em; unicode-bidi: isolate; }
ins { color: #064; text-decoration: underline; }
del { color: #a11; text-decoration: line-through; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid #bbb; padding: 0.4em 0.6em; text-align: start; vertical-align: top; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
@media print { body { margin: 0; max-width: none; } ins, del { color: #000; } }
"""


def render(diff: Diff, *, old: str = "", new: str = "", context: int | None = None) -> str:
    """The comparison of the files `old` and `new` as a page, by default with every paragraph."""
    body = "\n".join(_item(diff, item) for item in outline(diff, context))
    return page(diff, body, old=old, new=new)


def page(diff: Diff, body: str, *, old: str, new: str) -> str:
    """A whole page about `diff`: title, summary, `body`."""
    title = html.escape(f"{old} → {new}" if old or new else "Comparison")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        f'<h1>{title}</h1>\n<p class="summary">{summary(diff)}. '
        "<ins>Inserted words</ins> are underlined, <del>deleted words</del> struck through.</p>\n"
        f"{body}\n</body>\n</html>\n"
    )


def _item(diff: Diff, item: Shown | Skipped) -> str:
    if isinstance(item, Skipped):
        return skipped(item)
    first = item.change
    what = "" if first.kind == "unchanged" else f'<p class="what">{what_happened(diff, item)}</p>\n'
    texts = "\n".join(
        f'<p class="text" dir="auto">{label(_block(diff, change))}'
        f"{marked(pieces(diff, change))}</p>"
        for change in item.changes
    )
    return f'<div class="change {first.kind}">\n{what}{texts}\n</div>'


def _block(diff: Diff, change: Change) -> Block:
    return diff.new[change.new[0]] if change.new else diff.old[change.old[0]]


def what_happened(diff: Diff, shown: Shown) -> str:
    """The heading of a change, and what looks different, escaped."""
    words = html.escape(heading(diff, shown))
    lines = html.escape("; ".join(formatting(diff, shown.change)))
    return f'{words} <span class="formatting">({lines})</span>' if lines else words


def skipped(item: Skipped) -> str:
    """A line that says how many unchanged paragraphs are not shown."""
    return f'<p class="skipped">… {item.count} unchanged …</p>'


def label(block: Block) -> str:
    """The printed number of a block, before its text."""
    return f'<span class="label">{html.escape(block.label)}</span> ' if block.label else ""


def marked(stretches: Iterable[Piece]) -> str:
    """Words with their marks and emphasis."""
    return "".join(_marked(stretches))


def _marked(stretches: Iterable[Piece]) -> Iterator[str]:
    tags = {"delete": "del", "insert": "ins"}
    for op, words, style in stretches:
        text = visible(words) if op != "equal" else words.replace(OBJECT, "[^]")
        text = html.escape(text, quote=False)
        for mark, tag in (("italic", "i"), ("bold", "b")):
            if mark in style.split():
                text = f"<{tag}>{text}</{tag}>"
        tag = tags.get(op, "")
        yield f"<{tag}>{text}</{tag}>" if tag else text

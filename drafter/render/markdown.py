"""A comparison as Markdown: **inserted** words in bold, ~~deleted~~ ones struck through.

The older convention of the house, and readable as plain text. Every sign that a text holds is
escaped, so that what is bold or struck through is so because it changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diff.changes import Change, Diff, Op
from drafter.render.outline import (
    Shown,
    Skipped,
    formatting,
    heading,
    outline,
    place,
    summary,
    visible,
)
from drafter.spans import OBJECT

_SIGNS = {"equal": "", "delete": "~~", "insert": "**"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
# What would begin a list, a heading or a quotation at the start of a line.
_START = re.compile(r"(?m)^(\s*)([-+=]|\d+(?=[.)]))")
_EDGES = re.compile(r"(\s*)(.*?)(\s*)\Z", re.DOTALL)


def render(diff: Diff, *, old: str = "", new: str = "", context: int | None = 1) -> str:
    """The changes under headings that say where and what, with unchanged neighbours."""
    title = f"# {_escaped(old)} → {_escaped(new)}" if old or new else "# Comparison"
    parts = [title, f"{summary(diff)}. **Inserted**, ~~deleted~~."]
    for item in outline(diff, context):
        parts += _item(diff, item)
    return "\n\n".join(parts) + "\n"


def _item(diff: Diff, item: Shown | Skipped) -> Iterator[str]:
    if isinstance(item, Skipped):
        yield f"… {item.count} unchanged …"
        return
    if item.change.kind == "unchanged":
        block = diff.new[item.change.new[0]]
        yield _line(f"{place(diff.new, item.change.new[0])}: {block.text.replace(OBJECT, '[^]')}")
        return
    yield f"## {_escaped(heading(diff, item))}"
    if item.change.kind != "renumbered":
        yield _text(item.change)
        for line in formatting(diff, item.change):
            yield _line(f"({line})")


def _text(change: Change) -> str:
    text = "".join(_marked(op, words) for op, words in change.edits)
    return _START.sub(r"\1\\\2", text).replace("\n", "\\\n")


def _marked(op: Op, words: str) -> str:
    """One edit with its signs; space at its ends stands outside, or Markdown sees no sign."""
    if op == "equal":
        return _escaped(words.replace(OBJECT, "[^]"))
    sign = _SIGNS[op]
    if words.isspace():
        shown = visible(words)
        end = "\n" if shown.endswith("\n") else ""
        return f"{sign}{shown.rstrip()}{sign}{end}"
    found = _EDGES.match(words)
    before, core, after = found.groups() if found else ("", words, "")
    lines = _escaped(core.replace(OBJECT, "[^]")).split("\n")
    return (
        before
        + f"¶{sign}\n{sign}".join(f"{line}" for line in [sign + lines[0], *lines[1:]])
        + sign
        + after
    )


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _line(text: str) -> str:
    return _START.sub(r"\1\\\2", _escaped(text))

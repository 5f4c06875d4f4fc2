"""Blocks from lines that one can read, and a comparison told in lines that one can read."""

import re
from collections.abc import Iterator

from drafter.diff import Change, Diff
from drafter.diff.changes import Edit
from drafter.spans import OBJECT, Block, Span

# "1. ", "(a) ", or "footnote: ", "cell: " for blocks of another kind.
_LABEL = re.compile(r"(?:(cell|heading|footnote|header|masthead): )?(?:(\d+\.|\([a-z]+\)) )?")
_CALL = re.compile(r"\[\^(\w*)\]")
_SIGNS = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def block(line: str) -> Block:
    """A block: its kind and label, *italic* words, `[^a]` for a footnote call."""
    found = _LABEL.match(line)
    assert found
    words = _CALL.sub(OBJECT, line[found.end() :])
    calls = tuple(_CALL.findall(line))
    text, spans = "", []
    for number, part in enumerate(words.split("*")):
        if number % 2:
            spans.append(Span(len(text), len(text) + len(part), "italic"))
        text += part
    kind, label = found.groups()
    return Block(text, label or "", kind=kind or "paragraph", spans=tuple(spans), objects=calls)  # type: ignore[arg-type]


def blocks(lines: str) -> tuple[Block, ...]:
    return tuple(block(line) for line in lines.splitlines())


def marked(edits: tuple[Edit, ...]) -> str:
    """Edits in one line; a paragraph mark is shown as ¶."""
    text = "".join(_SIGNS[op].format(text) for op, text in edits)
    return text.replace("\n", "¶").replace(OBJECT, "[^]")


def told(diff: Diff) -> Iterator[str]:
    """A line for each change: its kind, which blocks (counted from 1), its marks."""
    for change in diff.changes:
        yield _line(change)


def _line(change: Change) -> str:
    where = " > ".join("+".join(str(n + 1) for n in side) or "-" for side in change[1:3])
    looks = " looks" * change.formatting
    if change.kind in ("unchanged", "renumbered"):
        return f"{change.kind} {where}{looks}"
    return f"{change.kind} {where}{looks}: {marked(change.edits)}".rstrip()

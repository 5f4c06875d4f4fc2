"""A resolution as a Markdown draft.

Written plainly first and read back; where the plain form would be read otherwise, comments say
outright what cannot be inferred. Writing never refuses and never loses anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drafter.formats.markdown import body, labels
from drafter.formats.markdown.front_matter import FrontMatter, format_front_matter
from drafter.formats.markdown.spelling import escape_label, format_inline
from drafter.grammar.numbering import child_labels, operative_labels
from drafter.model import Heading, Inlines, Item, Paragraph, Resolution, Table, text

_STEP = 3  # columns by which a subparagraph stands under its paragraph


@dataclass(frozen=True, slots=True)
class Said:
    """What is said outright because the plain form would be read otherwise."""

    enacting: bool = False
    boundary: bool = False
    labels: bool = False
    annexes: bool = False
    front_matter: bool = False  # even where it holds nothing


def format_resolution(
    resolution: Resolution, parse: Callable[[str], Resolution], *, among_others: bool = False
) -> str:
    """`resolution` as Markdown, checked with `parse`; `among_others` when the file holds more."""
    said = Said(front_matter=among_others)
    for _ in range(6):
        markdown = _format(resolution, said)
        found = parse(markdown)
        if found == resolution:
            break
        said = _say_more(said, resolution, found)
    return markdown


def _say_more(said: Said, wanted: Resolution, found: Resolution) -> Said:
    """`said` with what would mend the first differences between `wanted` and `found`."""
    if wanted.enacting != found.enacting:
        return replace(said, enacting=True)
    if not said.boundary and len(wanted.preamble) != len(found.preamble):
        return replace(said, boundary=True)
    if wanted.annexes != found.annexes:
        return replace(said, annexes=True, labels=said.annexes, boundary=said.boundary)
    return replace(said, labels=True, boundary=said.boundary or said.labels)


def _format(resolution: Resolution, said: Said) -> str:
    outright = resolution.enacting if said.enacting else None
    front = format_front_matter(
        FrontMatter(resolution.masthead, enacting=outright), format_inline(resolution.title)
    )
    head = f"---\n{front}---\n" if front or said.front_matter else ""
    blocks = "\n\n".join(_blocks(resolution, said))
    return f"{head}{chr(10) if head and blocks else ''}{blocks}{chr(10) if blocks else ''}"


def _blocks(resolution: Resolution, said: Said) -> Iterator[str]:
    if resolution.enacting and not said.enacting:
        yield labels.escape_start(format_inline(_enacting(resolution.enacting)))
    for item in resolution.preamble:
        yield from _item(item, None, said)
    if said.boundary:
        yield _comment(body.OPERATIVE)
    numbers = iter(operative_labels(resolution))
    for item in resolution.operative:
        yield from _item(item, next(numbers) if isinstance(item, Paragraph) else None, said)
    for annex in resolution.annexes:
        if said.annexes:
            yield _comment(body.ANNEX)
        yield _heading(text(annex.label), 0)
        if annex.title or any(isinstance(item, Heading) for item in annex.items[:1]):
            if said.annexes:
                yield _comment(body.ANNEX_TITLE)
            yield _heading(annex.title, 0)
        for item in annex.items:
            yield from _item(item, None, said)
    for footnote in resolution.footnotes:
        content = format_inline(footnote.content)
        yield f"[^{escape_label(footnote.label)}]: {content}".rstrip(" ")


def _enacting(clause: str) -> Inlines:
    """The clause in italics, its punctuation upright."""
    words = clause.rstrip(",:")
    return (*text(words, italic=True), *text(clause[len(words) :]))


def _item(item: Item, number: str | None, said: Said) -> Iterator[str]:
    if isinstance(item, Heading):
        yield _heading(item.content, item.level)
    elif isinstance(item, Table):
        yield "\n".join(_rows(item))
    else:
        label = number if number is not None else item.label or ""
        stated = said.labels and (item.label is not None or not label)
        yield from _family(item, label, 0, _columns(item, label, stated=stated), said)


def _heading(content: Inlines, level: int) -> str:
    words = format_inline(content)
    if words.endswith("#"):
        words = words[:-1] + r"\#"
    # Readers of CommonMark strip every kind of space from a heading.
    words = re.sub(r"^\s|\s$", lambda space: f"&#{ord(space[0])};", words)
    return f"{'#' * (1 + min(level, 5))} {words}".rstrip(" ")


def _rows(table: Table) -> Iterator[str]:
    for index, row in enumerate(table.rows):
        cells = (format_inline(cell).replace("|", r"\|") for cell in row)
        yield "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"
        if index == 0:
            yield "| --- " * len(row) + "|"


def _columns(paragraph: Paragraph, label: str, *, stated: bool) -> tuple[int, ...]:
    """The columns of the levels of `paragraph`, such that CommonMark sees no code.

    Under a list item its text may be followed by up to three columns more, else by three in all.
    """
    depth = _depth(paragraph)
    in_list = label.isdigit() and not stated
    base = len(label) + 2 if in_list else 0
    room = base + 3
    if not in_list:
        steps = range(room - depth + 1, room + 1) if depth < _STEP else range(1, depth + 1)
    else:
        steps = range(base, room + 1, _STEP) if depth < _STEP else range(base, base + depth)
    return (0, *steps)


def _depth(paragraph: Paragraph) -> int:
    below = max(map(_depth, paragraph.children), default=0)
    return 1 + below if paragraph.children or paragraph.closing else 0


def _family(
    paragraph: Paragraph, label: str, level: int, columns: tuple[int, ...], said: Said
) -> Iterator[str]:
    """`paragraph` and what stands under it, each in its column."""
    indent = " " * columns[level]
    words = labels.escape_start(format_inline(paragraph.content))
    stated = said.labels and (paragraph.label is not None or not label)
    if not words and (stated or not label or not labels.speaks_for_itself(label, level)):
        yield indent + _comment(f"{body.EMPTY} {_json_string(label)}")
    elif stated or (label and not labels.speaks_for_itself(label, level)):
        yield indent + _comment(f"{body.LABEL} {_json_string(label)}")
        yield indent + words
    else:
        yield indent + " ".join(filter(None, (labels.spelled(label) if label else "", words)))
    children = paragraph.children
    for child, each in zip(children, child_labels(children, level + 1), strict=True):
        yield from _family(child, each, level + 1, columns, said)
    if paragraph.closing:
        yield " " * columns[level + 1] + labels.escape_start(format_inline(paragraph.closing))


def _comment(words: str) -> str:
    return f"<!-- {words} -->"


def _json_string(label: str) -> str:
    """`label` as JSON that cannot end a comment."""
    import json

    return json.dumps(label, ensure_ascii=False).replace(">", "\\u003e").replace("-", "\\u002d")

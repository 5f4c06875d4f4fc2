"""What typists do by hand for which Word has marks: lines ended by breaks, bold all through.

A paragraph of Word may hold several of the draft's; a style that covers all of a text says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.formats.docx import runs
from drafter.formats.docx.brackets import Flat, Piece
from drafter.formats.official import labels
from drafter.formats.official.lines import Line
from drafter.grammar import enacting, openings
from drafter.model import Bracket, Inlines, Text, normal

_ENDS = re.compile(r"[,;:.][^\w]*$")
_ENOUGH = 200  # letters: in a shorter text nothing can be said of all of it
_SHARE = 0.8


def parts(flat: list[Flat]) -> Iterator[list[Flat]]:
    """`flat`, cut at those of its line breaks that part one paragraph of the draft from the next.

    A blank line does, and a break before a label, before an opening, or after an enacting clause or
    a meeting; in a title a break is a space.
    """
    pieces = list(_at_breaks(flat))
    if len(pieces) == 1:
        yield flat
        return
    made: list[Flat] = []
    blank = False
    for piece in pieces:
        if not runs.words(piece).strip() and not any(runs.labels(piece)):
            blank = True
            continue
        if made and (blank or _parted(runs.words(made), runs.words(piece))):
            yield made
            made = []
        made = [*made, Piece("\n"), *piece] if made else piece
        blank = False
    if made:
        yield made


def _at_breaks(flat: Iterable[Flat]) -> Iterator[list[Flat]]:
    """`flat` in pieces, the breaks between them left out."""
    piece: list[Flat] = []
    for each in flat:
        if not isinstance(each, Piece) or "\n" not in each.text:
            piece.append(each)
            continue
        first, *others = each.text.split("\n")
        piece.append(replace(each, text=first))
        for words in others:
            yield piece
            piece = [replace(each, text=words)]
    yield piece


def _parted(before: str, after: str) -> bool:
    """Whether a break between the words `before` and `after` ends a paragraph."""
    last, following = before.rpartition("\n")[2].strip(), after.strip()
    if labels.is_meeting(last) or enacting.is_enacting(last):
        return True
    if not _ENDS.search(last):
        return False
    label = labels.label(following)
    if label is not None and following[label.end :]:
        return True
    return openings.is_known(following)


def plainer(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """`lines` without a style that covers nearly all of their text, and what was left out."""
    said = []
    for style in ("bold", "italic"):
        all_of_it, styled = _letters(lines, style)
        if all_of_it > _ENOUGH and styled > _SHARE * all_of_it:
            lines = [_line(line, _without(line.content, style)) for line in lines]
            said.append(f"the whole text is {style}; that was left out")
    return list(lines), said


def _letters(lines: Iterable[Line], style: str) -> tuple[int, int]:
    texts = [each for line in lines if not line.heading for each in _texts(line.content)]
    return sum(len(t.text) for t in texts), sum(len(t.text) for t in texts if getattr(t, style))


def _texts(content: Inlines) -> Iterator[Text]:
    for inline in content:
        if isinstance(inline, Text):
            yield inline
        elif isinstance(inline, Bracket):
            yield from _texts(inline.content)


def _without(content: Inlines, style: str) -> Inlines:
    return normal(
        Text(each.text, each.italic and style != "italic", each.bold and style != "bold")
        if isinstance(each, Text)
        else replace(each, content=_without(each.content, style))
        if isinstance(each, Bracket)
        else each
        for each in content
    )


def _line(line: Line, content: Inlines) -> Line:
    return replace(line, content=content)

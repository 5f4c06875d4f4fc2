"""Inline Markdown into inline content: emphasis, footnote calls, brackets with attribution.

Emphasis, escapes and character references are CommonMark's; in place of its links stand the
brackets of a negotiated text: `[EU: that have] (G77) (CANZ: delete)`, nested as they come. What is
not closed is text. Nothing here knows paragraphs; nothing is ever lost or refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from drafter.formats.markdown.emphasis import emphasized
from drafter.model import Bracket, Call, Inline, Inlines, Text, normal

# Stands for an escaped character where structure is looked for: it is never structure.
_MASK = "\ufffd"
_TOO_DEEP = 50  # brackets nested deeper are text: no draft has them, and Python's stack is finite

_SPECIAL = re.compile(r"[\\\n*_\[\]&<]")
# What is not words, in the order in which it is looked for; emphasis is found beside it.
_TOKEN = re.compile(
    r"""
      (?P<break>(?:(?<![ ])[ ]+)?\\?\n[ \t]*|<br\s*/?>)
    | (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<emphasis>\*+|_+)
    | (?P<reference>&(?:\#(?:[xX][a-fA-F0-9]{1,6}|[0-9]{1,7})|[a-zA-Z][a-zA-Z0-9]{1,31});)
    | (?P<call>\[\^(?:\\.|[^\]\\\s])(?:\\.|[^\]\\\n]){0,99}\])
    | (?P<open>\[)
    | (?P<link>\]\((?:<[^<>\n]*>|(?:\#|\w+:|www\.|\.{0,2}/)(?:[^()\s]|\([^()\s]*\))*)
        (?:\s+"[^"\n]*")?\))
    | (?P<close>\])
    | (?P<tag></?(?:i|em|b|strong)>)
    """,
    re.X,
)
_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

_NAMES = re.compile(r"\s*(?=(\w))([^:;?!]{0,80}):(?=\s|$)")
_EXPLICIT_NAMES = re.compile(r"\s*:([^:]*):(?=\s|$)")
_POSITION = re.compile(r" ?\(([^()]{1,160})\)")
_EXPLICIT_POSITION = re.compile(r" ?\(:([^()]*)\)")
_STANDS = re.compile(r"(?:agreed|ad ref|alt|delete|reflect|reserve|retain)\b", re.I)


@dataclass(slots=True)
class _Piece:
    """One token on its way to becoming content."""

    kind: str  # text, call, open, close, link
    text: str
    mask: str  # `text` with _MASK for each escaped character
    italic: bool = False
    bold: bool = False


def parse_inline(source: str, note: Callable[[str], None] | None = None) -> Inlines:
    """The inline content that `source` spells, in normal form.

    `note` is told, in a few words, what could not be kept or understood.
    """
    if not _SPECIAL.search(source):
        return normal((Text(source),))
    return normal(_gathered(_structure(_runs(_pieces(source, note)), note)))


def names_end(masked: str) -> int:
    """Where the colon after a proposer's names stands at the start of a bracket, or -1.

    Names begin with a capital letter, as those of States and groups do.
    """
    found = _NAMES.match(masked)
    return found.end() - 1 if found and found[1].isupper() else -1


def position_end(masked: str) -> int:
    """Where a position such as ` (EU, CANZ: delete)` ends at the start of a text, or 0."""
    found = _POSITION.match(masked)
    if found and (found[1][0].isupper() or _STANDS.match(found[1])):
        return found.end()
    return 0


def _pieces(source: str, note: Callable[[str], None] | None) -> Iterator[_Piece]:
    depth = {"i": 0, "b": 0}  # of tags
    for part in emphasized(source, _TOKEN):
        italic, bold = part.italic or depth["i"] > 0, part.bold or depth["b"] > 0
        kind, text = part.kind, part.text
        if kind == "text":
            yield _Piece("text", text, text, italic, bold)
        elif kind == "tag":
            tag = "b" if text.strip("</>") in {"b", "strong"} else "i"
            depth[tag] = max(0, depth[tag] + (-1 if text[1] == "/" else 1))
        elif kind == "break":
            yield _Piece("text", " ", " ", italic, bold)
        elif kind in {"escape", "reference"}:
            meant = text[1:] if kind == "escape" else _referred(text)
            mask = text if meant == text else _MASK * len(meant)
            yield _Piece("text", meant, mask, italic, bold)
        else:
            text = _UNESCAPE.sub(r"\1", text[2:-1]) if kind == "call" else text
            yield _Piece(kind, text, text, italic, bold)
    if note and (depth["i"] or depth["b"]):
        note("an <i> or <b> is not closed")


def _referred(reference: str) -> str:
    """The character that `&dash;` or `&#150;` stands for; what stands for none is words."""
    # The table of two thousand names is worth a millisecond that few drafts need wait for.
    from html import unescape
    from html.entities import html5

    if reference[1] != "#" and reference[1:] not in html5:
        return reference
    return unescape(reference) or _MASK


def _runs(pieces: Iterator[_Piece]) -> list[_Piece]:
    """`pieces` with neighbouring texts of one style joined, and none empty."""
    runs: list[_Piece] = []
    for (kind, italic, bold), group in groupby(pieces, _run_key):
        if kind != "text":
            runs += group
            continue
        same = list(group)
        text = "".join(piece.text for piece in same)
        if text:
            mask = "".join(piece.mask for piece in same)
            runs.append(_Piece("text", text, mask, italic, bold))
    return runs


def _run_key(piece: _Piece) -> tuple[str, bool, bool]:
    return piece.kind, piece.italic, piece.bold


def _text(piece: _Piece, start: int = 0) -> Text:
    return Text(piece.text[start:], piece.italic, piece.bold)


def _structure(runs: list[_Piece], note: Callable[[str], None] | None) -> list[Inline]:
    """Content with its brackets closed; what is not closed stays text."""
    levels: list[list[Inline]] = [[]]
    opened: list[tuple[_Piece, str]] = []  # each open bracket with its names
    skip = 0  # characters of the next text that are already taken
    for at, run in enumerate(runs):
        following = runs[at + 1] if at + 1 < len(runs) else None
        if run.kind == "text":
            levels[-1].append(_text(run, skip))
            skip = 0
        elif run.kind == "call":
            levels[-1].append(Call(run.text))
        elif run.kind == "open" and len(opened) < _TOO_DEEP:
            names = ""
            if following is not None and following.kind == "text":
                names, skip = _names(following)
            opened.append((run, names))
            levels.append([])
        elif run.kind == "open" or not opened:
            levels[-1].append(_text(run))
            if note:
                note("a bracket has no partner")
        elif run.kind == "link":
            content, (_, names) = levels.pop(), opened.pop()
            before = (Text(f"{names}: "),) if names else ()
            levels[-1].extend((*before, *content))
            if note and run.text != "](#)":
                note(f"the link to {run.text[2:-1]} was left out, its words are kept")
        else:
            content, (_, names) = levels.pop(), opened.pop()
            positions: tuple[str, ...] = ()
            if following is not None and following.kind == "text":
                positions, skip = _positions(following)
            levels[-1].append(Bracket(tuple(_gathered(content)), names, positions))
    while opened:
        if note:
            note("a bracket has no partner")
        content, (run, names) = levels.pop(), opened.pop()
        text = run.text + (f"{names}: " if names else "")
        levels[-1].extend((Text(text, run.italic, run.bold), *content))
    return levels[0]


def _gathered(content: list[Inline]) -> list[Inline]:
    """`content` with neighbouring texts of one style joined, so that many scraps cost little."""
    gathered: list[Inline] = []
    for style, group in groupby(content, _style):
        if style is None:
            gathered += group
        else:
            gathered.append(Text("".join(t.text for t in group if isinstance(t, Text)), *style))
    return gathered


def _style(inline: Inline) -> tuple[bool, bool] | None:
    return (inline.italic, inline.bold) if isinstance(inline, Text) else None


def _names(run: _Piece) -> tuple[str, int]:
    """The proposer's names at the start of `run`, and how many characters they take."""
    if explicit := _EXPLICIT_NAMES.match(run.mask):
        return _one_line(run.text[explicit.start(1) : explicit.end(1)]), explicit.end()
    end = names_end(run.mask)
    return (_one_line(run.text[:end]), end + 1) if end >= 0 else ("", 0)


def _positions(run: _Piece) -> tuple[tuple[str, ...], int]:
    """The positions at the start of `run`, and how many characters they take."""
    positions, at = [], 0
    while at < len(run.mask):
        if explicit := _EXPLICIT_POSITION.match(run.mask, at):
            positions.append(_one_line(run.text[explicit.start(1) : explicit.end(1)]))
            at = explicit.end()
            continue
        length = position_end(run.mask[at : at + 200])
        if not length:
            break
        positions.append(_one_line(run.text[at : at + length])[1:-1].strip(" "))
        at += length
    return tuple(positions), at


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")
